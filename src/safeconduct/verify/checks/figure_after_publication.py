"""A figure that claims to be of a later day than the source it is printed in.

It depends on the corpus and on `publication`.
The same question about acts is asked by `statement_after_publication`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.publication import published_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-after-publication"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "A source cannot count what happened after it came out. The paper calls a number a December "
    "tally and cites a report that it dates to November; one of the two dates is wrong, and "
    "nothing inside the paper says which."
)
HINT: Final = Sentence(
    "Look the number up in the source. Keep the printed day and write what you found into the note."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each figure whose day lies after the last day on which its source can have come out."""
    for figure in corpus.figures.values():
        published = published_by(corpus, figure.source)
        if published is None or figure.as_of is None or figure.as_of.earliest <= published:
            continue
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{figure} is given as of {as_of}, but its source {source} came out by {published}.",
                figure=figure.id,
                as_of=figure.as_of.text,
                source=figure.source,
                published=published.isoformat(),
            ),
            hint=HINT,
            records=(("reported_figures", figure.id), ("sources", figure.source)),
        )
