"""Probabilities of whole numbers, or of ranges where there are too many.

It depends on the points, and on power laws whose quantiles are known.
Another kind of range is tried with what it says of its coarseness.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.estimate.dga_nodes import Bend, PosteriorNodes, place_nodes
from safeconduct.estimate.dga_points import every_number, node_shares, where_the_mass_is


def power_law(scale: float, power: float) -> PosteriorNodes:
    return place_nodes(
        lambda missing: -power * np.log(missing + scale),
        bend=Bend(on_lists=1.0, observed=scale),
        reach=1000.0 * scale,
    )


def test_every_number_has_its_probability():
    points = every_number(power_law(100.0, 3.0), first=1, last=5000)

    exact = (np.arange(1, 5001) + 100.0) ** -3.0
    assert np.allclose(points.probability, exact / exact.sum(), rtol=1e-6)
    assert np.exp(points.log_sum) == pytest.approx(exact.sum(), rel=1e-7)
    assert points.coarseness == 0.0


def test_a_posterior_that_reaches_far_is_told_in_ranges_with_their_coarseness():
    points = where_the_mass_is(power_law(10_000.0, 2.0))

    cumulated = np.cumsum(points.probability)
    # The probability that the missing are N0 at most is 1 - s / (s + N0), but for the end.
    for level in (0.025, 0.5, 0.975):
        found = points.missing[np.searchsorted(cumulated, level)]
        exact = 10_000.0 * level / (1.0 - level)
        assert abs(found - exact) <= 1.0 + 2 * points.coarseness * exact
    assert 0.0 < points.coarseness < 3e-4
    assert points.missing.size <= 200_000
    assert points.probability.sum() == pytest.approx(1.0)


def test_a_narrow_posterior_far_out_keeps_every_number():
    def peak(missing):
        return -0.5 * ((missing - 5e7) / 3000.0) ** 2

    nodes = place_nodes(peak, bend=Bend(on_lists=3e9, observed=1e9), reach=1e9)
    points = where_the_mass_is(nodes)

    assert points.coarseness == 0.0
    assert points.missing[np.searchsorted(np.cumsum(points.probability), 0.5)] == 50_000_000


@pytest.mark.parametrize("last", [3, 2000])
def test_node_shares_turn_values_at_nodes_into_posterior_means(last):
    nodes = power_law(100.0, 3.0)
    points = every_number(nodes, first=1, last=last)

    shares = node_shares(nodes, points)

    for value in (np.ones_like, np.log1p, lambda missing: 1.0 / (1.0 + missing / 500.0)):
        exact = points.probability @ value(points.middle)
        assert shares @ value(nodes.missing) == pytest.approx(exact, rel=1e-7)


def drawn_nodes(seed: int, size: int) -> PosteriorNodes:
    rng = np.random.default_rng(seed)
    missing = np.unique(np.cumsum(rng.integers(1, 40, size))).astype(float) - 1.0
    return PosteriorNodes(missing=missing, logs=rng.standard_normal(missing.size))


@given(seed=st.integers(0, 10_000), size=st.integers(2, 60))
def test_shares_give_the_mean_of_the_spline_through_any_values(seed, size):
    nodes = drawn_nodes(seed, size)
    points = every_number(nodes, first=int(nodes.missing[0]), last=int(nodes.missing[-1]))

    shares = node_shares(nodes, points)

    assert shares @ nodes.logs == pytest.approx(
        points.probability @ nodes.foretold(points.middle), abs=1e-8
    )
    assert shares.sum() == pytest.approx(1.0)
