"""Chao's lower bound against Rcapture, and where it is declined.

It depends on the golden files and on the estimator.
Another bound gets a file of its own.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.doubtful import DoubtfulResult
from safeconduct.estimate.estimators import chao
from tests.estimate.published_tables import PUBLISHED, golden, published


# What a test reads of an answer is not typed: it may be there or not.
def asked(*given_here, **named):
    return chao.estimate(*given_here, **named)


@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
@pytest.mark.parametrize("name", PUBLISHED)
def test_the_bound_is_that_of_rcapture(name):
    found = asked(published(name))

    reference = golden(name)["frequency"]["Mth Chao (LB)"]
    assert found.method == "chao-lower-bound"
    assert found.point == found.median == pytest.approx(reference["abundance"], rel=1e-8)
    assert found.diagnostics["standard_error"] == pytest.approx(reference["stderr"], rel=1e-4)


def test_the_interval_never_falls_below_the_observed_number_and_widens_with_its_level():
    narrow, wide = (asked(published("kosovo"), level=level) for level in (0.5, 0.999))

    assert wide.observed < wide.interval[0] < narrow.interval[0] < narrow.point
    assert narrow.point < narrow.interval[1] < wide.interval[1]


def test_the_order_of_lists_does_not_matter():
    table = published("kosovo")

    turned = asked(table.reordered(table.lists[::-1]))

    assert turned.interval == pytest.approx(asked(table).interval)


def test_of_two_lists_the_bound_says_that_it_is_lincoln_and_petersen_under_another_name():
    two = CaptureHistory.from_patterns({"A": [1, 0, 1], "B": [0, 1, 1], "count": [90, 80, 40]})

    found = asked(two)

    assert found.point == pytest.approx(130 * 120 / 40)
    assert "Lincoln and Petersen" in found.assumptions[-1].text
    assert [each.number for each in found.assumptions] == [1, 2, 3, 4, 5]
    assert len(asked(published("kosovo")).assumptions) == 4


def test_a_table_that_a_rule_declines_has_no_bound():
    found = asked(published("artificial-3"))

    assert found.refusal.code == "disconnected-lists"
    assert found.median is None


@pytest.mark.parametrize("level", [0.0, 1.0, 2.0])
def test_a_level_that_is_no_probability_is_refused(level):
    with pytest.raises(InvalidQuery):
        asked(published("kosovo"), level=level)


@pytest.mark.parametrize(
    "cells", [[0, 0, 2, 0, 2, 0, 0, 2], [0, 5, 8, 0, 0, 0, 0, 2]], ids=["six", "fifteen"]
)
def test_a_table_whose_fit_runs_away_has_no_bound_instead_of_millions(cells):
    """A search of random tables with few persons: 15 of 3,019 that no other rule declines."""
    with pytest.warns(DoubtfulResult):
        found = chao.estimate(CaptureHistory(lists=("A", "B", "C"), counts=np.array(cells)))

    assert found.median is None
    assert found.refusal is not None
    assert found.refusal.code == "no-maximum"
