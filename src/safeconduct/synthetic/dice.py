"""Dice: every draw that an invented corpus makes, so that one seed gives the same corpus anywhere.

It depends on the standard library only, and on one promise of it: `random()` never changes for a
seed, while `choice`, `sample` and the like may between versions of Python.
A new kind of draw is a new function here, built on `toss` alone.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Option = TypeVar("Option")


class Weighted(Generic[Option]):
    """Options with weights; an option of weight 0 is never drawn."""

    __slots__ = ("cumulative", "options")

    options: tuple[Option, ...]
    cumulative: tuple[float, ...]

    def __init__(self, *weighted: tuple[Option, float]) -> None:
        """Keep the options and the running sums of their weights."""
        self.options = tuple(option for option, _ in weighted)
        self.cumulative = tuple(accumulate(weight for _, weight in weighted))


class Dice:
    """A seeded run of draws."""

    __slots__ = ("toss",)

    # A number from 0 up to, and without, 1.
    toss: Callable[[], float]

    def __init__(self, seed: str) -> None:
        """Begin the run that belongs to a seed."""
        self.toss = random.Random(seed).random

    def chance(self, share: float) -> bool:
        """Say yes in this share of draws: never at 0, always at 1."""
        return self.toss() < share

    def below(self, limit: int) -> int:
        """Draw a whole number from 0 up to, and without, the limit."""
        return int(self.toss() * limit)

    def pick(self, options: Sequence[Option]) -> Option:
        """Draw one of several, all alike."""
        return options[int(self.toss() * len(options))]

    def skewed(self, limit: int) -> int:
        """Draw a whole number below the limit, small ones far more often."""
        # Not a power: those come from the platform, and may differ in the last digit.
        toss = self.toss()
        return int(toss * toss * limit)

    def weighted(self, options: Weighted[Option]) -> Option:
        """Draw one of several, by weight."""
        cumulative = options.cumulative
        return options.options[bisect_right(cumulative, self.toss() * cumulative[-1])]


def zipf(number: int) -> Weighted[int]:
    """Weigh the numbers from 1 on as publishers are: the second half as often as the first."""
    return Weighted(*((rank, 1 / rank) for rank in range(1, number + 1)))


def geometric(mean: float) -> Weighted[int]:
    """Weigh the numbers from 1 on so that each is rarer than the one before, with this mean."""
    going_on = 1 - 1 / mean
    weights = [1.0]
    # Beyond twelve times the mean lies less than one draw in a hundred thousand.
    for _ in range(int(12 * mean) - 1):
        weights.append(weights[-1] * going_on)
    return Weighted(*enumerate(weights, start=1))
