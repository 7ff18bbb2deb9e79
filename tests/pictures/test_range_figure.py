"""Range figure: every qualifier drawn and said as its source means it, and no winner chosen.

It depends on the range figure and on the samples; the drawing is read back from the SVG.
A new qualifier is one more row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures import range_figure
from safeconduct.pictures.range_figure import Part, Total
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import usual_range_figure


def total(least, most, qualifier="exactly", **more):
    return Total(label="figure", least=least, most=most, qualifier=qualifier, **more)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (total(159, 159), "159"),
        (total(10000, 15000, "approximately"), "about 10\u202f000–15\u202f000"),
        (total(74000, 74000, "approximately"), "about 74\u202f000"),
        (total(13, None, "at-least"), "at least 13"),
        (total(13, None, "over"), "over 13"),
        (total(None, 90, "up-to"), "up to 90"),
        (total(90, None, "up-to"), "up to 90"),
        (total(3, 5), "3–5"),
        (total(3, None), "at least 3"),
        (total(None, 5), "up to 5"),
        (total(4, 7, central=5), "5 (4–7)"),
        (total(None, None, parts=(Part(label="a", number=2), Part(label="b", number=1))), "3"),
    ],
)
def test_a_figure_is_written_with_its_qualifier(figure, written):
    picture = range_figure.draw([figure], Sheet())

    assert picture.table.rows[0] == ("figure", written)
    assert written in [one.text for one in drawing.texts(picture)]
    assert f"figure: {written}" in picture.alt


@pytest.mark.parametrize(
    "wrong",
    [
        {"least": None, "most": None},
        {"least": 5, "most": 3},
        {"least": -1, "most": 3},
        {"least": 1, "most": 9, "central": 12},
        {"least": 1, "most": 1, "parts": (Part(label="a", number=-2),)},
    ],
)
def test_a_figure_without_numbers_or_out_of_order_is_refused(wrong):
    with pytest.raises(InvalidRecord, match="total"):
        Total(label="figure", **wrong)


def test_the_contradiction_of_the_paper_is_drawn_on_both_sides():
    picture = range_figure.draw(usual_range_figure(), Sheet(), same_quantity=True)

    *parts, whole = drawing.boxes(picture, "bar")
    assert [part.width / whole.width * 159 for part in parts] == pytest.approx([24, 136], abs=0.3)
    assert "24 wanted + 136 charged = 160" in drawing.words(picture)
    assert "These totals do not agree: as the parts are printed: 160; " in picture.alt
    assert "Both sides stand as their sources give them." in drawing.words(picture)


def test_the_parts_of_a_total_stand_in_the_table():
    picture = range_figure.draw(usual_range_figure(), Sheet())

    assert picture.table.rows == (
        ("as the parts are printed", "160"),
        ("part: wanted", "24"),
        ("part: charged", "136"),
        ("as the total is printed", "159"),
    )
    assert "do not agree" not in picture.alt


@pytest.mark.parametrize(
    "others",
    [
        (total(3, 9), total(5, 5)),
        (total(5, None, "at-least"), total(9, None, "at-least")),
        (total(5, 5, "approximately"), total(9, 9, "approximately")),
        (total(5, 5, "approximately"), total(9, 9)),
    ],
)
def test_totals_that_may_agree_are_not_said_to_differ(others):
    picture = range_figure.draw(others, Sheet(), same_quantity=True)

    assert "do not agree" not in picture.alt


def test_an_open_end_is_an_arrow_and_an_approximate_one_is_dashed():
    open_above = drawing.words(range_figure.draw([total(5, None, "at-least")], Sheet()))
    about = range_figure.draw([total(5, None, "approximately")], Sheet())

    assert "Thin line: from the lower to the upper end, an arrow where there is none." in open_above
    assert "Dashed end: approximate." in drawing.words(about)
    assert sum(1 for line in drawing.lines(about) if line.get("stroke-dasharray")) == 1


def test_what_is_possible_is_drawn_lighter_than_what_is_certain():
    picture = range_figure.draw([total(4, 6)], Sheet())

    certain, possible = (drawing.boxes(picture, token)[0] for token in ("bar", "bar-light"))
    assert certain.width == pytest.approx(2 * possible.width, abs=0.3)


def test_a_caveat_is_drawn_and_said():
    picture = range_figure.draw([total(4, 6)], Sheet(), caveat="Early estimate.")

    assert "Early estimate." in drawing.words(picture)
    assert "Early estimate." in picture.alt


def test_many_parts_are_named_in_part():
    parts = tuple(Part(label=f"p{i}", number=1) for i in range(15))

    picture = range_figure.draw([total(15, 15, parts=parts)], Sheet(width=340))

    assert "+ 3 further parts = 15" in drawing.words(picture)
    assert len(picture.table.rows) == 16


def test_more_totals_than_a_picture_holds_are_left_to_the_table():
    rows = [Total(label=f"t{i}", least=i, most=i) for i in range(20)]

    picture = range_figure.draw(rows, Sheet())

    assert "Rows that only the table shows: 8, none of them above 19." in picture.alt
    assert len(picture.table.rows) == 20
