"""Precision, recall and F1 have intervals, for all pairs and between each two lists.

It depends on `evaluate`; expected intervals are worked out from Wilson's formula by hand.
A further figure is tried here with nothing at all first.
"""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link import evaluate as evaluation
from safeconduct.link.evaluate import Evaluation, evaluate, evaluate_all, share

A, B, C = ("a", "1"), ("b", "1"), ("c", "1")


def pair(one, other):
    return frozenset((one, other))


def test_pairs_are_counted_between_their_lists():
    found = {pair(A, B), pair(A, C)}
    labelled = {pair(A, B): True, pair(A, C): False, pair(B, C): True, pair(A, ("b", "2")): False}

    seen = evaluate(found, labelled)

    assert seen.total == Evaluation(right=1, wrong=1, missed=1)
    assert seen.between[("a", "b")] == Evaluation(right=1, wrong=0, missed=0)
    assert (seen.total.precision.value, seen.total.recall.value, seen.total.f1.value) == (
        0.5, 0.5, 0.5,
    )  # fmt: skip


def test_labels_of_pairs_that_belong_together_say_nothing_of_wrong_ones():
    """Every pair found beside them may be wrong: a precision of 1 would be made of nothing."""
    seen = evaluate({pair(A, B), pair(A, C)}, {pair(A, B): True, pair(B, C): True}).total

    assert not seen.knows_wrong
    assert (seen.precision.value, seen.f1.value, seen.recall.value) == (None, None, 0.5)


def test_where_all_is_known_what_was_found_beside_it_is_wrong():
    assert evaluate_all({pair(A, B)}, {pair(A, C)}).total == Evaluation(right=0, wrong=1, missed=1)


def test_nothing_has_no_share_and_the_widest_interval():
    empty = evaluate(set(), {}).total

    for found in (empty.precision, empty.recall, empty.f1):
        assert (found.value, found.low, found.high) == (None, 0.0, 1.0)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634)]
)
def test_intervals_are_wilsons(part, whole, low, high):
    found = share(part, whole)

    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_figure_lies_in_its_interval(right, wrong, missed):
    seen = Evaluation(right=right, wrong=wrong, missed=missed)

    for found in (seen.precision, seen.recall, seen.f1):
        assert found.low <= (found.low if found.value is None else found.value) <= found.high


def test_the_examples_print_what_they_say():
    assert doctest.testmod(evaluation).failed == 0
