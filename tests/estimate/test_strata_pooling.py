"""Pooled strata against the normal hierarchical model, where that is exact.

It depends on the pooling and on posteriors made for it, normal in the log odds.
Another distribution over strata needs its own exact case here.
"""

import numpy as np
import pytest

from safeconduct.estimate.result import Assumption, Estimate, Posterior
from safeconduct.estimate.strata_pooling import StratumRanges, pooled_draws


def normal_stratum(theta, *, spread, observed=1_000, prior="1/N"):
    """Make a posterior whose likelihood is normal in theta, times the prior of N."""
    missing = np.arange(0, 40 * observed, dtype=np.int64)
    at = np.log(observed / (missing + 0.5))
    logs = -0.5 * ((at - theta) / spread) ** 2
    if prior == "1/N":
        logs -= np.log(missing + observed)
    p = np.exp(logs - logs.max())
    posterior = Posterior(n=missing + observed, p=p / p.sum())
    return Estimate(
        method="dga",
        observed=observed,
        median=posterior.quantile(0.5),
        interval=posterior.interval(0.95),
        posterior=posterior,
        assumptions=(Assumption(number=1, text="Closed."),),
        diagnostics={"prior": prior},
        input_digest="",
    )


def ranges(theta, spread, prior):
    one = normal_stratum(theta, spread=spread, prior=prior)
    return StratumRanges.of(one.posterior, observed=one.observed, prior=prior)


@pytest.mark.parametrize("prior", ["1/N", "uniform"])
@pytest.mark.parametrize(("mean", "deviation"), [(0.0, 0.3), (1.0, 0.1), (-0.5, 2.0)])
def test_a_normal_likelihood_is_marginal_as_the_normal_model_says(prior, mean, deviation):
    found = ranges(0.2, 0.25, prior).log_likelihood(np.array([mean, mean + 0.3]), deviation)

    wide = 0.25**2 + deviation**2
    exact = -0.5 * (np.array([mean, mean + 0.3]) - 0.2) ** 2 / wide
    assert found[1] - found[0] == pytest.approx(exact[1] - exact[0], abs=0.02)


@pytest.mark.parametrize("prior", ["1/N", "uniform"])
def test_draws_at_one_mean_and_deviation_are_those_of_the_normal_model(prior):
    one = ranges(0.2, 0.25, prior)

    drawn = one.draw(20_000, mean=1.0, deviation=0.3, rng=np.random.default_rng(1))

    theta = np.log(1_000 / (drawn - 1_000 + 0.5))
    precision = 1 / 0.25**2 + 1 / 0.3**2
    assert theta.mean() == pytest.approx((0.2 / 0.25**2 + 1.0 / 0.3**2) / precision, abs=0.01)
    assert theta.std() == pytest.approx(precision**-0.5, rel=0.04)


def test_a_vague_stratum_is_drawn_to_the_others_and_a_sharp_one_stays():
    strata = {f"sharp {place}": normal_stratum(0.05 * place, spread=0.05) for place in range(5)}
    strata["vague"] = normal_stratum(-1.5, spread=1.0)

    found = pooled_draws(strata, n_draws=4_000, rng=np.random.default_rng(2))

    own = {name: each.posterior.quantile(0.5) for name, each in strata.items()}
    assert np.median(found.totals["vague"]) < 0.7 * own["vague"]
    for place in range(5):
        name = f"sharp {place}"
        assert np.median(found.totals[name]) == pytest.approx(own[name], rel=0.05)
    assert found.mean == pytest.approx(0.1, abs=0.2)
    assert found.deviation < 0.5


def test_strata_that_differ_learn_next_to_nothing():
    strata = {str(place): normal_stratum(2.0 * place - 3.0, spread=0.1) for place in range(4)}

    found = pooled_draws(strata, n_draws=4_000, rng=np.random.default_rng(2))

    assert found.deviation > 1.0
    for name, each in strata.items():
        assert np.median(found.totals[name]) == pytest.approx(
            each.posterior.quantile(0.5), rel=0.03
        )


def test_pooled_strata_are_never_below_the_observed():
    strata = {str(place): normal_stratum(4.0, spread=1.0, observed=20) for place in range(3)}

    found = pooled_draws(strata, n_draws=2_000, rng=np.random.default_rng(2))

    assert all((draws >= 20).all() for draws in found.totals.values())


def test_the_same_generator_gives_the_same_joint_draws():
    strata = {str(place): normal_stratum(0.3 * place, spread=0.3) for place in range(3)}

    one = pooled_draws(strata, n_draws=1_000, rng=np.random.default_rng(5))
    two = pooled_draws(strata, n_draws=1_000, rng=np.random.default_rng(5))

    assert all(np.array_equal(one.totals[name], two.totals[name]) for name in strata)
