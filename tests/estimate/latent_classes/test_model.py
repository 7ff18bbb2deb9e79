"""The formulas of the model are those of its loops, and its slopes are slopes.

It depends on the naive model beside it.
A further formula is held to one more loop.
"""

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import beta, kstest

from safeconduct.estimate.latent_classes.model import LatentClassModel, capture_logs
from tests.estimate.latent_classes.naive_latent_classes import log_likelihood, log_stick_prior

COUNTS = np.array([0, 6, 5, 2, 4, 0, 1, 3])


def model(alpha_prior=(0.25, 0.25), capture_prior=(1.0, 1.0)) -> LatentClassModel:
    return LatentClassModel(
        counts=COUNTS, n_classes=3, alpha_prior=alpha_prior, capture_prior=capture_prior
    )


def coordinates(n_chains: int = 2) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(2)
    return rng.standard_normal((3, n_chains)), rng.standard_normal((3, 3, n_chains))


def test_the_fit_is_the_likelihood_with_the_total_integrated_out():
    evaluation = model().evaluation()
    log_weights, logits = coordinates()
    present, absent = (np.exp(one) for one in capture_logs(logits))
    cells = evaluation.cells(np.ones((3, 2)), present=present, absent=absent)

    fit = evaluation.fit(np.exp(log_weights), cells=cells, chances=1.0 - cells[0])

    shares = np.exp(log_weights) / np.exp(log_weights).sum(axis=0)
    wanted = [
        log_likelihood(
            COUNTS.tolist(), shares=shares[:, c].tolist(), chances=expit(logits[:, :, c]).tolist()
        )
        for c in range(2)
    ]
    assert fit == pytest.approx(wanted, rel=1e-12)


def test_the_prior_of_the_sticks_is_that_with_the_concentration_integrated_by_quadrature():
    evaluation = model(alpha_prior=(2.0, 0.7)).evaluation()
    log_weights, _ = coordinates()
    shares = np.exp(log_weights) / np.exp(log_weights).sum(axis=0)

    found = evaluation.stick_prior(log_weights)

    wanted = [log_stick_prior(shares[:, c].tolist(), shape=2.0, rate=0.7) for c in range(2)]
    assert found[0] - found[1] == pytest.approx(wanted[0] - wanted[1], abs=1e-6)


def test_a_table_that_the_classes_cannot_make_has_no_likelihood():
    evaluation = model().evaluation()

    fit = evaluation.fit(
        np.ones((3, 1)), cells=np.zeros((len(evaluation.rows), 3, 1)), chances=np.ones((3, 1))
    )

    assert fit[0] == -np.inf


@pytest.mark.parametrize("heat", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("capture_prior", [(1.0, 1.0), (0.5, 2.0)])
def test_slopes_are_differences_of_the_log_posterior(heat, capture_prior):
    evaluation = model(capture_prior=capture_prior).evaluation()
    shares, logits = coordinates(1)

    _, by_share, by_logit = evaluation.slopes(shares, logits, heat=heat)

    for point, slope in ((shares, by_share), (logits, by_logit)):
        for place in np.ndindex(point.shape):
            ends = []
            for change in (-1e-6, 1e-6):
                moved = point.copy()
                moved[place] += change
                at = (moved, logits) if point is shares else (shares, moved)
                ends.append(evaluation.slopes(*at, heat=heat)[0][0])
            assert slope[place] == pytest.approx((ends[1] - ends[0]) / 2e-6, abs=1e-6)


def test_the_log_posterior_of_a_trajectory_is_fit_and_priors():
    evaluation = model().evaluation()
    log_weights, logits = coordinates()
    log_present, log_absent = capture_logs(logits)
    cells = evaluation.cells(
        np.ones((3, 2)), present=np.exp(log_present), absent=np.exp(log_absent)
    )
    shares = log_weights + np.log1p(-cells[0])

    value, _, _ = evaluation.slopes(shares, logits, heat=1.0)

    wanted = evaluation.fit(np.exp(log_weights), cells=cells, chances=1.0 - cells[0])
    wanted += evaluation.stick_prior(log_weights)
    wanted += evaluation.capture_prior(log_present, log_absent)
    assert value == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("pair", [(1.0, 1.0), (0.05, 0.3), (4.0, 2.0)])
def test_logits_are_drawn_from_the_beta_prior(pair):
    logits = (
        model(capture_prior=pair).evaluation().draw_logits((20_000,), rng=np.random.default_rng(1))
    )

    assert kstest(expit(logits), beta(*pair).cdf).pvalue > 0.001


def test_logs_of_captures_hold_for_logits_of_any_size():
    log_present, log_absent = capture_logs(np.array([-800.0, -1.0, 0.0, 800.0]))

    assert log_present == pytest.approx([-800.0, -1.3132616875, -0.6931471806, 0.0])
    assert log_absent == pytest.approx([0.0, -0.3132616875, -0.6931471806, -800.0])
