"""Painting: the marks of a picture as a Vega-Lite specification, and the bytes made of it.

It depends on vl-convert-python, on the palette and on the lettering; this is the only file that
knows either library.
Positions are computed before, in pixels, because Vega-Lite knows no hatching, no mirrored script
and no row
whose height follows its label; Vega-Lite projects the map, orders the layers and writes the
drawing.
A new mark is one function that gives its layer.

Nothing is ever fetched: a specification holds its values and no address, and vl-convert is given an
empty list of
addresses that it may open.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Final, TypedDict, TypeVar
from xml.sax.saxutils import escape

import vl_convert

from safeconduct.pictures.lettering import FAMILY, FONTS, drawable, embedded, runs_right_to_left
from safeconduct.pictures.marks import Box, Disc, Land, Letters, Line, Mark
from safeconduct.pictures.packing import packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

# The version of Vega-Lite inside vl-convert that the tests were looked at with.
VEGA_LITE: Final = "6.4"

_HALO_WIDTH: Final = 3
_LAND_OUTLINE: Final = 0.6

Value = str | float | bool | None | list["Value"] | dict[str, "Value"]
Row = dict[str, Value]
M = TypeVar("M")
K = TypeVar("K")


class Layer(TypedDict, total=False):
    """One layer of a specification: its values, its mark, and which field sets what."""

    data: dict[str, list[Row]]
    mark: dict[str, Value]
    encoding: dict[str, dict[str, Value]]
    projection: dict[str, Value]


class Specification(TypedDict):
    """A Vega-Lite specification as this package writes it: layers, measured in pixels."""

    width: float
    height: float
    padding: int
    autosize: dict[str, str]
    background: str
    config: dict[str, dict[str, Value]]
    layer: list[Layer]


def specification(
    marks: Sequence[Mark],
    *,
    width: float,
    height: float,
    tokens: Mapping[str, str],
    right_to_left: bool = False,
) -> Specification:
    """Write the specification of the marks, the colours taken from a theme's tokens."""
    return {
        "width": width,
        "height": height,
        "padding": 0,
        "autosize": {"type": "none"},
        "background": tokens["paper"],
        "config": {"view": {"stroke": None}},
        "layer": [
            *_lands(marks, tokens),
            *_boxes(marks, tokens),
            *_lines(marks, tokens),
            *_discs(marks, tokens),
            *_letters(marks, tokens, right_to_left=right_to_left),
        ],
    }


def svg(drawing: Specification, *, title: str, alt: str) -> str:
    """Draw a specification as SVG, with its title and its text alternative inside."""
    _use_shipped_fonts()
    text = vl_convert.vegalite_to_svg(dict(drawing), vl_version=VEGA_LITE, allowed_base_urls=[])
    opening, rest = text.split(">", 1)
    return f'{opening} role="img"><title>{escape(title)}</title><desc>{escape(alt)}</desc>{rest}\n'


def png(drawing: str, *, sharpness: float) -> bytes:
    """Draw an SVG of this package as PNG."""
    _use_shipped_fonts()
    return packed(vl_convert.svg_to_png(drawing, scale=sharpness))


@cache
def _use_shipped_fonts() -> None:
    """Show vl-convert the fonts of this package, once."""
    vl_convert.register_font_directory(str(FONTS))


def _lands(marks: Sequence[Mark], tokens: Mapping[str, str]) -> Iterator[Layer]:
    """Give the layer of each map."""
    for land in marks:
        if not isinstance(land, Land):
            continue
        frame = land.frame
        rows: list[Row] = [
            {
                "type": "Feature",
                "properties": {"fill": tokens[area.fill]},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [[[lon, lat] for lon, lat in ring] for ring in polygon]
                        for polygon in area.polygons
                    ],
                },
            }
            for area in land.areas
        ]
        yield {
            "data": {"values": rows},
            "projection": {
                "type": "equalEarth",
                "rotate": [-frame.meridian, 0, 0],
                "scale": frame.scale,
                "translate": [frame.shift_x, frame.shift_y],
                "clipExtent": [
                    [frame.x, frame.y],
                    [frame.x + frame.width, frame.y + frame.height],
                ],
            },
            "mark": {
                "type": "geoshape",
                # The projection clips; a clipping path would carry a number that counts up.
                "clip": False,
                "stroke": tokens["paper"],
                "strokeWidth": _LAND_OUTLINE,
            },
            "encoding": {"fill": _as_it_stands("properties.fill")},
        }


def _boxes(marks: Sequence[Mark], tokens: Mapping[str, str]) -> Iterator[Layer]:
    """Give the one layer of all boxes, in their order."""
    rows: list[Row] = [
        {
            "x": _px(box.x),
            "x2": _px(box.x + box.width),
            "y": _px(box.y),
            "y2": _px(box.y + box.height),
            "fill": tokens.get(box.fill, "none"),
            "stroke": tokens.get(box.outline, "none"),
        }
        for box in marks
        if isinstance(box, Box)
    ]
    if rows:
        yield {
            "data": {"values": rows},
            "mark": {"type": "rect", "strokeWidth": 1},
            "encoding": {
                **_span(),
                "fill": _as_it_stands("fill"),
                "stroke": _as_it_stands("stroke"),
            },
        }


