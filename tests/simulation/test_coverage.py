"""The main method covers a truth that was made up, and with wrong links only when they are carried.

It depends on the lab, its packaged designs and the average over decomposable graphs; the full
tables with 200 runs stand in `benchmarks/coverage.py`.
A method that claims to cover something is one more test here; a seed makes each of them repeat.
"""

import pytest

from safeconduct.estimate.estimators import dga
from safeconduct.linkage_averaging import LinkErrors
from safeconduct.simulation import Lab, design, tried

METHODS = {"dga": dga.estimate}


@pytest.mark.parametrize("name", ["independent-lists", "leaning-lists", "two-kinds-of-people"])
def test_where_its_assumptions_hold_nine_intervals_in_ten_hold_the_truth(name):
    (row,) = tried(design(name), METHODS, lab=Lab(n_runs=100, seed=11))

    assert row.coverage is not None
    assert row.coverage >= 0.9
    assert row.refused == 0


def test_where_people_differ_in_three_kinds_intervals_miss_the_truth_and_are_too_low():
    (row,) = tried(design("three-kinds-of-people"), METHODS, lab=Lab(n_runs=40, seed=11))

    assert (row.coverage or 0) < 0.2
    assert (row.median_error or 0) < -0.15


@pytest.mark.parametrize("errors", [LinkErrors(missed=0.1, false=0.0)], ids=["missed"])
def test_wrong_links_lose_the_truth_and_carrying_them_finds_it_again(errors):
    rows = tried(
        design("independent-lists"),
        METHODS,
        lab=Lab(n_runs=20, seed=11, errors=errors, n_linkages=20),
    )

    covered = {row.linkage: row.coverage for row in rows}
    assert (covered["as linked"] or 0) < 0.2
    assert (covered["linkage carried"] or 0) >= 0.9
