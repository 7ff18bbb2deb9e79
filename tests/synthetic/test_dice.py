"""What is promised of dice: the same run for the same seed anywhere, and draws within their limits.

It depends on the dice only.
The first numbers of a run are written down, because a corpus is only as stable as they are.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.synthetic.dice import Dice, Weighted, geometric, zipf


def test_a_seed_gives_the_run_that_python_promises_for_it():
    dice = Dice("safeconduct 1 1 1")

    # random.Random("safeconduct 1 1 1").random(), CPython 3.11, twice.
    assert [dice.toss(), dice.toss()] == [0.01588422006615753, 0.984276881122663]


@given(st.text(), st.integers(1, 1000))
def test_every_draw_lies_within_its_limit(seed, limit):
    dice = Dice(seed)

    assert 0 <= dice.below(limit) < limit
    assert 0 <= dice.skewed(limit) < limit
    assert dice.pick(range(limit)) in range(limit)


@given(st.text())
def test_a_share_of_none_never_comes_and_a_share_of_all_always_does(seed):
    dice = Dice(seed)

    assert not any(dice.chance(0) for _ in range(50))
    assert all(dice.chance(1) for _ in range(50))


@given(st.text())
def test_an_option_without_weight_is_never_drawn(seed):
    dice = Dice(seed)
    options = Weighted(("never", 0.0), ("often", 3.0), ("nor this", 0.0), ("at times", 1.0))

    drawn = {dice.weighted(options) for _ in range(100)}

    assert drawn <= {"often", "at times"}


def test_options_come_up_by_their_weight():
    dice = Dice("weights")
    options = Weighted(("often", 3.0), ("at times", 1.0))

    drawn = [dice.weighted(options) for _ in range(4000)]

    assert drawn.count("often") == pytest.approx(3000, abs=100)


def test_small_numbers_are_skewed_to():
    dice = Dice("skewed")

    drawn = [dice.skewed(100) for _ in range(4000)]

    assert sum(number < 25 for number in drawn) == pytest.approx(2000, abs=100)


def test_a_zipf_rank_is_as_rare_as_its_number():
    assert zipf(3).options == (1, 2, 3)
    assert zipf(3).cumulative == pytest.approx((1, 1.5, 1.5 + 1 / 3))


@pytest.mark.parametrize("mean", [1, 1.5, 5, 20])
def test_a_geometric_draw_has_the_mean_asked_for(mean):
    table = geometric(mean)
    weights = [until - since for since, until in pairwise((0.0, *table.cumulative))]

    expected = sum(number * weight for number, weight in zip(table.options, weights, strict=True))

    assert expected / table.cumulative[-1] == pytest.approx(mean, rel=0.001)
