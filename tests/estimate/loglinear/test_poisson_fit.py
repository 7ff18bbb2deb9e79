"""Fits of many models at once against one fit at a time by a general optimiser.

It depends on scipy, hypothesis and the module under test.
A further number of a fit is compared with the same oracle.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.stats import poisson

from safeconduct.estimate.loglinear.hierarchical_models import all_models, read_notation
from safeconduct.estimate.loglinear.poisson_fit import fit_poisson, free_terms
from tests.estimate.published_tables import golden, published


def fitted_slowly(counts, terms):
    """Maximise the likelihood of one model with a dense design and a general optimiser."""
    codes = np.arange(counts.size)
    design = ((codes[:, None] & codes) == codes)[1:, terms].astype(float)
    observed = counts[1:]

    def loss(theta):
        logs = design @ theta
        return np.exp(logs).sum() - observed @ logs, design.T @ (np.exp(logs) - observed)

    first = np.zeros(design.shape[1])
    first[0] = np.log(observed.mean())
    theta = minimize(loss, first, jac=True, method="BFGS", options={"gtol": 1e-8}).x
    return np.exp(theta[0]), poisson.logpmf(observed, np.exp(design @ theta)).sum()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(1, 60), min_size=15, max_size=15),
    st.integers(0, len(all_models(4, order=3)) - 1),
)
def test_a_fit_is_that_of_a_general_optimiser(cells, place):
    counts = np.array([0, *cells], dtype=float)
    terms = all_models(4, order=3)[place]

    fits = fit_poisson(counts[None], terms[None])

    missing, log_likelihood = fitted_slowly(counts, terms)
    assert fits.certified.all()
    assert fits.missing[0] == pytest.approx(missing, rel=1e-3)
    assert fits.log_likelihood[0] == pytest.approx(log_likelihood, abs=1e-5)


def test_two_independent_lists_give_the_number_of_lincoln_and_petersen():
    fits = fit_poisson(np.array([[0.0, 40, 30, 10]]), read_notation("[1,2]", n_lists=2)[None])

    assert fits.missing[0] == pytest.approx(40 * 30 / 10)
    assert fits.fitted[0].tolist() == pytest.approx([120, 40, 30, 10])
    # The variance of the log of a product of independent Poisson counts.
    assert fits.variance[0] == pytest.approx(1 / 40 + 1 / 30 + 1 / 10)


def test_an_interaction_of_lists_that_share_nobody_takes_their_cells_out():
    counts = np.array([[0.0, 5, 7, 0, 9, 3, 4, 0]])
    terms = read_notation("[12,3]", n_lists=3)[None]

    free, kept = free_terms(counts, terms)

    assert np.flatnonzero(terms & ~free).tolist() == [0b011]
    assert np.flatnonzero(~kept[0]).tolist() == [0, 0b011, 0b111]


def test_a_mean_that_vanishes_leaves_a_fit_without_a_certificate():
    counts = np.array([[0.0, 40, 30, 6, 20, 0, 0, 0]])

    fits = fit_poisson(counts, read_notation("[12,3]", n_lists=3)[None])

    assert not fits.certified.any()
    assert np.isnan(fits.variance).all()


def test_a_row_that_has_not_arrived_is_given_up_without_a_certificate():
    counts = np.array([[0.0, 900, 30, 6, 20, 3, 1, 500]])

    fits = fit_poisson(counts, read_notation("[12,3]", n_lists=3)[None], most_steps=1)

    assert not fits.certified.any()


@pytest.mark.parametrize("name", ["kosovo", "madigan-york-5", "uk-5"])
def test_independence_gives_the_published_total(name):
    table = published(name)
    terms = read_notation("[1]", n_lists=table.n_lists)

    fits = fit_poisson(table.counts[None].astype(float), terms[None])

    total = table.n_observed + fits.missing[0]
    assert total == pytest.approx(golden(name)["independence"], rel=1e-8)
