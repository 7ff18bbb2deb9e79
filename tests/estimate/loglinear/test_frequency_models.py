"""Models of differences between persons against the numbers of Rcapture.

It depends on the golden files and on the module under test.
A further shape is compared with a published number here.
"""

import numpy as np
import pytest

from safeconduct.estimate.doubtful import PoorConvergence
from safeconduct.estimate.loglinear.frequency_models import fit_chao, fit_independent, fit_shape
from tests.estimate.published_tables import PUBLISHED, golden, published

FITS = {
    "Mt": fit_independent,
    "Mth Chao (LB)": fit_chao,
    "Mth Darroch": lambda counts: fit_shape(counts, shape="normal"),
    "Mth Gamma3.5": lambda counts: fit_shape(counts, shape="gamma"),
}


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("model", FITS)
def test_total_error_and_degrees_of_freedom_are_those_of_rcapture(name, model):
    counts = published(name).counts.astype(float)

    fit = FITS[model](counts)

    reference = golden(name)["frequency"][model]
    assert counts.sum() + fit.missing == pytest.approx(reference["abundance"], rel=1e-8)
    assert fit.standard_error == pytest.approx(reference["stderr"], rel=1e-4)
    assert counts.size - 1 - fit.n_terms == reference["df"]


def test_a_bend_that_would_not_be_convex_is_left_out():
    slopes = fit_chao(published("kosovo").counts.astype(float)).slopes

    assert len(slopes) == 1
    assert slopes[0] > 0


def test_persons_who_do_not_differ_have_a_slope_near_zero():
    on = np.array([0.4, 0.3, 0.3, 0.2])
    codes = (np.arange(16)[:, None] >> np.arange(4)) & 1
    counts = 2000 * np.where(codes, on, 1 - on).prod(axis=1)
    counts[0] = 0

    assert fit_shape(counts, shape="normal").slopes == pytest.approx((0.0,), abs=1e-6)
    assert counts.sum() + fit_independent(counts).missing == pytest.approx(2000)


def test_an_interaction_of_two_lists_is_added_where_it_is_asked_for():
    counts = published("kosovo").counts.astype(float)

    plain, leaning = fit_independent(counts), fit_independent(counts, pairs=(3,))

    assert leaning.n_terms == plain.n_terms + 1
    assert leaning.log_likelihood > plain.log_likelihood
    assert fit_shape(counts, shape="gamma", pairs=(3,)).n_terms == plain.n_terms + 2


def test_a_cell_that_runs_empty_does_not_stop_the_fit():
    counts = np.array([0.0, 40, 30, 0, 20, 8, 9, 0])

    with pytest.warns(PoorConvergence):
        fit = fit_shape(counts, shape="normal", pairs=(3,))

    assert np.isfinite(fit.missing)


def test_steps_that_do_not_come_to_rest_are_said_aloud():
    counts = np.array([0.0, 50, 1000, 1000, 0, 2, 1000, 0])

    with pytest.warns(PoorConvergence, match="did not come to rest in 200 steps"):
        fit = fit_shape(counts, shape="normal")

    assert not fit.converged


def test_steps_that_come_to_rest_are_not_talked_about():
    assert fit_shape(published("kosovo").counts.astype(float), shape="normal").converged
