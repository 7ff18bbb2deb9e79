"""The lab: coverage, bias and width of methods whose answers are known, with links and without.

It depends on methods whose answers are known.
A new column of the table is one more assertion.
"""

from dataclasses import replace

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.linkage_averaging import LinkErrors
from safeconduct.simulation import Lab, design, tried
from safeconduct.simulation.lab import wilson
from tests.linkage_averaging.tellers import certain, declining, evenly

INDEPENDENT = design("independent-lists")


def wide(history):
    return evenly(history, low=1.0, high=2.5)


def narrow(history):
    return evenly(history, low=1.0, high=1.1)


def test_a_method_that_always_holds_the_truth_covers_and_one_that_never_does_is_seen():
    rows = tried(
        INDEPENDENT,
        {"wide": wide, "narrow": narrow, "declining": declining},
        lab=Lab(n_runs=12, seed=1),
    )

    by_method = {row.method: row for row in rows}
    assert by_method["wide"].coverage == 1
    assert by_method["narrow"].coverage == 0
    assert by_method["declining"].coverage is None
    assert by_method["declining"].refused == 1
    assert by_method["wide"].refusals == {}
    assert by_method["wide"].commonest is None
    assert by_method["wide"].warned == 1
    # About 0.685 of 2,000 people are seen; the middle of 1 to 2.5 times that is 1.2 times 2,000.
    assert by_method["wide"].median_error == pytest.approx(0.685 * 1.75 - 1, abs=0.02)
    assert by_method["wide"].median_width == pytest.approx(0.95 * 0.685 * 1.5 * 2000, rel=0.02)


def test_refusals_are_counted_by_code_and_the_commonest_is_kept_with_its_remedy():
    asked = 0

    def wavering(history):
        nonlocal asked
        asked += 1
        if asked == 1:
            return wide(history)
        found = declining(history)
        code, remedy = ("seldom", "Wait.") if asked == 2 else ("often", "Ask others.")
        return replace(found, refusal=replace(found.refusal, code=code, remedy=remedy))

    (row,) = tried(INDEPENDENT, {"wavering": wavering}, lab=Lab(n_runs=4, seed=1))

    assert list(row.refusals.items()) == [("often", 2), ("seldom", 1)]
    assert row.refused == 0.75
    assert row.commonest is not None
    assert row.commonest.remedy == "Ask others."


def test_of_refusals_that_are_equally_common_the_first_in_the_alphabet_is_named():
    codes = iter(["later", "earlier"])

    def changing(history):
        found = declining(history)
        return replace(found, refusal=replace(found.refusal, code=next(codes)))

    (row,) = tried(INDEPENDENT, {"changing": changing}, lab=Lab(n_runs=2, seed=1))

    assert row.commonest is not None
    assert row.commonest.code == "earlier"


def test_with_link_errors_each_method_sees_three_tables():
    rows = tried(
        INDEPENDENT,
        {"wide": wide},
        lab=Lab(n_runs=3, seed=1, errors=LinkErrors(missed=0.1, false=0.0), n_linkages=12),
    )

    found = {row.linkage: row for row in rows}
    assert list(found) == ["perfect links", "as linked", "linkage carried"]
    error = {linkage: row.median_error or 0.0 for linkage, row in found.items()}
    assert error["as linked"] > error["perfect links"] + 0.05
    assert error["linkage carried"] == pytest.approx(error["perfect links"], abs=0.02)


def test_a_method_without_a_distribution_is_tried_on_the_tables_that_there_are():
    rows = tried(
        INDEPENDENT,
        {"certain": certain},
        lab=Lab(n_runs=2, seed=1, errors=LinkErrors(missed=0.1, false=0.0), n_linkages=12),
    )

    assert [row.linkage for row in rows] == ["perfect links", "as linked"]


def test_more_runs_keep_the_earlier_ones_and_progress_tells_them():
    told: list[int] = []
    seen: list[list[int]] = []

    def remembering(history):
        seen.append(history.counts.tolist())
        return wide(history)

    tried(INDEPENDENT, {"m": remembering}, lab=Lab(n_runs=2, seed=3), progress=told.append)
    tried(INDEPENDENT, {"m": remembering}, lab=Lab(n_runs=4, seed=3))

    assert told == [1, 2]
    assert seen[:2] == seen[2:4]
    assert seen[2] != seen[4]


def test_a_set_up_that_cannot_run_is_refused_with_everything_wrong():
    with pytest.raises(InvalidQuery) as refused:
        Lab(n_runs=0, seed=-1, n_checked=0, n_linkages=9)

    assert len(refused.value.problems) == 4


def test_wilsons_interval_solves_its_own_equation():
    low, high = wilson(43, 50)

    for limit in (low, high):
        assert abs(0.86 - limit) == pytest.approx(
            1.959963984540054 * np.sqrt(limit * (1 - limit) / 50)
        )
    assert wilson(0, 10)[0] == 0
    assert wilson(10, 10)[1] == pytest.approx(1)
