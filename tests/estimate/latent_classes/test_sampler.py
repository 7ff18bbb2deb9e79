"""Chains find the posterior that importance sampling from the prior finds, and know if not.

It depends on the naive model beside it.
A further rule of the run is one more test here.
"""

import dataclasses

import numpy as np
import pytest

from safeconduct.estimate.latent_classes.model import LatentClassModel
from safeconduct.estimate.latent_classes.sampler import (
    MOST_MISSING,
    LatentClassSettings,
    draw,
)
from tests.estimate.latent_classes.naive_latent_classes import missing_by_importance

SMALL = np.array([0, 6, 5, 2, 4, 1, 1, 3])
QUICK = LatentClassSettings(classes=3, chains=32, draws=100, most_draws=200)


def drawn(counts=SMALL, settings=QUICK, *, seed=1):
    model = LatentClassModel(
        counts=counts,
        n_classes=settings.classes,
        alpha_prior=settings.alpha_prior,
        capture_prior=settings.capture_prior,
    )
    return draw(model, settings, rng=np.random.default_rng(seed))


@pytest.mark.parametrize("alpha_prior", [(0.25, 0.25), (3.0, 1.0)])
def test_the_draws_are_those_of_the_exact_posterior(alpha_prior):
    settings = dataclasses.replace(QUICK, alpha_prior=alpha_prior)
    at = (0, 1, 2, 4, 8, 16, 32, 64)
    wanted, size = missing_by_importance(SMALL, at=at, n_classes=3, alpha_prior=alpha_prior)

    found = drawn(settings=settings)

    for m, exact in zip(at, wanted, strict=True):
        error = np.sqrt(exact * (1 - exact) * (1 / size + 1 / found.agreement.bulk_size))
        assert abs((found.missing <= m).mean() - exact) < 4 * error + 1e-3, m


def test_the_same_seed_gives_the_same_draws():
    short = dataclasses.replace(QUICK, draws=50, most_draws=50)

    one, again, other = (drawn(settings=short, seed=seed) for seed in (1, 1, 2))

    assert np.array_equal(one.missing, again.missing)
    assert not np.array_equal(one.missing, other.missing)


def test_chains_run_on_until_they_agree_or_have_run_as_long_as_they_may():
    never = dataclasses.replace(QUICK, draws=60, most_draws=100, target_rhat=1.0001)

    found = drawn(settings=never)

    assert found.missing.shape == (32, 100)
    assert found.agreement.rhat > 1.0001


def test_a_table_without_end_stops_at_the_bound():
    """No list overlaps another; with chances of being seen near 0 there is no end."""
    apart = np.array([0, 300, 300, 0, 300, 0, 0, 0])
    settings = dataclasses.replace(
        QUICK, draws=50, most_draws=50, capture_prior=(0.001, 1.0), classes=2
    )

    found = drawn(apart, settings)

    assert found.missing.max() == MOST_MISSING


def test_the_cost_does_not_grow_with_the_persons():
    """Per draw and step of a trajectory the same arrays are filled, whatever the counts."""
    few, many = (
        LatentClassModel(
            counts=SMALL * times, n_classes=3, alpha_prior=(1, 1), capture_prior=(1, 1)
        ).evaluation()
        for times in (1, 10**6)
    )

    assert few.rows.shape == many.rows.shape
    assert few.on_list.shape == many.on_list.shape


def test_every_setting_outside_its_range_is_named():
    wrong = LatentClassSettings(
        classes=1,
        alpha_prior=(0.0, 1.0),
        capture_prior=(1.0, float("nan")),
        chains=3,
        draws=10,
        most_draws=10**7,
        target_rhat=1.0,
    )

    assert [name for name, _ in wrong.problems()] == [
        "classes",
        "alpha_prior",
        "capture_prior",
        "chains",
        "draws",
        "most_draws",
        "target_rhat",
    ]
