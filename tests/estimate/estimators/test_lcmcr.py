"""LCMCR gives the numbers of the reference program where that converged, or says why it cannot.

It depends on the golden tables of R's LCMCR and on invented ones.
A further published table is one more golden file and one more name in a parameter.
"""

import dataclasses
import math

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.doubtful import PoorConvergence
from safeconduct.estimate.estimators import lcmcr
from safeconduct.estimate.latent_classes.sampler import LatentClassSettings
from tests.estimate.tables import golden, golden_history, history, independent

SHORT = LatentClassSettings(chains=32, draws=100, most_draws=100, target_rhat=1.05)
THREE = independent(400, [0.5, 0.4, 0.3])

LIMITS = {
    "0.025": "error_of_lower_limit",
    "0.5": "error_of_median",
    "0.975": "error_of_upper_limit",
}


def asked(table, settings=SHORT, **further):
    """Ask for an estimate; what a test then reads of it is not typed."""
    return lcmcr.estimate(table, settings=settings, **further)


@pytest.mark.parametrize("name", ["lcmcr-kosovo", "lcmcr-madigan-york-5"])
@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
def test_median_and_limits_are_those_of_the_reference_within_their_errors(name):
    told = golden(name)
    assert told["converged"]

    found = asked(golden_history(name), settings=SHORT)

    for q, error in LIMITS.items():
        wanted = told["quantiles"][q]
        allowed = 4 * math.hypot(told["errors"][q], found.diagnostics[error]) + 0.005 * wanted
        assert abs(found.posterior.quantile(float(q)) - wanted) < allowed, q


@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
def test_where_the_reference_did_not_converge_the_chains_agree_all_the_same():
    told = golden("lcmcr-uk-5")

    found = asked(golden_history("lcmcr-uk-5"), settings=SHORT)

    assert not told["converged"]
    assert found.diagnostics["rhat_log_missing"] < 1.05
    assert found.median == pytest.approx(told["quantiles"]["0.5"], rel=0.05)


@pytest.fixture(scope="module")
def three():
    return asked(THREE, settings=SHORT)


def test_an_answer_holds_what_it_was_made_of(three):
    assert three.median == three.posterior.quantile(0.5)
    assert three.interval == three.posterior.interval(0.95)
    assert three.draws.shape == (3_200,)
    assert three.draws.min() >= three.observed == THREE.n_observed
    assert three.interval[0] < 400 < three.interval[1]
    assert three.seed == 1
    assert three.diagnostics["share_at_bound"] == 0.0
    assert sum(three.diagnostics["classes"].values()) == pytest.approx(1.0)
    assert "Beta(1, 1)" in three.assumptions[-1].text


def test_the_same_seed_and_another_order_of_the_lists_give_the_same_answer(three):
    turned = THREE.reordered(("C", "A", "B"))

    again = asked(turned, settings=SHORT)

    assert np.array_equal(again.draws, three.draws)
    assert again.to_json(posterior=True) == three.to_json(posterior=True)


def test_chains_that_do_not_agree_give_no_number():
    strict = dataclasses.replace(SHORT, draws=50, most_draws=50, target_rhat=1.0001)

    found = asked(THREE, settings=strict)

    assert found.median is None
    assert found.refusal.code == "not-converged"
    assert found.refusal.evidence["rhat"] > 1.0001
    assert "most_draws" in found.refusal.remedy


def test_few_independent_draws_are_said_aloud():
    few = dataclasses.replace(SHORT, chains=4, draws=50, most_draws=50, target_rhat=1.1)

    with pytest.warns(PoorConvergence, match="independent draws"):
        found = asked(THREE, settings=few)

    assert "poor-convergence" in {doubt.code for doubt in found.warnings}


def test_two_lists_are_too_few_for_kinds_of_persons():
    found = asked(history([0, 60, 50, 20]))

    assert found.refusal.code == "too-few-lists"


@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
def test_what_the_rules_decline_is_not_sampled():
    found = asked(history([0, 60, 50, 0, 40, 0, 0, 0]))

    assert found.refusal is not None
    assert found.draws is None


@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
def test_a_posterior_without_end_is_refused():
    """Chances of being seen that are held near 0 beforehand leave no bound on the missing."""
    endless = dataclasses.replace(SHORT, classes=2, capture_prior=(0.001, 1.0), target_rhat=1.1)
    table = independent(3_000, [0.02, 0.02, 0.02], seed=3)

    found = asked(table, settings=endless)

    assert found.refusal.code in ("no-end", "not-converged")


def test_settings_outside_their_ranges_are_named_all_at_once():
    with pytest.raises(InvalidQuery) as caught:
        asked(THREE, settings=LatentClassSettings(classes=1, chains=1), seed=-1)

    assert [name for name, _ in caught.value.problems] == ["classes", "chains", "seed"]