def _lines(marks: Sequence[Mark], tokens: Mapping[str, str]) -> Iterator[Layer]:
    """Give one layer for each weight and dash of line."""
    lines = [mark for mark in marks if isinstance(mark, Line)]
    for (weight, dashed), alike in _alike(lines, lambda line: (line.weight, line.dashed)):
        rows: list[Row] = [
            {
                "x": _px(line.x),
                "x2": _px(line.x2),
                "y": _px(line.y),
                "y2": _px(line.y2),
                "stroke": tokens[line.ink],
            }
            for line in alike
        ]
        dash: list[Value] = [3, 3] if dashed else []
        yield {
            "data": {"values": rows},
            "mark": {"type": "rule", "strokeWidth": weight, "strokeDash": dash},
            "encoding": {**_span(), "stroke": _as_it_stands("stroke")},
        }


def _discs(marks: Sequence[Mark], tokens: Mapping[str, str]) -> Iterator[Layer]:
    """Give one layer for each weight of outline."""
    discs = [mark for mark in marks if isinstance(mark, Disc)]
    for weight, alike in _alike(discs, lambda disc: disc.weight):
        rows: list[Row] = [
            {
                "x": _px(disc.x),
                "y": _px(disc.y),
                "area": round(math.pi * disc.radius**2, 2),
                "fill": tokens.get(disc.fill, "none"),
                "stroke": tokens.get(disc.outline, "none"),
            }
            for disc in alike
        ]
        yield {
            "data": {"values": rows},
            "mark": {"type": "point", "shape": "circle", "strokeWidth": weight, "opacity": 1},
            "encoding": {
                "x": _pixels("x"),
                "y": _pixels("y"),
                "size": {**_pixels("area"), "legend": None},
                "fill": _as_it_stands("fill"),
                "stroke": _as_it_stands("stroke"),
            },
        }


def _letters(
    marks: Sequence[Mark], tokens: Mapping[str, str], *, right_to_left: bool
) -> Iterator[Layer]:
    """Give the layers of text, alike in size, weight and anchor; a halo lies below its text."""
    texts = [mark for mark in marks if isinstance(mark, Letters)]
    for key, alike in _alike(texts, lambda text: (text.size, text.bold, text.anchor, text.halo)):
        size, bold, anchor, halo = key
        mark: dict[str, Value] = {
            "type": "text",
            "font": FAMILY,
            "fontSize": size,
            "fontWeight": "bold" if bold else "normal",
            "align": {"start": "left", "middle": "center", "end": "right"}[anchor],
            "baseline": "alphabetic",
        }
        rows: list[Row] = [
            {
                "x": _px(text.x),
                "y": _px(text.y),
                "text": _directed(drawable(text.text, bold=text.bold), right_to_left=right_to_left),
                "fill": tokens[text.ink],
            }
            for text in alike
        ]
        placed: dict[str, dict[str, Value]] = {
            "x": _pixels("x"),
            "y": _pixels("y"),
            "text": {"field": "text"},
        }
        if halo:
            rim: dict[str, Value] = {
                "stroke": tokens[halo],
                "strokeWidth": _HALO_WIDTH,
                "strokeJoin": "round",
            }
            yield {"data": {"values": rows}, "mark": {**mark, **rim}, "encoding": {**placed}}
        yield {
            "data": {"values": rows},
            "mark": mark,
            "encoding": {**placed, "fill": _as_it_stands("fill")},
        }


def _directed(text: str, *, right_to_left: bool) -> str:
    """Wrap a right-to-left text in its direction; a drawing reads every text from the left."""
    return embedded(text) if right_to_left or runs_right_to_left(text) else text


def _alike(marks: Sequence[M], key: Callable[[M], K]) -> Iterator[tuple[K, list[M]]]:
    """Yield the marks that share a key, the keys in the order of their first mark."""
    groups: dict[K, list[M]] = {}
    for mark in marks:
        groups.setdefault(key(mark), []).append(mark)
    yield from groups.items()


def _span() -> dict[str, dict[str, Value]]:
    """Give the encoding of two corners."""
    return {
        "x": _pixels("x"),
        "y": _pixels("y"),
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
    }


def _pixels(field: str) -> dict[str, Value]:
    """Encode a field that holds pixels: no scale, no axis."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _as_it_stands(field: str) -> dict[str, Value]:
    """Encode a field that holds a colour: no scale, no legend."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def _px(value: float) -> float:
    """Round a position to a tenth of a pixel, below which machines may differ."""
    return round(value, 1)
