"""Standing: the scale in its order, in its lightness, with the three counts ruled off.

It depends on the standing picture and on the samples; the drawing is read back from the SVG.
A new count is one more rule here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures import standing
from safeconduct.pictures.palette import STANDINGS
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import usual_standing


def test_the_firmest_standing_comes_first_whatever_the_order_of_the_rows():
    rows = usual_standing()

    picture = standing.draw([*rows[3:], *reversed(rows[:3])], Sheet())

    assert [row[0] for row in picture.table.rows] == [f"is {name}" for name in STANDINGS]


def test_each_standing_has_its_own_colour_and_length():
    picture = standing.draw(usual_standing(), Sheet())

    widths = [drawing.boxes(picture, f"standing-{name}")[0].width for name in STANDINGS[:-1]]
    assert [width / widths[0] * 4 for width in widths] == pytest.approx(
        [4, 9, 17, 8, 3, 2], abs=0.05
    )


def test_the_three_counts_are_ruled_off():
    picture = standing.draw(usual_standing(), Sheet())

    drawn = drawing.words(picture)
    for said in ("Low count: 13", "Central count: 30", "High count: 41"):
        assert said in drawn
        assert f"{said}." in picture.alt


def test_a_count_without_rows_of_its_own_is_said_and_not_ruled():
    rows = [one for one in usual_standing() if one.standing == "reported"]

    picture = standing.draw(rows, Sheet())

    assert "Low count" not in drawing.words(picture)
    assert "Low count: 0. Central count: 17. High count: 17." in picture.alt


def test_rows_of_one_standing_are_added_and_the_caller_keeps_them():
    rows = usual_standing()[:1] * 3

    assert standing.draw(rows, Sheet()).table.rows == (
        ("is established", "12", "low, central and high"),
    )


@pytest.mark.parametrize(("name", "number"), [("certain", 1), ("reported", -1)])
def test_a_standing_off_the_scale_or_below_zero_is_refused(name, number):
    with pytest.raises(InvalidRecord, match="standing row"):
        standing.StandingRow(standing=name, label="x", number=number, counted_from="low")
