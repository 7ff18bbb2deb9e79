"""Settings of methods: what is typed reaches its method, and stands above what a linkage needs.

It depends on the reading of `--set` and on the carrying of a linkage.
A further setting is tried by the tests of its method.
"""

import click
import pytest

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
