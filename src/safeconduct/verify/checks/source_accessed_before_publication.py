"""A source that was read before it was published.

It depends on the corpus only.
The three dates of a source (published, accessed, as of) are compared nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "source-accessed-before-publication"
SEVERITY: Final = Severity.ERROR
EXPLANATION: Final = Sentence(
    "The day of publication, the day of reading and the day that the content speaks of are three "
    "dates; the paper prints all three for its databases. Where reading comes before publication "
    "two of them were mixed up."
)
HINT: Final = Sentence(
    "Compare both dates with the source, and move the day it speaks of to as_of."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each source whose day of reading lies surely before its day of publication."""
    for source in corpus.sources.values():
        published, accessed = source.published, source.accessed
        if published is None or accessed is None or not accessed.surely_before(published):
            continue
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{source} was read on {accessed}, before it was published on {published}.",
                source=source.id,
                accessed=accessed.text,
                published=published.text,
            ),
            hint=HINT,
            records=(("sources", source.id),),
        )
