"""Sources that are cited by title only, without an address.

It depends on the corpus only.
It is one note for the whole corpus: the state is proper, and sixty notes would hide what matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "source-cited-without-locator"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "The paper prints addresses for about a third of its footnotes. A source without one is not a "
    "lesser source, but a reader has to search for it, and a page that has moved is not noticed."
)
HINT: Final = Sentence(
    "When you come across the page, enter its address. Never take the date of publication from it."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Count, in one finding, the sources that are cited without a locator."""
    cited = [
        source.id for source in corpus.sources.values() if source.locator_state == "no-locator"
    ]
    if cited:
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{number} of {all} sources are cited without an address.",
                number=len(cited),
                all=len(corpus.sources),
            ),
            hint=HINT,
            records=tuple(("sources", identifier) for identifier in cited),
        )
