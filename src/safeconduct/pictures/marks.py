"""The marks of a picture, in pixels from the upper left: boxes, lines, discs, letters, land.

It depends on nothing but the standard library; colours are names of the palette's tokens, never
values.
A new mark is a frozen class here with its `mirrored`, and one layer in `painting.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Anchor = Literal["start", "middle", "end"]

_HATCH_STEP: Final = 5.0
_OTHER_SIDE: Final[Mapping[Anchor, Anchor]] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle; an empty token leaves out the fill or the outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    outline: str = ""

    def mirrored(self, width: float) -> Box:
        """Give the box as it stands on a sheet that is read from the right."""
        return replace(self, x=width - self.x - self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line; `dashed` is for what is not known or not closed."""

    x: float
    y: float
    x2: float
    y2: float
    ink: str = "ink"
    weight: float = 1
    dashed: bool = False

    def mirrored(self, width: float) -> Line:
        """Give the line as it stands on a sheet that is read from the right."""
        return replace(self, x=width - self.x, x2=width - self.x2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A disc around a point; an empty token leaves out the fill or the outline."""

    x: float
    y: float
    radius: float
    fill: str = ""
    outline: str = ""
    weight: float = 1

    def mirrored(self, width: float) -> Disc:
        """Give the disc as it stands on a sheet that is read from the right."""
        return replace(self, x=width - self.x)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """One line of text on its baseline; `halo` is a rim that keeps it readable on a map."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    ink: str = "ink"
    anchor: Anchor = "start"
    halo: str = ""

    def mirrored(self, width: float) -> Letters:
        """Give the text as it stands on a sheet that is read from the right."""
        return replace(self, x=width - self.x, anchor=_OTHER_SIDE[self.anchor])


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a map stands on the sheet and how it is projected (Equal Earth)."""

    x: float
    y: float
    width: float
    height: float
    scale: float
    shift_x: float
    shift_y: float
    meridian: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """The areas of a map, as polygons of rings in degrees; it is never mirrored, on no sheet."""

    frame: Frame
    areas: tuple[Area, ...]

    def mirrored(self, _width: float) -> Land:
        """Give the map unchanged: west stays on the left."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area of a map with its fill."""

    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]
    fill: str


Mark = Box | Line | Disc | Letters | Land


def hatched(box: Box, *, ink: str = "line") -> tuple[Line, ...]:
    """Give the slanted lines that fill a box: the sign for what is not known."""
    right, bottom = box.x + box.width, box.y + box.height
    lines = []
    # Each line runs along x + y = reach; it enters at the top or right edge and leaves at the left
    # or bottom.
    reach = box.x + box.y + _HATCH_STEP
    while reach < right + bottom:
        x = min(right, reach - box.y)
        x2 = max(box.x, reach - bottom)
        lines.append(Line(x=x, y=reach - x, x2=x2, y2=reach - x2, ink=ink))
        reach += _HATCH_STEP
    return tuple(lines)


def dashed_outline(box: Box, *, ink: str = "ink-soft") -> tuple[Line, ...]:
    """Give the four dashed edges of a box whose extent is not known."""
    right, bottom = box.x + box.width, box.y + box.height
    corners = ((box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom), (box.x, box.y))
    return tuple(
        Line(x=x, y=y, x2=x2, y2=y2, ink=ink, dashed=True) for (x, y), (x2, y2) in pairwise(corners)
    )
