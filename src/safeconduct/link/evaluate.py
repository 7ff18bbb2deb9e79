r"""How well pairs were linked, against pairs that somebody has judged: with intervals, by lists.

It depends on the standard library only; pairs are given as sets of two lines.
A further figure is one more property of `Evaluation`.

Intervals are Wilson's (1927, JASA 22, 209-212, doi:10.1080/01621459.1927.10502953). F1 has one by
way of the share J of right pairs among those found or missed: F1 = 2 J / (1 + J).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from safeconduct.link.judgement import Line

# The 97.5 % point of the normal distribution: intervals hold in 95 of 100.
_Z: Final = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share with its interval; None where there is nothing to take a share of."""

    value: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Counts of pairs: found and right, found and wrong, and missed.

    knows_wrong: whether the labels could show a pair that is wrong. Labels of pairs that belong
    together, and of no others, cannot: then there is a recall and no precision.
    """

    right: int
    wrong: int
    missed: int
    knows_wrong: bool = True

    @property
    def precision(self) -> Share:
        """Of the pairs found, the share that is right."""
        return share(self.right, self.right + self.wrong) if self.knows_wrong else share(0, 0)

    @property
    def recall(self) -> Share:
        """Of the pairs that are one person, the share that was found."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> Share:
        """The harmonic mean of both."""
        every = self.right + self.wrong + self.missed
        jaccard = share(self.right, every) if self.knows_wrong else share(0, 0)
        value = None if jaccard.value is None else _f1(jaccard.value)
        return Share(value=value, low=_f1(jaccard.low), high=_f1(jaccard.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationByLists:
    """The evaluation of all pairs, and of the pairs between each two lists."""

    total: Evaluation
    between: Mapping[tuple[str, str], Evaluation]


def evaluate(
    found: AbstractSet[frozenset[Line]], labelled: Mapping[frozenset[Line], bool]
) -> EvaluationByLists:
    """Hold the pairs that were found against labelled ones; pairs without a label count nothing.

    A pair that is labelled as one person and was never a candidate counts as missed. Where no label
    says that two lines are two persons, nothing is said of wrong pairs.
    """
    return _evaluated(found, labelled, knows_wrong=not all(labelled.values()))


def _evaluated(
    found: AbstractSet[frozenset[Line]],
    labelled: Mapping[frozenset[Line], bool],
    *,
    knows_wrong: bool,
) -> EvaluationByLists:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair, one_person in labelled.items():
        if one_person or pair in found:
            counts[_lists(pair)][(0 if pair in found else 2) if one_person else 1] += 1
    between = {
        lists: Evaluation(right=right, wrong=wrong, missed=missed, knows_wrong=knows_wrong)
        for lists, (right, wrong, missed) in sorted(counts.items())
    }
    return EvaluationByLists(
        total=Evaluation(
            right=sum(one.right for one in between.values()),
            wrong=sum(one.wrong for one in between.values()),
            missed=sum(one.missed for one in between.values()),
            knows_wrong=knows_wrong,
        ),
        between=between,
    )


def evaluate_all(
    found: AbstractSet[frozenset[Line]], same: AbstractSet[frozenset[Line]]
) -> EvaluationByLists:
    """Hold the pairs that were found against every pair that is one person, where all are known."""
    return _evaluated(found, {pair: pair in same for pair in found | same}, knows_wrong=True)


def share(part: int, whole: int) -> Share:
    """Return a share with Wilson's interval.

    >>> found = share(9, 10)
    >>> f"{found.low:.3f} {found.high:.3f}"
    '0.596 0.982'
    """
    if whole == 0:
        return Share(value=None, low=0.0, high=1.0)
    p, z2 = part / whole, _Z * _Z
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    spread = _Z * math.sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return Share(
        value=p, low=max(0.0, min(p, middle - spread)), high=min(1.0, max(p, middle + spread))
    )


def _f1(jaccard: float) -> float:
    return 2 * jaccard / (1 + jaccard)


def _lists(pair: frozenset[Line]) -> tuple[str, str]:
    names = sorted(line[0] for line in pair)
    return names[0], names[-1]
