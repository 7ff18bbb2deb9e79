"""A solution: counts that satisfy everything known, one sum of which can be moved without a solver.

It depends on numpy.
A sum is moved, and whatever that breaks is mended count by count; where that succeeds, the moved
counts are another solution, and where it does not, nothing is said. Another way of mending is one
more order in `_ORDERS`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

_NOISE: Final = 1e-7
_MOST_VISITS: Final = 600  # of constraints, before a shift is given up
_ORDERS: Final = (1, -1)  # in which the counts of a constraint are tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A weighted sum of counts that lies between two ends."""

    places: Places
    weights: Numbers
    low: float
    high: float


@dataclass(slots=True, kw_only=True)
class Solution:
    """Counts, their bounds, and the constraints that they satisfy.

    at: by count, the constraints in which it stands.
    """

    counts: Numbers
    lows: Numbers
    highs: Numbers
    constraints: Sequence[Constraint]
    at: Sequence[Sequence[int]]
    _before: dict[int, float] = field(default_factory=dict, init=False)

    def from_counts(self, counts: Numbers) -> Solution:
        """The same bounds and constraints with other counts that satisfy them."""
        # Within the tolerance of the solver a count may lie outside its bounds.
        return replace(self, counts=np.clip(counts, self.lows, self.highs))

    def moved(
        self, wanted: Mapping[int, float], *, direction: float, by: float
    ) -> Mapping[int, float]:
        """Move a sum of counts in a direction, by so much or less, and mend what that breaks.

        Given are the counts that another solution has otherwise; none where none was found.
        """
        for order in _ORDERS:
            if self._push(wanted, direction=direction, by=by) and self._mend(wanted, order):
                found = {place: float(self.counts[place]) for place in self._before}
                self._restore()
                return found
            self._restore()
        return {}

    def value(self, wanted: Mapping[int, float], moved: Mapping[int, float]) -> float:
        """A sum of counts, of which some have moved."""
        return sum(
            weight * moved.get(place, float(self.counts[place])) for place, weight in wanted.items()
        )

    def _restore(self) -> None:
        for place, count in self._before.items():
            self.counts[place] = count
        self._before.clear()

    def _push(self, wanted: Mapping[int, float], *, direction: float, by: float) -> bool:
        left = by
        for place, weight in wanted.items():
            left -= self._move(place, up=weight * direction > 0, by=left)
        return bool(self._before)

    def _move(self, place: int, *, up: bool, by: float) -> float:
        """Move a count towards a bound, and say how far it went."""
        count = float(self.counts[place])
        room = float(self.highs[place]) - count if up else count - float(self.lows[place])
        step = min(room, by)
        if step <= _NOISE:
            return 0.0
        self._before.setdefault(place, count)
        self.counts[place] = count + step if up else count - step
        return step

    def _mend(self, wanted: Mapping[int, float], order: int) -> bool:
        """Move other counts until every constraint holds again; False where that does not work."""
        waiting = deque(row for place in self._before for row in self.at[place])
        for _ in range(_MOST_VISITS):
            if not waiting:
                return True
            constraint = self.constraints[waiting.popleft()]
            value = float(constraint.weights @ self.counts[constraint.places])
            excess = max(value - constraint.high, constraint.low - value)
            if excess <= _NOISE:
                continue
            moved = self._give(
                constraint, wanted, up=value < constraint.low, by=excess, order=order
            )
            if moved is None:
                return False
            waiting.extend(row for place in moved for row in self.at[place])
        return False

    def _give(
        self,
        constraint: Constraint,
        wanted: Mapping[int, float],
        *,
        up: bool,
        by: float,
        order: int,
    ) -> list[int] | None:
        """Move counts of a constraint until it holds; None where they cannot."""
        moved = []
        weights = constraint.weights if up else -constraint.weights
        counts = self.counts[constraint.places]
        room = np.where(
            weights > 0,
            self.highs[constraint.places] - counts,
            counts - self.lows[constraint.places],
        )
        for at in np.flatnonzero(room > _NOISE)[::order]:
            place = int(constraint.places[at])
            rises = bool(weights[at] > 0)
            # A count that was moved one way is not moved back: that would go on for ever.
            before = self._before.get(place)
            turned = before is not None and (self.counts[place] > before) != rises
            if place in wanted or turned:
                continue
            by -= self._move(place, up=rises, by=by)
            moved.append(place)
            if by <= _NOISE:
                return moved
        return None
