"""A statement about an act that lies after the day on which the statement was published.

It depends on the corpus and on `publication`.
Measures are left out: a law or a plan may be announced before its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.publication import said_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "statement-after-publication"
SEVERITY: Final = Severity.ERROR
EXPLANATION: Final = Sentence(
    "Nobody reports an act before it happens. Such a pair of dates is a slip of the coder, or a "
    "date of publication taken from an address: addresses carry other dates than the pages they "
    "lead to, as several of the paper's do."
)
HINT: Final = Sentence(
    "Compare the date of the act with the source, and the date of publication with the page "
    "itself, never with its address."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each statement whose act lies after the last day on which it can have been made."""
    for statement in corpus.statements.values():
        said = said_by(corpus, statement)
        if (
            said is not None
            and isinstance(statement.date, PartialDate)
            and statement.date.earliest > said
            and corpus.incidents[statement.incident].kind != "measure"
        ):
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{statement} dates {incident} to {date}, but what it rests on came out by "
                    "{published}.",
                    statement=statement.id,
                    incident=statement.incident,
                    date=statement.date.text,
                    published=said.isoformat(),
                ),
                hint=HINT,
                records=(
                    ("statements", statement.id),
                    *(("sources", each) for each in (statement.source, *statement.derived_from)),
                ),
            )
