"""Chances of capture patterns: they sum to one and have the odds ratios that were asked for.

It depends on arithmetic over all patterns.
Another account of lists is tested by what defines it.
"""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidQuery
from safeconduct.simulation import at_independence, in_classes, on_a_path

rates = st.lists(st.floats(min_value=0.05, max_value=0.9), min_size=2, max_size=5)


def share_on(chances, *places):
    codes = np.arange(len(chances))
    return sum(chances[c] for c in codes if all(c >> place & 1 for place in places))


@given(rates)
def test_independent_lists_multiply(capture):
    chances = at_independence(capture)

    assert chances.sum() == pytest.approx(1)
    for a, b in itertools.combinations(range(len(capture)), 2):
        assert share_on(chances, a, b) == pytest.approx(capture[a] * capture[b])


@given(rates, st.floats(min_value=0.2, max_value=20))
def test_a_path_keeps_the_share_of_each_list_and_the_odds_ratio_of_neighbours(capture, odds_ratio):
    chances = on_a_path(capture, odds_ratio=odds_ratio)

    assert chances.sum() == pytest.approx(1)
    for place, rate in enumerate(capture):
        assert share_on(chances, place) == pytest.approx(rate, rel=1e-6)
    for left in range(len(capture) - 1):
        both = share_on(chances, left, left + 1)
        one, other = capture[left] - both, capture[left + 1] - both
        assert both * (1 - both - one - other) / (one * other) == pytest.approx(
            odds_ratio, rel=1e-5
        )


@given(rates, st.floats(min_value=0.2, max_value=20))
def test_on_a_path_lists_that_are_no_neighbours_are_independent_given_what_is_between(
    capture, odds_ratio
):
    chances = on_a_path([*capture, 0.3], odds_ratio=odds_ratio)
    middle = share_on(chances, 1)

    together = share_on(chances, 0, 1, 2) / middle

    assert together == pytest.approx(
        share_on(chances, 0, 1) / middle * share_on(chances, 1, 2) / middle, rel=1e-6
    )


def test_classes_mix_independent_lists():
    chances = in_classes([0.2, 0.8], captures=[[0.9, 0.8, 0.7], [0.1, 0.2, 0.3]])

    assert share_on(chances, 0, 1, 2) == pytest.approx(0.2 * 0.504 + 0.8 * 0.006)


@pytest.mark.parametrize(
    "make",
    [
        lambda: at_independence([0.0, 0.5]),
        lambda: on_a_path([0.5, 0.5], odds_ratio=0),
        lambda: in_classes([0.5, 0.6], captures=[[0.1, 0.1], [0.2, 0.2]]),
        lambda: in_classes([1.0], captures=[[0.1], [0.2]]),
    ],
)
def test_what_is_no_probability_is_refused(make):
    with pytest.raises(InvalidQuery):
        make()
