"""The host map: discs in proportion, what no map can show in words, and the sentence on borders.

It depends on the host map and on the samples; the drawing is read back from the SVG.
A new sign on the map has its test here.
"""

import pytest

from safeconduct.pictures import host_map
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.outlines import points
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import amount, usual_host_map


def row(code, label, counted):
    return host_map.HostRow(code=code, label=label, amount=counted)


def test_the_area_of_a_disc_is_its_central_count():
    picture = host_map.draw(usual_host_map(), Sheet())

    drawn = [disc.width**2 for disc in drawing.discs(picture, "bar")]
    counts = sorted((9, 5, 3, 1), reverse=True)
    assert sorted(drawn, reverse=True) == pytest.approx(
        [count * max(drawn) / 9 for count in counts], rel=0.02
    )


def test_a_host_state_is_labelled_with_its_count():
    picture = host_map.draw(usual_host_map(), Sheet())

    assert {"Kazakhstan 9", "Georgia 5", "Germany 3"} <= {
        one.text for one in drawing.texts(picture)
    }


def test_what_is_not_known_and_what_is_not_on_the_map_is_written_below():
    picture = host_map.draw(usual_host_map(), Sheet())

    assert "not reported: 3 (at least 1, at most 4)" in drawing.words(picture)
    assert "Not in the map file: Gibraltar 1." in drawing.words(picture)


def test_the_sentence_on_borders_is_on_every_map():
    for picture in (
        host_map.draw(usual_host_map(), Sheet()),
        host_map.draw([], Sheet(width=340)),
    ):
        drawn = drawing.words(picture)

        assert "Crimea in Ukraine; Western Sahara, Palestine, Kosovo" in drawn
        assert "The map takes no side." in drawn


def test_every_row_stands_in_the_table_also_those_that_are_not_on_the_map():
    picture = host_map.draw(usual_host_map(), Sheet())

    assert [line[0] for line in picture.table.rows] == [
        "Kazakhstan",
        "Georgia",
        "Germany",
        "Gibraltar",
        "Spain",
        "not reported",
    ]
    assert picture.table.rows[4] == ("Spain", "1", "1", "no upper bound")


def test_rows_of_one_state_are_one_sign_under_the_first_name():
    rows = [row("KZ", "Kazakhstan", exactly(1)), row("KZ", "Kazakstan", exactly(2))]

    assert host_map.draw(rows, Sheet()).table.rows == (("Kazakhstan", "3", "3", "3"),)


def test_the_alternative_names_the_largest_and_counts_the_rest():
    rows = [row(code, code, exactly(30 - i)) for i, code in enumerate(list(points())[:12])]

    alt = host_map.draw([*rows, row("", "unknown", exactly(2))], Sheet()).alt

    assert "Further host states: 4, none of them above 22." in alt
    assert alt.count(":") == 8 + 1 + 1


def test_a_state_with_a_high_count_only_is_a_ring():
    picture = host_map.draw([row("SE", "Sweden", amount(0, 0, 1))], Sheet())

    assert drawing.discs(picture, "bar") == []
    assert "Sweden 0–1" in drawing.words(picture)


def test_signs_are_explained_only_where_they_are_used():
    certain = drawing.words(host_map.draw([row("SE", "Sweden", exactly(1))], Sheet()))
    open_above = drawing.words(host_map.draw([row("SE", "Sweden", amount(1, 1, None))], Sheet()))

    assert "Ring" not in certain
    assert "Double ring: no upper bound." in open_above


def test_the_map_shows_no_more_of_the_world_than_its_rows_need():
    near = [row("KZ", "a", exactly(2)), row("GE", "b", exactly(2))]
    far = row("US", "c", exactly(1))

    close, wide = (host_map.draw(rows, Sheet()) for rows in (near, [*near, far]))

    (one, other), (small, smaller) = (
        sorted(disc.x for disc in drawing.discs(picture, "bar"))[-2:] for picture in (close, wide)
    )
    assert other - one > 2 * (smaller - small)


def test_every_sign_stands_on_the_map():
    rows = [row(code, code, exactly(40)) for code in points()]

    for sheet in (Sheet(), Sheet(width=340)):
        picture = host_map.draw(rows, sheet)
        margin = 20 if sheet.width == 720 else 12
        for disc in drawing.discs(picture, "bar"):
            assert margin <= disc.x - disc.width / 2
            assert disc.x + disc.width / 2 <= sheet.width - margin


def test_more_states_than_a_map_holds_are_left_to_the_table():
    rows = [row(code, code, exactly(400 - i)) for i, code in enumerate(points())]

    picture = host_map.draw(rows, Sheet())

    assert len(drawing.discs(picture, "bar")) == 80
    assert "Rows that only the table shows: " in drawing.words(picture)
    assert "more in the table" in drawing.words(picture)
    assert len(picture.table.rows) == len(points())


def test_states_that_overlap_are_said_not_to_add_up():
    assert "do not add up" in host_map.draw(usual_host_map(), Sheet(), overlapping=True).alt


def test_a_map_is_not_mirrored_on_a_sheet_that_is_read_from_the_right():
    rows = [row("ES", "Spain", exactly(1)), row("KZ", "Kazakhstan", exactly(9))]

    picture = host_map.draw(rows, Sheet(right_to_left=True))

    largest, smallest = sorted(drawing.discs(picture, "bar"), key=lambda one: -one.width)
    assert largest.x > smallest.x
