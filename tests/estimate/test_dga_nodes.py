"""Nodes are placed so that a spline foretells everything that matters, and no peak is missed.

It depends on the nodes, and on posteriors that are made to be hard.
A posterior for which nodes fail is one more function here.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import CubicSpline
from scipy.special import logsumexp

from safeconduct.estimate.dga_nodes import FARTHEST, Bend, PosteriorNodes, place_nodes


def peaks_at(places, *, width, asked):
    """Make a sum of narrow peaks in log N0, which notes how often it is asked."""

    def log_posterior(missing):
        asked.append(missing.size)
        x = np.log1p(missing)
        far = [-0.5 * ((x - np.log(place)) / width) ** 2 for place in places]
        return np.asarray(logsumexp(far, axis=0) - x)

    return log_posterior


def bend(width):
    # Away from its largest value the bound falls as 1/N0; these peaks bend the same everywhere.
    return Bend(on_lists=8.0 / width**2, observed=1e9)


@pytest.mark.parametrize("width", [0.001, 0.01, 0.2])
@pytest.mark.parametrize("places", [(3_456.0,), (700.0, 54_321.0)])
def test_narrow_peaks_between_the_first_nodes_are_found(places, width):
    asked: list[int] = []
    peaks = peaks_at(places, width=width, asked=asked)

    nodes = place_nodes(peaks, bend=bend(width), reach=1e6)

    assert sum(asked) < 900
    missing = np.arange(1.0, 100_000.0)
    exact = np.exp(peaks(missing))
    told = np.exp(nodes.foretold(missing))
    assert np.abs(told / told.sum() - exact / exact.sum()).sum() / 2 < 1e-6


def test_a_tail_that_is_not_empty_is_followed():
    def power_law(missing):
        return -2.0 * np.log(missing + 50.0)

    nodes = place_nodes(power_law, bend=Bend(on_lists=1.0, observed=50.0), reach=1000.0)

    assert nodes.has_end
    assert 1e9 < nodes.missing[-1] < 1e13
    assert nodes.tail_slope == pytest.approx(-2.0, abs=1e-6)


def test_a_tail_without_a_sum_has_no_end():
    nodes = place_nodes(
        lambda missing: -np.log(missing + 50.0), bend=Bend(on_lists=1.0, observed=50.0), reach=1e3
    )

    assert not nodes.has_end
    assert nodes.missing[-1] >= FARTHEST


def test_a_tail_that_hardly_falls_has_no_end_either():
    nodes = place_nodes(
        lambda missing: -1.2 * np.log(missing + 50.0),
        bend=Bend(on_lists=1.0, observed=50.0),
        reach=1e3,
    )

    assert not nodes.has_end


@pytest.mark.parametrize("last", [1, 5, 24, 25, 1000])
def test_a_given_last_number_is_the_last_node(last):
    nodes = place_nodes(
        lambda missing: -np.log(missing + 50.0),
        bend=Bend(on_lists=1.0, observed=50.0),
        reach=1e6,
        last=last,
    )

    assert nodes.missing[-1] == last
    assert (np.diff(nodes.missing) >= 1).all()


def test_nodes_join_in_order():
    nodes = PosteriorNodes(missing=np.array([0.0, 4.0]), logs=np.array([1.0, 2.0]))

    joined = nodes.joined(np.array([2.0]), np.array([5.0]))

    assert joined.missing.tolist() == [0, 2, 4]
    assert joined.logs.tolist() == [1, 5, 2]


def test_the_bound_on_bending_is_largest_where_missing_and_observed_are_alike():
    found = Bend(on_lists=400.0, observed=99.0).within(np.array([0.0, 10.0, 1e4, 1e5]))

    assert found.tolist() == pytest.approx([0.5, 100.5, 400 * 1e6 / 10_100**2 + 0.5])


@given(seed=st.integers(0, 10_000), size=st.integers(2, 60))
def test_few_and_many_numbers_are_foretold_by_the_same_spline(seed, size):
    rng = np.random.default_rng(seed)
    missing = np.cumsum(rng.integers(1, 40, size)).astype(float)
    nodes = PosteriorNodes(missing=missing, logs=rng.standard_normal(size))
    at = rng.uniform(missing[0], missing[-1], 50)

    many = nodes.foretold(np.resize(at, 3_000))[:50]
    theirs = CubicSpline(np.log1p(missing), nodes.logs)
    np.testing.assert_allclose(nodes.foretold(at), many, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(many, theirs(np.log1p(at)), rtol=1e-12, atol=1e-12)
    assert nodes.slope(at[0]) == pytest.approx(float(theirs(np.log1p(at[0]), 1)))
