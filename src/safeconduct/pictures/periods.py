"""Periods of years: one year, some years together, from or until a year, or not known.

It depends on the words only.
The word for a period is chosen here, so that a picture, its text alternative and its table say the
same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.words import Words, _

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Period:
    """The years in which something lies; an open end is `None`, and two are a time not known."""

    first: int | None
    last: int | None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.first is not None and self.last is not None and self.last < self.first:
            raise InvalidRecord("period", [("last", "must not come before the first year")])

    @property
    def unknown(self) -> bool:
        """Whether no year is known at all."""
        return self.first is None and self.last is None

    @property
    def year(self) -> int | None:
        """The one year, where it is one."""
        return self.first if self.first == self.last else None


def period_text(period: Period, words: Words) -> str:
    """Write a period: "2023", "2022 or 2023", "2019 to 2023", "2022 or later", "not known"."""
    first, last = period.first, period.last
    if first is None and last is None:
        return words.say(_("not known"))
    if first is None:
        return words.say(_("{year} or earlier"), year=str(last))
    if last is None:
        return words.say(_("{year} or later"), year=str(first))
    if first == last:
        return str(first)
    message = _("{first} or {last}") if last - first == 1 else _("{first} to {last}")
    return words.say(message, first=str(first), last=str(last))


def years_of(periods: Iterable[Period]) -> range:
    """Give every year from the earliest to the latest that is named, without a gap."""
    named = [year for period in periods for year in (period.first, period.last) if year is not None]
    return range(min(named), max(named) + 1) if named else range(0)
