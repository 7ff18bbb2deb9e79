"""A finding: one thing in a corpus that a reader of its figures should know, with a hint.

It depends on the record's sentences and assessments.
A new severity is a new member of `Severity` with its meaning; checks are added in `checks/`.

Safety: a finding names tables, ids, vocabulary terms, states, dates and numbers. It never repeats
free text of a
corpus (labels, titles, paraphrases, localities, actors), because findings travel into logs and
tickets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from safeconduct.errors import InvalidRecord
from safeconduct.record.sentence import Sentence
from safeconduct.record.standing import Assessment

Assessments = Mapping[str, Assessment]
RecordId = tuple[str, str]

# How many ids of a table `where` shows before it only says how many more there are.
SHOWN: Final = 3
# How many ids a message lists; all of them stand in `records`.
LISTED: Final = 20


class Severity(StrEnum):
    """How much a finding matters for a count, the gravest first."""

    ERROR = "error"
    CONTRADICTION = "contradiction"
    CAUTION = "caution"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Its place in the order, 0 for the gravest."""
        return tuple(Severity).index(self)

    @property
    def meaning(self) -> Sentence:
        """What it says to a reader."""
        return _MEANINGS[self]


_MEANINGS: Final[Mapping[Severity, Sentence]] = MappingProxyType(
    {
        Severity.ERROR: Sentence("The corpus cannot be trusted at this place."),
        Severity.CONTRADICTION: Sentence(
            "Sources or figures disagree; every side is shown and none is called the winner."
        ),
        Severity.CAUTION: Sentence("A count can mislead here unless this is known."),
        Severity.NOTE: Sentence("Worth knowing; no count goes wrong by it."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of one check.

    records: the records it is about, as (table, id), the place to look first in front.
    """

    check: str
    severity: Severity
    message: Sentence
    hint: Sentence
    records: tuple[RecordId, ...]

    def __post_init__(self) -> None:
        """Refuse a finding that is about no record: nobody could look it up."""
        if not self.records:
            raise InvalidRecord("finding", [("records", "names no record")])

    @property
    def where(self) -> str:
        """The place in words: the table and ids to look at first, as "reported_figures F17"."""
        table = self.records[0][0]
        ids = [identifier for named, identifier in self.records if named == table]
        more = f" (+{len(ids) - SHOWN})" if len(ids) > SHOWN else ""
        return f"{table} {', '.join(ids[:SHOWN])}{more}"

    @property
    def order(self) -> tuple[int, str, tuple[object, ...], str]:
        """The key by which findings are sorted: gravity, check, place as a person counts, words."""
        place = tuple(part for record in self.records for part in _counted(record))
        return self.severity.rank, self.check, place, str(self.message)


def listed(ids: Iterable[str]) -> str:
    """Put ids into one text, in the order given; of very many only the first, and how many more."""
    named = list(ids)
    more = f" … (+{len(named) - LISTED})" if len(named) > LISTED else ""
    return ", ".join(named[:LISTED]) + more


def _counted(record: RecordId) -> tuple[str | int, ...]:
    """Split an id so that F9 comes before F10: texts and numbers take turns, a text first."""
    table, identifier = record
    parts = re.split(r"(\d+)", identifier)
    return table, *(int(part) if part.isdecimal() else part for part in parts), ""
