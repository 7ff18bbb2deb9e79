"""Strata stand by themselves, add up as sums of draws, and say what was left out.

It depends on the strata, on invented estimates and on two published tables.
A new thing that a total says is one more test here.
"""

import dataclasses
import json

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.estimators import dga
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    Posterior,
)
from safeconduct.estimate.strata import stratified
from tests.estimate.tables import KOSOVO, MADIGAN_YORK

NO = EstimateRefusal(code="no-overlap", rule="Overlap.", reason="None.", remedy="Find some.")
DOUBT = EstimateWarning(code="low-overlap", text="Few.", advice="Find more.")


def stratum(missing, *, observed=100, **changed):
    """Make an estimate with a posterior spread evenly over some numbers of missing persons."""
    n = observed + np.array(missing, dtype=np.int64)
    posterior = Posterior(n=n, p=np.full(n.size, 1.0 / n.size))
    given = {
        "method": "dga",
        "observed": observed,
        "median": posterior.quantile(0.5),
        "interval": posterior.interval(0.95),
        "posterior": posterior,
        "assumptions": (Assumption(number=1, text="Closed."),),
        "input_digest": f"{observed}",
    }
    return Estimate(**{**given, **changed})


def refused(observed=30):
    return stratum([1], observed=observed, median=None, interval=None, posterior=None, refusal=NO)


def code_of(estimate):
    assert estimate.refusal is not None
    return estimate.refusal.code


def draws_of(estimate):
    assert estimate.draws is not None
    return estimate.draws


def test_a_total_is_the_sum_of_draws_and_not_of_quantiles():
    strata = {name: stratum(range(101)) for name in "ABCD"}

    total = stratified(strata).total

    assert total.observed == 400
    assert total.median == pytest.approx(600, abs=2)
    # Four independent even spreads: a standard deviation of 29.2 each, 58.3 together.
    assert total.interval is not None
    low, high = total.interval
    assert high - low == pytest.approx(2 * 1.96 * 58.3, rel=0.03)
    assert float(str(total.diagnostics["monte_carlo_error_of_median"])) < 1.0


def test_one_stratum_is_its_own_total():
    own = dga.estimate(MADIGAN_YORK)

    total = stratified({"all": own}, n_draws=200_000).total

    assert total.median == pytest.approx(own.median, abs=1)
    assert total.interval == pytest.approx(own.interval, abs=2)
    assert total.assumptions[:-1] == own.assumptions


def test_refused_strata_stay_refused_and_are_named_beside_the_total():
    found = stratified({"A": stratum([5, 6]), "B": refused(), "C": stratum([5, 6])})

    assert found.strata["B"].refusal == NO
    assert found.total.observed == 200
    doubt = found.total.warnings[0]
    assert doubt.code == "strata-left-out"
    assert doubt.evidence == {"strata": "B", "observed": 30.0}


def test_where_every_stratum_is_refused_there_is_no_total():
    found = stratified({"A": refused(), "B": refused()})

    assert code_of(found.total) == "no-stratum-answered"
    assert found.total.observed == 60


def test_an_interval_without_a_distribution_cannot_be_added_up():
    found = stratified({"A": stratum([5]), "B": stratum([5], posterior=None)})

    assert code_of(found.total) == "no-distribution"


def test_a_bootstrap_is_added_up_like_a_posterior():
    draws = np.array([110.0, 120.0])

    total = stratified({"A": stratum([5], posterior=None, draws=draws)}).total

    assert set(draws_of(total).tolist()) == {110.0, 120.0}


def test_a_doubt_of_several_strata_is_said_once():
    strata = {
        "A": stratum([5], warnings=(DOUBT,)),
        "B": stratum([5]),
        "C": stratum([5], warnings=(DOUBT, DOUBT)),
    }

    assert [doubt.text for doubt in stratified(strata).total.warnings] == ["In A, C: Few."]


def test_a_doubt_keeps_the_numbers_of_its_own_stratum():
    """Another stratum's number in its place would be a wrong claim about it."""
    more = dataclasses.replace(DOUBT, text="Few more.")
    strata = {"A": stratum([5], warnings=(DOUBT,)), "B": stratum([5], warnings=(more,))}

    texts = [doubt.text for doubt in stratified(strata).total.warnings]
    assert texts == ["In A: Few.", "In B: Few more."]


def test_strata_without_a_posterior_cannot_be_pooled():
    draws = np.array([110.0, 120.0])
    strata = {name: stratum([5], posterior=None, draws=draws) for name in "ABC"}

    with pytest.raises(InvalidQuery):
        stratified(strata, partial_pooling=True)


def test_the_same_seed_gives_the_same_total_and_another_order_the_same_digest():
    strata = {"A": stratum(range(50)), "B": stratum(range(90), observed=70)}
    turned = dict(reversed(strata.items()))

    found, again = stratified(strata, seed=3).total, stratified(strata, seed=3).total

    assert (found.median, found.interval) == (again.median, again.interval)
    assert found.seed == 3
    assert stratified(turned).total.input_digest == found.input_digest


def test_strata_that_are_pooled_keep_their_own_estimates_beside():
    strata = {name: stratum(range(20, 200, place)) for place, name in enumerate("ABC", 1)}

    found = stratified(strata, partial_pooling=True)

    assert found.strata == strata
    assert found.pooled.keys() == strata.keys()
    assert "strata are alike" in found.pooled["A"].assumptions[-1].text
    assert "strata are alike" in found.total.assumptions[-1].text
    assert float(str(found.total.diagnostics["pooled_deviation"])) > 0
    sums = sum(draws_of(each) for each in found.pooled.values())
    assert np.array_equal(draws_of(found.total), sums)


def test_two_strata_are_too_few_to_pool_and_that_is_said():
    strata = {"A": stratum([5]), "B": stratum([5]), "C": refused()}

    found = stratified(strata, partial_pooling=True)

    assert found.pooled == {}
    assert found.total.warnings[-1].code == "too-few-strata-to-pool"


@pytest.mark.parametrize(
    ("strata", "settings", "where"),
    [
        ({}, {}, ["strata"]),
        ({"A": stratum([5]), "B": stratum([5], method="lcmcr")}, {"seed": -1}, ["strata", "seed"]),
        ({"A": stratum([5])}, {"n_draws": 10}, ["n_draws"]),
    ],
)
def test_what_cannot_be_added_up_is_named(strata, settings, where):
    with pytest.raises(InvalidQuery) as caught:
        stratified(strata, **settings)

    assert [place for place, _ in caught.value.problems] == where


def test_json_holds_every_stratum_and_the_total():
    found = stratified({"A": dga.estimate(KOSOVO), "B": refused()})

    told = json.loads(json.dumps(found.to_json()))

    assert list(told["strata"]) == ["A", "B"]
    assert told["strata"]["B"]["refusal"]["code"] == "no-overlap"
    assert told["pooled"] == {}
    assert told["total"]["median"] == pytest.approx(12_595, rel=0.02)
