"""Dates of birth of uneven precision become columns, and contradict only beyond a slip of the pen.

It depends on `dates` and `partial_date`.
Another way of going wrong is one more row.
"""

import pytest

from safeconduct.link.dates import born_columns, contradict
from safeconduct.record.partial_date import parse


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "swapped"),
    [
        ("1970-02-03", "19700203", "197002", "1970", "19700302"),
        ("1970-02-13", "19700213", "197002", "1970", None),
        ("1970-02-02", "19700202", "197002", "1970", None),
        ("1970-02", None, "197002", "1970", None),
        ("1970", None, None, "1970", None),
        ("197X", None, None, None, None),
        ("1970/..", None, None, None, None),
        ("0970-02-03", None, None, None, None),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is(text, day, month, year, swapped):
    found = born_columns(parse(text))

    assert (found["born_day"], found["born_month"]) == (day, month)
    assert (found["born_year"], found["born_swapped"]) == (year, swapped)
    assert found["born_from"] == parse(text).earliest.toordinal()
    assert found["born_to"] == parse(text).latest.toordinal()


def test_no_date_is_no_column():
    assert set(born_columns(None).values()) == {None}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("1970", "1971-05", False),
        ("1970", "1980", True),
        ("1970-01-02", "1980-01-02", False),
        ("1970-01-02", "1907-01-02", False),
        ("1970-01-02", "1985-06-09", True),
        ("196X", "1975", True),
        ("1970-01-02", "1970-01-02", False),
    ],
)
def test_dates_contradict_beyond_a_slip(one, other, apart):
    assert contradict(parse(one), parse(other)) is apart
    assert contradict(parse(other), parse(one)) is apart


def test_a_date_that_is_missing_contradicts_nothing():
    assert not contradict(None, parse("1970"))
    assert not contradict(parse("1970"), None)
