"""The order in which pairs are shown to a person: what would teach and change most comes first.

It depends on a linkage, `clustering` and `judgement`.
Another order is another function of a pair; nothing here decides anything about a pair.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link.cluster import closed
from safeconduct.link.clustering import cluster, line_of
from safeconduct.link.judgement import NO, UNSURE, YES, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from safeconduct.link.judgement import Judgement, Line
    from safeconduct.link.linking import Linkage

# A pair that changes no cluster still teaches: it counts as a tenth of one that joins two lines.
_TEACHES: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPair:
    """A pair to be judged: its position among the pairs, and why it comes where it comes.

    `openness` is 1 where the probability is a half and 0 where it is certain; `changes` counts the
    pairs of lines that a judgement would join or part.
    """

    at: int
    probability: float
    openness: float
    changes: int

    @property
    def worth(self) -> float:
        """What a judgement of it is worth; pairs are shown in this order."""
        return self.openness * (self.changes + _TEACHES)


def review_order(
    linkage: Linkage, judgements: Sequence[Judgement] = (), *, most: int | None = None
) -> tuple[ReviewPair, ...]:
    """Return the pairs that are still open, most informative first.

    Pairs that were judged, and pairs that follow from judgements (two lines joined by yes, or
    kept apart by no through such lines), are left out. What a person was unsure of, and what two
    persons disagree on, stays open and comes last.
    """
    pairs, p = linkage.pairs, linkage.pairs.probabilities
    openness = _openness(p)
    settled = _settled(linkage, judgements)
    asked = _unsure(linkage, judgements)
    changes = _changes(pairs.left, pairs.right, likely=p >= 0.5)  # noqa: PLR2004
    found = [
        ReviewPair(
            at=at,
            probability=float(p[at]),
            openness=float(openness[at]),
            changes=changes[at],
        )
        for at in range(len(pairs))
        if at not in settled
    ]
    found.sort(key=lambda one: (one.at in asked, -one.worth, one.at))
    return tuple(found[:most])


def random_pairs(
    linkage: Linkage,
    judgements: Sequence[Judgement] = (),
    *,
    n_pairs: int,
    least: float = 0.5,
    seed: int = 1,
) -> tuple[ReviewPair, ...]:
    """Draw linked pairs at random, to learn what share of them is right.

    Linked is what the clusters join: a likely pair that was held back is no link, and an unlikely
    one that others join is one.
    The order of `review_order` is made to teach and finds the doubtful pairs; a share of those says
    nothing about the others.
    """
    p = linkage.pairs.probabilities
    clusters = cluster(linkage, judgements, least=least).ledger.clusters()
    number = {line: at for at, lines in enumerate(clusters) for line in lines}
    joined = np.array([number[line_of(person)] for person in linkage.persons], dtype=np.int64)
    linked = np.flatnonzero(joined[linkage.pairs.left] == joined[linkage.pairs.right])
    drawn = np.random.default_rng(seed).permutation(linked)[:n_pairs]
    openness = _openness(p)
    return tuple(
        ReviewPair(at=at, probability=float(p[at]), openness=float(openness[at]), changes=0)
        for at in drawn.tolist()
    )


def _openness(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the entropy of yes and no, in bits."""
    within = np.clip(p, 1e-12, 1 - 1e-12)
    bits = -(within * np.log2(within) + (1 - within) * np.log2(1 - within))
    return np.asarray(bits, dtype=np.float64)


def _settled(linkage: Linkage, judgements: Sequence[Judgement]) -> frozenset[int]:
    known = {pair: one for pair, one in standing(judgements).items() if one.answer != UNSURE}
    yes = [pair for pair, one in known.items() if one.answer == YES]
    lines = [line_of(person) for person in linkage.persons]
    everyone = {*lines, *(line for pair in known for line in pair)}
    group: dict[Line, int] = {
        line: number
        for number, lines_of_one in enumerate(closed(everyone, yes))
        for line in lines_of_one
    }
    apart = {
        frozenset((group[pair[0]], group[pair[1]]))
        for pair, one in known.items()
        if one.answer == NO
    }
    found = set()
    ends = zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True)
    for at, (left, right) in enumerate(ends):
        first, second = sorted((lines[left], lines[right]))
        together = group[first] == group[second]
        kept_apart = frozenset((group[first], group[second])) in apart
        if (first, second) in known or together or kept_apart:
            found.add(at)
    return frozenset(found)


def _unsure(linkage: Linkage, judgements: Sequence[Judgement]) -> frozenset[int]:
    """Return the pairs that somebody has looked at and left open."""
    said = {pair for pair, one in standing(judgements).items() if one.answer == UNSURE}
    lines = [line_of(person) for person in linkage.persons]
    ends = zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True)
    return frozenset(
        at
        for at, (left, right) in enumerate(ends)
        if tuple(sorted((lines[left], lines[right]))) in said
    )


def _changes(
    left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], *, likely: npt.NDArray[np.bool_]
) -> list[int]:
    """Count for each pair how many pairs of lines its judgement joins or parts."""
    ends = list(zip(left.tolist(), right.tolist(), strict=True))
    neighbours: dict[int, set[int]] = defaultdict(set)
    for (one, other), holds in zip(ends, likely.tolist(), strict=True):
        if holds:
            neighbours[one].add(other)
            neighbours[other].add(one)
    group = _groups({end for pair in ends for end in pair}, neighbours)
    sizes = np.bincount(list(group.values())) if group else np.zeros(0, dtype=np.int64)
    found = []
    for (one, other), holds in zip(ends, likely.tolist(), strict=True):
        if holds:
            side = _reached(one, neighbours, without=(one, other))
            found.append(0 if other in side else len(side) * (int(sizes[group[one]]) - len(side)))
        elif group[one] == group[other]:
            found.append(0)
        else:
            found.append(int(sizes[group[one]] * sizes[group[other]]))
    return found


def _groups(everyone: Iterable[int], neighbours: dict[int, set[int]]) -> dict[int, int]:
    group: dict[int, int] = {}
    number = 0
    for one in sorted(everyone):
        if one not in group:
            for other in _reached(one, neighbours, without=(one, one)):
                group[other] = number
            number += 1
    return group


def _reached(
    start: int, neighbours: dict[int, set[int]], *, without: tuple[int, int]
) -> frozenset[int]:
    """Return the lines that can be reached from one, a single pair left out."""
    seen, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        for other in neighbours.get(one, ()):
            if other not in seen and {one, other} != set(without):
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)
