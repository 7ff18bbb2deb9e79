"""Periods of years are written as far as they are known.

It depends on the periods and on plain English.
A new kind of period is one more row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.periods import Period, period_text, years_of
from safeconduct.pictures.words import ENGLISH


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (2023, 2023, "2023"),
        (2022, 2023, "2022 or 2023"),
        (2019, 2023, "2019 to 2023"),
        (2022, None, "2022 or later"),
        (None, 2022, "2022 or earlier"),
        (None, None, "not known"),
    ],
)
def test_a_period_is_written_as_far_as_it_is_known(first, last, text):
    assert period_text(Period(first=first, last=last), ENGLISH) == text


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidRecord, match="first year"):
        Period(first=2023, last=2022)


def test_years_run_without_a_gap_over_all_that_are_named():
    periods = [Period(first=2019, last=2019), Period(first=None, last=2022)]

    assert list(years_of(periods)) == [2019, 2020, 2021, 2022]
    assert list(years_of([Period(first=None, last=None)])) == []
