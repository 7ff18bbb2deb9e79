r"""Draws partitions of a few lines into persons, exactly where they are few, by moves where many.

It depends on numpy only: lines are positions, and what they say is in the evidence of their pairs.
Another way of weighing a cluster is one other pair of lines in `_exact` and in `_moved`, and the
oracle of its test.

The model: a partition has the probability

    P(partition) proportional to 2 ** sum over clusters C of
        sqrt(2 / |C|) sum over pairs in C of e + h(lists of C) + (|C| - number of lists of C) r,

with e the evidence of a pair (its match weight without the prior), h the prior of a capture
pattern against lines that stay alone, and r the prior of a line repeated on its list. A cluster of
s lines has s (s - 1) / 2 pairs and at least s - 1 independent links: were there no more, the
factor would be 2 / |C|, were all independent 1. The root lies between, and on invented lists whose
truth is known the draws hold as many persons on three lists as there are.
Moves are those of Gibbs, one line at a time, in as many independent chains as there are draws
(Neal 2000, JCGS 9, 249-265, doi:10.1080/10618600.2000.10474879).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

ENUMERATED: Final = 7
_SWEEPS: Final = 60
# Evidence of two lines that cannot be one person: no sum of others outweighs it.
NEVER: Final = -1e6

Partition = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Lines that pairs hold together, as positions in the table of persons.

    `bits` has the bit of each line's list, `evidence` the evidence of each pair (symmetric, 0 on
    the diagonal, `NEVER` where two lines cannot be one person).
    """

    members: npt.NDArray[np.int64]
    bits: npt.NDArray[np.int64]
    evidence: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternPrior:
    """The prior of capture patterns: `patterns[draw, pattern]`, and `repeated` for a second line.

    Patterns of one list have 0: what is alone is what all else is compared with.
    """

    patterns: npt.NDArray[np.float64]
    repeated: float


