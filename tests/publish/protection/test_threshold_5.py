"""The threshold of 5: small groups are hidden, and so is whatever would tell them.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest
from hypothesis import given, settings

from safeconduct.publish.attacks import r1_bounds, r5_all_but_one
from safeconduct.publish.breach import Context
from safeconduct.publish.count_table import CountTable
from safeconduct.publish.release import TOTAL
from tests.publish.releases import count_tables, grid, knowing, line, protected, release, single


def shown(table):
    return [cell.shown for cell in protected(table, name="threshold-5").cells]


@pytest.mark.parametrize(
    ("counts", "seen"),
    [
        ((7, 8, 9), ["7", "8", "9", "24"]),
        ((2, 8, 9), ["not shown", "not shown", "9", "19"]),
        ((1, 1, 8, 9), ["not shown", "not shown", "not shown", "9", "19"]),
        ((3, 4, 8, 9), ["not shown", "not shown", "8", "9", "24"]),
        ((1, 1), ["not shown", "not shown", "not shown"]),
        ((3,), ["not shown", "not shown"]),
    ],
)
def test_the_smallest_others_are_hidden_until_five_counts_are_left(counts, seen):
    assert shown(line(counts)) == seen


def test_a_table_without_dimensions_shows_five_persons_or_nothing():
    assert (shown(single(5)), shown(single(4))) == (["5"], ["not shown"])


def test_totals_of_rows_say_what_their_cells_say():
    cells = protected(grid([[7, 2], [8, 3]]), name="threshold-5").cells

    assert {cell.labels: cell.shown for cell in cells}[("h0", TOTAL)] == "7 or more"


def test_where_many_stand_in_two_cells_a_second_hidden_one_is_enough():
    table = line([1, 6, 9, 9])
    counts = {**table.counts, (TOTAL,): 12}
    overlapping = CountTable(id="t", dimensions=table.dimensions, counts=counts, adds_up=False)

    assert shown(overlapping) == ["not shown", "not shown", "9", "9", "12"]


def test_where_hardly_anybody_stands_in_two_cells_it_is_reckoned_as_if_nobody_did():
    """Safety: whoever holds that no person stands in two states would find the one that is left."""
    counts = {**line([24, 11, 1]).counts, (TOTAL,): 36}
    table = CountTable(id="t", dimensions=line([1, 1, 1]).dimensions, counts=counts, adds_up=False)

    assert shown(table) == ["24", "not shown", "not shown", "36"]


@settings(max_examples=80, deadline=None)
@given(count_tables(most=14))
def test_no_attack_on_one_table_finds_a_hidden_cell(table):
    found = release(protected(table, name="threshold-5"))

    assert r1_bounds.attack(found, Context()) == ()
    assert r5_all_but_one.attack(found, knowing(table)) == ()
