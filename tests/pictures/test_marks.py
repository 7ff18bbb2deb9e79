"""Marks: mirrored for right-to-left sheets, hatched and dashed for what is not known.

It depends on the marks only.
A new mark is mirrored twice here.
"""

import pytest

from safeconduct.pictures.marks import (
    Area,
    Box,
    Disc,
    Frame,
    Land,
    Letters,
    Line,
    Mark,
    dashed_outline,
    hatched,
)

FRAME = Frame(x=0, y=0, width=1, height=1, scale=1, shift_x=0, shift_y=0, meridian=0)
MARKS: list[Mark] = [
    Box(x=1, y=2, width=30, height=4),
    Line(x=1, y=2, x2=3, y2=4),
    Disc(x=1, y=2, radius=3),
    Letters(x=1, y=2, text="text", size=12),
    Land(frame=FRAME, areas=(Area(polygons=(), fill="land"),)),
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_mirrored_twice_is_itself(mark):
    assert mark.mirrored(100).mirrored(100) == mark


def test_a_map_is_never_mirrored():
    assert MARKS[4].mirrored(100) is MARKS[4]


def test_a_mirrored_box_ends_where_it_began_and_a_text_changes_its_anchor():
    assert MARKS[0].mirrored(100) == Box(x=69, y=2, width=30, height=4)
    assert MARKS[3].mirrored(100) == Letters(x=99, y=2, text="text", size=12, anchor="end")


@pytest.mark.parametrize("size", [(60, 14), (14, 60), (3, 3), (0, 14)])
def test_hatching_stays_within_its_box_and_fills_it(size):
    box = Box(x=10, y=20, width=size[0], height=size[1])
    lines = hatched(box)

    for line in lines:
        assert 10 <= line.x2 <= line.x <= 10 + size[0]
        assert 20 <= line.y <= line.y2 <= 20 + size[1]
        assert line.x - line.x2 == pytest.approx(line.y2 - line.y)
    assert len(lines) == max(int((size[0] + size[1] - 0.001) // 5), 0)


def test_a_dashed_outline_has_four_closed_edges():
    edges = dashed_outline(Box(x=0, y=0, width=4, height=2))

    assert [(edge.x, edge.y) for edge in edges] == [(0, 0), (4, 0), (4, 2), (0, 2)]
    assert edges[3].x2 == edges[0].x
    assert all(edge.dashed for edge in edges)
