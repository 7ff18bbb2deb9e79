"""A reported figure: a number that somebody published, with unit, hedge and relations.

It depends on the columns of its table.
Figures are kept as printed; whether their relations hold is checked in `verify`, reported, and
never repaired.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.record.tables import REPORTED_FIGURES
from safeconduct.record.validity import hold_against

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """One published number; `tables.REPORTED_FIGURES` describes the fields."""

    id: str
    label: str
    minimum: float
    qualifier: str
    unit: str
    source: str
    maximum: float | None = None
    scope: str | None = None
    period: PartialDate | None = None
    as_of: PartialDate | None = None
    locator: str | None = None
    caveats: str | None = None
    part_of: str | None = None
    sum_of: tuple[str, ...] = ()
    same_quantity_as: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a figure that contradicts itself."""
        problems = []
        if self.maximum is not None and self.maximum < self.minimum:
            problems.append(("maximum", "is below the minimum"))
        if self.id in (self.part_of, *self.sum_of, *self.same_quantity_as):
            problems.append(("part_of", "or another relation names the figure itself"))
        hold_against(REPORTED_FIGURES, self, more=problems)

    @property
    def greatest(self) -> float:
        """The upper end of what is printed; without a range it is the number itself."""
        return self.minimum if self.maximum is None else self.maximum
