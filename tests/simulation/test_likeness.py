"""Designs made of others: overlap as in a table, and people who differ.

It depends on the packaged designs.
Another way to make a design harder is tested by what it changes and what it keeps.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.simulation import design, like, with_differences, with_people

INDEPENDENT = design("independent-lists")
SIZES = np.array([code.bit_count() for code in range(16)])


def test_a_design_like_a_table_draws_tables_like_it():
    rng = np.random.default_rng(2)
    table = INDEPENDENT.history(rng)

    made = like(table)
    drawn = np.mean([made.draw(rng) for _ in range(200)], axis=0)

    assert made.lists == table.lists
    assert made.n_persons == pytest.approx(2000, rel=0.1)
    # The model smooths the cells; each list and the number of observed persons it keeps.
    assert drawn[1:].sum() == pytest.approx(table.n_observed, rel=0.02)
    for place in range(4):
        on = (np.arange(16) >> place & 1).astype(bool)
        assert drawn[on].sum() == pytest.approx(table.counts[on].sum(), rel=0.03)


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ([0, 40, 30, 0], "share nobody"),
        ([0, 40, 30, 1], "single person on two lists"),
        ([0, 1, 1, 0], "three observed persons"),
        ([0, 40, 0, 30], "drawn from another list"),
        ([0, 210, 120, 0, 30, 0, 0, 0], "share nobody"),
    ],
)
def test_a_table_that_carries_no_estimate_makes_no_design(counts, rule):
    lists = tuple("ABC"[: len(counts).bit_length() - 1])

    with pytest.raises(Refusal, match=rule) as declined:
        like(CaptureHistory(lists=lists, counts=np.array(counts)))

    assert "Choose a named design" in declined.value.hint


def test_more_lists_than_can_be_imitated_are_refused():
    counts = np.ones(128, dtype=np.int64)
    counts[0] = 0

    with pytest.raises(InvalidQuery):
        like(CaptureHistory(lists=tuple("ABCDEFG"), counts=counts))


def test_a_spread_of_nothing_changes_nothing():
    assert np.allclose(with_differences(INDEPENDENT, spread=0).chances, INDEPENDENT.chances)


def test_people_who_differ_are_seen_often_or_never_more_than_chance_has_it():
    spread = with_differences(INDEPENDENT, spread=1.0)

    def variance(chances):
        return chances @ SIZES**2 - (chances @ SIZES) ** 2

    assert spread.chances.sum() == pytest.approx(1)
    assert variance(spread.chances) > 1.5 * variance(INDEPENDENT.chances)
    # Half of them at e times the odds and half at 1/e, list by list.
    on_first = spread.chances[np.arange(16) & 1 == 1].sum()
    odds = 0.3 / 0.7
    halves = [odds * factor / (1 + odds * factor) for factor in (np.e, 1 / np.e)]
    assert on_first == pytest.approx(sum(halves) / 2)


@pytest.mark.parametrize("spread", [-0.1, 3.5])
def test_a_spread_out_of_range_is_refused(spread):
    with pytest.raises(InvalidQuery):
        with_differences(INDEPENDENT, spread=spread)


def test_the_number_of_people_can_be_set_and_not_to_nothing():
    assert with_people(INDEPENDENT, 50).draw(np.random.default_rng(1)).sum() == 50
    with pytest.raises(InvalidQuery):
        with_people(INDEPENDENT, 0)
