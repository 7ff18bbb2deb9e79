"""A table of capture histories is read, refused, and seen from several sides.

It depends on the table and on the tables of `tables`.
A new view of a table is tried by hand on three lists, and by a property on drawn ones.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate.capture_history import CaptureHistory
from tests.estimate.tables import KOSOVO, history

CELLS = (
    st.integers(2, 5)
    .flatmap(lambda k: st.lists(st.integers(0, 50), min_size=2**k - 1, max_size=2**k - 1))
    .filter(any)
)
TABLES = CELLS.map(lambda cells: history([0, *cells]))
THREE = history([0, 1, 2, 3, 4, 5, 6, 7])


def test_columns_become_cells():
    found = CaptureHistory.from_patterns({"A": [1, 0, 1], "B": [0, 1, 1], "count": [5, 6.0, 7]})

    assert found == history([0, 5, 6, 7])
    assert (found.n_lists, found.n_observed) == (2, 18)


def test_the_column_of_counts_may_have_another_name():
    found = CaptureHistory.from_patterns({"n": [5, 2], "A": [1, 1], "B": [0, 1]}, count="n")

    assert found == history([0, 5, 0, 2])


def test_persons_are_counted_by_the_lists_that_they_stand_on():
    found = CaptureHistory.from_memberships(
        [{"A"}, {"B", "A"}, ["A", "B", "A"], ("B",)], lists=["A", "B"]
    )

    assert found == history([0, 1, 1, 2])


@pytest.mark.parametrize(
    ("memberships", "lists", "where"),
    [
        ([{"A"}, {"C"}, {"D", "A"}], ["A", "B"], "memberships"),
        ([{"A"}, set()], ["A", "B"], "counts"),
        ([], ["A", "B"], "counts"),
        ([], ["A"], "lists"),
    ],
)
def test_persons_on_unknown_lists_or_on_none_are_refused(memberships, lists, where):
    with pytest.raises(InvalidCaptures) as caught:
        CaptureHistory.from_memberships(memberships, lists=lists)

    assert [place for place, _ in caught.value.problems] == [where]


@pytest.mark.parametrize(
    ("lists", "counts", "problems"),
    [
        (("A",), [0, 1], ["lists"]),
        (tuple("ABCDEFGHI"), [0, 1], ["lists"]),
        (("A", "A"), [0, 1, 1, 1], ["lists"]),
        (("A", " "), [0, 1, 1, 1], ["lists"]),
        (("A", "B"), [0, 1, 1], ["counts"]),
        (("A", "B"), [0, 1.0, 1, 1], ["counts"]),
        (("A", "B"), [3, -1, 1, 1], ["counts", "counts"]),
        (("A", "B"), [0, 0, 0, 0], ["counts"]),
        (("A", "B"), [0, 10**9, 0, 0], ["counts"]),
        (("A", "A"), [1, 0, 0, 0], ["lists", "counts"]),
    ],
)
def test_what_is_no_table_is_refused_with_all_its_problems(lists, counts, problems):
    with pytest.raises(InvalidCaptures) as caught:
        CaptureHistory(lists=lists, counts=np.array(counts))

    assert [place for place, _ in caught.value.problems] == problems


def test_a_table_cannot_be_changed_from_outside():
    cells = np.array([0, 1, 2, 3])
    table = CaptureHistory(lists=("A", "B"), counts=cells)

    cells[1] = 100

    assert table.n_observed == 6
    with pytest.raises(ValueError, match="read-only"):
        table.counts[1] = 100


def test_tables_are_the_same_when_lists_and_counts_are():
    same = history([0, 1, 2, 3, 4, 5, 6, 7])

    assert same == THREE
    assert hash(same) == hash(THREE)
    assert history([0, 1, 2, 3, 4, 5, 6, 8]) != THREE
    assert THREE != "a table"


def test_patterns_are_in_the_order_of_codes():
    assert history([0, 1, 2, 3]).patterns() == ((0, 0), (1, 0), (0, 1), (1, 1))


def test_a_margin_sums_over_all_other_lists():
    assert THREE.margin(["B"]).tolist() == [0 + 1 + 4 + 5, 2 + 3 + 6 + 7]
    assert THREE.margin(["C", "A"]).tolist() == [2, 4 + 6, 1 + 3, 5 + 7]


def test_without_a_list_those_whom_it_alone_saw_are_unobserved():
    found = THREE.without("A")

    assert found.lists == ("B", "C")
    assert found.counts.tolist() == [0, 2 + 3, 4 + 5, 6 + 7]


def test_a_merged_list_holds_whoever_was_on_any():
    found = THREE.merged(["C", "A"], name="CA")

    assert found.lists == ("CA", "B")
    assert found.counts.tolist() == [0, 1 + 4 + 5, 2, 3 + 6 + 7]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: THREE.margin(["A", "X", "A"]),
        lambda: THREE.without("X"),
        lambda: THREE.merged(["A"], name="AA"),
        lambda: THREE.merged(["A", "B"], name="C"),
        lambda: THREE.reordered(["A", "B"]),
        lambda: THREE.reordered(["A", "B", "X"]),
        lambda: history([0, 1, 2, 3]).without("A"),
    ],
)
def test_views_that_are_no_tables_are_refused(ask):
    with pytest.raises(InvalidCaptures):
        ask()


@given(TABLES)
def test_merging_a_list_with_its_copy_gives_the_list_back(table):
    copied = np.zeros(table.counts.size * 2, dtype=np.int64)
    codes = np.arange(table.counts.size)
    copied[codes | (codes & 1) << table.n_lists] = table.counts
    twice = CaptureHistory(lists=(*table.lists, "copy"), counts=copied)

    assert (table.lists[0], "copy") in twice.overlap().copies or not table.margin(["A"])[1]
    assert twice.merged([table.lists[0], "copy"], name=table.lists[0]) == table


@given(TABLES, st.randoms())
def test_another_order_of_lists_keeps_the_digest_and_comes_back(table, random):
    order = list(table.lists)
    random.shuffle(order)

    turned = table.reordered(order)

    assert turned.n_observed == table.n_observed
    assert turned.reordered(table.lists) == table
    assert turned.digest() == table.digest()


def test_other_counts_have_another_digest():
    assert history([0, 1, 2, 3]).digest() != history([0, 1, 3, 2]).digest()
    assert len(KOSOVO.digest()) == 64
