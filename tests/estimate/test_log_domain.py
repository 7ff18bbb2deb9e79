"""Sums in logarithms, and gamma ratios far out.

It depends on the module of its name, and on scipy for comparison.
A new function is tried near and far, where digits are lost.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaln, logsumexp

from safeconduct.estimate.log_domain import add_logs, log_gamma, log_gamma_ratio, sum_logs

LOGS = st.floats(min_value=-1e4, max_value=1e4)


@given(LOGS, LOGS)
def test_two_logarithms_add_up_as_numpy_says(a, b):
    found = add_logs(np.array([a]), np.array([b]))[0]

    assert found == pytest.approx(np.logaddexp(a, b), rel=1e-15, abs=1e-15)


def test_nothing_added_to_something_changes_nothing():
    assert add_logs(np.array([-np.inf]), np.array([-3.0])).tolist() == [-3.0]


def test_a_sum_far_below_the_smallest_number_is_kept():
    values = np.array([[-5000.0, 1.0], [-5000.0, -np.inf], [-5001.0, 2.0]])

    assert np.allclose(sum_logs(values), logsumexp(values, axis=0), rtol=1e-15)


def test_a_sum_of_nothing_is_minus_infinity():
    assert sum_logs(np.empty((0, 2))).tolist() == [-np.inf, -np.inf]
    assert sum_logs(np.full((2, 1), -np.inf)).tolist() == [-np.inf]


@pytest.mark.parametrize("x", [-0.97, 0.0, 0.5, 7.0, 400.0])
def test_a_gamma_ratio_is_the_difference_of_log_gammas_where_that_is_exact(x):
    z = np.array([1.0, 2.0, 23.0, 24.0, 25.5, 300.0, 10_000.0])

    assert np.allclose(log_gamma_ratio(z, x), gammaln(z + x) - gammaln(z), rtol=1e-11, atol=1e-10)


@pytest.mark.parametrize("x", [1, 2, 5])
def test_a_gamma_ratio_of_a_whole_step_is_a_product_however_far_out(x):
    z = np.array([30.0, 1e6, 1e9, 1e12, 1e15])

    product = sum(np.log(z + step) for step in range(x))

    assert np.allclose(log_gamma_ratio(z, float(x)), product, rtol=1e-15, atol=1e-13)


def test_log_gamma_of_a_number_is_that_of_the_language():
    assert log_gamma(0.25) == math.lgamma(0.25)
