"""Sums over the subsets of a set of lists, in logarithms.

It depends on numpy and on `log_domain`.
A new kind of sum is one more function over the same numbering of subsets.

Symbols: k lists, numbered 0 to k - 1; a subset is an integer from 0 to 2^k - 1 with bit j for list
j; f(S) is a value known by its logarithm; J values are done at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from safeconduct.estimate.log_domain import add_logs

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubsetPairs:
    """All 3^k pairs of a set C and a set R within it, ordered by how many members C has more.

    number: int64, shape (2^k, 2^k), the place of (R, C). starts: shape (k + 2,), the pairs whose C
        has d members more stand from `starts[d]` to `starts[d + 1]`. inner, outer: int64, R and C.
    up, down: int64, the places of (R + b, C) and of (R, C - b), b the lowest member of C not in R.
    """

    number: npt.NDArray[np.int64]
    starts: tuple[int, ...]
    inner: npt.NDArray[np.int64]
    outer: npt.NDArray[np.int64]
    up: npt.NDArray[np.int64]
    down: npt.NDArray[np.int64]

    def nested(self, place: int) -> tuple[int, int]:
        """Return R and C of one pair."""
        return int(self.inner[place]), int(self.outer[place])


def members(lists: int) -> tuple[int, ...]:
    """Return the single lists of a set, lowest first, each as a set of one."""
    return tuple(1 << place for place in range(lists.bit_length()) if lists >> place & 1)


@cache
def subsets(lists: int) -> npt.NDArray[np.int64]:
    """Return the subsets of a set of lists in the order of their own numbering, shape (2^k,)."""
    found = np.zeros(1, dtype=np.int64)
    for bit in members(lists):
        found = np.concatenate([found, found | bit])
    return found


@cache
def subset_pairs(k: int) -> SubsetPairs:
    """Return the pairs of nested subsets of k lists."""
    codes = np.arange(1 << k)
    inner, outer = np.nonzero(codes[:, None] & ~codes[None, :] == 0)
    more = np.bitwise_count(outer ^ inner)
    order = np.argsort(more, kind="stable")
    inner, outer = inner[order], outer[order]
    number = np.zeros((1 << k, 1 << k), dtype=np.int64)
    number[inner, outer] = np.arange(inner.size)
    rest = outer & ~inner
    lowest = rest & -rest
    return SubsetPairs(
        number=number,
        starts=tuple(map(int, np.searchsorted(more[order], np.arange(k + 2)))),
        inner=inner,
        outer=outer,
        up=number[inner | lowest, outer],
        down=number[inner, outer & ~lowest],
    )


def subset_sums(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return log of the sum of f(T) over T <= S for every S; shape (2^k, J) in and out."""
    found = logs.copy()
    k = int(logs.shape[0]).bit_length() - 1
    for place in range(k):
        # Axis 1 of this view says whether list `place` belongs to the subset.
        view = found.reshape(-1, 2, 1 << place, logs.shape[1])
        view[:, 1] = add_logs(view[:, 1], view[:, 0])
    return found


def sums_between(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return log of the sum of f(S) over R <= S < C for every pair, shape (3^k, J).

    Split by the lowest b in C but not in R, the sum is that over (R + b, C) and all of
    R <= S <= C - b; nothing is subtracted. Where R is C, it is minus infinity: a sum of nothing.
    """
    k = int(logs.shape[0]).bit_length() - 1
    pairs = subset_pairs(k)
    up_to = np.empty((pairs.inner.size, logs.shape[1]))
    below = np.full_like(up_to, -np.inf)
    same = slice(0, pairs.starts[1])
    up_to[same] = logs[pairs.inner[same]]
    for more in range(1, k + 1):
        here = slice(pairs.starts[more], pairs.starts[more + 1])
        up, down = pairs.up[here], pairs.down[here]
        below[here] = add_logs(below[up], up_to[down])
        up_to[here] = add_logs(up_to[up], up_to[down])
    return below
