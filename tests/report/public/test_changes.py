"""What changed between two releases is told cell by cell, where they count the same.

It depends on the releases of this folder; every number is invented.
A further kind of change is one more test here.
"""

from dataclasses import replace

from safeconduct.report.public.changes import change
from tests.publish.releases import listed
from tests.report.public.shelves import by_host_and_year, by_technique, told


def test_only_the_cells_that_differ_are_told():
    changed = change(told(0, by_technique((9, 20, 0))), told(1, by_technique((9, 26, 0))))

    (table,) = changed.tables
    told_cells = [
        (cell.labels[0], cell.before.shown, cell.after.shown)
        for cell in table.cells
        if cell.before and cell.after
    ]
    assert told_cells[0] == ("deportation+extradition-request", "20–24", "25–29")
    assert table.n_same == 2
    assert table.is_comparable


def test_tables_that_came_and_went_are_named():
    changed = change(told(0, by_technique()), told(1, by_host_and_year()))

    assert [table.id for table in changed.added] == ["by-host"]
    assert [table.id for table in changed.dropped] == ["by-technique"]
    assert changed.tables == ()


def test_tables_that_count_differently_are_not_set_side_by_side():
    other = replace(by_technique(), scheme="cape")

    (table,) = change(told(0, by_technique()), told(1, other)).tables

    assert not table.is_comparable
    assert table.cells == ()


def test_what_the_public_list_gained_and_lost_is_told():
    one, other = listed(1, host="AQ"), listed(2, host="BV")

    changed = change(told(0, listed=(one,)), told(1, listed=(other,)))

    assert changed.listed == (other,)
    assert changed.n_unlisted == 1


def test_a_cell_that_one_release_lacks_is_told_too():
    whole = by_technique()
    short = replace(whole, cells=whole.cells[1:])

    (table,) = change(told(0, short), told(1, whole)).tables
    (back,) = change(told(0, whole), told(1, short)).tables

    assert [cell.before for cell in table.cells] == [None]
    assert [cell.after for cell in back.cells] == [None]
