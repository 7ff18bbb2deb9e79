"""Lists that fall into groups, and lists that hang together by a thread.

It depends on the module under test and on the published tables.
A finer measure of how lists hang together is tried here.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import connectedness
from tests.estimate.published_tables import PUBLISHED, published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def refused(*given_here, **named):
    return connectedness.refusal(*given_here, **named)


def warned(*given_here, **named):
    return connectedness.warnings(*given_here, **named)


@pytest.mark.parametrize("name", PUBLISHED)
def test_lists_that_hang_together_are_left_alone(name):
    assert refused(published(name)) is None
    assert warned(published(name)) == ()


def test_groups_that_share_nobody_are_named():
    found = refused(published("artificial-3"))

    assert found.reason == "The groups of lists {A, B} and {C} have no person in common."
    assert warned(published("artificial-3")) == ()


def test_a_small_list_that_stands_apart_is_warned_of_and_not_declined():
    table = history([0, 40, 30, 6, 2, 0, 0, 0])

    assert refused(table) is None
    assert [one.code for one in warned(table)] == ["small-lists-apart"]


def test_a_list_without_persons_is_no_small_list():
    assert refused(history([0, 40, 30, 6, 0, 0, 0, 0])).code == "disconnected-lists"


def test_a_list_that_hangs_by_two_persons_is_named_in_any_order():
    table = history([0, 40, 30, 6, 20, 2, 1, 0])

    for order in ("ABC", "CBA"):
        (found,) = warned(table.reordered(order))
        assert (found.code, found.evidence["lists"]) == ("thin-bridge", "C")


def test_three_groups_are_all_named():
    counts = np.zeros(16, dtype=np.int64)
    counts[[0b0001, 0b0010, 0b0011, 0b0100, 0b1000]] = 40, 30, 20, 30, 30

    found = refused(CaptureHistory(lists=tuple("ABCD"), counts=counts))

    assert found.evidence == {"groups": 3}
