"""Puts clusters together from weights and judgements, and holds back what contradicts itself.

It depends on `cluster`, `judgement`, `dates` and a linkage.
A further contradiction is one more case of `_hindrance`: the merge is held back and told, and a
person decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link.cluster import BY_WEIGHT, Ledger, Merge
from safeconduct.link.dates import contradict
from safeconduct.link.judgement import NO, UNSURE, YES, Judgement, disagreements, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.link.judgement import Line
    from safeconduct.link.linking import Linkage
    from safeconduct.link.listed_person import ListedPerson

JUDGED_APART: Final = "judged_apart"
TWICE_ON_A_LIST: Final = "twice_on_a_list"
DATES_APART: Final = "dates_apart"
REVIEWERS_DISAGREE: Final = "reviewers_disagree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A merge held back: which pair, what speaks against it, and whether a person asked for it."""

    kind: str
    left: Line = field(repr=False)
    right: Line = field(repr=False)
    judged: bool
    weight: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """The ledger of merges with all that was held back."""

    ledger: Ledger
    contradictions: tuple[Contradiction, ...]


@dataclass(slots=True)
class _Grouping:
    """Clusters that grow, with what their lines must not come together with."""

    persons: Sequence[ListedPerson]
    duplicate_free: frozenset[str]
    apart: dict[int, set[int]]
    root: list[int]
    members: dict[int, list[int]]

    def hindrance(self, left: int, right: int) -> str:
        """Say why two lines cannot be one person, or nothing."""
        one, other = self.members[self.root[left]], self.members[self.root[right]]
        if any(self.apart.get(first, set()) & set(other) for first in one):
            return JUDGED_APART
        lists = {self.persons[at].list_name for at in one} & self.duplicate_free
        if any(self.persons[at].list_name in lists for at in other):
            return TWICE_ON_A_LIST
        births = [self.persons[at].born for at in other]
        if any(contradict(self.persons[at].born, born) for at in one for born in births):
            return DATES_APART
        return ""

    def joined(self, left: int, right: int) -> bool:
        return self.root[left] == self.root[right]

    def join(self, left: int, right: int) -> None:
        kept, gone = self.root[left], self.root[right]
        for at in self.members[gone]:
            self.root[at] = kept
        self.members[kept] += self.members.pop(gone)


def line_of(person: ListedPerson) -> Line:
    """Name the line of a list that a person stands on."""
    return person.list_name, person.id


def cluster(
    linkage: Linkage, judgements: Sequence[Judgement] = (), *, least: float = 0.5
) -> Clustering:
    """Merge what was judged to be one person, then what weighs more than `least`, best first.

    No merge brings together what was judged apart, two lines of a duplicate-free list, or dates of
    birth that contradict each other: each is held back and told. What a person was unsure of, and
    what two persons disagree on, stays as its weight has it.
    """
    position = {line_of(person): at for at, person in enumerate(linkage.persons)}
    known = {
        pair: judgement
        for pair, judgement in standing(judgements).items()
        if pair[0] in position and pair[1] in position
    }
    grouping = _begun(linkage, known, position)
    merges: list[Merge] = []
    held = [
        Contradiction(kind=REVIEWERS_DISAGREE, left=one.pair[0], right=one.pair[1], judged=True)
        for one in disagreements(judgements)
    ]
    for step in (*_judged(known, position), *_weighed(linkage, known, least)):
        left, right, by, weight, ground = step
        if grouping.joined(left, right) and by == BY_WEIGHT:
            continue
        lines = line_of(linkage.persons[left]), line_of(linkage.persons[right])
        kind = "" if grouping.joined(left, right) else grouping.hindrance(left, right)
        if kind:
            held.append(_held_back(kind, lines, judged=by != BY_WEIGHT, weight=weight))
            continue
        if not grouping.joined(left, right):
            grouping.join(left, right)
        first, second = sorted(lines)
        merges.append(
            Merge(
                number=len(merges) + 1,
                left=first,
                right=second,
                by=by,
                weight=weight,
                ground=ground,
            )
        )
    ledger = Ledger(tuple(sorted(position)), tuple(merges))
    return Clustering(ledger=ledger, contradictions=tuple(held))


def _held_back(
    kind: str, lines: tuple[Line, Line], *, judged: bool, weight: float | None
) -> Contradiction:
    left, right = sorted(lines)
    return Contradiction(kind=kind, left=left, right=right, judged=judged, weight=weight)


def _begun(
    linkage: Linkage, known: dict[tuple[Line, Line], Judgement], position: dict[Line, int]
) -> _Grouping:
    apart: dict[int, set[int]] = {}
    for (left, right), judgement in known.items():
        if judgement.answer == NO:
            apart.setdefault(position[left], set()).add(position[right])
            apart.setdefault(position[right], set()).add(position[left])
    everyone = range(len(linkage.persons))
    return _Grouping(
        persons=linkage.persons,
        duplicate_free=linkage.model.settings.duplicate_free,
        apart=apart,
        root=list(everyone),
        members={at: [at] for at in everyone},
    )


def _judged(
    known: dict[tuple[Line, Line], Judgement], position: dict[Line, int]
) -> Iterator[tuple[int, int, str, float | None, str]]:
    for (left, right), judgement in known.items():
        if judgement.answer == YES:
            yield position[left], position[right], judgement.who, None, judgement.why


def _weighed(
    linkage: Linkage, known: dict[tuple[Line, Line], Judgement], least: float
) -> Iterator[tuple[int, int, str, float | None, str]]:
    pairs = linkage.pairs
    likely = np.flatnonzero(pairs.probabilities >= least)
    order = likely[np.lexsort((pairs.right[likely], pairs.left[likely], -pairs.weights[likely]))]
    for at in order.tolist():
        left, right = int(pairs.left[at]), int(pairs.right[at])
        first, second = sorted((line_of(linkage.persons[left]), line_of(linkage.persons[right])))
        said = known.get((first, second))
        if said is None or said.answer == UNSURE:
            yield left, right, BY_WEIGHT, float(pairs.weights[at]), ""
