"""Two latent classes against a slow expectation-maximisation, and against the truth.

It depends on numpy and on the module under test.
More classes would be compared with the same oracle.
"""

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from safeconduct.estimate.loglinear import latent_two_classes
from safeconduct.estimate.loglinear.latent_two_classes import fit_two_classes

EASY = np.array([0.66, 0.825, 0.759, 0.99, 0.693])
HARD = np.array([0.033, 0.033, 0.099, 0.132, 0.033])


def expected(n_persons):
    """A table of two classes without noise: one in ten is easy to see."""
    codes = (np.arange(32)[:, None] >> np.arange(5)) & 1
    parts = [np.where(codes, p, 1 - p).prod(axis=1) for p in (EASY, HARD)]
    counts = n_persons * (0.1 * parts[0] + 0.9 * parts[1])
    counts[0] = 0
    return counts


def test_a_table_of_two_classes_gives_back_its_population():
    counts = expected(2000)

    fit = fit_two_classes(counts)

    assert counts.sum() + fit.missing == pytest.approx(2000, rel=0.01)
    assert fit.n_terms == 12


def test_the_fit_is_as_likely_as_that_of_expectation_maximisation():
    counts = np.random.default_rng(3).poisson(expected(2000)).astype(float)
    codes = (np.arange(32)[:, None] >> np.arange(5)) & 1
    full, w, p = counts.copy(), np.array([0.1, 0.9]), np.stack([EASY, HARD])
    for _ in range(3000):
        parts = w[:, None] * np.stack([np.where(codes, one, 1 - one).prod(axis=1) for one in p])
        full[0] = counts.sum() * parts[:, 0].sum() / (1 - parts[:, 0].sum())
        held = parts / parts.sum(axis=0) * full
        w, p = held.sum(axis=1) / held.sum(), held @ codes / held.sum(axis=1)[:, None]

    fit = fit_two_classes(counts)

    assert fit.missing == pytest.approx(full[0], rel=0.01)


def test_the_gradient_is_that_of_small_steps():
    counts = expected(500)
    on = ((np.arange(32)[:, None] >> np.arange(5)) & 1).astype(float)
    theta = np.linspace(-1.0, 1.0, 11)

    _, gradient = latent_two_classes._loss(theta, counts, on)  # noqa: SLF001

    def loss(at):
        return latent_two_classes._loss(at, counts, on)[0]  # noqa: SLF001

    by_steps = approx_fprime(theta, loss)
    assert gradient == pytest.approx(by_steps, abs=1e-5)


def test_the_order_of_lists_does_not_matter():
    counts = np.random.default_rng(5).poisson(expected(1500)).astype(float)
    turned = counts.reshape((2,) * 5).transpose().reshape(-1)

    assert fit_two_classes(turned).missing == pytest.approx(
        fit_two_classes(counts).missing, rel=1e-3
    )
