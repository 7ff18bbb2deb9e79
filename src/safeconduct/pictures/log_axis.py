"""A number line on which equal steps multiply, for totals that differ by factors.

It depends on the axis from zero, whose round steps it borrows, and on the page that it is drawn on.
It begins at no zero, because its question is by what factor numbers differ; a picture on it draws
points and ranges, never bars whose length would be read as an amount.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.axis import round_step
from safeconduct.pictures.lettering import width_of
from safeconduct.pictures.marks import Letters, Line
from safeconduct.pictures.page import SMALL_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.pictures.page import Page

# Below this ratio of its ends a line is so short that steps of equal length read better.
_SHORT: Final = 8.0
_STEPS: Final = 5
_MARGIN: Final = 1.06
_GAP: Final = 8
# From the finest to the coarsest; digits that are marked in each power of ten.
_DIGITS: Final = ((1, 2, 5), (1, 3), (1,))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAxis:
    """A line from `least` at `start` to `most` at `end`, both above zero; what is beyond is cut."""

    start: float
    end: float
    least: float
    most: float

    def at(self, value: float) -> float:
        """Give the place of a value."""
        within = min(max(value, self.least), self.most)
        part = math.log(within / self.least) / math.log(self.most / self.least)
        return self.start + (self.end - self.start) * part

    def value(self, place: float) -> float:
        """Give the value at a place."""
        part = (place - self.start) / (self.end - self.start)
        return self.least * math.exp(part * math.log(self.most / self.least))

    def ticks(self, *, at_most: int = 6) -> tuple[float, ...]:
        """Give round numbers on the line, at most so many."""
        if self.most / self.least < _SHORT:
            step = round_step(self.most - self.least, _STEPS)
            first, last = math.ceil(self.least / step), math.floor(self.most / step)
            return tuple(step * number for number in range(first, last + 1))
        powers = range(math.floor(math.log10(self.least)), math.ceil(math.log10(self.most)) + 1)
        choices = [
            self._within(digit * 10.0**power for power in powers for digit in digits)
            for digits in _DIGITS
        ]
        coarsest = choices[-1]
        every = math.ceil(len(coarsest) / at_most)
        fitting = (choice for choice in choices if len(choice) <= at_most)
        return next(fitting, coarsest[::every])

    def _within(self, values: Iterable[float]) -> tuple[float, ...]:
        return tuple(value for value in values if self.least <= value <= self.most)


def spanning(values: Iterable[float], *, start: float, end: float) -> LogAxis:
    """Give the line that holds all values, with a little room at its ends."""
    above = [max(value, 1.0) for value in values] or [1.0]
    return LogAxis(start=start, end=end, least=min(above) / _MARGIN, most=max(above) * _MARGIN)


def draw_log_axis(page: Page, axis: LogAxis, *, top: float) -> None:
    """Draw the round numbers below what stands on the page, each with a faint line through it."""
    words, reached = page.sheet.words, page.left
    for tick in axis.ticks(at_most=4 if page.sheet.narrow else 7):
        x, text = axis.at(tick), words.number(tick)
        half = width_of(text, SMALL_SIZE) / 2
        if x - half < reached or x + half > page.right:
            continue
        reached = x + half + _GAP
        page.add(
            Line(x=x, y=top, x2=x, y2=page.top + 3, ink="rule"),
            Letters(
                x=x,
                y=page.top + 4 + SMALL_SIZE,
                text=text,
                size=SMALL_SIZE,
                ink="ink-soft",
                anchor="middle",
            ),
        )
    page.top += 8 + SMALL_SIZE
