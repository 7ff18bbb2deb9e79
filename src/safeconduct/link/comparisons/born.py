"""Dates of birth of uneven precision: one day, a slip of the pen, one month, intervals that meet.

It depends on `level` only; the columns are those of `dates`.
What the source leaves open (a year, a season) is an interval: it meets or it does not.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips, transposed

NAME: Final = "born"
COLUMN: Final = "born_from"
_EIGHT_DIGITS: Final = 8
LEVELS: Final = (
    missing("born_from"),
    Level(name="same_day", usual=0.7, condition=same("born_day")),
    Level(name="day_and_month_swapped", usual=0.01, condition="born_day_l = born_swapped_r"),
    Level(
        name="transposed_digits",
        usual=0.01,
        condition=transposed("born_day", "born_digits", shortest=_EIGHT_DIGITS),
    ),
    Level(name="one_digit", usual=0.05, condition=slips("born_day", 1, shortest=_EIGHT_DIGITS)),
    Level(
        name="same_month",
        usual=0.06,
        condition=f"{same('born_month')} and (born_day_l is null or born_day_r is null)",
    ),
    Level(
        name="overlapping",
        usual=0.1,
        condition="born_from_l <= born_to_r and born_from_r <= born_to_l",
    ),
    Level(
        name="within_a_year",
        usual=0.03,
        condition="greatest(born_from_l - born_to_r, born_from_r - born_to_l) <= 366",
    ),
    otherwise(usual=0.04),
)
