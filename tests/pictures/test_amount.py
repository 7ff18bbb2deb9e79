"""Amounts: bounds in order, sums, and the words for the eye and for the ear.

It depends on the amounts and on plain English.
A new way to write an amount is one more row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.amount import (
    Amount,
    bounds_text,
    central_text,
    exactly,
    high_text,
    short_text,
    spoken,
    total,
)
from safeconduct.pictures.words import ENGLISH
from tests.pictures.samples import amount


@pytest.mark.parametrize("bounds", [(3, 2, 4), (1, 5, 4), (-1, 0, 1), (1, 2, 3, 4), (1, 2, 3, 1.5)])
def test_bounds_out_of_order_are_refused(bounds):
    with pytest.raises(InvalidRecord, match="amount"):
        amount(*bounds)


@pytest.mark.parametrize(
    ("counted", "central", "bounds", "aloud"),
    [
        (exactly(3), "3", "", "3"),
        (amount(1, 2, 4), "2", "1–4", "2 (at least 1, at most 4)"),
        (amount(1, 2, None), "2", "1 or more", "2 (at least 1, no upper bound)"),
        (amount(1, 2, 9, 5), "2–5", "1–9", "2–5 (at least 1, at most 9)"),
        (amount(2, 2, 2, 2), "2", "", "2"),
    ],
)
def test_an_amount_is_written_for_the_eye_and_for_the_ear(counted, central, bounds, aloud):
    assert central_text(counted, ENGLISH) == central
    assert bounds_text(counted, ENGLISH) == bounds
    assert spoken(counted, ENGLISH) == aloud


def test_an_open_upper_bound_is_said_in_words():
    assert high_text(amount(1, 2, None), ENGLISH) == "no upper bound"
    assert high_text(amount(1, 2, 3), ENGLISH) == "3"


@pytest.mark.parametrize(
    ("counted", "text"),
    [
        (exactly(0), "0"),
        (amount(0, 0, 3), "0–3"),
        (amount(0, 0, None), "0 or more"),
        (amount(0, 2, 3), "2"),
    ],
)
def test_beside_a_mark_a_zero_that_may_be_more_is_written_with_its_bounds(counted, text):
    assert short_text(counted, ENGLISH) == text


def test_the_most_is_the_largest_number_that_is_known():
    assert amount(1, 2, None, 7).most == 7
    assert amount(1, 2, 9).most == 9


def test_amounts_that_share_nothing_are_added_bound_by_bound():
    assert total([amount(1, 2, 3), amount(0, 1, 5)]) == amount(1, 3, 8)
    assert total([amount(1, 2, 4, 3), exactly(1)]) == amount(2, 3, 5, 4)
    assert total([]) == exactly(0)


def test_one_open_upper_bound_leaves_the_total_open():
    assert total([amount(1, 2, None), exactly(1)]) == Amount(low=2, central=3, high=None)
