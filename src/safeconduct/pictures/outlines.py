"""Outlines of states and areas: read from the one file in `atlas/`, and projected as Equal Earth.

It depends on the standard library only.
The file is made by `tools/make_map_shapes.py`; what it holds of disputed areas is said in
`atlas/README.md` and pinned
by `tests/pictures/test_outlines.py`.
Sources: TopoJSON format specification 1.0; Šavrič, Patterson and Jenny, "The Equal Earth map
projection" (2019), eq. 1.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final, TypedDict

ATLAS: Final = Path(__file__).parent / "atlas" / "states.topo.json"

Ring = tuple[tuple[float, float], ...]

# The polynomial of the projection; A1 to A4 and M are the paper's own letters.
_A1: Final = 1.340264
_A2: Final = -0.081106
_A3: Final = 0.000893
_A4: Final = 0.003796
_M: Final = math.sqrt(3) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One area with its polygons in degrees, and a point inside it for a sign.

    `code` is ISO 3166-1 alpha-2, or empty; then `name` is the file's own.
    """

    code: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]
    point: tuple[float, float]

    def holds(self, lon: float, lat: float) -> bool:
        """Say whether a point lies inside (even-odd rule over all rings)."""
        odd = False
        for polygon in self.polygons:
            for ring in polygon:
                for (ax, ay), (bx, by) in pairwise(ring):
                    crosses = (ay > lat) != (by > lat)
                    if crosses and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
                        odd = not odd
        return odd


class _Properties(TypedDict, total=False):
    name: str
    point: list[float]


class _Geometry(TypedDict):
    id: str
    properties: _Properties
    arcs: list[list[list[int]]]


class _States(TypedDict):
    geometries: list[_Geometry]


class _Objects(TypedDict):
    states: _States


class _Transform(TypedDict):
    scale: list[float]
    translate: list[float]


class _Topology(TypedDict):
    arcs: list[list[list[int]]]
    transform: _Transform
    objects: _Objects


@cache
def outlines() -> tuple[Outline, ...]:
    """Read every area of the file, once."""
    topology: _Topology = json.loads(ATLAS.read_text(encoding="utf-8"))
    transform = topology["transform"]
    arcs = [_degrees(arc, transform) for arc in topology["arcs"]]
    return tuple(
        Outline(
            code=geometry["id"],
            name=geometry["properties"].get("name", ""),
            point=(geometry["properties"]["point"][0], geometry["properties"]["point"][1]),
            polygons=tuple(
                tuple(_ring(ring, arcs) for ring in polygon) for polygon in geometry["arcs"]
            ),
        )
        for geometry in topology["objects"]["states"]["geometries"]
    )


@cache
def points() -> dict[str, tuple[float, float]]:
    """Give the point of each area that has a code."""
    return {outline.code: outline.point for outline in outlines() if outline.code}


def projected(lon: float, lat: float, *, meridian: float = 0) -> tuple[float, float]:
    """Project a point as Equal Earth, in radii of the globe, x to the east and y to the north.

    The formula is the one that Vega-Lite uses, so that signs and shapes agree to a tenth of a
    pixel.
    """
    lam = math.radians((lon - meridian + 180) % 360 - 180)
    theta = math.asin(_M * math.sin(math.radians(lat)))
    squared = theta * theta
    sixth = squared**3
    x = (
        lam
        * math.cos(theta)
        / (_M * (_A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)))
    )
    y = theta * (_A1 + _A2 * squared + sixth * (_A3 + _A4 * squared))
    return x, y


def _degrees(arc: list[list[int]], transform: _Transform) -> Ring:
    """Turn the whole steps of an arc into degrees."""
    (dx, dy), (x, y) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda sum_, step: [sum_[0] + step[0], sum_[1] + step[1]])
    return tuple((round(a * dx + x, 4), round(b * dy + y, 4)) for a, b in steps)


def _ring(ring: list[int], arcs: list[Ring]) -> Ring:
    """Join the arcs of a ring; a negative number is an arc walked backwards."""
    joined: list[tuple[float, float]] = []
    for arc in ring:
        piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        joined.extend(piece[1:] if joined else piece)
    return tuple(joined)
