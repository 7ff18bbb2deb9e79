"""Whether differences between persons are heard where they hide the total, and not elsewhere.

It depends on numpy, invented estimates, the published tables and the module under test.
The rates over hundreds of tables are measured by `tools/measure_warnings.py`.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import heterogeneity
from safeconduct.estimate.doubtful import PoorConvergence
from tests.estimate.diagnostics.invented_estimates import declined, given
from tests.estimate.published_tables import published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return heterogeneity.warnings(*given_here, **named)


# Four lists, three kinds of persons, of whom half are hardly ever seen.
SHARES = np.array([0.5, 0.3, 0.2])
CAPTURES = np.array([0.05, 0.25, 0.6])


def three_kinds(seed):
    codes = (np.arange(16)[:, None] >> np.arange(4)) & 1
    chances = np.array([np.where(codes, p, 1 - p).prod(axis=1) for p in CAPTURES])
    counts = np.random.default_rng(seed).multinomial(2000, SHARES @ chances)
    counts[0] = 0
    return CaptureHistory(lists=tuple("ABCD"), counts=counts)


@pytest.mark.parametrize("seed", range(5))
def test_three_kinds_of_persons_are_heard_above_an_interval_that_is_too_low(seed):
    (found,) = warned(three_kinds(seed), given(1250, (1150, 1370)))

    assert found.code == "heterogeneity"
    assert found.evidence["total"] > found.evidence["interval_high"] == 1370
    assert found.evidence["bic_gain"] > 0


def test_an_interval_that_holds_the_larger_total_earns_no_warning():
    assert warned(three_kinds(0), given(2500, (1500, 9000))) == ()


@pytest.mark.parametrize(
    ("name", "interval"),
    [
        ("madigan-york-5", (590, 656)),
        ("kosovo", (9827, 16544)),
        ("uk-5", (10387, 33511)),
    ],
)
def test_published_tables_whose_lists_lean_on_each_other_earn_none(name, interval):
    assert warned(published(name), given(600, interval)) == ()


def test_independent_lists_earn_none_even_below_the_truth():
    codes = (np.arange(16)[:, None] >> np.arange(4)) & 1
    counts = np.random.default_rng(2).multinomial(2000, np.where(codes, 0.3, 0.7).prod(axis=1))
    counts[0] = 0
    table = CaptureHistory(lists=tuple("ABCD"), counts=counts)

    assert warned(table, given(1300, (1200, 1400))) == ()


def test_two_lists_and_declined_estimates_say_nothing():
    assert warned(history([0, 40, 30, 12]), given(90, (80, 99))) == ()
    assert warned(three_kinds(0), declined()) == ()


def test_three_lists_are_asked_without_classes():
    # All three pairs share far more than chance, so that every interaction enters.
    table = history([0, 300, 280, 60, 290, 70, 65, 90])

    (found,) = warned(table, given(1300, (1250, 1350)))

    assert "differences" in found.evidence["model"]


def test_interactions_that_use_every_cell_leave_none_for_a_slope():
    table = history([0, 300, 100, 220, 310, 60, 230, 260])

    assert warned(table, given(1500, (1490, 1510))) == ()


@pytest.mark.parametrize(
    "cells",
    [
        # The shapes do not come to rest; of the second table nor does independence.
        [0, 50, 1000, 1000, 0, 2, 1000, 0],
        [0, 1, 2, 0, 0, 0, 0, 0],
    ],
)
def test_a_model_that_did_not_come_to_rest_is_not_compared(cells):
    with pytest.warns(PoorConvergence):
        assert warned(history(cells), given(10, (8, 9))) == ()
