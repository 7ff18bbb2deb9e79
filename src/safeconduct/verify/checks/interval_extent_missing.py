"""Intervals that do not say whether the act lies somewhere within them or lasts all of them.

It depends on the corpus only.
An interval with an unknown start only says "by then" and needs no extent.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.statement import Statement
    from safeconduct.verify.finding import Assessments

NAME: Final = "interval-extent-missing"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "A detention from July to July lasts; an abduction in the night of 16 to 17 October lies "
    "within. A blank extent is read as somewhere within, which puts a lasting act into a row of "
    "doubtful dates."
)
HINT: Final = Sentence("Fill in date_extent: within or lasting.")


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Name, in one finding, every statement with an interval of known start and no extent."""
    silent = [
        statement.id for statement in corpus.statements.values() if _says_no_extent(statement)
    ]
    if silent:
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "An interval without an extent is read as somewhere within it: {statements}.",
                statements=listed(silent),
            ),
            hint=HINT,
            records=tuple(("statements", identifier) for identifier in silent),
        )


def _says_no_extent(statement: Statement) -> bool:
    return (
        isinstance(statement.date, PartialDate)
        and statement.date.is_interval
        and statement.date.earliest != date.min
        and statement.date_extent is None
    )
