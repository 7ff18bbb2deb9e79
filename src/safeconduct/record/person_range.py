"""How many persons an incident concerns: a least number and a greatest, or no upper bound.

It depends on the standard library only.
One incident with several persons is one incident; persons are summed by `figures`, never guessed
here.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.errors import InvalidRecord

OPEN = "open"


@dataclass(frozen=True, slots=True)
class PersonRange:
    """Between `minimum` and `maximum` persons; None means that no upper bound is known.

    Units: persons. Admissible: 0 ≤ minimum ≤ maximum.
    """

    minimum: int
    maximum: int | None

    def __post_init__(self) -> None:
        """Refuse a negative number and a maximum below the minimum."""
        problems = []
        if self.minimum < 0:
            problems.append(("persons_min", "is below 0"))
        if self.maximum is not None and self.maximum < self.minimum:
            problems.append(("persons_max", "is below persons_min"))
        if problems:
            raise InvalidRecord("number of persons", problems)

    def __str__(self) -> str:
        """Write it for a reader: one number, a range, or "at least"."""
        if self.maximum is None:
            return f"{self.minimum} or more"
        return (
            str(self.minimum) if self.minimum == self.maximum else f"{self.minimum}–{self.maximum}"
        )

    def contains(self, other: PersonRange) -> bool:
        """Tell whether the other range lies within this one, or is the same."""
        if other.minimum < self.minimum:
            return False
        if self.maximum is None:
            return True
        return other.maximum is not None and other.maximum <= self.maximum
