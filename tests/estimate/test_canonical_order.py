"""An order of lists that neither names nor the caller's order set.

It depends on hypothesis and on the module under test.
Another rule of order is held to the same two properties.
"""

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.estimate.canonical_order import canonical_order
from safeconduct.estimate.capture_history import CaptureHistory
from tests.estimate.tables import history


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=7, max_size=7).filter(any),
    st.sampled_from(list(permutations("ABC"))),
)
def test_every_order_of_the_caller_ends_in_the_same_cells(cells, order):
    table = history([0, *cells])

    ordered = canonical_order(table.reordered(order))

    assert ordered.counts.tolist() == canonical_order(table).counts.tolist()
    assert sorted(ordered.lists) == sorted(table.lists)


def test_larger_lists_come_first():
    assert canonical_order(history([0, 2, 9, 3])).lists == ("B", "A")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 1), min_size=31, max_size=31).filter(any),
    st.permutations("ABCDE"),
)
def test_lists_of_nearly_the_same_counts_end_in_the_same_cells_from_any_order(cells, order):
    table = history([0, *cells])

    ordered = canonical_order(table.reordered(order))

    assert ordered.counts.tolist() == canonical_order(table).counts.tolist()


@settings(max_examples=20, deadline=None)
@given(st.permutations("ABCDEF"))
def test_lists_in_a_ring_end_in_the_same_cells_from_any_order(order):
    # Each list shares persons with two others: all alike, and no two may change places.
    counts = np.ones(64, dtype=np.int64)
    counts[0] = 0
    for place in range(6):
        counts[1 << place | 1 << (place + 1) % 6] = 5
    table = history(counts.tolist())

    ordered = canonical_order(table.reordered(order))

    assert ordered.counts.tolist() == canonical_order(table).counts.tolist()


def test_eight_equal_lists_take_a_handful_of_orders():
    table = history([0, *[3] * 255])
    tried = []

    class Counted(CaptureHistory):
        def reordered(self, lists):
            tried.append(lists)
            return CaptureHistory.reordered(self, lists)

    ordered = canonical_order(Counted(lists=table.lists, counts=table.counts))

    assert len(tried) == 1
    assert ordered.counts.tolist() == table.counts.tolist()
