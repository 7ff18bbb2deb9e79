"""A person as an overlap sees one: a name and a year of birth, and nothing else of a list.

It depends on `names` and on the partial dates of the record.
What else a list knows is not read; a further field is a field here and a key that uses it.

Safety: the repr says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeconduct.link.names import PersonName
    from safeconduct.record.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A name and the year of birth, None where it is not known."""

    name: PersonName = field(repr=False)
    year: int | None = field(default=None, repr=False)


def year_of(born: PartialDate | None) -> int | None:
    """The year of a birth date, None where the date does not settle it."""
    if born is None:
        return None
    return born.earliest.year if born.earliest.year == born.latest.year else None
