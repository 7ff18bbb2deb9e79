"""Draws that cannot be trusted say why, and how many pairs a person has to check.

It depends on `reliability`, on draws and on linkages with given weights.
The sample that two points ask for is counted by hand here.
"""

from dataclasses import replace

import numpy as np
import pytest

from safeconduct.link.draws import draw_linkages
from safeconduct.link.reliability import LINKS_UNSEEN, MANY_IN_DOUBT, OFF_THEIR_PROMISE, reliability
from tests.link.invented_linkage import person, weighed

N = 300
PEOPLE = [person(name, str(at)) for name in "ab" for at in range(N)]


def linked(*weights):
    """Pairs of two lists, the weights dealt out in turn."""
    found = {(at, N + at): weights[at % len(weights)] for at in range(N)}
    return weighed(PEOPLE, found, duplicate_free=frozenset("ab"))


def reasons(linkage):
    return reliability(linkage, draw_linkages(linkage)).reasons


def test_sure_links_are_trusted():
    assert reasons(linked(20.0, 20.0, -20.0)) == ()


def test_many_doubtful_pairs_are_a_reason():
    found = reliability(linkage := linked(20.0, 0.0), draw_linkages(linkage))

    assert MANY_IN_DOUBT in found.reasons
    assert (found.n_in_doubt, found.n_links) == (150, 225)


def test_links_that_no_block_held_are_a_reason():
    assert reasons(replace(linked(20.0), missed_pairs=9.0)) == (LINKS_UNSEEN,)


@pytest.mark.parametrize(("share", "told"), [(0.75, True), (0.66, False), (0.45, True)])
def test_draws_that_hold_other_shares_than_the_weights_promise_are_a_reason(share, told):
    linkage = linked(0.7)
    draws = draw_linkages(linkage)
    (one,) = draws.calibration
    off = replace(draws, calibration=(replace(one, mean_probability=0.6, share_linked=share),))

    assert (OFF_THEIR_PROMISE in reliability(linkage, off).reasons) is told


def test_so_many_pairs_are_checked_that_the_share_of_right_links_is_known_to_two_points():
    weight = float(np.log2(0.95 / 0.05))
    found = reliability(linkage := linked(weight), draw_linkages(linkage))

    assert found.n_to_check == 300
    few = linked(20.0)
    assert reliability(few, draw_linkages(few)).n_to_check == 100


def test_where_nothing_is_linked_nothing_is_to_be_checked():
    nobody = weighed(PEOPLE, {})

    assert reliability(nobody, draw_linkages(nobody)).n_to_check == 0
