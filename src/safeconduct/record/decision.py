"""A decision: a coder adopts a value where statements conflict, and says why.

It depends on the columns of its table.
A decision never changes a statement; it stands beside them, and the page shows who decided and for
which reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from safeconduct.record.columns import UnreadableCell
from safeconduct.record.person_range import OPEN, PersonRange
from safeconduct.record.tables import DECISIONS, OCCURRENCE, PERSONS, STATEMENTS, VALUE_COLUMNS
from safeconduct.record.unknown import PREFIX
from safeconduct.record.validity import hold_against

if TYPE_CHECKING:
    from safeconduct.record.columns import Cell
    from safeconduct.record.partial_date import PartialDate
    from safeconduct.record.unknown import Unknown

OCCURRED: Final = "occurred"
DID_NOT_OCCUR: Final = "did-not-occur"
_NOT_BY_ITSELF: Final = frozenset({"persons_min", "persons_max", "motive_by"})
DECIDABLE: Final = frozenset(VALUE_COLUMNS) - _NOT_BY_ITSELF | {PERSONS, OCCURRENCE}
_PERSONS: Final = re.compile(r"([0-9]{1,12})(?:-([0-9]{1,12}|open))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; `tables.DECISIONS` describes the fields, and `value` is text of its column."""

    id: str
    incident: str
    field: str
    value: str
    reason: str
    decided_by: str
    decided_on: PartialDate

    def __post_init__(self) -> None:
        """Refuse a decision about nothing, or for a value that its column does not admit."""
        problems = []
        if self.field not in DECIDABLE:
            problems.append(("field", f"is not one of {', '.join(sorted(DECIDABLE))}"))
        else:
            try:
                self.adopted()
            except UnreadableCell as unreadable:
                problems.append(("value", f"is not {unreadable.allowed}"))
        hold_against(DECISIONS, self, more=problems)

    def adopted(self) -> Cell | PersonRange:
        """The value adopted, as a value.

        Raises:
            UnreadableCell: the text is not a value of the field; never on a decision once built.
        """
        if self.field == OCCURRENCE:
            if self.value not in (OCCURRED, DID_NOT_OCCUR):
                raise UnreadableCell("another word", f"{OCCURRED} or {DID_NOT_OCCUR}")
            return self.value
        if self.field == PERSONS:
            return _persons(self.value)
        return STATEMENTS.column(self.field).read(self.value)


def _persons(text: str) -> PersonRange | Unknown:
    if text.startswith(PREFIX):
        return cast("Unknown", STATEMENTS.column("persons_min").read(text))
    matched = _PERSONS.fullmatch(text)
    if not matched:
        raise UnreadableCell("what is not a number of persons", "1, 1-3 or 1-open")
    lowest = int(matched[1])
    highest = None if matched[2] == OPEN else int(matched[2] or lowest)
    if highest is not None and highest < lowest:
        raise UnreadableCell("a range that ends before it begins", "1, 1-3 or 1-open")
    return PersonRange(lowest, highest)
