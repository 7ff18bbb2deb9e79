"""Figures whose source cannot be found again by anybody.

It depends on the corpus only.
The state of a source is its `locator_state`; sources themselves are named by
`source_not_recoverable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-source-not-recoverable"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper gives the number of Russian citizens in Serbia and the size of two protests; the "
    "footnotes that name where these come from are missing from its file. Such a number can be "
    "repeated, but not checked."
)
HINT: Final = Sentence(
    "Do not cite these numbers as findings. If another source gives one, enter it as a figure of "
    "its own."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Name, in one finding, every figure that rests on a source that is not recoverable."""
    lost = [
        figure
        for figure in corpus.figures.values()
        if corpus.sources[figure.source].locator_state == "not-recoverable"
    ]
    if lost:
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "Nobody can check {figures}: {sources} cannot be recovered.",
                figures=listed(figure.id for figure in lost),
                sources=listed(dict.fromkeys(figure.source for figure in lost)),
            ),
            hint=HINT,
            records=(
                *(("reported_figures", figure.id) for figure in lost),
                *(("sources", each) for each in dict.fromkeys(figure.source for figure in lost)),
            ),
        )
