"""Dates of birth of any precision as columns that a comparison can be written on.

It depends on `record.partial_date`; an interval is compared as an interval, never as its middle.
A further way in which a date goes wrong is one more column here and one more level in
`comparisons/born.py`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate

_ONE_DAY: Final = timedelta(days=1)


def born_columns(born: PartialDate | None) -> dict[str, str | int | None]:
    """Write a date of birth as columns; None where there is nothing to compare.

    `born_from` and `born_to` are the ends of the interval as day numbers.
    `born_day` is the day in eight digits, `born_digits` the same digits in order of size, which a
    transposition leaves alone, and `born_swapped` the day with day and month exchanged.
    `born_month` and `born_year` are set where the date is as exact as that.
    """
    if born is None:
        return _columns(None, None, "")
    whole_day = born.earliest == born.latest
    same_year = born.earliest.year == born.latest.year
    same_month = same_year and born.earliest.month == born.latest.month
    digits = born.earliest.strftime("%Y%m%d") if born.earliest.year >= 1000 else ""  # noqa: PLR2004
    exactness = 8 if whole_day else 6 if same_month else 4 if same_year else 0
    return _columns(born.earliest.toordinal(), born.latest.toordinal(), digits[:exactness])


def _columns(
    born_from: int | None, born_to: int | None, digits: str
) -> dict[str, str | int | None]:
    day = digits if len(digits) == len("yyyymmdd") else None
    return {
        "born_from": born_from,
        "born_to": born_to,
        "born_day": day,
        "born_digits": "".join(sorted(day)) if day else None,
        "born_swapped": _swapped(day) if day else None,
        "born_month": digits[:6] if len(digits) >= len("yyyymm") else None,
        "born_year": digits[:4] or None,
    }


def _swapped(day: str) -> str | None:
    """Exchange day and month, where that is another day of the calendar."""
    year, month, of_month = day[:4], day[4:6], day[6:]
    possible = int(of_month) <= 12 and month != of_month  # noqa: PLR2004
    return f"{year}{of_month}{month}" if possible else None


def contradict(one: PartialDate | None, other: PartialDate | None, *, years: int = 2) -> bool:
    """Tell whether two dates of birth lie so far apart that no slip of a pen explains it.

    Dates that a slip explains (day and month exchanged, digits transposed or one digit wrong) do
    not contradict, however far apart they lie.
    """
    if one is None or other is None:
        return False
    gap = max(one.earliest - other.latest, other.earliest - one.latest)
    return gap > years * 366 * _ONE_DAY and not _slip(one, other)


def _slip(one: PartialDate, other: PartialDate) -> bool:
    if one.earliest != one.latest or other.earliest != other.latest:
        return False
    first, second = one.earliest.isoformat(), other.earliest.isoformat()
    differing = sum(a != b for a, b in zip(first, second, strict=True))
    return differing <= 1 or sorted(first) == sorted(second)
