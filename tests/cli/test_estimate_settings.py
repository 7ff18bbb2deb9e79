"""Settings of methods: what is typed reaches its method, and stands above what a linkage needs.

It depends on the reading of `--set` and on the carrying of a linkage.
A further setting is tried by the tests of its method.
"""

import click
import pytest

from safeconduct.cli.checked_pairs import checked_links
from safeconduct.cli.estimate_linkage import KnownLinkage, carried
from safeconduct.cli.estimate_settings import method_settings, set_values
from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.inquiry import inquire
from safeconduct.estimate.latent_classes.sampler import LatentClassSettings


def test_every_setting_goes_to_the_method_that_it_is_of():
    asked = set_values(["most_draws=900", " select = aic ", "target_rhat=1.02"], method="all")

    assert asked == {
        "lcmcr": {"most_draws": 900, "target_rhat": 1.02},
        "loglinear": {"select": "aic"},
    }


def test_all_that_is_wrong_with_settings_is_told_at_once():
    with pytest.raises(InvalidQuery) as told:
        set_values(["chains=x", "guess=1", "n_bootstrap=0"], method="all")

    assert [name for name, _ in told.value.problems] == ["chains", "guess", "n_bootstrap"]


def test_a_setting_of_another_method_is_told_with_the_method_that_takes_it():
    with pytest.raises(InvalidQuery) as told:
        set_values(["select=aic", "chains=8"], method="dga")

    assert ["--method loglinear" in problem for _, problem in told.value.problems] == [True, False]
    assert ["--method lcmcr" in problem for _, problem in told.value.problems] == [False, True]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("200,300,200,200", ["second"]),
        ("200,190,200,201", ["fourth"]),
        ("200,300,200,201", ["second", "fourth"]),
        ("0,0,0,0", ["first", "third"]),
        ("0,9,200,200", ["first"]),
    ],
)
def test_checked_pairs_that_cannot_be_are_told_by_their_place_among_the_four(typed, wrong):
    with pytest.raises(InvalidQuery) as told:
        checked_links(typed)

    assert {name for name, _ in told.value.problems} == {"--checked"}
    assert [problem.split()[1] for _, problem in told.value.problems] == wrong


def test_all_pairs_that_were_checked_may_be_right():
    found = checked_links("200,200,190,190")

    assert found is not None
    assert (found.true_pairs_found, found.linked_pairs_right) == (200, 190)


@pytest.mark.parametrize("typed", ["chains", "=8", "chains="])
def test_what_is_no_setting_with_a_value_is_a_slip_of_the_command(typed):
    with pytest.raises(click.UsageError, match="--set takes"):
        set_values([typed], method="all")


def test_one_linkage_of_many_is_estimated_in_short_unless_somebody_asks_otherwise():
    alone = method_settings({}, seed=7)
    short = method_settings({}, seed=7, for_one_linkage=True)
    asked = method_settings({"loglinear": {"n_bootstrap": 300}}, seed=7, for_one_linkage=True)

    assert alone == {"dga": {}, "lcmcr": {"seed": 7}, "loglinear": {"seed": 7}}
    assert short["loglinear"] == {"seed": 7, "n_bootstrap": 50}
    assert short["lcmcr"]["settings"] == LatentClassSettings(
        chains=16, draws=100, most_draws=2_000, target_rhat=1.05
    )
    assert asked["loglinear"] == {"seed": 7, "n_bootstrap": 300}


def test_few_draws_in_all_are_no_more_at_the_first_look():
    found = method_settings({"lcmcr": {"most_draws": 60}}, seed=1)["lcmcr"]["settings"]

    assert found == LatentClassSettings(draws=60, most_draws=60)


def test_progress_hears_of_each_linkage_that_is_estimated():
    patterns = {"A": [1, 0, 0, 1, 1], "B": [0, 1, 0, 1, 0], "C": [0, 0, 1, 0, 1]}
    tables = [
        CaptureHistory.from_patterns({**patterns, "count": [90, 80, 60, 20 + k, 12]})
        for k in range(10)
    ]
    known = KnownLinkage(
        checked=None, drawn=tuple(tables), n_linkages=100, seed=1, settings={}, is_named=True
    )
    heard: list[int] = []

    found = carried(inquire(tables[0], asked=("dga",)), known=known, progress=heard.append)

    assert heard == list(range(10))
    assert known.n_tables == found.averaged["dga"].n_draws == 10
    assert found.seed is None
