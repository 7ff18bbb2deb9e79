"""A place as sources give it: a state, or a locality within a state.

It depends on the vocabulary of territories only.
Finer precision (coordinates) is left out on purpose: the open half needs no point on a map to count
an incident.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.errors import InvalidRecord
from safeconduct.vocabulary import territory


@dataclass(frozen=True, slots=True)
class Place:
    """A state by its code and, where the source names it, a locality in it."""

    state: str
    locality: str = ""

    def __post_init__(self) -> None:
        """Refuse a state that is no territory, and a locality that would not survive a cell."""
        problems = []
        if self.state not in territory.codes():
            problems.append(("state", "is not a territory code"))
        if self.locality != self.locality.strip() or "/" in self.locality or ";" in self.locality:
            problems.append(("locality", "has spaces at its ends, a slash or a semicolon"))
        if problems:
            raise InvalidRecord("place", problems)

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read `CC` or `CC/Locality`."""
        state, slash, locality = text.partition("/")
        if slash and not locality:
            raise InvalidRecord("place", [("locality", "is missing after the slash")])
        return cls(state, locality)

    def __str__(self) -> str:
        """Write it as a cell holds it."""
        return f"{self.state}/{self.locality}" if self.locality else self.state

    def contains(self, other: Place) -> bool:
        """Tell whether the other place lies within this one, or is the same."""
        return self.state == other.state and self.locality in ("", other.locality)
