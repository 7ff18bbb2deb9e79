"""Crowding: keeps discs from hiding one another, and finds a free place for each label of a map.

It depends on the standard library only, and knows neither rows nor states.
The moves are small, bounded and the same on every run; a label without a free place gets none, and
the picture says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROUNDS: Final = 60
_FARTHEST: Final = 18.0
_PULL_BACK: Final = 0.04
_NEAR_GAP: Final = 4.0
_STEP: Final = 3.0
_FOREIGN_GAP: Final = 3.0
_FOREIGN_GAP_BESIDE: Final = 13.0
_LEADER_LENGTHS: Final = (14.0, 26.0, 38.0, 52.0)
_LEADER_ANGLES: Final = (0, 180, 330, 210, 30, 150, 300, 240, 60, 120, 270, 90)
_UPRIGHT: Final = frozenset({90, 270})


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A disc with its outermost ring."""

    x: float
    y: float
    radius: float

    @property
    def rectangle(self) -> Rectangle:
        """The square around the disc."""
        return Rectangle(
            left=self.x - self.radius,
            top=self.y - self.radius,
            right=self.x + self.radius,
            bottom=self.y + self.radius,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A piece of the sheet that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rectangle) -> bool:
        """Say whether two pieces share a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Rectangle) -> bool:
        """Say whether this piece lies inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPlace:
    """Where a label stands, and the line from its disc where it does not stand beside it."""

    rectangle: Rectangle
    leader: Leader | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """The line from a disc to its label."""

    x: float
    y: float
    x2: float
    y2: float

    def meets(self, piece: Rectangle) -> bool:
        """Say whether the line runs over a piece of the sheet, looking every few pixels."""
        steps = max(int(math.hypot(self.x2 - self.x, self.y2 - self.y) / _STEP), 1)
        return any(
            piece.left - 1 < self.x + (self.x2 - self.x) * i / steps < piece.right + 1
            and piece.top - 1 < self.y + (self.y2 - self.y) * i / steps < piece.bottom + 1
            for i in range(steps + 1)
        )

    def crosses(self, other: Leader) -> bool:
        """Say whether two lines cross."""
        return (
            self._side(other.x, other.y) * self._side(other.x2, other.y2) < 0
            and other._side(self.x, self.y) * other._side(self.x2, self.y2) < 0
        )

    def _side(self, x: float, y: float) -> float:
        """Give the sign of the side of this line on which a point lies."""
        return (self.x2 - self.x) * (y - self.y) - (self.y2 - self.y) * (x - self.x)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What stands on the sheet already, seen from one label that looks for its place."""

    by_signs: tuple[Rectangle, ...]
    for_labels: tuple[Rectangle, ...]
    by_lines: tuple[Leader, ...]

    def leaves(self, place: LabelPlace) -> bool:
        """Say whether a place hides no disc and no label, and its line runs over none either."""
        if any(place.rectangle.overlaps(other) for other in self.for_labels):
            return False
        if any(line.meets(place.rectangle) for line in self.by_lines):
            return False
        return place.leader is None or not (
            any(place.leader.meets(other) for other in self.by_signs)
            or any(place.leader.crosses(line) for line in self.by_lines)
        )


def parted(circles: Sequence[Circle]) -> list[Circle]:
    """Move discs apart until none hides another, each within a few pixels of its place."""
    spots = [(circle.x, circle.y) for circle in circles]
    for _round in range(_ROUNDS):
        for i, j in combinations(range(len(circles)), 2):
            spots[i], spots[j] = _pushed(
                spots[i], spots[j], circles[i].radius + circles[j].radius + 1, turn=i + j
            )
        spots = [_tethered(spot, circle) for spot, circle in zip(spots, circles, strict=True)]
    return [
        Circle(x=x, y=y, radius=circle.radius)
        for (x, y), circle in zip(spots, circles, strict=True)
    ]


def label_places(
    circles: Sequence[Circle], sizes: Sequence[tuple[float, float]], *, sheet: Rectangle
) -> list[LabelPlace | None]:
    """Find a place for each label, beside its disc or at the end of a line, where one is free."""
    squares = [circle.rectangle for circle in circles]
    clear = [_kept_clear(square) for square in squares]
    found: list[LabelPlace | None] = []
    for number, (circle, size) in enumerate(zip(circles, sizes, strict=True)):
        placed = [place for place in found if place is not None]
        labels = [place.rectangle for place in placed]
        taken = _Taken(
            by_signs=(*squares[:number], *squares[number + 1 :], *labels),
            for_labels=(*clear[:number], *clear[number + 1 :], *labels),
            by_lines=tuple(place.leader for place in placed if place.leader),
        )
        free = (
            place
            for place in _candidates(circle, size)
            if place.rectangle.within(sheet) and taken.leaves(place)
        )
        found.append(next(free, None))
    return found


def _kept_clear(square: Rectangle) -> Rectangle:
    """Give the piece around a disc that foreign labels leave free, more of it to its sides.

    A label beside a foreign disc would be read as its own.
    """
    return Rectangle(
        left=square.left - _FOREIGN_GAP_BESIDE,
        top=square.top - _FOREIGN_GAP,
        right=square.right + _FOREIGN_GAP_BESIDE,
        bottom=square.bottom + _FOREIGN_GAP,
    )


def _pushed(
    one: tuple[float, float], other: tuple[float, float], distance: float, *, turn: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Push two points apart, half the way each, until they have the distance."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    apart = math.hypot(dx, dy)
    if apart >= distance:
        return one, other
    if apart == 0:
        # Two signs on one point part in a direction that depends on their order, never on chance.
        dx, dy, apart = math.cos(turn), math.sin(turn), 1.0
        push = distance / 2
    else:
        push = (distance - apart) / 2
    dx, dy = dx / apart * push, dy / apart * push
    return (one[0] - dx, one[1] - dy), (other[0] + dx, other[1] + dy)


def _tethered(spot: tuple[float, float], home: Circle) -> tuple[float, float]:
    """Pull a disc a little towards its place, and hold it within reach of it."""
    dx, dy = (spot[0] - home.x) * (1 - _PULL_BACK), (spot[1] - home.y) * (1 - _PULL_BACK)
    length = math.hypot(dx, dy)
    share = min(1.0, _FARTHEST / length) if length else 0
    return home.x + dx * share, home.y + dy * share


def _candidates(circle: Circle, size: tuple[float, float]) -> Iterator[LabelPlace]:
    """Yield places for a label: beside the disc first, then at the end of a line."""
    half, height = size[0] / 2, size[1] / 2
    away = circle.radius + _NEAR_GAP
    corner = away * math.sqrt(0.5)
    for x, y in (
        (away + half, 0),
        (-away - half, 0),
        (0, -away - height),
        (0, away + height),
        (corner + half, -corner),
        (corner + half, corner),
        (-corner - half, -corner),
        (-corner - half, corner),
    ):
        yield LabelPlace(rectangle=_around(circle.x + x, circle.y + y, half, height))
    for length in _LEADER_LENGTHS:
        for angle in _LEADER_ANGLES:
            dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            start = (circle.x + dx * circle.radius, circle.y + dy * circle.radius)
            end = (circle.x + dx * (away + length), circle.y + dy * (away + length))
            # The label hangs on the end of its line: beside it where the line leans, centred where
            # it stands.
            beside = 0 if angle in _UPRIGHT else (half + 2) * math.copysign(1, dx)
            above = 0 if beside else (height + 1) * math.copysign(1, dy)
            yield LabelPlace(
                rectangle=_around(end[0] + beside, end[1] + above, half, height),
                leader=Leader(x=start[0], y=start[1], x2=end[0], y2=end[1]),
            )


def _around(x: float, y: float, half: float, height: float) -> Rectangle:
    return Rectangle(left=x - half, top=y - height, right=x + half, bottom=y + height)
