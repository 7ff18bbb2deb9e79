"""Overlap: totals of lists, sets of lists by size, and a hatched row for those on none.

It depends on the picture and on the samples.
A new sign on a row is one more test here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.overlap import MOST_SETS, OverlapRow, draw
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import usual_overlap


def test_the_lists_stand_with_their_totals_the_longest_first():
    picture = draw(usual_overlap(), Sheet())

    assert picture.table.rows[:3] == (
        ("courts, in all", "250"),
        ("press, in all", "155"),
        ("asylum, in all", "35"),
    )
    assert "On courts stand 250 persons." in picture.alt


def test_a_set_that_holds_nobody_has_no_row():
    picture = draw(usual_overlap(), Sheet())

    assert len(picture.table.rows) == 3 + 5
    assert "just courts, press, asylum" not in {row[0] for row in picture.table.rows}


def test_the_dots_of_a_set_are_full_and_those_of_none_are_hollow():
    picture = draw(usual_overlap(), Sheet())
    full = drawing.discs(picture, "ink")
    hollow = drawing.discs(picture, "paper")

    assert len(full) == 1 + 1 + 2 + 1 + 2
    assert len(full) + len(hollow) == 3 * 6


def test_those_on_no_list_are_hatched_and_not_known():
    assert "not known" in drawing.words(draw(usual_overlap(), Sheet()))


def test_more_lists_or_sets_than_fit_stand_in_the_table():
    rows = [
        *(OverlapRow(lists=(f"list {i}",), number=100 - i) for i in range(10)),
        *(
            OverlapRow(lists=(f"list {i}", f"list {j}"), number=3)
            for i in range(7)
            for j in range(i)
        ),
    ]
    picture = draw(rows, Sheet(width=340))

    assert len(picture.table.rows) == 10 + len(rows)
    assert f"Rows that only the table shows: {len(rows) - MOST_SETS}" in picture.alt


@pytest.mark.parametrize(("lists", "number"), [((), 1), (("a",), -1)])
def test_what_is_no_set_of_lists_is_refused(lists, number):
    with pytest.raises(InvalidRecord, match="overlap row"):
        OverlapRow(lists=lists, number=number)