def draw_partitions(
    component: Component, prior: PatternPrior, *, dice: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Draw a partition for each row of the prior: `labels[draw, line]`, equal in one cluster."""
    if len(component.members) <= ENUMERATED:
        return _exact(component, prior, dice)
    return _moved(component, prior, dice)


@cache
def partitions(n: int) -> tuple[Partition, ...]:
    """Return every partition of n things.

    >>> len(partitions(4))
    15
    """
    return tuple(_partitions(n))


def _partitions(n: int) -> Iterator[Partition]:
    if n == 0:
        yield ()
        return
    for smaller in _partitions(n - 1):
        yield (*smaller, (n - 1,))
        for at, cluster in enumerate(smaller):
            yield (*smaller[:at], (*cluster, n - 1), *smaller[at + 1 :])


@dataclass(frozen=True, slots=True)
class _Possible:
    """Every partition of n lines: which clusters each has, and the label of each line in it.

    `members[cluster, line]` tells the lines of each of the 2^n - 1 clusters that there can be.
    """

    labels: npt.NDArray[np.int64]
    has: npt.NDArray[np.float64]
    members: npt.NDArray[np.bool_]


@cache
def _possible(n: int) -> _Possible:
    every = partitions(n)
    labels = np.zeros((len(every), n), dtype=np.int64)
    has = np.zeros((len(every), (1 << n) - 1))
    for at, partition in enumerate(every):
        for label, cluster in enumerate(partition):
            labels[at, list(cluster)] = label
            has[at, sum(1 << line for line in cluster) - 1] = 1.0
    codes = np.arange(1, 1 << n)
    return _Possible(labels, has, (codes[:, np.newaxis] >> np.arange(n) & 1).astype(np.bool_))


def _exact(
    component: Component, prior: PatternPrior, dice: np.random.Generator
) -> npt.NDArray[np.int64]:
    possible = _possible(len(component.members))
    members = possible.members
    size = members.sum(axis=1)
    twice = np.einsum("ci,ij,cj->c", members, component.evidence, members, optimize=True)
    pattern = np.bitwise_or.reduce(np.where(members, component.bits, 0), axis=1)
    repeated = (size - np.bitwise_count(pattern.astype(np.uint64))) * prior.repeated
    clusters = prior.patterns[:, pattern] + _tempered(twice, size) + repeated
    weights = clusters @ possible.has.T
    chances = np.cumsum(np.exp2(weights - weights.max(axis=1, keepdims=True)), axis=1)
    aims = dice.random(len(weights)) * chances[:, -1]
    chosen: npt.NDArray[np.int64] = possible.labels[(chances < aims[:, np.newaxis]).sum(axis=1)]
    return chosen


def _moved(
    component: Component, prior: PatternPrior, dice: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Move lines one at a time in all chains at once; `inside` is the evidence in each cluster."""
    n, n_draws = len(component.members), len(prior.patterns)
    chains = np.arange(n_draws)
    labels = np.tile(np.arange(n), (n_draws, 1))
    inside, size = np.zeros((n_draws, n)), np.ones((n_draws, n), dtype=np.int64)
    # Counts of lines by list, so that taking a line out leaves the pattern of the others.
    lists = np.unique(component.bits)
    on = np.tile((component.bits[:, np.newaxis] == lists).astype(np.int64), (n_draws, 1, 1))
    for _ in range(_SWEEPS):
        for line in dice.permutation(n).tolist():
            beside = _beside(labels, component.evidence[line], n)
            home = labels[:, line]
            inside[chains, home] -= 2 * beside[chains, home]
            size[chains, home] -= 1
            own = int(np.flatnonzero(lists == component.bits[line])[0])
            on[chains, home, own] -= 1
            gains = _gains(inside, beside, size, _Patterns(on, lists, prior), own)
            # Of the empty clusters one stands for all, since they are one choice.
            empty = size == 0
            first = empty.argmax(axis=1)
            gains[empty] = -np.inf
            gains[chains, first] = 0.0
            chosen = _chosen(gains, dice)
            labels[:, line] = chosen
            inside[chains, chosen] += 2 * beside[chains, chosen]
            size[chains, chosen] += 1
            on[chains, chosen, own] += 1
    return labels


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How many lines of each list each cluster has, and what the patterns weigh before."""

    on: npt.NDArray[np.int64]
    lists: npt.NDArray[np.int64]
    prior: PatternPrior

    def weights(self, own: int | None = None) -> npt.NDArray[np.float64]:
        """Weigh the pattern of every cluster, with a further line of a list or without."""
        present = self.on > 0
        if own is not None:
            present = present.copy()
            present[:, :, own] = True
        pattern = (present * self.lists).sum(axis=2)
        weighed = np.take_along_axis(self.prior.patterns, pattern, axis=1)
        further = self.on.sum(axis=2) + (own is not None) - present.sum(axis=2)
        return np.asarray(weighed + further * self.prior.repeated, dtype=np.float64)


def _beside(
    labels: npt.NDArray[np.int64], evidence: npt.NDArray[np.float64], n: int
) -> npt.NDArray[np.float64]:
    """Sum the evidence of one line with the lines of each cluster, in every chain."""
    n_draws = len(labels)
    flat = (labels + n * np.arange(n_draws)[:, np.newaxis]).ravel()
    sums = np.bincount(flat, weights=np.tile(evidence, n_draws), minlength=n * n_draws)
    return np.asarray(sums.reshape(n_draws, n), dtype=np.float64)


def _gains(
    inside: npt.NDArray[np.float64],
    beside: npt.NDArray[np.float64],
    size: npt.NDArray[np.int64],
    patterns: _Patterns,
    own: int,
) -> npt.NDArray[np.float64]:
    """Weigh what each cluster gains by a line."""
    after = _tempered(inside + 2 * beside, size + 1) + patterns.weights(own)
    before = _tempered(inside, np.maximum(size, 1)) + patterns.weights()
    return np.asarray(after - before, dtype=np.float64)


def _tempered(
    twice: npt.NDArray[np.float64], size: npt.NDArray[np.int64] | int
) -> npt.NDArray[np.float64]:
    """Weigh the evidence within a cluster, given twice (once for each line of a pair)."""
    return np.asarray(twice / np.sqrt(2.0 * size), dtype=np.float64)


def _chosen(weights: npt.NDArray[np.float64], dice: np.random.Generator) -> npt.NDArray[np.int64]:
    """Choose in each row with probability proportional to 2 to the power of the weights."""
    gumbel = -np.log(-np.log(dice.random(weights.shape)))
    return np.asarray((weights * np.log(2.0) + gumbel).argmax(axis=1), dtype=np.int64)
