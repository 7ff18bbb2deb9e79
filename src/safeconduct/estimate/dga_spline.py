"""A cubic spline through the log posterior at its nodes, and what each node counts for in a mean.

It depends on numpy and on LAPACK through scipy, without the checks that `CubicSpline` makes on
every call, which cost more than the solution for the few hundred nodes here.
Another rule for the ends of the spline is another first and last row in `Knots.of`.

Symbols: x the J places of the nodes, h their J - 1 steps, y the values, m the slopes at the nodes,
d = diff(y) / h the slopes of the chords; t the part of a step that a place has gone, 0 to 1.

Between two nodes the spline is the cubic with the values and slopes of both. That the second
derivative has no jump at an inner node, and the third none at the last but one on either side, are
J equations A m = B d with a tridiagonal A. A mean over many places is linear in y, so that the
weights of the nodes come from one solution with the transpose of A.

References:
    de Boor, C. (2001). A Practical Guide to Splines, revised edition, chapter IV.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from scipy.linalg.lapack import dgtsv

if TYPE_CHECKING:
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]

# With fewer nodes every number is one of them, and no slope is asked for.
_FEWEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knots:
    """Where a spline has its nodes, with the equations for the slopes there.

    x: shape (J,), increasing. steps: h, shape (J - 1,). below, diagonal, above: of A, shapes
    (J - 1,), (J,), (J - 1,). from_left, from_right: B, by the chord on the left and on the right of
    a node, shape (J,); the first node has none on its left and takes the second on its right for
    it, and the last the other way round.
    """

    x: _Floats
    steps: _Floats
    below: _Floats
    diagonal: _Floats
    above: _Floats
    from_left: _Floats
    from_right: _Floats

    @classmethod
    def of(cls, x: _Floats) -> Self:
        """Set the equations up."""
        h = x[1:] - x[:-1]
        diagonal = np.ones(x.size)
        below, above = np.zeros(h.size), np.zeros(h.size)
        left, right = np.zeros(x.size), np.zeros(x.size)
        if x.size >= _FEWEST:
            both = h[:-1] + h[1:]
            diagonal[1:-1] = 2.0 * both
            below[:-1], above[1:] = h[1:], h[:-1]
            left[1:-1], right[1:-1] = 3.0 * h[1:], 3.0 * h[:-1]
            diagonal[0], above[0] = h[1], both[0]
            left[0], right[0] = (h[0] + 2.0 * both[0]) * h[1] / both[0], h[0] ** 2 / both[0]
            diagonal[-1], below[-1] = h[-2], both[-1]
            left[-1], right[-1] = h[-1] ** 2 / both[-1], (h[-1] + 2 * both[-1]) * h[-2] / both[-1]
        return cls(
            x=x,
            steps=h,
            below=below,
            diagonal=diagonal,
            above=above,
            from_left=left,
            from_right=right,
        )

    def places(self, at: _Floats) -> tuple[npt.NDArray[np.intp], _Floats]:
        """Return the interval of each place, and t; beyond the ends, the first or the last goes on.

        at: shape (M,).
        """
        inside = np.searchsorted(self.x[1:-1], at, side="right")
        return inside, (at - self.x[inside]) / self.steps[inside]

    def values(self, y: _Floats, at: _Floats) -> _Floats:
        """Return the spline through the values y at some places, shape (M,)."""
        place, t = self.places(at)
        first, second, third = self._cubics(y)
        found: _Floats = third[place] * t
        found += second[place]
        found *= t
        found += first[place]
        found *= t
        found += y[place]
        return found

    def slopes(self, y: _Floats, at: _Floats) -> _Floats:
        """Return the slope of the spline through the values y at some places, shape (M,)."""
        place, t = self.places(at)
        first, second, third = self._cubics(y)
        risen = first[place] + t * (2.0 * second[place] + 3.0 * t * third[place])
        return np.asarray(risen / self.steps[place])

    def shares(self, at: _Floats, weights: _Floats) -> _Floats:
        """Return w, shape (J,), with sum_j w_j y_j the weighted sum of the spline at the places.

        weights: shape (M,), of the places.
        """
        place, t = self.places(at)
        n_steps = self.steps.size
        moments = []
        moment = weights
        for _ in range(4):
            moments.append(np.bincount(place, weights=moment, minlength=n_steps))
            moment = moment * t
        one, first, second, third = moments
        on_rise = 3.0 * second - 2.0 * third
        on_slopes = np.zeros(self.x.size)
        on_slopes[:-1] += (first - 2.0 * second + third) * self.steps
        on_slopes[1:] += (third - second) * self.steps
        on_chords = self._chord_shares(on_slopes)
        found = np.zeros(self.x.size)
        found[:-1] = one
        found[1:] += on_rise + on_chords / self.steps
        found[:-1] -= on_rise + on_chords / self.steps
        return found

    def _cubics(self, y: _Floats) -> tuple[_Floats, _Floats, _Floats]:
        """Return what t, its square and its cube are multiplied by on each interval."""
        rise = y[1:] - y[:-1]
        slopes = self._node_slopes(rise / self.steps)
        start, end = slopes[:-1] * self.steps, slopes[1:] * self.steps
        return start, 3.0 * rise - 2.0 * start - end, start + end - 2.0 * rise

    def _node_slopes(self, chords: _Floats) -> _Floats:
        if self.x.size < _FEWEST:
            return np.zeros(self.x.size)
        wanted = np.empty(self.x.size)
        wanted[1:-1] = self.from_left[1:-1] * chords[:-1] + self.from_right[1:-1] * chords[1:]
        wanted[0] = self.from_left[0] * chords[0] + self.from_right[0] * chords[1]
        wanted[-1] = self.from_left[-1] * chords[-2] + self.from_right[-1] * chords[-1]
        return _solved(self.below, self.diagonal, self.above, wanted)

    def _chord_shares(self, on_slopes: _Floats) -> _Floats:
        found = np.zeros(self.steps.size)
        if self.x.size < _FEWEST:
            return found
        # The transpose of A has what is below the diagonal above it.
        turned = _solved(self.above, self.diagonal, self.below, on_slopes)
        left, right = self.from_left * turned, self.from_right * turned
        found[:-1] += left[1:-1]
        found[1:] += right[1:-1]
        found[:2] += left[0], right[0]
        found[-2:] += left[-1], right[-1]
        return found


def _solved(below: _Floats, diagonal: _Floats, above: _Floats, wanted: _Floats) -> _Floats:
    # LAPACK works in copies, since `overwrite` is not asked for; A is never singular for an
    # increasing x, so that its last word is not looked at.
    found: _Floats = dgtsv(below, diagonal, above, wanted)[3]
    return found
