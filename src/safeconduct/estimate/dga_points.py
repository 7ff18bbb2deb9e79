"""From a log posterior at nodes to probabilities of whole numbers, or of narrow ranges of them.

It depends on numpy and scipy, and on `dga_nodes`.
A finer or coarser answer is a constant here, never an argument.

Symbols: N0 missing persons; M points; J nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.interpolate import BSpline, CubicSpline
from scipy.sparse.linalg import splu

from safeconduct.estimate.dga_nodes import FEWEST_NODES
from safeconduct.estimate.log_domain import sum_logs

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.dga_nodes import PosteriorNodes

# Up to so many numbers, each stands for itself; between the tails, up to four times as many.
_MOST_POINTS: Final = 1 << 16
_MOST_BETWEEN_TAILS: Final = 1 << 18
# Beyond that, so many ranges are cut evenly by log(N0 + 1), and again by probability.
_RANGES: Final = 100_000
_LEFT_OUT: Final = 1e-9
_TAIL: Final = 1e-5
# Quantiles nearer to 0 or 1 than this are nobody's business.
_ASKED: Final = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MissingPoints:
    """Probabilities of the missing at M points, shape (M,) each.

    A point stands for itself and for what lies below it, down to the point before.

    missing: int64, increasing. probability: float64, sums to 1. middle: float64, the middle of the
        range of each point, which is the point itself where every number has its own. log_sum: the
        logarithm of what the probabilities were divided by.
    """

    missing: npt.NDArray[np.int64]
    probability: npt.NDArray[np.float64]
    middle: npt.NDArray[np.float64]
    log_sum: float

    @property
    def coarseness(self) -> float:
        """How far a quantile may be off: the widest range between the tails, by its place."""
        cumulated = np.cumsum(self.probability)[1:]
        inside = (cumulated > _ASKED) & (cumulated < 1.0 - _ASKED)
        widths = (np.diff(self.missing) - 1) / self.missing[1:]
        return float(widths[inside].max(initial=0.0))


def every_number(nodes: PosteriorNodes, *, first: int, last: int) -> MissingPoints:
    """Return the probability of each number of missing persons from `first` to `last`."""
    missing = np.arange(first, last + 1, dtype=np.int64)
    middle = missing.astype(np.float64)
    return _points(missing, middle, _logs(nodes, middle))


def where_the_mass_is(nodes: PosteriorNodes) -> MissingPoints:
    """Return the probabilities of the numbers between two tails that hold nothing to speak of."""
    first, last = _between_tails(nodes, _LEFT_OUT)
    if last - first < _MOST_POINTS:
        return every_number(nodes, first=first, last=last)
    even = np.geomspace(first + 1.0, last + 1.0, _RANGES) - 1.0
    inner, outer = _between_tails(nodes, _TAIL)
    if outer - inner < _MOST_BETWEEN_TAILS:
        return _ranges(nodes, np.concatenate([even, np.arange(inner, outer + 1.0)]), first=first)
    coarse = _ranges(nodes, even, first=first)
    levels = np.linspace(0.0, 1.0, _RANGES)
    by_mass = np.interp(levels, np.cumsum(coarse.probability), coarse.missing.astype(np.float64))
    return _ranges(nodes, np.concatenate([even, by_mass]), first=first)


def node_shares(nodes: PosteriorNodes, points: MissingPoints) -> npt.NDArray[np.float64]:
    """Return the weights w_j, shape (J,), that turn values at nodes into posterior means.

    A spline is linear in its values: g(x) = sum_j c_j(x) g_j, so that the posterior mean of g is
    sum_j w_j g_j with w_j = sum over points of p c_j. With g = p(G | N0), which varies slowly, this
    is the posterior weight of a graph G. The shares sum to 1; single ones may be just below 0.
    """
    x = np.log1p(nodes.missing)
    at = np.log1p(points.middle)
    if x.size < FEWEST_NODES:
        return np.asarray(points.probability @ CubicSpline(x, np.eye(x.size))(at))
    # Values at places are the B-splines there times coefficients, which follow from the values at
    # the nodes by the B-splines at the nodes; the weights are the same read backwards.
    knots = np.concatenate([[x[0]] * 4, x[2:-2], [x[-1]] * 4])
    means = np.asarray(BSpline.design_matrix(at, knots, 3).T @ points.probability)
    return np.asarray(splu(BSpline.design_matrix(x, knots, 3).T.tocsc()).solve(means))


def _between_tails(nodes: PosteriorNodes, tail: float) -> tuple[int, int]:
    """Return the nodes outside of which no more than a small probability lies on either side."""
    masses = _normal(nodes.interval_logs)
    below = int(np.searchsorted(np.cumsum(masses), tail, side="right"))
    above = masses.size - int(np.searchsorted(np.cumsum(masses[::-1]), tail, side="right"))
    return int(nodes.missing[below]), int(nodes.missing[above])


def _ranges(nodes: PosteriorNodes, ends: npt.NDArray[np.float64], *, first: int) -> MissingPoints:
    missing = np.unique(np.round(ends).astype(np.int64))
    widths = np.diff(missing, prepend=first - 1).astype(np.float64)
    middle = missing - (widths - 1.0) / 2.0
    return _points(missing, middle, _logs(nodes, middle) + np.log(widths))


def _points(
    missing: npt.NDArray[np.int64], middle: npt.NDArray[np.float64], logs: npt.NDArray[np.float64]
) -> MissingPoints:
    log_sum = float(sum_logs(logs))
    return MissingPoints(missing=missing, probability=_normal(logs), middle=middle, log_sum=log_sum)


def _logs(nodes: PosteriorNodes, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return nodes.foretold(missing)


def _normal(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    found = np.exp(logs - logs.max())
    return np.asarray(found / found.sum())
