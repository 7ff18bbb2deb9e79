"""Painting: specifications in the words of Vega-Lite, colours from the tokens, nothing fetched.

It depends on the painting, the marks and vl-convert.
A new mark has its layer tested here.
"""

import pytest

from safeconduct.pictures import painting
from safeconduct.pictures.marks import Box, Disc, Letters, Line
from safeconduct.pictures.palette import TOKENS


def specification(*marks, right_to_left=False):
    return painting.specification(
        marks, width=100, height=50, tokens=TOKENS["light"], right_to_left=right_to_left
    )


def test_no_marks_give_no_layers():
    assert specification()["layer"] == []


def test_boxes_lie_below_lines_below_discs_below_letters():
    layers = specification(
        Letters(x=1, y=1, text="a", size=12),
        Disc(x=1, y=1, radius=2, fill="bar"),
        Line(x=0, y=0, x2=1, y2=1),
        Box(x=0, y=0, width=1, height=1, fill="bar"),
    )["layer"]

    assert [layer["mark"]["type"] for layer in layers] == ["rect", "rule", "point", "text"]


def test_marks_that_look_alike_share_a_layer():
    lines = [Line(x=i, y=0, x2=i, y2=9, weight=1 + i % 2) for i in range(100)]

    assert len(specification(*lines)["layer"]) == 2


def test_a_halo_lies_below_its_text():
    rim, text = specification(Letters(x=1, y=1, text="a", size=12, halo="paper"))["layer"]

    assert rim["mark"]["stroke"] == TOKENS["light"]["paper"]
    assert "stroke" not in text["mark"]


@pytest.mark.parametrize(
    ("text", "right_to_left", "wrapped"),
    [("abc", False, False), ("abc", True, True), ("سلام", False, True)],
)
def test_texts_are_wrapped_in_their_direction(text, right_to_left, wrapped):
    mark = Letters(x=1, y=1, text=text, size=12)

    layer = specification(mark, right_to_left=right_to_left)["layer"][0]

    drawn = str(layer["data"]["values"][0]["text"])
    assert drawn.startswith("\u202b") is wrapped
    assert drawn.strip("\u202b\u202c") == text


def test_a_drawing_says_its_title_and_its_alternative():
    drawn = painting.svg(specification(), title="A <title>", alt='It says "this" & that')

    assert "<title>A &lt;title&gt;</title>" in drawn
    assert '<desc>It says "this" &amp; that</desc>' in drawn
    assert 'role="img"' in drawn.split(">")[0]


def test_the_renderer_may_open_no_address():
    spec = specification()
    spec["layer"].append({"data": {"url": "http://127.0.0.1:9/x"}, "mark": {"type": "point"}})

    with pytest.raises(ValueError, match="not allowed"):
        painting.svg(spec, title="", alt="")
