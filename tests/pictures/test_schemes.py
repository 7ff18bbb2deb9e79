"""Schemes: side by side where they count the same, apart where they do not.

It depends on the schemes picture and on the samples; the drawing is read back from the SVG.
A new way to set schemes apart has its test here.
"""

import pytest

from safeconduct.pictures import schemes
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import usual_schemes


def row(label, unit, number):
    return schemes.SchemeRow(label=label, unit=unit, amount=exactly(number))


def test_schemes_that_count_the_same_share_an_axis():
    picture = schemes.draw(usual_schemes()[:2], Sheet())

    first, second = drawing.boxes(picture, "bar")
    assert first.width / second.width == pytest.approx(30 / 9, rel=0.01)
    assert "Counted: incidents." in drawing.words(picture)


def test_schemes_that_count_something_else_have_a_block_and_an_axis_of_their_own():
    rows = [row("a", "incidents", 10), row("b", "incidents", 5), row("c", "persons", 1000)]

    picture = schemes.draw(rows, Sheet())

    ten, five, thousand = drawing.boxes(picture, "bar")
    assert ten.width == pytest.approx(2 * five.width, abs=0.3)
    assert thousand.width < 1.2 * ten.width
    assert [one.text for one in drawing.texts(picture)].count("0") == 2
    assert {"incidents", "persons"} <= {one.text for one in drawing.texts(picture)}


def test_the_table_names_what_each_scheme_counts():
    picture = schemes.draw(usual_schemes(), Sheet())

    assert picture.table.rows[0] == ("the paper", "incidents", "13", "30", "41")
    assert picture.table.rows[2] == ("persons only", "persons", "9", "31–36", "no upper bound")
    assert "persons only, persons: 31–36 (at least 9, no upper bound)." in picture.alt


def test_the_largest_count_comes_first():
    picture = schemes.draw([row("few", "incidents", 1), row("many", "incidents", 8)], Sheet())

    assert [line[0] for line in picture.table.rows] == ["many", "few"]


def test_more_schemes_than_a_picture_holds_are_left_to_the_table():
    rows = [row(f"scheme {i}", "incidents", 60 - i) for i in range(25)]
    rows += [row(f"other {unit}", f"unit {unit}", 3) for unit in range(6)]

    picture = schemes.draw(rows, Sheet())

    assert len(drawing.boxes(picture, "bar")) == schemes.MOST_SCHEMES + 3
    assert "Rows that only the table shows: 8, none of them above 40." in picture.alt
    assert len(picture.table.rows) == 31
