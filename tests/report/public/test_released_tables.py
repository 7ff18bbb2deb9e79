"""A released table is printed as lines with bars, as rows and columns, or in slices.

It depends on the releases of this folder; every number is invented.
A further shape is one more test here.
"""

from dataclasses import replace
from itertools import product

from safeconduct.publish.release import ReleasedCell
from safeconduct.report.public.released_tables import table_view
from tests.publish.releases import bare, line, side, single
from tests.report.public.shelves import by_host_and_year, by_technique


def test_a_table_of_one_dimension_is_lines_with_bars_and_a_total_without(edition):
    view = table_view(by_technique(), edition)

    assert [each.shown for each in view.lines] == ["10–14", "30–34", "under 5", "40–44"]
    bars = [(each.bar.low, each.bar.high) for each in view.lines if each.bar]
    assert bars[1] == (88, 100)
    assert view.lines[-1].bar is None
    assert view.lines[-1].is_total
    assert view.matrices == ()


def test_a_cell_without_a_bound_is_drawn_open(edition):
    table = bare(line([7, 2]), hidden={("h1",)})

    view = table_view(table, edition)

    bars = [(each.bar.is_open, each.bar.high) for each in view.lines if each.bar]
    assert bars == [(False, 100), (True, 100)]


def test_the_longer_side_runs_down_the_page(edition):
    table = by_host_and_year()
    turned = replace(
        table,
        dimensions=table.dimensions[::-1],
        cells=tuple(replace(cell, labels=cell.labels[::-1]) for cell in table.cells),
    )

    (one,), (other,) = (table_view(each, edition).matrices for each in (table, turned))

    assert one == other
    assert one.columns == ("Antarctica", "Bouvet Island", "Total")
    assert [row.label for row in one.rows] == ["2021", "2022", "2023", "Not known", "Total"]
    assert one.rows[0].cells == ("5–9", "under 5", "5–13")
    assert one.rows[-1].is_total


def test_a_table_of_three_dimensions_is_a_slice_for_each_label_of_the_first(edition):
    sides = (side("host", 2), side("year", 2), side("target", 3))
    labels = product(*((*each.labels, "total") for each in sides))
    cells = tuple(ReleasedCell(labels=each, shown="5–9", low=5, high=9) for each in labels)
    table = replace(by_technique(), dimensions=sides, cells=cells[1:])

    view = table_view(table, edition)

    assert [each.caption for each in view.matrices] == ["H0", "H1", "Total"]
    assert view.matrices[0].rows[0].cells == ("–", "5–9", "5–9")


def test_a_table_that_is_only_its_total_is_one_number(edition):
    view = table_view(bare(single(43, "all")), edition)

    assert (view.total, view.lines, view.matrices) == ("43", (), ())
