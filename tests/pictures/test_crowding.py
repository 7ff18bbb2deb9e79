"""Crowding: discs move apart a little, labels find free places, and nothing hides anything.

It depends on the crowding only; the discs stand for no state.
Whatever else it does, the same discs give the same places.
"""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.pictures.crowding import (
    Circle,
    Leader,
    Rectangle,
    label_places,
    parted,
)

SHEET = Rectangle(left=0, top=0, right=400, bottom=300)
CIRCLES = st.lists(
    st.builds(Circle, x=st.integers(20, 380), y=st.integers(20, 280), radius=st.integers(2, 20)),
    max_size=12,
)


def apart(one, other):
    return math.hypot(one.x - other.x, one.y - other.y)


def test_two_discs_that_overlap_are_parted():
    moved = parted([Circle(x=100, y=100, radius=10), Circle(x=105, y=100, radius=10)])

    assert apart(*moved) > 19


def test_two_discs_on_one_point_are_parted():
    moved = parted([Circle(x=100, y=100, radius=6), Circle(x=100, y=100, radius=6)])

    assert apart(*moved) > 11


@given(CIRCLES)
def test_no_disc_moves_far_and_every_run_is_the_same(circles):
    moved = parted(circles)

    assert all(apart(one, other) < 18.1 for one, other in zip(circles, moved, strict=True))
    assert moved == parted(circles)


@given(CIRCLES)
def test_labels_hide_neither_discs_nor_one_another(circles):
    places = label_places(circles, [(50, 12)] * len(circles), sheet=SHEET)

    found = [(i, place) for i, place in enumerate(places) if place is not None]
    for (_i, one), (_j, other) in combinations(found, 2):
        assert not one.rectangle.overlaps(other.rectangle)
    for i, place in found:
        assert place.rectangle.within(SHEET)
        assert not any(
            place.rectangle.overlaps(circle.rectangle) for j, circle in enumerate(circles) if j != i
        )


@given(CIRCLES)
def test_no_line_crosses_another_or_runs_over_a_label(circles):
    places = label_places(circles, [(50, 12)] * len(circles), sheet=SHEET)

    found = [place for place in places if place is not None]
    for one, other in combinations(found, 2):
        assert not (one.leader and other.leader and one.leader.crosses(other.leader))
        assert not (one.leader and one.leader.meets(other.rectangle))
        assert not (other.leader and other.leader.meets(one.rectangle))


def test_a_label_stands_beside_its_disc_where_it_can_and_hangs_on_a_line_where_it_cannot():
    lonely = label_places([Circle(x=200, y=150, radius=8)], [(50, 12)], sheet=SHEET)
    ring = [
        Circle(x=200 + x * 34, y=150 + y * 26, radius=8) for x in (-1, 0, 1) for y in (-1, 0, 1)
    ]
    crowded = label_places(ring, [(50, 12)] * len(ring), sheet=SHEET)

    assert lonely[0] is not None
    assert lonely[0].leader is None
    assert any(place is not None and place.leader is not None for place in crowded)


def test_a_label_without_a_free_place_gets_none():
    assert label_places([Circle(x=200, y=150, radius=8)], [(900, 12)], sheet=SHEET) == [None]


def test_lines_cross_or_do_not():
    line = Leader(x=0, y=0, x2=10, y2=10)

    assert line.crosses(Leader(x=0, y=10, x2=10, y2=0))
    assert not line.crosses(Leader(x=20, y=0, x2=30, y2=10))
    assert not line.crosses(Leader(x=0, y=10, x2=2, y2=8))
