"""A number line from zero: where a value stands on the sheet, and which round numbers are marked.

It depends on nothing but the standard library.
Every axis of this package begins at zero; another kind of axis is a new file, with its reason.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A number line that runs from zero at `start` to `most` at `end`."""

    start: float
    end: float
    most: float

    def at(self, value: float) -> float:
        """Give the place of a value."""
        return self.start + (self.end - self.start) * value / (self.most or 1)

    def ticks(self, *, at_most: int = 5) -> tuple[float, ...]:
        """Give round numbers from zero upwards, whole ones unless the axis is shorter than one."""
        step = round_step(self.most, at_most)
        # A billionth more than the axis, so that a last tick is not lost to rounding.
        return tuple(step * i for i in range(int(self.most / step + 1e-9) + 1))


def round_step(most: float, at_most: int) -> float:
    """Give the smallest of 1, 2, 5, 10, 20 … that marks a length no more than `at_most` times."""
    if most <= 0:
        return 1
    rough = most / at_most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * digit for digit in (1, 2, 5, 10) if power * digit >= rough * (1 - 1e-9))
    return max(step, 1) if most >= 1 else step
