"""Averaging over linkages: a mixture, its variance taken apart, and refusals carried along.

It depends on estimators whose answers are known.
A new figure of the average is one more test against arithmetic done by hand.
"""

import dataclasses

import numpy as np
import pytest

from safeconduct.errors import InvalidCaptures, InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.estimators import dga, loglinear
from safeconduct.linkage_averaging import average, drawn_linkages, missed_link_band
from tests.linkage_averaging.tellers import certain, declining, drawn, evenly


def table(*counts):
    return CaptureHistory(lists=("A", "B"), counts=np.array([0, *counts]))


def posterior_of(averaged):
    found = averaged.estimate.posterior
    assert found is not None
    return found


def refusal_of(averaged):
    found = averaged.estimate.refusal
    assert found is not None
    return found


THREE = CaptureHistory.from_patterns(
    {
        "A": [1, 0, 0, 1, 1, 0, 1],
        "B": [0, 1, 0, 1, 0, 1, 1],
        "C": [0, 0, 1, 0, 1, 1, 1],
        "count": [120, 110, 130, 40, 45, 42, 18],
    }
)


def loglinear_once(history):
    return loglinear.estimate(history, n_bootstrap=10, seed=1)


SMALL, LARGE = table(40, 30, 30), table(80, 60, 60)


def test_equal_linkages_give_the_estimate_itself_and_none_of_the_variance():
    averaged = average([SMALL] * 20, estimator=evenly)

    assert averaged.estimate.interval == evenly(SMALL).interval
    assert averaged.estimate.median == evenly(SMALL).median
    assert averaged.linkage_share == pytest.approx(0, abs=1e-12)
    assert averaged.width_ratio == pytest.approx(1)


def test_the_mixture_is_the_mean_of_the_posteriors():
    averaged = average([SMALL] * 15 + [LARGE] * 5, estimator=evenly)

    posterior = posterior_of(averaged)
    chance = dict(zip(posterior.n.tolist(), posterior.p.tolist(), strict=True))
    assert chance[150] == pytest.approx(0.75 / 201)
    assert chance[250] == pytest.approx(0.75 / 201 + 0.25 / 401)
    assert chance[500] == pytest.approx(0.25 / 401)
    assert averaged.estimate.observed == 125


def test_the_variance_of_log_n_falls_into_within_and_between():
    """Against the plain variance of the mixture, which the two parts have to make up."""
    averaged = average([SMALL] * 10 + [LARGE] * 10, estimator=evenly)

    logs, p = np.log(posterior_of(averaged).n), posterior_of(averaged).p
    total = p @ logs**2 - (p @ logs) ** 2
    between = (np.log(2) / 2) ** 2  # Two groups of equal weight, their means log 2 apart.
    assert averaged.linkage_share == pytest.approx(between / total, rel=0.01)
    assert averaged.width_ratio > 1


def test_draws_serve_where_there_is_no_posterior():
    averaged = average([SMALL] * 10, estimator=drawn)

    assert averaged.estimate.interval == (102, 197)


def test_two_points_without_any_spread_share_all_variance_and_one_has_none():
    def pointed(history):
        return evenly(history, low=1.0, high=1.0)

    assert average([SMALL] * 5 + [LARGE] * 5, estimator=pointed).linkage_share == 1
    assert average([SMALL] * 10, estimator=pointed).linkage_share == 0
    assert average([SMALL] * 10, estimator=pointed).width_ratio == 1


def test_warnings_say_in_how_many_linkages_they_stand_and_the_linkage_is_an_assumption():
    found = average([SMALL] * 15 + [LARGE] * 5, estimator=evenly).estimate

    assert [(w.code, w.evidence) for w in found.warnings] == [
        ("known", {"n_linkages_with_it": 20, "of": 20})
    ]
    assert [assumption.number for assumption in found.assumptions] == [1, 2]


