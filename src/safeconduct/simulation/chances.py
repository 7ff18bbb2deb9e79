r"""The chance of each capture pattern, from a plain account of how lists come about.

It depends on numpy alone.
Another account is another function that returns one chance for each code.

Symbols: K lists; a code $c$ in $0 \dots 2^K - 1$ has bit k set where list k saw the person.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt


def at_independence(capture: Sequence[float]) -> npt.NDArray[np.float64]:
    r"""Give the chance of each code when no list knows of another.

    It is $\prod_k p_k^{c_k}(1-p_k)^{1-c_k}$. `capture` holds K probabilities within (0, 1), one for
    each list; the chances sum to 1.

    >>> at_independence([0.5, 0.2]).round(2).tolist()
    [0.4, 0.4, 0.1, 0.1]
    """
    _check(capture)
    chances = np.ones(1)
    for rate in capture:
        chances = np.concatenate([chances * (1 - rate), chances * rate])
    return chances


def on_a_path(capture: Sequence[float], *, odds_ratio: float) -> npt.NDArray[np.float64]:
    """Give the chance of each code when each list leans on the one before it, and on no other.

    `capture` holds the share of the population on each list, within (0, 1); `odds_ratio`, above 0,
    is that between neighbours: 1 is independence, 3 a strong pull. The graph of the dependence is
    a path, which is decomposable, so that averaging over decomposable graphs can be right.

    >>> chances = on_a_path([0.5, 0.5], odds_ratio=4.0)
    >>> round(float(chances[0] * chances[3] / (chances[1] * chances[2])), 6)
    4.0
    """
    _check(capture)
    if not odds_ratio > 0:
        raise InvalidQuery([("odds_ratio", "a number above 0")])
    chances = np.array([1 - capture[0], capture[0]])
    for before, (left, right) in enumerate(pairwise(capture)):
        both = _together(left, right, odds_ratio=odds_ratio)
        was_on = (np.arange(len(chances)) >> before & 1).astype(bool)
        follows = np.where(was_on, both / left, (right - both) / (1 - left))
        chances = np.concatenate([chances * (1 - follows), chances * follows])
    return chances


def in_classes(
    shares: Sequence[float], *, captures: Sequence[Sequence[float]]
) -> npt.NDArray[np.float64]:
    """Give the chance of each code when people differ: within a class the lists are independent.

    `shares` sum to 1; `captures` has one row of K probabilities for each class.

    >>> in_classes([0.5, 0.5], captures=[[0.1, 0.1], [0.9, 0.9]]).round(2).tolist()
    [0.41, 0.09, 0.09, 0.41]
    """
    if len(shares) != len(captures) or not np.isclose(sum(shares), 1.0):
        raise InvalidQuery([("shares", "one for each class, and 1 in all")])
    rows = [share * at_independence(row) for share, row in zip(shares, captures, strict=True)]
    total: npt.NDArray[np.float64] = np.sum(rows, axis=0)
    return total


def _together(left: float, right: float, *, odds_ratio: float) -> float:
    """Find the share on both of two lists that has the odds ratio."""

    def gap(both: float) -> float:
        neither = 1 - left - right + both
        return both * neither - odds_ratio * (left - both) * (right - both)

    return float(brentq(gap, max(0.0, left + right - 1), min(left, right), xtol=1e-14))


def _check(capture: Sequence[float]) -> None:
    if not all(0 < rate < 1 for rate in capture):
        raise InvalidQuery([("capture", "probabilities above 0 and below 1")])
