"""A date as exactly as the source gives it: day, month, season, year, decade or interval.

It depends on the standard library only.
The notation is EDTF (ISO 8601-2:2019), level 0 and the parts of level 1 that sources need: `?`,
`~`, `%`, seasons, unspecified last digits, open and unknown ends. Anything else is refused rather
than rounded.
To admit more of EDTF, extend `_POINT` and `_span`, and the table in
`tests/record/test_partial_date.py`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from safeconduct.errors import InvalidRecord

_POINT: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%]?)",
    re.ASCII,
)
MONTHS: Final = 12
# The months that EDTF's season codes stand for are not in the standard; northern seasons are the
# usual reading. Winter lies at both ends of the year named, and no source says at which.
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
_ALLOWED: Final = "a date such as 2023, 2023-10, 2023-10-17, 2023?, 2022~, 2019/.., 2023-03/2023-06"


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """A date of any precision, built from its EDTF text.

    `earliest` and `latest` are the first and last day it may mean; an open or unknown end is
    `date.min` or `date.max`.
    `approximate` (`~`, `%`) and `uncertain` (`?`, `%`) are the source's own hedges and do not widen
    the span.
    """

    text: str
    earliest: date = field(init=False, compare=False)
    latest: date = field(init=False, compare=False)
    precision: str = field(init=False, compare=False)
    approximate: bool = field(init=False, compare=False)
    uncertain: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Derive the span, or refuse the text."""
        earliest, latest, precision, marks = _read(self.text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)
        object.__setattr__(self, "precision", precision)
        object.__setattr__(self, "approximate", bool(marks & {"~", "%"}))
        object.__setattr__(self, "uncertain", bool(marks & {"?", "%"}))

    def __str__(self) -> str:
        """Write it as a cell holds it."""
        return self.text

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends."""
        return "/" in self.text

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year it may lie in; None where that end is open or unknown."""
        first = None if self.earliest == date.min else self.earliest.year
        last = None if self.latest == date.max else self.latest.year
        return first, last

    def contains(self, other: PartialDate) -> bool:
        """Tell whether the other date, in all it may mean, lies within this one."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether both may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def surely_before(self, other: PartialDate) -> bool:
        """Tell whether every day it may mean lies before every day the other may mean."""
        return self.latest < other.earliest


@lru_cache(maxsize=65_536)
def parse(text: str) -> PartialDate:
    """Build a date from its EDTF text; equal texts give the same object."""
    return PartialDate(text)


def _read(text: str) -> tuple[date, date, str, frozenset[str]]:
    start, slash, end = text.partition("/")
    if not slash:
        first, last, precision, mark = _point(start)
        return first, last, precision, frozenset(mark)
    if {start, end} <= {"", ".."}:
        raise InvalidRecord("date", [("date", "is an interval without any end")], hint=_ALLOWED)
    begins, begin_mark = (date.min, "") if start in ("", "..") else _point(start)[0::3]
    ends, end_mark = (date.max, "") if end in ("", "..") else _point(end)[1::2]
    if begins > ends:
        raise InvalidRecord("date", [("date", "is an interval that ends before it begins")])
    return begins, ends, "interval", frozenset(begin_mark + end_mark)


def _point(text: str) -> tuple[date, date, str, str]:
    matched = _POINT.fullmatch(text)
    span = matched and _span(matched["year"], matched["month"], matched["day"])
    if not matched or not span:
        raise InvalidRecord(
            "date",
            [("date", "is not a date of the calendar, written year-month-day")],
            hint=_ALLOWED,
        )
    return *span, matched["mark"]


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date, str] | None:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year == 0 or ("X" in year and month):
        return None
    if month is None or (month == "XX" and day in (None, "XX")):
        precision = "year" if first_year == last_year else "decade"
        return date(first_year, 1, 1), date(last_year, 12, 31), precision
    return None if month == "XX" else _within_year(first_year, int(month), day)


def _within_year(year: int, month: int, day: str | None) -> tuple[date, date, str] | None:
    if month in _SEASONS and day is None:
        begin, end = _SEASONS[month]
        return date(year, begin, 1), date(year, end, calendar.monthrange(year, end)[1]), "season"
    if not 1 <= month <= MONTHS:
        return None
    last_day = calendar.monthrange(year, month)[1]
    if day in (None, "XX"):
        return date(year, month, 1), date(year, month, last_day), "month"
    if not 1 <= int(day) <= last_day:
        return None
    exact = date(year, month, int(day))
    return exact, exact, "day"