def test_what_a_method_assumes_of_links_gives_way_to_what_the_linkage_says():
    alone = dga.estimate(THREE)
    found = average([THREE] * 20, estimator=dga.estimate).estimate

    assert "no link is missed or false" in alone.assumptions[1].text
    carried = len(alone.assumptions) + 1
    assert found.assumptions[1].text == f"Missed and false links are as assumption {carried} says."
    assert found.assumptions[1].number == 2
    assert found.assumptions[-1].number == carried
    others = average([THREE] * 20, estimator=loglinear_once).estimate.assumptions
    assert others[3].text == (
        "The population does not change; missed and false links are as assumption "
        f"{others[-1].number} says."
    )


def test_a_doubt_that_a_linkage_earns_twice_is_one_linkage():
    def twice(history):
        found = evenly(history)
        return dataclasses.replace(found, warnings=(*found.warnings, *found.warnings))

    (doubt,) = average([SMALL] * 15 + [LARGE] * 5, estimator=twice).estimate.warnings

    assert doubt.evidence == {"n_linkages_with_it": 20, "of": 20}


def test_what_one_linkage_alone_says_of_the_method_is_not_said_of_the_average():
    def weighing(history):
        told = {"prior": "1/N", "weight": history.n_observed / 1000}
        return dataclasses.replace(evenly(history), diagnostics=told)

    mixed = average([SMALL] * 15 + [LARGE] * 5, estimator=weighing).estimate.diagnostics

    assert mixed == {"prior": "1/N", "n_linkages": 20, "n_linkages_refused": 0}


def test_one_declined_linkage_in_twenty_is_left_out_and_more_decline_the_average():
    def declining_large(history):
        return declining(history) if history.n_observed > 150 else evenly(history)

    few = average([SMALL] * 19 + [LARGE], estimator=declining_large)
    many = average([SMALL] * 18 + [LARGE] * 2, estimator=declining_large)

    assert (few.n_refused, few.estimate.interval) == (1, evenly(SMALL).interval)
    assert refusal_of(many).reason == "2 of 20 linkages carry no estimate. So."
    assert many.estimate.median is None
    assert refusal_of(average([SMALL] * 10, estimator=declining)).code == "never"


def test_progress_counts_the_linkages_done():
    told: list[int] = []

    average([SMALL] * 15 + [LARGE] * 5, estimator=evenly, progress=told.append)

    assert told == [15, 20]


def test_too_few_or_unlike_linkages_and_a_bare_number_are_refused():
    other = CaptureHistory(lists=("A", "C"), counts=SMALL.counts)

    for histories in ([SMALL] * 9, [SMALL] * 9 + [other]):
        with pytest.raises(InvalidQuery):
            average(histories, estimator=evenly)
    with pytest.raises(InvalidQuery, match="certain gives no distribution"):
        average([SMALL] * 10, estimator=certain)


def test_rows_of_counts_become_tables():
    found = drawn_linkages(np.array([[0, 1, 2, 3], [0, 2, 1, 3]]), lists=("A", "B"))

    assert [history.counts.tolist() for history in found] == [[0, 1, 2, 3], [0, 2, 1, 3]]


def test_rows_that_do_not_fit_the_lists_are_refused():
    with pytest.raises(InvalidCaptures, match="4 columns"):
        drawn_linkages(np.array([[0, 1, 2]]), lists=("A", "B"))
    with pytest.raises(InvalidCaptures):
        drawn_linkages(np.array([0, 1, 2, 3]), lists=("A", "B"))


def test_the_band_shows_fewer_people_the_more_links_are_supposed_to_be_missed():
    band = missed_link_band(LARGE, estimator=evenly, seed=1)

    assert [point.missed for point in band] == [0.0, 0.02, 0.05, 0.1]
    medians = [point.averaged.estimate.median or 0 for point in band]
    assert medians == sorted(medians, reverse=True)
    assert medians[0] == evenly(LARGE).median
