"""Incidents, chains and persons are summed bound by bound, shared persons and chains once.

It depends on the tally and on codings written by hand.
A new measure is tried with an empty row first.
"""

import pytest

from safeconduct.figures.figure import CENTRAL, HIGH, LOW, Bounds
from safeconduct.figures.question import MEASURES
from safeconduct.figures.tally import Tally
from tests.figures.codings import coded


def bounds(measure, *counted):
    found = Tally(list(counted)).bounds(measure)
    return found.low, found.central, found.central_max, found.high


def persons(identifier, least, most, group=None):
    return coded(identifier, persons_min=least, persons_max=most, persons_group=group or identifier)


@pytest.mark.parametrize("measure", MEASURES)
def test_an_empty_row_is_nothing_in_every_bound(measure):
    assert Tally().bounds(measure) == Bounds(low=0, central=0, central_max=0, high=0)


def test_each_incident_counts_in_the_bounds_of_its_level():
    counted = [(coded("a"), LOW), (coded("b"), CENTRAL), (coded("c"), HIGH)]

    assert bounds("incidents", *counted) == (1, 2, 2, 3)


def test_a_chain_counts_once_at_the_level_of_its_best_incident():
    counted = [
        (coded("a", chain="c1"), HIGH),
        (coded("b", chain="c1"), LOW),
        (coded("c", chain="c1"), CENTRAL),
        (coded("d", chain="c2"), HIGH),
        (coded("e"), CENTRAL),
    ]

    assert bounds("chains", *counted) == (1, 2, 2, 3)


def test_low_takes_the_least_persons_and_high_the_most():
    counted = [
        (persons("a", 1, 2), LOW),
        (persons("b", 3, 5), CENTRAL),
        (persons("c", 10, 20), HIGH),
    ]

    assert bounds("persons", *counted) == (1, 4, 7, 27)


def test_persons_that_incidents_share_count_once_with_the_most_of_each_bound():
    counted = [
        (persons("a", 2, 2), LOW),
        (persons("b", 3, 4, group="a"), CENTRAL),
        (persons("c", 1, 6, group="a"), HIGH),
        (persons("d", 1, 1), LOW),
    ]

    assert bounds("persons", *counted) == (3, 4, 5, 7)


def test_an_open_number_of_persons_has_no_upper_bound_from_its_own_level_up():
    assert bounds("persons", (persons("a", 2, None), CENTRAL)) == (0, 2, None, None)
    assert bounds("persons", (persons("a", 2, None), HIGH), (persons("b", 1, 1), LOW)) == (
        *(1, 1, 1, None),
    )
