"""A stretch of time holds on a day, may hold on it, or does not.

It depends on the stretches only.
A new kind of end is one more row of the table.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.exposure.stretch import Holding, holding

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("since", "until", "on", "expected"),
    [
        ("", "", "2024-06-30", Holding.YES),
        ("2024-06-30", "", "2024-06-30", Holding.YES),
        ("2024-07-01", "", "2024-06-30", Holding.NO),
        ("", "2024-06-30", "2024-06-30", Holding.NO),
        ("", "2024-07-01", "2024-06-30", Holding.YES),
        ("2024", "", "2024-06-30", Holding.MAY),
        ("2024", "", "2025-01-01", Holding.YES),
        ("2024", "", "2023-12-31", Holding.NO),
        ("", "2024", "2024-06-30", Holding.MAY),
        ("", "2024", "2024-12-31", Holding.NO),
        ("2004?", "", "2024-06-30", Holding.MAY),
        ("", "2030~", "2024-06-30", Holding.MAY),
        ("2023-07-21/2023-08-31", "", "2023-08-01", Holding.MAY),
    ],
)
def test_a_rough_date_makes_the_answer_may(since, until, on, expected):
    assert holding(since, until, on=date.fromisoformat(on)) is expected


@given(DAYS, st.integers(1, 9_000), DAYS)
def test_a_stretch_of_exact_days_holds_from_its_first_day_to_before_its_last(begin, length, on):
    end = begin + timedelta(days=length)

    held = holding(begin.isoformat(), end.isoformat(), on=on)

    assert held is (Holding.YES if begin <= on < end else Holding.NO)
