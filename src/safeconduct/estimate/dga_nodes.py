"""Where a posterior of the missing is evaluated: few numbers, placed so that no peak is missed.

It depends on numpy and scipy, and takes the log posterior as a function.
The accuracy is set by the constants below; a caller sets none, so that no choice moves an answer.

Symbols: N0 missing persons; f(N0) the log posterior, not normalised; x = log(N0 + 1); J nodes.

f is smooth in x, so its values at nodes and a cubic spline in x stand for all integers. Three rules
place the nodes. The end moves outwards by a factor of ten until the tail beyond it is empty. An
interval between nodes is divided as long as it could hold a peak: with f'' >= -kappa in x, f rises
between two nodes at a distance h above the higher one by kappa h^2 / 8 at most. And an interval
with mass is divided until the spline foretells the values within it; into how many pieces follows
from how far it is off, since the error of a cubic spline falls with the fourth power of h.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.interpolate import CubicSpline, InterpolatedUnivariateSpline

from safeconduct.estimate.log_domain import sum_logs

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

# The first nodes are all integers up to here, then each is this much larger than the one before.
_EVERY_INTEGER: Final = 24
_RATIO: Final = 1.2
# No population of persons is larger; a posterior that reaches it has no end.
FARTHEST: Final = 10.0**15
# Far out the rounding of numbers passes for bends, and nodes would be divided without end.
_MOST_NODES: Final = 20_000
# Probability that the tail beyond the end may hold, and that an interval may hold unexamined.
EMPTY_TAIL: Final = 1e-9
_UNSEEN: Final = 1e-11
# Error of the log posterior, weighted by the probability of the interval, at which dividing stops.
_SPLINE_ERROR: Final = 2e-8
_HARMLESS_RISE: Final = 1.0
# Stands for the error of an interval that nothing was foretold in yet.
_UNKNOWN: Final = 1e300
# Pieces of an interval at once: more would trust the fourth power too far.
_MOST_PIECES: Final = 6.0
# Nodes that FITPACK needs for a cubic spline, and places from which on it is the slower one.
FEWEST_NODES: Final = 4
_FEW: Final = 2_000
# A tail that falls more slowly than this power of N has no sum, or none that is worth anything.
_SLOWEST_FALL: Final = 1.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PosteriorNodes:
    """The log posterior at J numbers of missing persons.

    missing: float64, shape (J,), whole numbers, increasing. logs: float64, shape (J,).
    has_end: whether the tail beyond the last node is empty.
    """

    missing: npt.NDArray[np.float64]
    logs: npt.NDArray[np.float64]
    has_end: bool = True

    def foretold(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the log posterior by the cubic spline against log(N0 + 1), shape (M,)."""
        x, at = np.log1p(self.missing), np.log1p(missing)
        # The same spline: FITPACK makes it in a fifth of the time, and reads it more slowly.
        if x.size >= FEWEST_NODES and at.size <= _FEW:
            return np.asarray(InterpolatedUnivariateSpline(x, self.logs)(at))
        return np.asarray(CubicSpline(x, self.logs)(at))

    def slope(self, missing: float) -> float:
        """Return the slope of that spline at one number of the missing."""
        return float(CubicSpline(np.log1p(self.missing), self.logs)(np.log1p(missing), 1))

    @property
    def tail_slope(self) -> float:
        """The power of N0 + 1, far out of N0, by which the posterior falls at the last node."""
        x = np.log1p(self.missing[-2:])
        return float((self.logs[-1] - self.logs[-2]) / (x[1] - x[0]))

    @property
    def interval_logs(self) -> npt.NDArray[np.float64]:
        """Log of the probability between each two nodes, from the higher of the two."""
        higher = np.maximum(self.logs[:-1], self.logs[1:])
        return np.asarray(higher + np.log(self.missing[1:] - self.missing[:-1]))

    @property
    def tail_is_empty(self) -> bool:
        """Whether nothing lies beyond the last node, where a power law goes on from there."""
        fall = -self.tail_slope
        if fall <= _SLOWEST_FALL:
            return False
        beyond = self.logs[-1] + np.log(self.missing[-1] / (fall - 1.0))
        return bool(beyond - sum_logs(self.interval_logs) < np.log(EMPTY_TAIL))

    def joined(
        self, missing: npt.NDArray[np.float64], logs: npt.NDArray[np.float64]
    ) -> PosteriorNodes:
        """Return these nodes and more."""
        everything = np.concatenate([self.missing, missing])
        order = np.argsort(everything)
        return PosteriorNodes(
            missing=everything[order], logs=np.concatenate([self.logs, logs])[order]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bend:
    """How fast the log posterior of any graph, and of any mixture of them, bends downwards in x.

    With q_c the second derivative of log Gamma(N0 + c) in log N0, 0 < dq_c/dc <= N0 c / (N0 + c)^2.
    Each clique but one pairs with a separator within it, and N0 + c grows from the one to the other
    by the persons who stand on lists of the clique alone; a person is counted so once for each of
    their lists at most. So f'' >= -(sum of list totals) N0 c / (N0 + c)^2, at c = N0 or at the
    largest c, which is the number of the observed; the prior 1/N adds -1/4 at most. A sum of
    exponentials of functions bends downwards no faster than the fastest of them.

    on_lists: the sum of all list totals, persons. observed: n, persons.
    """

    on_lists: float
    observed: float

    def within(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the bound between each two numbers, shape (J - 1,)."""
        low = missing[:-1]
        c = np.minimum(self.observed + 1.0, np.maximum(low, 1.0))
        return np.asarray(self.on_lists * low * c / (low + c) ** 2 + 0.5)


def place_nodes(
    log_posterior: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]],
    *,
    bend: Bend,
    reach: float,
    last: int | None = None,
) -> PosteriorNodes:
    """Place nodes from 0 missing persons to where the tail is empty, or to `last`.

    reach: the first end that is tried.
    """
    missing = _first_nodes(-1.0, float(last or reach))
    found = PosteriorNodes(missing=missing, logs=log_posterior(missing))
    while not last and not found.tail_is_empty:
        if found.missing[-1] >= FARTHEST:
            return PosteriorNodes(missing=found.missing, logs=found.logs, has_end=False)
        more = _first_nodes(found.missing[-1], found.missing[-1] * 10.0)
        found = found.joined(more, log_posterior(more))
    return _divided(found, log_posterior, bend=bend)


def _first_nodes(start: float, end: float) -> npt.NDArray[np.float64]:
    """Return whole numbers above `start`, the last of which is `end`."""
    few = np.arange(min(end, _EVERY_INTEGER) + 1.0)
    steps = int(np.ceil(np.log(max(end, _EVERY_INTEGER) / _EVERY_INTEGER) / np.log(_RATIO)))
    many = np.round(_EVERY_INTEGER * _RATIO ** np.arange(1, steps))
    nodes = np.unique(np.concatenate([few, many[many < end], [end]]))
    return np.asarray(nodes[nodes > start])


def _divided(
    nodes: PosteriorNodes,
    log_posterior: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]],
    *,
    bend: Bend,
) -> PosteriorNodes:
    """Divide intervals until none can hide a peak and the spline holds where there is mass."""
    error = np.full(nodes.missing.size - 1, _UNKNOWN)
    while True:
        x = np.log1p(nodes.missing)
        rise = bend.within(nodes.missing) * (x[1:] - x[:-1]) ** 2 / 8.0
        logs = nodes.interval_logs
        logs -= sum_logs(logs)
        gaps = nodes.missing[1:] - nodes.missing[:-1]
        counts = (logs + rise > np.log(_UNSEEN)) & (gaps > 1.0)
        off = error * np.exp(logs) / _SPLINE_ERROR
        places = np.flatnonzero(counts & ((off > 1.0) | (rise > _HARMLESS_RISE)))
        if not places.size:
            return nodes
        if nodes.missing.size > _MOST_NODES:
            return PosteriorNodes(missing=nodes.missing, logs=nodes.logs, has_end=False)
        wanted = np.where(error < _UNKNOWN, off, 0.0)[places] ** 0.25
        wanted = np.ceil(np.maximum(wanted, np.sqrt(rise[places])))
        pieces = np.minimum(np.clip(wanted, 2.0, _MOST_PIECES), gaps[places])
        within, owner = _within(x, nodes.missing, places=places, pieces=pieces.astype(np.int64))
        exact = log_posterior(within)
        missed = np.abs(nodes.foretold(within) - exact)
        starts = np.searchsorted(owner, places)
        # The error of a half is a sixteenth of that of the whole, so halves of what holds hold.
        error[places] = np.maximum.reduceat(missed, starts) * (2.0 / pieces) ** 4
        error = np.repeat(error, 1 + np.bincount(owner, minlength=error.size))
        nodes = nodes.joined(within, exact)


def _within(
    x: npt.NDArray[np.float64],
    missing: npt.NDArray[np.float64],
    *,
    places: npt.NDArray[np.intp],
    pieces: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """Return the numbers that cut intervals into even pieces of x, and the interval of each."""
    owner = np.repeat(places, pieces - 1)
    ends = np.cumsum(pieces - 1)
    number = np.arange(owner.size) - np.repeat(ends - pieces, pieces - 1)
    part = number / np.repeat(pieces, pieces - 1)
    found = np.floor(np.exp(x[owner] + part * (x[owner + 1] - x[owner]))) - 1.0
    found = np.clip(found, missing[owner] + 1.0, missing[owner + 1] - 1.0)
    new = np.diff(found, prepend=-1.0) > 0.0
    return found[new], owner[new]
