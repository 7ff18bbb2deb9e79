"""An order of lists that neither names nor the caller's order set.

It depends on hypothesis and on the module under test.
Another rule of order is held to the same two properties.
"""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.estimate.canonical_order import canonical_order
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
