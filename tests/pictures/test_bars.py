"""Bars say what their rows say: lengths in proportion, order, bounds, what is not known.

It depends on the bars and on the samples; the drawing is read back from the SVG.
A new sign of a bar has its test here.
"""

import pytest

from safeconduct.pictures import bars
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import amount, usual_bars


@pytest.mark.parametrize("width", [720, 340])
def test_the_bars_are_as_long_as_the_numbers_of_the_table(width):
    picture = bars.draw(usual_bars(), Sheet(width=width))

    drawn = drawing.boxes(picture, "bar")
    numbers = [float(row[2]) for row in picture.table.rows[:-1]]
    unit = drawn[0].width / numbers[0]
    assert [box.width for box in drawn] == pytest.approx([n * unit for n in numbers], abs=0.2)
    assert len({box.x for box in drawn}) == 1


def test_the_rows_stand_by_size_and_the_unknown_one_last():
    picture = bars.draw(list(reversed(usual_bars())), Sheet())

    assert [row[0] for row in picture.table.rows] == [
        "coerced return",
        "coercion",
        "assassination",
        "blacklisting",
        "not reported",
    ]


def test_the_order_can_be_kept():
    rows = list(reversed(usual_bars()))

    picture = bars.draw(rows, Sheet(), keep_order=True)

    assert picture.table.rows[0][0] == "blacklisting"


def test_the_table_writes_low_central_and_high():
    picture = bars.draw(usual_bars(), Sheet(), heading="Tactic", title="How many?")

    assert picture.table.headings == ("Tactic", "Low", "Central", "High")
    assert picture.table.rows[0] == ("coerced return", "7", "12", "15")
    assert picture.table.rows[2] == ("assassination", "2", "3", "no upper bound")
    assert picture.table.caption == "How many?"


def test_what_is_not_known_is_hatched_and_said():
    picture = bars.draw(usual_bars(), Sheet())

    assert "Hatched: not known." in drawing.words(picture)
    assert "Not known, not reported: 2 (at least 0, at most 3)." in picture.alt


def test_bounds_are_explained_only_where_they_are_drawn():
    certain = bars.draw([bars.BarRow(label="one", amount=exactly(3))], Sheet())
    open_above = bars.draw([bars.BarRow(label="one", amount=amount(1, 2, None))], Sheet())

    assert "Thin line" not in drawing.words(certain)
    assert "Hatched" not in drawing.words(certain)
    assert "Thin line" in drawing.words(open_above)
    assert "1 or more" in drawing.words(open_above)


def test_rows_that_overlap_are_said_not_to_add_up():
    overlapping = bars.draw(usual_bars(), Sheet(), overlapping=True)
    apart = bars.draw(usual_bars(), Sheet())

    assert "do not add up" in overlapping.alt
    assert "do not add up" in drawing.words(overlapping)
    assert "do not add up" not in apart.alt


def test_the_alternative_names_the_largest_rows_and_counts_the_rest():
    rows = [bars.BarRow(label=f"row {i}", amount=exactly(20 - i)) for i in range(8)]

    picture = bars.draw(rows, Sheet(), title="How many")

    assert picture.alt == (
        "How many. row 0: 20. row 1: 19. row 2: 18. row 3: 17. row 4: 16. "
        "Further rows: 3, down to 13."
    )


def test_more_rows_than_a_picture_holds_are_left_to_the_table():
    rows = [bars.BarRow(label=f"row {i}", amount=exactly(100 - i)) for i in range(40)]

    picture = bars.draw(rows, Sheet())

    assert len(drawing.boxes(picture, "bar")) == bars.MOST_BARS
    assert len(picture.table.rows) == 40
    assert "Rows that only the table shows: 10, none of them above 70." in drawing.words(picture)


def test_rows_of_nothing_are_bars_of_no_length():
    picture = bars.draw([bars.BarRow(label="none", amount=exactly(0))], Sheet())

    assert picture.table.rows == (("none", "0", "0", "0"),)
    assert drawing.boxes(picture, "bar") == []


def test_a_central_value_that_is_a_range_is_drawn_light_to_its_end():
    picture = bars.draw([bars.BarRow(label="persons", amount=amount(2, 5, 20, 10))], Sheet())

    full, light = (drawing.boxes(picture, token)[0] for token in ("bar", "bar-light"))
    assert light.x == pytest.approx(full.x + full.width)
    assert light.width == pytest.approx(full.width, abs=0.2)
    assert "5–10" in drawing.words(picture)


def test_on_a_sheet_read_from_the_right_bars_grow_to_the_left():
    picture = bars.draw(usual_bars(), Sheet(right_to_left=True))

    ends = {round(box.x + box.width, 1) for box in drawing.boxes(picture, "bar")}
    assert len(ends) == 1
