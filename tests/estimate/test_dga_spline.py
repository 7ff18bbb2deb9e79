"""The spline against SciPy's, and the weights of its nodes against the sums that they stand for.

It depends on the spline and on SciPy's own.
Another rule for the ends is held against a program that has it.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import CubicSpline

from safeconduct.estimate.dga_spline import Knots


def _drawn(seed: int, size: int) -> tuple[np.random.Generator, Knots, np.ndarray]:
    rng = np.random.default_rng(seed)
    x = np.cumsum(0.05 + rng.random(size))
    return rng, Knots.of(x), rng.standard_normal(size)


@given(seed=st.integers(0, 10_000), size=st.integers(4, 60))
def test_values_and_slopes_are_those_of_another_program(seed: int, size: int) -> None:
    rng, knots, y = _drawn(seed, size)
    at = rng.uniform(knots.x[0], knots.x[-1], 40)
    theirs = CubicSpline(knots.x, y)

    np.testing.assert_allclose(knots.values(y, at), theirs(at), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(knots.slopes(y, at), theirs(at, 1), rtol=1e-8, atol=1e-8)


@given(seed=st.integers(0, 10_000), size=st.integers(4, 60))
def test_shares_give_the_weighted_sum_of_any_values(seed: int, size: int) -> None:
    rng, knots, y = _drawn(seed, size)
    at = rng.uniform(knots.x[0], knots.x[-1], 40)
    weights = rng.random(40)

    shares = knots.shares(at, weights)

    assert shares @ y == pytest.approx(weights @ knots.values(y, at), abs=1e-8)
    assert shares.sum() == pytest.approx(weights.sum())


@pytest.mark.parametrize("size", [2, 3])
def test_few_nodes_are_met_by_themselves(size: int) -> None:
    _, knots, y = _drawn(1, size)

    np.testing.assert_allclose(knots.values(y, knots.x), y)
    np.testing.assert_allclose(knots.shares(knots.x, y), y)
