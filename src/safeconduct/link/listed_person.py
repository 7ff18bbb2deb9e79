"""One person as one list has them: a name, and as much of birth, place and papers as it knows.

It depends on `record` for dates and places and on `names` for what is surname and given name.
A further thing that lists know is one more field here, one more column in `columns.py` and one
comparison.

Safety: the repr names the list and the position only; everything else is personal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safeconduct.link.names import PersonName

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate
    from safeconduct.record.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person on a list; `id` is what the list calls the line, unique within it."""

    list_name: str
    id: str = field(repr=False)
    name: PersonName = field(default=PersonName(), repr=False)
    born: PartialDate | None = field(default=None, repr=False)
    place: Place | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postal_code: str = field(default="", repr=False)
    identifier: str = field(default="", repr=False)
