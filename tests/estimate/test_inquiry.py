"""One table, asked of all methods and touched from every side.

It depends on published tables, written out here as their sources have them.
A new way to touch an answer is one more test that a robust table does not earn it.
"""

import pytest

from safeconduct.errors import NotFound
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.estimators import dga as graphs
from safeconduct.estimate.inquiry import inquire, methods, suited

# Published tables, as `tests/golden/estimate` has them with their sources.
UK = CaptureHistory.from_patterns(
    {
        "LA": [1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1],
        "NG": [0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1],
        "PFNCA": [0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1],
        "GO": [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1],
        "GP": [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0],
        "count": [54, 463, 995, 695, 316, 15, 19, 3, 62, 19, 1, 76, 11, 8, 1, 1, 4, 1],
    }
)
KOSOVO = CaptureHistory.from_patterns(
    {
        "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
        "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
        "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
        "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
        "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
    }
)
QUICK = {"lcmcr": {}, "loglinear": {"n_bootstrap": 40}}


def codes(estimate):
    return {doubt.code for doubt in estimate.warnings}


def test_a_published_table_that_looks_robust_and_is_not_carries_the_evidence():
    """United Kingdom, five lists: the warning names weight, near ties and left-out lists."""
    found = inquire(UK, asked=("dga", "loglinear"), settings=QUICK)

    dga = found.estimates[0]
    assert {"not-robust", "leave-one-list-out", "prior-sensitivity"} <= codes(dga)
    evidence = next(doubt for doubt in dga.warnings if doubt.code == "not-robust").evidence
    assert {"saturated weight", "leaving one list out"} <= set(evidence)
    assert "not-robust" in codes(found.estimates[1])


def test_the_evidence_that_a_number_falls_apart_is_there_in_numbers():
    found = inquire(UK, asked=("dga", "chao"))

    evidence = next(d for d in found.estimates[0].warnings if d.code == "not-robust").evidence
    without = {name: evidence[f"without {name}"] for name in UK.lists}
    weights = graphs.graph_weights(UK, delta=0.5, include_complete=True)
    assert evidence["saturated_weight"] == weights["12345"]
    assert without["GP"] == graphs.estimate(UK.without("GP")).median
    assert evidence["median dga"] == found.estimates[0].median
    assert evidence["median chao-lower-bound"] == found.estimates[1].median


def test_a_table_whose_number_holds_carries_none_of_these_doubts():
    # The other lists give 831 to 987 for the 1,528 persons on ABA, which no touching moves.
    found = inquire(KOSOVO, asked=("dga", "chao"))

    assert found.estimates[0].median == 12595
    assert codes(found.estimates[0]) == {"known-population"}
    assert codes(found.estimates[1]) == set()
    assert not found.is_refused


def test_an_answer_is_touched_under_the_settings_that_were_asked():
    """Other settings beside another list would say of the list what the settings did."""
    as_in_r = {"include_complete": True}
    found = inquire(KOSOVO, asked=("dga",), settings={"dga": as_in_r})

    doubts = {doubt.code: doubt.evidence for doubt in found.estimates[0].warnings}
    thinner = graphs.estimate(KOSOVO.without("HRW"), include_complete=True)
    assert doubts["leave-one-list-out"]["without HRW"] == thinner.median
    # With the complete graph and a flat prior there is no sum.
    assert doubts["prior-sensitivity"]["medians"] == "uniform: refused"


def test_a_prior_over_graphs_is_not_carried_to_a_thinner_table():
    weights = {"12|34": 1.0, "123|234": 1.0}
    found = inquire(KOSOVO, asked=("dga",), settings={"dga": {"graph_prior": weights}})

    assert found.estimates[0].median is not None


def test_lists_that_share_nobody_are_refused_by_every_method_that_claims_a_total():
    apart = CaptureHistory.from_patterns({"A": [1, 0], "B": [0, 1], "C": [0, 1], "count": [90, 80]})

    found = inquire(apart, asked=("dga", "loglinear"))

    assert found.is_refused
    assert all(each.median is None for each in found.estimates)
    assert found.doubts == ()


def test_two_lists_are_asked_of_the_methods_for_two_lists():
    two = CaptureHistory.from_patterns({"A": [1, 0, 1], "B": [0, 1, 1], "count": [90, 80, 40]})
    told: list[str] = []

    found = inquire(two, progress=told.append)

    # The bound of two lists is the same number, and no second opinion.
    assert suited(two) == ("lincoln_petersen",)
    assert told == ["lincoln_petersen"]
    assert codes(found.estimates[0]) & {"heterogeneity", "not-robust"} == set()


def test_eight_lists_are_touched_without_weighing_every_graph():
    # Independent lists of one half each; all graphs of eight lists are weighed by none.
    table = {chr(65 + k): [code >> k & 1 for code in range(1, 256)] for k in range(8)}

    found = inquire(
        CaptureHistory.from_patterns({**table, "count": [4] * 255}),
        asked=("loglinear",),
        settings={"loglinear": {"select": "stepwise", "n_bootstrap": 5}},
    )

    assert "not-robust" not in codes(found.estimates[0])


def test_an_unknown_method_is_told_with_those_that_there_are():
    with pytest.raises(NotFound, match="loglinear"):
        inquire(KOSOVO, asked=("guess",))


def test_every_method_is_found_in_its_folder():
    assert {"dga", "loglinear", "chao", "lincoln_petersen"} <= set(methods())
