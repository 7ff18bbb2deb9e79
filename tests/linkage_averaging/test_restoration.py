"""Undoing link errors: on average the true table comes back, and what cannot be is declined.

It depends on the faults of the simulation as its oracle, written apart from it.
A new account of the errors is held to that oracle too.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.linkage_averaging import LinkErrors, restore
from safeconduct.simulation import mislinked, on_a_path
from safeconduct.simulation.design import seen

LISTS = ("A", "B", "C", "D")


def restored_mean(linked, errors, *, n_draws=40):
    drawn = restore(linked, errors=[errors] * n_draws, seed=7)
    return np.mean([history.counts for history in drawn.histories], axis=0)


@pytest.mark.parametrize(
    ("missed", "false"), [(0.05, 0.0), (0.1, 0.0), (0.0, 0.02), (0.05, 0.02), (0.1, 0.02)]
)
def test_the_number_of_observed_persons_comes_back_whichever_way_links_went_wrong(missed, false):
    """The way forward is written apart from the way back, and serves as its oracle."""
    rng = np.random.default_rng(3)
    true = np.round(on_a_path([0.25] * 4, odds_ratio=3.0) * 400_000).astype(np.int64)
    errors = LinkErrors(missed=missed, false=false)
    linked = seen(mislinked(true, errors=errors, rng=rng), lists=LISTS)

    mean = restored_mean(linked, errors)

    assert abs(mean.sum() / true[1:].sum() - 1) < 0.004
    assert abs(linked.n_observed / true[1:].sum() - 1) > 0.005


def test_each_pattern_comes_back_after_missed_links_alone():
    rng = np.random.default_rng(4)
    true = np.round(on_a_path([0.3] * 4, odds_ratio=2.0) * 2_000_000).astype(np.int64)
    errors = LinkErrors(missed=0.1, false=0.0)
    linked = seen(mislinked(true, errors=errors, rng=rng), lists=LISTS)

    mean = restored_mean(linked, errors)

    assert np.abs(mean[1:] / true[1:] - 1).max() < 0.02
    assert np.abs(linked.counts[1:] / true[1:] - 1).max() > 0.2


def test_the_number_lost_from_a_pair_follows_its_negative_binomial():
    """Two lists have one way to lose a pair, so that mean and variance can be written down.

    With z = 200 pairs left and (1 - m)^2 = 0.81 the number lost has mean (z + 1) 0.19 / 0.81 and
    variance (z + 1) 0.19 / 0.81^2, as every negative binomial.
    """
    linked = CaptureHistory(lists=("A", "B"), counts=np.array([0, 900, 800, 200]))
    drawn = restore(linked, errors=[LinkErrors(missed=0.1, false=0.0)] * 4000, seed=1)

    lost = np.array([history.counts[3] - 200 for history in drawn.histories])

    assert abs(lost.mean() - 201 * 0.19 / 0.81) < 0.5
    assert abs(lost.var() / (201 * 0.19 / 0.81**2) - 1) < 0.1
    assert all(h.counts[1] == 900 - n for h, n in zip(drawn.histories, lost, strict=True))


@given(
    st.lists(st.integers(min_value=0, max_value=60), min_size=7, max_size=7).filter(
        lambda counts: sum(counts) > 0
    )
)
def test_perfect_links_change_nothing(counts):
    linked = CaptureHistory(lists=("A", "B", "C"), counts=np.array([0, *counts]))

    drawn = restore(linked, errors=[LinkErrors(missed=0.0, false=0.0)] * 3, seed=0)

    # A pair that is not there may still have been lost under a flat prior, never at a rate of 0.
    assert all(np.array_equal(history.counts, linked.counts) for history in drawn.histories)
    assert drawn.n_impossible == 0


@given(
    st.tuples(
        *[st.integers(*((300, 400) if code in (1, 2, 4) else (30, 60))) for code in range(1, 8)]
    ),
    st.floats(min_value=0, max_value=0.1),
    st.floats(min_value=0, max_value=0.1),
    st.integers(min_value=0, max_value=1000),
)
def test_no_record_is_made_or_lost(counts, missed, false, seed):
    linked = CaptureHistory(lists=("A", "B", "C"), counts=np.array([0, *counts]))
    sizes = np.array([code.bit_count() for code in range(8)])

    drawn = restore(linked, errors=[LinkErrors(missed=missed, false=false)] * 4, seed=seed)

    assert {int(h.counts @ sizes) for h in drawn.histories} == {int(linked.counts @ sizes)}


def test_the_same_seed_gives_the_same_tables_and_another_seed_others():
    linked = CaptureHistory(lists=("A", "B", "C"), counts=np.array([0, 90, 80, 30, 70, 20, 25, 9]))
    errors = [LinkErrors(missed=0.05, false=0.02)] * 20

    first = restore(linked, errors=errors, seed=5).histories

    assert restore(linked, errors=errors, seed=5).histories == first
    assert restore(linked, errors=errors, seed=6).histories != first


def test_rates_that_cannot_have_made_the_table_are_declined_with_what_to_do():
    linked = CaptureHistory(lists=("A", "B"), counts=np.array([0, 1, 1, 500]))

    with pytest.raises(Refusal) as refused:
        restore(linked, errors=[LinkErrors(missed=0.3, false=0.0)] * 20, seed=1)

    assert "Check pairs from this linkage" in str(refused.value)


def test_a_larger_pattern_whose_remains_exceed_what_is_there_is_impossible():
    linked = CaptureHistory(
        lists=("A", "B", "C"), counts=np.array([0, 900, 900, 0, 900, 0, 0, 500])
    )

    with pytest.raises(Refusal):
        restore(linked, errors=[LinkErrors(missed=0.3, false=0.0)] * 4, seed=1)


def test_some_impossible_draws_are_left_out_and_counted():
    linked = CaptureHistory(lists=("A", "B"), counts=np.array([0, 40, 40, 500]))
    errors = [LinkErrors(missed=0.005, false=0.0)] * 10 + [LinkErrors(missed=0.3, false=0.0)] * 2

    drawn = restore(linked, errors=errors, seed=1)

    assert (len(drawn.histories), drawn.n_impossible) == (10, 2)


def test_no_rates_and_a_negative_seed_are_refused_together():
    linked = CaptureHistory(lists=("A", "B"), counts=np.array([0, 4, 4, 5]))

    with pytest.raises(InvalidQuery) as refused:
        restore(linked, errors=[], seed=-1)

    assert [part for part, _ in refused.value.problems] == ["errors", "seed"]
