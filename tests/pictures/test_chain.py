"""Chain: stations below one another, as exact as their dates, responses on their branches.

It depends on the chain picture and on the samples; the drawing is read back from the SVG.
A new precision is one more row here.
"""

from itertools import pairwise

import pytest

from safeconduct.pictures import chain
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import usual_chain


def station(identifier, precision="day", responds_to="", label=""):
    return chain.Station(
        id=identifier,
        label=label or f"act {identifier}",
        when=f"day {identifier}",
        precision=precision,
        responds_to=responds_to,
    )


@pytest.mark.parametrize("width", [720, 340])
def test_stations_stand_below_one_another_in_the_order_given(width):
    picture = chain.draw([station(str(i)) for i in range(6)], Sheet(width=width))

    discs = drawing.discs(picture, "accent")
    assert len({disc.x for disc in discs}) == 1
    assert all(one.y < other.y for one, other in pairwise(discs))
    assert [line[1] for line in picture.table.rows] == [f"act {i}" for i in range(6)]


def test_the_less_is_known_of_a_date_the_longer_is_its_sign():
    lengths = {
        precision: drawing.boxes(chain.draw([station("a", precision)], Sheet()), "accent")
        for precision in ("month", "year", "longer")
    }

    heights = [boxes[0].height for boxes in lengths.values()]
    assert heights == sorted(heights)
    assert len(drawing.discs(chain.draw([station("a")], Sheet()), "accent")) == 1


def test_a_date_that_is_not_known_is_hatched_and_dashed():
    picture = chain.draw([station("a", "unknown")], Sheet())

    dashed = [line for line in drawing.lines(picture) if line.get("stroke-dasharray")]
    assert len(dashed) == 4
    assert "Dashed bar: date not known." in drawing.words(picture)


def test_only_the_signs_that_are_used_are_explained():
    drawn = drawing.words(chain.draw([station("a")], Sheet()))

    assert "Dot: the day is known." in drawn
    assert "bar" not in drawn
    assert "branch" not in drawn


def test_a_response_stands_open_on_a_branch_beside_its_act():
    picture = chain.draw([station("a"), station("b", responds_to="a")], Sheet())

    act = drawing.discs(picture, "accent")[0]
    response = drawing.discs(picture, "paper")[0]
    assert response.x > act.x
    assert "Open signs on a branch: responses." in drawing.words(picture)
    assert "day b: act b (in response to: act a)." in picture.alt
    assert picture.table.rows[1] == ("day b", "act b", "", "act a")


def test_branches_of_two_acts_that_overlap_stand_apart_and_one_that_is_free_is_used_again():
    picture = chain.draw(
        [
            station("a"),
            station("b"),
            station("ra", responds_to="a"),
            station("rb", responds_to="b"),
            station("c"),
            station("rc", responds_to="c"),
        ],
        Sheet(),
    )

    first, second, third = (disc.x for disc in drawing.discs(picture, "paper"))
    assert first != second
    assert third == first


def test_more_branches_at_once_than_there_are_columns_share_the_last_one():
    acts = [station(f"a{i}") for i in range(6)]
    responses = [station(f"r{i}", responds_to=f"a{i}") for i in range(6)]

    picture = chain.draw([*acts, *responses], Sheet())

    assert len({disc.x for disc in drawing.discs(picture, "paper")}) == 3


def test_a_response_to_a_response_goes_on_from_it():
    picture = chain.draw(
        [station("a"), station("b", responds_to="a"), station("c", responds_to="b")], Sheet()
    )

    above, below = drawing.discs(picture, "paper")
    assert above.x == below.x
    assert "act c (in response to: act b)" in picture.alt


def test_several_responses_to_one_act_hang_on_one_branch():
    picture = chain.draw(
        [station("a"), station("b", responds_to="a"), station("c", responds_to="a")], Sheet()
    )

    assert len({disc.x for disc in drawing.discs(picture, "paper")}) == 1


def test_a_response_whose_act_is_missing_or_later_stands_on_the_line():
    picture = chain.draw(
        [station("a", responds_to="z"), station("b", responds_to="c"), station("c")], Sheet()
    )

    assert len(drawing.discs(picture, "accent")) == 3
    assert drawing.discs(picture, "paper") == []


def test_the_detail_of_a_station_is_drawn_and_stands_in_the_table():
    picture = chain.draw(usual_chain(), Sheet())

    assert "sources differ" in drawing.words(picture)
    assert ("17 October 2023", "abducted", "sources differ", "") in picture.table.rows


def test_more_stations_than_a_picture_holds_are_left_to_the_table():
    picture = chain.draw([station(str(i)) for i in range(50)], Sheet())

    assert len(drawing.discs(picture, "accent")) == chain.MOST_STATIONS
    assert "Stations that only the table shows: 10." in picture.alt
    assert len(picture.table.rows) == 50
