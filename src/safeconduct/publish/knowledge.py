"""Knowledge: what an attacker can say for certain about counts, by linear programming.

It depends on numpy and scipy, whose solver is HiGHS.
Every count is an unknown between two bounds; totals, shared margins and earlier releases are
constraints; the least and the greatest value that some solution gives is what the attacker knows.
A further thing that an attacker may know is one more constraint.

A linear programme admits fractions of persons, so its interval can be wider than the truth of whole
persons, never narrower; for tables of up to two dimensions both are the same, because their
constraints are those of a transport problem.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from itertools import product
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from safeconduct.publish.solution import Constraint, Solution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Interval = tuple[int, int | None]
Name = TypeVar("Name", bound=Hashable)
Sum = dict[int, float]
Numbers = NDArray[np.float64]

LEAST_WIDTH: Final = 5  # as many counts as must be left for a cell: the base of the rounding
_NOISE: Final = 1e-6
# Greater than any count of persons that a corpus can hold, and small enough for the solver.
_NO_BOUND: Final = 1e7
# Rounds of solving for many cells at once, before the rest is asked one by one.
_ROUNDS: Final = 12
# So few sums are asked of the solver sooner than they are moved by hand.
_FEW: Final = 12
_FAILURES: Final = 1  # of one kin, before the next solution is waited for
_WIDE: Final = LEAST_WIDTH - 1 - _NOISE


class Knowledge:
    """Unknown counts with their bounds and constraints.

    Unit: persons. Numerical method: HiGHS by `scipy.optimize.milp`, with no count held to be whole;
    intervals are rounded inwards to whole persons with a tolerance of 1e-6.
    """

    def __init__(self) -> None:
        """Know nothing."""
        self._numbers: dict[Hashable, int] = {}
        self._bounds: list[tuple[float, float]] = []
        self._at_most: list[tuple[Sum, float]] = []
        self._exactly: list[tuple[Sum, float]] = []
        self._built: tuple[tuple[int, int], LinearConstraint | None] | None = None

    def know(self, count: Hashable, bounds: Interval) -> None:
        """A count lies between two bounds."""
        low, high = bounds
        self._numbers[count] = len(self._bounds)
        self._bounds.append((low, _NO_BOUND if high is None else high))

    def knows(self, count: Hashable) -> bool:
        """Whether a count is one of the unknowns."""
        return count in self._numbers

    def equal(self, left: Iterable[Hashable], right: Iterable[Hashable]) -> None:
        """The counts on the left sum to the same as those on the right."""
        self._exactly.append((self._difference(left, right), 0.0))

    def at_most(
        self, left: Iterable[Hashable], right: Iterable[Hashable], *, plus: int = 0
    ) -> None:
        """The counts on the left sum to no more than those on the right, and `plus` persons."""
        self._at_most.append((self._difference(left, right), float(plus)))

    def may_reach(
        self, left: Iterable[Hashable], right: Iterable[Hashable], *, plus: int = 0
    ) -> bool:
        """Whether the bounds alone let the right reach the left, with `plus` persons more."""
        low = sum(self._bounds[self._numbers[count]][0] for count in left)
        high = sum(self._bounds[self._numbers[count]][1] for count in right)
        return low <= high + plus

    def is_possible(self) -> bool:
        """Whether any counts at all satisfy what is known."""
        return self._solve(np.zeros(len(self._bounds))) is not None

    def interval(self, left: Sequence[Hashable], right: Sequence[Hashable] = ()) -> Interval:
        """The least and greatest value of a sum, less another sum; it must be possible."""
        aim = self._aim(self._difference(left, right))
        low, high = self._least(aim), -self._least(-aim)
        return math.ceil(low - _NOISE), (
            None if high >= _NO_BOUND - 1 else math.floor(high + _NOISE)
        )

    def narrow(
        self,
        asked: Mapping[Name, tuple[Sequence[Hashable], Sequence[Hashable]]],
        *,
        alike: Callable[[Name], Hashable] = lambda name: name,
    ) -> Mapping[Name, Interval]:
        """The intervals of those sums of which fewer than `LEAST_WIDTH` counts are left.

        Many are cleared at once: a solution that makes all sums great, and one that makes them
        small, prove for most of them that they can move; for others, such a solution with one sum
        shifted does; the rest is asked one by one. Sums that are `alike`, such as those of one cell
        in a series, are made great or small together.
        """
        names = list(asked)
        if not names:
            return {}
        rows = [self._difference(*asked[name]) for name in names]
        sums = _matrix(rows, len(self._bounds))
        open_ones = np.arange(len(names))
        least = np.full(len(names), np.inf)
        greatest = np.full(len(names), -np.inf)
        kin: dict[Hashable, int] = {}
        kinds = [kin.setdefault(alike(name), len(kin)) for name in names]
        solution = self.solution()
        dice = np.random.default_rng(0)  # the weights only choose which solutions are looked at
        for turn in range(_ROUNDS):
            weights = np.zeros(len(names))
            weights[open_ones] = 1.0 if turn == 0 else dice.uniform(0.2, 1.0, len(open_ones))
            if turn:
                weights *= dice.choice([-1.0, 1.0], len(kin))[kinds]
            aim = np.asarray(sums.T.dot(weights))
            for towards in (aim, -aim):
                point = self._point(towards)
                values = np.asarray(sums.dot(point))
                least, greatest = np.minimum(least, values), np.maximum(greatest, values)
                if len(names) > _FEW:
                    _reach_further(
                        solution.from_counts(point), rows, kinds=kinds, ends=(least, greatest)
                    )
            # Both ends are looked at in whole persons: a sum moves only as far as persons do.
            moved = np.floor(greatest + _NOISE) - np.ceil(least - _NOISE)
            open_ones = np.flatnonzero(moved < LEAST_WIDTH - 1)
            if not len(open_ones):
                return {}
        left = {names[place]: self.interval(*asked[names[place]]) for place in open_ones}
        return {name: interval for name, interval in left.items() if is_narrow(interval)}

    def solution(self) -> Solution:
        """Where solutions are to be moved: the bounds and constraints."""
        at: list[list[int]] = [[] for _ in self._bounds]
        constraints: list[Constraint] = []
        for row, high in (*self._at_most, *self._exactly):
            low = -np.inf if len(constraints) < len(self._at_most) else high
            for number in row:
                at[number].append(len(constraints))
            constraints.append(
                Constraint(
                    places=np.array(list(row), dtype=np.int64),
                    weights=np.array(list(row.values()), dtype=float),
                    low=low,
                    high=high,
                )
            )
        lows, highs = np.array(self._bounds).T
        return Solution(counts=lows, lows=lows, highs=highs, constraints=constraints, at=at)

    def _difference(self, left: Iterable[Hashable], right: Iterable[Hashable]) -> Sum:
        found: Sum = {}
        for counts, sign in ((left, 1.0), (right, -1.0)):
            for count in counts:
                number = self._numbers[count]
                found[number] = found.get(number, 0.0) + sign
        return found

    def _aim(self, wanted: Sum) -> Numbers:
        aim = np.zeros(len(self._bounds))
        for number, weight in wanted.items():
            aim[number] = weight
        return aim

    def _least(self, aim: Numbers) -> float:
        return float(aim @ self._point(aim))

    def _point(self, aim: Numbers) -> Numbers:
        """Counts that make a sum least."""
        found = self._solve(aim)
        if found is None:
            message = "nothing satisfies what is known"
            raise ArithmeticError(message)
        return found

    def _solve(self, aim: Numbers) -> Numbers | None:
        if not self._bounds:
            return np.zeros(0)
        found = milp(aim, bounds=Bounds(*np.array(self._bounds).T), constraints=self._constraints())
        return None if found.x is None else np.asarray(found.x, dtype=float)

    def _constraints(self) -> LinearConstraint | None:
        rows = [*self._at_most, *self._exactly]
        if self._built is None or self._built[0] != (len(rows), len(self._bounds)):
            ends = np.array([bound for _, bound in rows])
            starts = np.array([-np.inf] * len(self._at_most) + [end for _, end in self._exactly])
            matrix = _matrix([row for row, _ in rows], len(self._bounds))
            built = LinearConstraint(matrix, starts, ends) if rows else None
            self._built = ((len(rows), len(self._bounds)), built)
        return self._built[1]


def _reach_further(
    solution: Solution, rows: Sequence[Sum], *, kinds: Sequence[int], ends: tuple[Numbers, Numbers]
) -> None:
    """Move each sum that is still open away from a solution, and note how far it and its kin went.

    A count that is raised raises those of every later release with it, so that few moves clear a
    series.
    """
    least, greatest = ends
    kin: dict[int, list[int]] = {}
    for place in np.flatnonzero(greatest - least < _WIDE).tolist():
        kin.setdefault(kinds[place], []).append(place)
    for places in kin.values():
        failed = {1.0: 0, -1.0: 0}
        for place, direction in product(places, failed):
            if greatest[place] - least[place] >= _WIDE or failed[direction] > _FAILURES:
                continue
            value = solution.value(rows[place], {})
            gone = value - least[place] if direction > 0 else greatest[place] - value
            moved = solution.moved(rows[place], direction=direction, by=LEAST_WIDTH - 1 - gone)
            failed[direction] += not moved
            for other in places if moved else ():
                reached = solution.value(rows[other], moved)
                least[other] = min(least[other], reached)
                greatest[other] = max(greatest[other], reached)


def is_narrow(interval: Interval) -> bool:
    """Whether fewer counts are left than must be."""
    low, high = interval
    return high is not None and high - low + 1 < LEAST_WIDTH


def _matrix(rows: Sequence[Sum], width: int) -> csr_array:
    places = [
        (row, number, weight) for row, one in enumerate(rows) for number, weight in one.items()
    ]
    weights = [weight for _, _, weight in places]
    where = ([row for row, _, _ in places], [number for _, number, _ in places])
    return csr_array((weights, where), shape=(len(rows), width))
