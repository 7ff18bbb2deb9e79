"""Intervals: one axis for all, groups named once, and a row without a number that says so.

It depends on the picture and on the samples.
A new sign on a row is one more test here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.intervals import Ends, IntervalRow, draw
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import many_intervals, usual_intervals


def test_a_group_is_named_once_above_its_rows():
    words = drawing.words(draw(usual_intervals(), Sheet()))

    assert words.count("methods") == 1
    assert words.count("without a list") == 1


def test_a_row_without_a_number_says_so_and_why():
    picture = draw(usual_intervals(), Sheet())

    assert "no number" in drawing.words(picture)
    assert "without the press: no number. The lists share nobody." in picture.alt
    assert picture.table.rows[-1][-3:] == ("no number", "–", "–")


def test_the_table_has_no_groups_where_the_rows_have_none():
    row = IntervalRow(group="", label="2023", observed=4, ends=Ends(low=5, median=6, high=9))
    picture = draw([row], Sheet(width=340))

    assert picture.table.headings == ("What is asked", "On the lists", "From", "Median", "To")
    assert "2023: between 5 and 9." in picture.alt


def test_more_rows_than_fit_stand_in_the_table():
    rows = many_intervals([f"r{i}" for i in range(50)])

    assert len(draw(rows, Sheet()).table.rows) == 50
    assert "Rows that only the table shows: 10" in drawing.words(draw(rows, Sheet()))


@pytest.mark.parametrize(("low", "median", "high"), [(5, 6, 4), (-1, 2, 3), (1, -2, 3)])
def test_ends_out_of_order_are_refused(low, median, high):
    with pytest.raises(InvalidRecord, match="must rise"):
        Ends(low=low, median=median, high=high)
