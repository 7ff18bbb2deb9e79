"""Sources that were cited and cannot be found again, with what rests on them.

It depends on the corpus only.
"Cited without a locator" is another state, since such a source can still be looked for by its
title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "source-not-recoverable"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "In the paper's file the text of six footnotes is missing and a seventh is cut. A claim that "
    "rests on such a footnote has no source inside the paper, whatever it says."
)
HINT: Final = Sentence(
    "Look for the claim elsewhere and enter what you find as a source of its own; do not guess "
    "what the lost one was."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Name, in one finding, every source that is not recoverable."""
    lost = [
        source.id for source in corpus.sources.values() if source.locator_state == "not-recoverable"
    ]
    gone = frozenset(lost)
    if lost:
        statements = sum(
            not {statement.source, *statement.derived_from}.isdisjoint(gone)
            for statement in corpus.statements.values()
        )
        figures = sum(figure.source in gone for figure in corpus.figures.values())
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{sources} cannot be recovered; statements that rest on them: {statements}, "
                "figures: {figures}.",
                sources=listed(lost),
                statements=statements,
                figures=figures,
            ),
            hint=HINT,
            records=tuple(("sources", identifier) for identifier in lost),
        )
