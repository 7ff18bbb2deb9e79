"""Rounding to 5: nothing that is shown can be narrowed, and a total gives nothing away.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.publish.attacks import r1_bounds, r5_all_but_one
from safeconduct.publish.breach import Context
from safeconduct.publish.count_table import CountTable
from safeconduct.publish.protection import round_5
from safeconduct.publish.release import TOTAL
from tests.publish.releases import count_tables, grid, knowing, line, protected, release, single


def shown(table):
    return {cell.labels: cell.shown for cell in protected(table).cells}


def test_a_count_is_shown_as_the_five_that_it_may_be_and_a_small_one_as_under_5():
    assert list(shown(line([0, 4, 5, 14, 25, 31])).values())[:6] == [
        "under 5",
        "under 5",
        "5–9",
        "10–14",
        "25–29",
        "30–34",
    ]


def test_a_table_without_dimensions_is_its_total():
    assert shown(single(7)) == {(): "5–9"}


def test_totals_of_rows_and_columns_follow_from_the_cells():
    assert shown(grid([[3, 12], [0, 6]]))[("h0", TOTAL)] == "10–18"


@pytest.mark.parametrize("counts", [(0, 0), (4, 4), (3, 4), (1, 0)])
def test_the_total_of_two_cells_is_one_value_whatever_it_is(counts):
    """Safety: 3 and 4 make 7; "5–9" would say that there is somebody in each cell."""
    assert shown(line(counts))[(TOTAL,)] == "under 10"


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        ((0, 0, 0), "under 5"),
        ((4, 4, 1), "5–14"),
        ((4, 4, 4), "5–14"),
        ((9, 9, 9, 9, 9, 9), "50–54"),
        ((9, 9, 9, 9, 9, 3), "45–49"),
        ((5, 5, 5, 5, 5, 9), "30–34"),
    ],
)
def test_a_total_near_the_ends_is_merged_with_its_neighbour(counts, total):
    assert shown(line(counts))[(TOTAL,)] == total


def test_a_total_that_stayed_while_a_cell_grew_says_no_more_than_the_cell():
    """Safety: else nothing but that one cell could have grown, and by four at most."""
    before = protected(line([4, 5, 9, 9, 9, 9]))
    after = round_5.protect(line([5, 5, 9, 9, 9, 9]), earlier=[before])

    assert before.total.shown == "45–49"
    assert (after.total.low, after.total.high) == (30, 54)


@settings(max_examples=80, deadline=None)
@given(count_tables())
def test_no_protected_table_lets_bounds_narrow_below_five(table):
    found = release(protected(table))

    assert r1_bounds.attack(found, Context()) == ()


@settings(max_examples=80, deadline=None)
@given(count_tables())
def test_whoever_knows_all_but_one_finds_nobody_in_a_hidden_cell(table):
    assert r5_all_but_one.attack(release(protected(table)), knowing(table)) == ()


@settings(max_examples=80, deadline=None)
@given(count_tables(most=30))
def test_what_is_shown_contains_what_is_true(table):
    for cell in protected(table).cells:
        assert cell.low <= table.counts[cell.labels] <= cell.high


@settings(max_examples=80, deadline=None)
@given(count_tables(most=30))
def test_protecting_what_is_shown_shows_the_same(table):
    once = protected(table)
    lows = CountTable(
        id=table.id,
        dimensions=table.dimensions,
        counts={cell.labels: cell.low for cell in once.cells},
    )

    assert protected(lows) == once


@settings(max_examples=80, deadline=None)
@given(count_tables(most=30), st.randoms(use_true_random=False))
def test_one_person_more_never_shows_less(table, chance):
    cell = chance.choice([labels for labels in table.counts if TOTAL not in labels])
    more = {
        labels: count + all(a in (TOTAL, b) for a, b in zip(labels, cell, strict=True))
        for labels, count in table.counts.items()
    }
    greater = CountTable(id=table.id, dimensions=table.dimensions, counts=more)

    for before, after in zip(protected(table).cells, protected(greater).cells, strict=True):
        # Only the least count: a value that was merged with its neighbour may come apart again.
        assert before.low <= after.low


def test_where_somebody_stands_in_two_cells_the_total_is_bounded_by_each():
    table = grid([[5, 9], [0, 3]])
    counts = {**table.counts, (TOTAL, TOTAL): 12, ("h0", TOTAL): 10}
    overlapping = CountTable(id="t", dimensions=table.dimensions, counts=counts, adds_up=False)

    found = {cell.labels: (cell.low, cell.high) for cell in protected(overlapping).cells}

    assert found[("h0", TOTAL)] == (5, 18)
    assert found[(TOTAL, TOTAL)] == (10, 14)
    assert r1_bounds.attack(release(protected(overlapping)), Context()) == ()


def test_sixty_small_random_tables_hide_every_cell():
    dice = np.random.default_rng(200)
    tables = [grid(dice.poisson(3, (3, 3))) for _ in range(60)]

    assert all(r1_bounds.attack(release(protected(each)), Context()) == () for each in tables)


def test_an_earlier_table_of_other_cells_changes_nothing():
    table = line([4, 5, 9])

    assert round_5.protect(table, earlier=[protected(line([1, 2]))]) == protected(table)
