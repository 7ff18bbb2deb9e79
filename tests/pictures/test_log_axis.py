"""The axis of factors: equal steps multiply, round numbers are few, and what is beyond is cut.

It depends on the axis alone.
A new rule for round numbers is one more line of examples here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.pictures.log_axis import LogAxis, spanning


def line(least, most):
    return LogAxis(start=0, end=100, least=least, most=most)


def test_a_doubling_is_as_long_wherever_it_stands():
    axis = line(10, 1000)

    assert axis.at(40) - axis.at(20) == pytest.approx(axis.at(800) - axis.at(400))


def test_what_is_beyond_the_ends_stands_at_them():
    assert (line(10, 1000).at(1), line(10, 1000).at(10**6)) == (0, 100)


@given(st.floats(0, 100))
def test_a_place_leads_back_to_its_value(place):
    axis = line(3, 70_000)

    assert axis.at(axis.value(place)) == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    ("least", "most", "ticks"),
    [
        (100, 150, (100, 110, 120, 130, 140, 150)),
        (95, 700, (200, 400, 600)),
        (9, 120, (10, 20, 50, 100)),
        (9, 11_000, (10, 30, 100, 300, 1000, 3000, 10_000)),
        (9, 10**6, (10, 100, 1000, 10_000, 100_000, 10**6)),
        (1, 10**12, (1, 100, 10_000, 10**6, 10**8, 10**10, 10**12)),
    ],
)
def test_round_numbers_are_few(least, most, ticks):
    assert line(least, most).ticks(at_most=7) == pytest.approx(ticks)


def test_an_axis_of_one_number_has_room_around_it():
    axis = spanning([50], start=0, end=100)

    assert axis.least < 50 < axis.most
    assert axis.at(50) == pytest.approx(50)


def test_an_axis_of_nothing_begins_at_one():
    assert spanning([], start=0, end=100).at(1) == pytest.approx(50)
    assert spanning([0], start=0, end=100).least < 1
