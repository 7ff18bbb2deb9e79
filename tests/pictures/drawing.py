"""Reads a drawn SVG back: its boxes, discs, lines and texts, as a test asks for them.

It depends on the standard library and on the picture's bytes, not on how they were made.
A new mark is one more pattern here; what the tests read is what a reader sees.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from io import BytesIO

from safeconduct.pictures.palette import TOKENS

SVG = "{http://www.w3.org/2000/svg}"
BOX = re.compile(r"^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h-[\d.]+Z$")
MOVED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
CIRCLE = re.compile(r"^M([-\d.]+),0A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A box or a disc as it was drawn; the radius of a box is 0."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as it was drawn."""

    x: float
    y: float
    anchor: str
    size: float
    bold: bool
    fill: str
    text: str


def elements(picture):
    # The drawing is this package's own, and the standard library refuses external entities.
    return list(ET.parse(BytesIO(picture.svg)).getroot().iter())  # noqa: S314


def boxes(picture, token, theme="light"):
    """Yield the boxes filled with the colour of a token, in the order of drawing."""
    return [
        Shape(
            x=float(match[1]),
            y=float(match[2]),
            width=float(match[3]),
            height=float(match[4]),
            fill=element.get("fill", ""),
            stroke=element.get("stroke", ""),
        )
        for element in elements(picture)
        if element.tag == f"{SVG}path"
        and element.get("fill") == TOKENS[theme][token]
        and (match := BOX.match(element.get("d", "")))
    ]


def discs(picture, token, theme="light"):
    """Yield the discs filled with the colour of a token, as boxes as wide as they are high."""
    found = []
    for element in elements(picture):
        circle = CIRCLE.match(element.get("d", ""))
        moved = MOVED.match(element.get("transform", ""))
        if circle and moved and element.get("fill") == TOKENS[theme][token]:
            radius = float(circle[1])
            found.append(
                Shape(
                    x=float(moved[1]),
                    y=float(moved[2]),
                    width=2 * radius,
                    height=2 * radius,
                    fill=element.get("fill", ""),
                    stroke=element.get("stroke", ""),
                )
            )
    return found


def texts(picture):
    """Yield every drawn text, without the marks that only steer its direction."""
    found = []
    for element in elements(picture):
        if element.tag != f"{SVG}text":
            continue
        x, y = MOVED.findall(element.get("transform", ""))[0]
        found.append(
            Text(
                x=float(x),
                y=float(y),
                anchor=element.get("text-anchor", "start"),
                size=float(element.get("font-size", "0").removesuffix("px")),
                bold=element.get("font-weight") == "bold",
                fill=element.get("fill", ""),
                text=(element.text or "").strip("\u202b\u202c"),
            )
        )
    return found


def words(picture):
    """Give all drawn texts as one, in the order of drawing."""
    return " ".join(text.text for text in texts(picture))


def lines(picture):
    return [element for element in elements(picture) if element.tag == f"{SVG}line"]
