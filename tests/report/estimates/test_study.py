"""A study: every method, every touch, every stratum, and the linkage where it was checked.

It depends on the studies of `conftest`, computed once.
What no table allows is left out, never an error.
"""

import numpy as np

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.estimators import dga
from safeconduct.linkage_averaging import CheckedLinks
from safeconduct.report.estimates.study import study
from tests.report.estimates.conftest import COUNTS, drawn, history


def test_every_method_is_asked_and_the_main_one_is_touched(plain_study):
    touches: dict[str, list[str]] = {kind: [] for kind in ("method", "prior", "list", "missed")}
    for touch in plain_study.touches:
        touches[touch.kind].append(touch.name)

    assert touches["method"] == [each.method for each in plain_study.inquiry.estimates]
    assert touches["prior"] == ["uniform", "half"]
    assert touches["list"] == ["press", "courts", "asylum", "camp"]
    assert touches["missed"] == ["0.02", "0.05", "0.1"]


def test_a_touch_is_what_the_method_says_when_it_is_asked_so(plain_study):
    without = next(touch for touch in plain_study.touches if touch.name == "camp")

    assert without.estimate.interval == dga.estimate(history().without("camp")).interval


def test_the_linkage_is_carried_where_pairs_were_checked(plain_study):
    assert plain_study.carried.estimate.interval != plain_study.main.interval
    assert plain_study.carried.n_draws == 100


def test_linkages_that_the_linker_drew_are_carried_where_nobody_checked(drawn_study):
    assert drawn_study.checked is None
    assert drawn_study.n_drawn == drawn_study.carried.n_draws == 12
    assert drawn_study.carried.linkage_share > 0


def test_checked_pairs_stand_above_what_the_linker_drew(plain_study):
    found = study({"": history()}, checked=plain_study.checked, drawn=drawn(), asked=("dga",))

    assert found.n_drawn == 0
    assert found.carried is not None
    assert found.carried.estimate.interval == plain_study.carried.estimate.interval


def test_strata_are_asked_by_the_main_method_and_added_up(parted_study):
    assert list(parted_study.strata) == ["2022", "2023", "2024"]
    assert {len(each.estimates) for each in parted_study.strata.values()} == {1}
    assert parted_study.history.n_observed == 2 * sum(count // 2 for count in COUNTS) + 14
    assert parted_study.total.observed == 2 * sum(count // 2 for count in COUNTS)
    assert parted_study.strata["2024"].is_refused


def test_without_a_number_there_is_nothing_to_touch_or_to_carry(refused_study):
    assert refused_study.given == ()
    assert refused_study.main is None
    assert {touch.kind for touch in refused_study.touches} == {"method"}
    assert refused_study.carried is None


def test_checked_pairs_of_another_linkage_are_not_carried():
    wrong = CheckedLinks(
        true_pairs=100, true_pairs_found=1, linked_pairs=1000, linked_pairs_right=2
    )

    assert study({"": history()}, checked=wrong, asked=("dga",)).carried is None


def test_a_chance_that_cannot_have_made_the_table_is_left_out():
    whole = CaptureHistory(lists=("a", "b", "c"), counts=np.array([0, 1, 1, 40, 1, 40, 40, 400]))
    kinds = {touch.kind for touch in study({"": whole}, asked=("dga",)).touches}

    assert kinds == {"method", "prior"}


def test_progress_hears_every_method():
    heard: list[str] = []
    study({"": history([3, 2, 1, 1, *([0] * 8)])}, progress=heard.append)

    assert heard == ["dga", "lcmcr", "loglinear", "chao"]
