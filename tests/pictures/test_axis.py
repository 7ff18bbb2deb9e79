"""The axis begins at zero and marks round numbers.

It depends on the axis only.
A new kind of axis has a file of its own.
"""

import pytest

from safeconduct.pictures.axis import Axis


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, (0,)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (15, (0, 5, 10, 15)),
        (41, (0, 10, 20, 30, 40)),
        (1000, (0, 200, 400, 600, 800, 1000)),
        (0.5, (0, 0.1, 0.2, 0.3, 0.4, 0.5)),
    ],
)
def test_round_numbers_are_marked_from_zero_on(most, ticks):
    assert Axis(start=10, end=110, most=most).ticks() == pytest.approx(ticks)


def test_values_stand_in_proportion():
    axis = Axis(start=10, end=110, most=50)

    assert (axis.at(0), axis.at(25), axis.at(50)) == (10, 60, 110)
    assert Axis(start=10, end=110, most=0).at(0) == 10
