"""Two lists taken to be independent: the number, the interval, and what is declined.

It depends on scipy, numpy and the estimator.
A further form of interval is held to the coverage asked for here.
"""

import numpy as np
import pytest
from scipy.stats import hypergeom

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.estimators import lincoln_petersen
from tests.estimate.published_tables import published


# What a test reads of an answer is not typed: it may be there or not.
def asked(*given_here, **named):
    return lincoln_petersen.estimate(*given_here, **named)


def two(first, second, *, both):
    return CaptureHistory(lists=("A", "B"), counts=np.array([0, first - both, second - both, both]))


def test_the_number_is_that_of_chapman_and_its_assumption_is_its_name():
    found = asked(two(100, 150, both=50))

    assert found.method == "two-lists-independent"
    assert found.point == found.median == pytest.approx(101 * 151 / 51 - 1)
    assert "independent" in found.assumptions[0].text


def test_the_interval_holds_every_total_that_neither_tail_excludes():
    found = asked(two(30, 40, both=12))

    admitted = [
        total
        for total in range(58, 400)
        if min(hypergeom.cdf(12, total, 30, 40), hypergeom.sf(11, total, 30, 40)) > 0.025
    ]
    assert found.interval == (min(admitted), max(admitted))


def test_the_interval_covers_at_least_as_often_as_it_says():
    truth, n1, n2 = 300, 90, 110
    both = np.arange(12, 60)
    intervals = [asked(two(n1, n2, both=int(m))).interval for m in both]
    covered = np.array([low <= truth <= high for low, high in intervals])

    coverage = hypergeom.pmf(both, truth, n1, n2)[covered].sum()

    assert 0.95 <= coverage < 0.99


def test_a_list_that_is_almost_complete_leaves_almost_nobody_missing():
    found = asked(two(30, 12, both=11))

    assert found.interval[0] == found.observed == 31


def test_more_lists_than_two_are_for_other_estimators():
    found = asked(published("kosovo"))

    assert found.refusal.code == "needs-two-lists"
    assert found.interval is None


def test_two_lists_that_share_nobody_are_declined():
    assert asked(two(20, 30, both=0)).refusal.code == "no-overlap"


@pytest.mark.parametrize("level", [0.0, 1.0, 2.0])
def test_a_level_that_is_no_probability_is_refused(level):
    """At 1 the search for an upper end would not end."""
    with pytest.raises(InvalidQuery):
        asked(two(30, 40, both=12), level=level)
