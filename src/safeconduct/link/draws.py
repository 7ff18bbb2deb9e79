"""Draws linkages: who is whom, as often so or otherwise as weights and judgements say.

It depends on numpy, `partitions`, a linkage and judgements; what it gives on holds counts and no
person.
Another prior of capture patterns is another `_pattern_prior`.

Each draw has a prior of its own, drawn round the patterns of the draws before (empirical Bayes):
with duplicate-free lists that overlap by half, a line is twice as likely to have its fellow among
the few that are left, and pairwise probabilities alone would lose links (Sadinle 2017, JASA 112,
600-612, doi:10.1080/01621459.2016.1148612, gives the two-list case).
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidSetting
from safeconduct.link.clustering import cluster, line_of
from safeconduct.link.judgement import NO, YES, standing
from safeconduct.link.partitions import (
    ENUMERATED,
    NEVER,
    Component,
    PatternPrior,
    draw_partitions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from safeconduct.link.judgement import Judgement
    from safeconduct.link.linking import Linkage

FEWEST_DRAWS: Final = 100
MOST_LISTS: Final = 8
# Pairs below this probability open no component; within one they count with their evidence.
_OPENS: Final = 0.005
# A component of more lines is parted where evidence is least, in steps of as many bits: what is
# left is drawn exactly, unless sure pairs hold more lines together.
_MOST_LINES: Final = ENUMERATED
_STEP: Final = 1.0
# Evidence of a pair that no block held, in a cluster that others make: a little against.
ABSENT_EVIDENCE: Final = -2.0
# A judgement of yes: no evidence of others outweighs it, save that of a duplicate-free list.
_CERTAIN: Final = 1e3
# Rounds in which the prior of patterns comes to rest, and draws in each of them.
_ROUNDS: Final = 4
_DRAWS_A_ROUND: Final = 50
_EDGES: Final = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationRange:
    """Pairs of one range of probability: what is promised of them, and what the draws hold."""

    low: float
    high: float
    n_pairs: int
    mean_probability: float
    share_linked: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageDraws:
    """Capture patterns of drawn linkages, without persons, and how the draws came about.

    `counts` has a row a draw and 2^K columns, K lists; bit k of a column's number says that the
    person is on `lists[k]`. Column 0 is always 0.
    """

    lists: tuple[str, ...]
    counts: npt.NDArray[np.int64]
    seed: int
    n_components: int
    n_enumerated: int
    largest_component: int
    calibration: tuple[CalibrationRange, ...]


def draw_linkages(
    linkage: Linkage,
    judgements: Sequence[Judgement] = (),
    *,
    lists: tuple[str, ...] = (),
    n_draws: int = FEWEST_DRAWS,
    seed: int = 1,
) -> LinkageDraws:
    """Draw linkages and count in each how many persons are on which lists.

    Raises:
        InvalidSetting: fewer than 100 draws, or lists that are not those of the linkage or are
            more than eight.
    """
    names = lists or tuple(sorted({person.list_name for person in linkage.persons}))
    _refuse(names, linkage, n_draws)
    dice = np.random.default_rng(seed)
    bits = np.array([1 << names.index(one.list_name) for one in linkage.persons], dtype=np.int64)
    components, alone = _components(linkage, judgements, bits)
    sampler = _Sampler(
        components=components,
        alone=np.bincount(bits[alone], minlength=1 << len(names)),
        repeated=_log_odds(linkage.model.prior),
    )
    means = _first_patterns(linkage, judgements, bits, 1 << len(names))
    for _ in range(_ROUNDS):
        counts, _ = sampler.draw(means, _DRAWS_A_ROUND, dice=dice)
        means = counts.mean(axis=0)
    counts, labels = sampler.draw(means, n_draws, dice=dice)
    counts.setflags(write=False)
    return LinkageDraws(
        lists=names,
        counts=counts,
        seed=seed,
        n_components=len(components),
        n_enumerated=sum(len(one.members) <= ENUMERATED for one in components),
        largest_component=max((len(one.members) for one in components), default=1),
        calibration=_calibration(linkage, components, labels),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sampler:
    """The components of a linkage, and the patterns of the lines that are alone."""

    components: list[Component]
    alone: npt.NDArray[np.int64]
    repeated: float

    def draw(
        self, means: npt.NDArray[np.float64], n_draws: int, *, dice: np.random.Generator
    ) -> tuple[npt.NDArray[np.int64], list[npt.NDArray[np.int64]]]:
        """Draw partitions of every component, and count the patterns of their clusters."""
        prior = PatternPrior(patterns=_pattern_prior(means, n_draws, dice), repeated=self.repeated)
        counts = np.tile(self.alone, (n_draws, 1)).astype(np.int64)
        drawn = []
        for component in self.components:
            labels = draw_partitions(component, prior, dice=dice)
            _count(counts, labels, component.bits)
            drawn.append(labels)
        return counts, drawn


def _count(
    counts: npt.NDArray[np.int64], labels: npt.NDArray[np.int64], bits: npt.NDArray[np.int64]
) -> None:
    """Add the capture pattern of each cluster to the counts of its draw."""
    n_draws, n = labels.shape
    patterns = np.zeros((n_draws, n), dtype=np.int64)
    rows = np.arange(n_draws)
    for line in range(n):
        patterns[rows, labels[:, line]] |= bits[line]
    np.add.at(counts, (rows[:, np.newaxis], patterns), patterns > 0)


def _pattern_prior(
    means: npt.NDArray[np.float64], n_draws: int, dice: np.random.Generator
) -> npt.NDArray[np.float64]:
    """Draw the prior of patterns: their numbers against those of lines that stay alone."""
    numbers = np.log2(dice.standard_gamma(np.tile(means + 0.5, (n_draws, 1))) + 1e-9)
    prior = np.zeros_like(numbers)
    for pattern in range(1, len(means)):
        single = [1 << bit for bit in range(pattern.bit_length()) if pattern >> bit & 1]
        prior[:, pattern] = numbers[:, pattern] - numbers[:, single].sum(axis=1)
    return prior


def _first_patterns(
    linkage: Linkage, judgements: Sequence[Judgement], bits: npt.NDArray[np.int64], n: int
) -> npt.NDArray[np.float64]:
    position = {line_of(person): at for at, person in enumerate(linkage.persons)}
    found = np.zeros(n)
    for lines in cluster(linkage, judgements).ledger.clusters():
        found[np.bitwise_or.reduce(bits[[position[line] for line in lines]])] += 1
    return found


def _refuse(names: tuple[str, ...], linkage: Linkage, n_draws: int) -> None:
    if n_draws < FEWEST_DRAWS:
        raise InvalidSetting("n_draws", f"{FEWEST_DRAWS} or more")
    known = {person.list_name for person in linkage.persons}
    if len(set(names)) != len(names) or set(names) != known or len(names) > MOST_LISTS:
        raise InvalidSetting("lists", f"each list of the linkage once, at most {MOST_LISTS}")


def _components(
    linkage: Linkage, judgements: Sequence[Judgement], bits: npt.NDArray[np.int64]
) -> tuple[list[Component], npt.NDArray[np.int64]]:
    """Part the lines into components that pairs hold together, and lines that are alone."""
    prior = _log_odds(linkage.model.prior)
    evidence = _pair_evidence(linkage, judgements, prior)
    groups = _held_together(range(len(linkage.persons)), evidence, _log_odds(_OPENS) - prior)
    alone = np.array([lines[0] for lines in groups if len(lines) == 1], dtype=np.int64)
    components = [
        Component(
            members=np.array(lines, dtype=np.int64),
            bits=bits[lines],
            evidence=_matrix(lines, evidence, linkage),
        )
        for lines in groups
        if len(lines) > 1
    ]
    return components, alone


def _held_together(
    lines: Sequence[int], evidence: Mapping[tuple[int, int], float], opens: float
) -> list[list[int]]:
    """Part lines where no pair has as much evidence, and large parts where it takes more."""
    root = {line: line for line in lines}
    for (left, right), found in evidence.items():
        if found >= opens:
            first, second = sorted((_root(root, left), _root(root, right)))
            root[second] = first
    groups: dict[int, list[int]] = {}
    for line in lines:
        groups.setdefault(_root(root, line), []).append(line)
    large = {one for one, members in groups.items() if len(members) > _MOST_LINES}
    within: dict[int, dict[tuple[int, int], float]] = {one: {} for one in large}
    for (left, right), found in evidence.items():
        one = _root(root, left) if left in root else -1
        if one in large and right in root and _root(root, right) == one:
            within[one][left, right] = found
    parted = []
    for one, members in groups.items():
        if one in large and max(within[one].values()) >= opens + _STEP:
            parted += _held_together(members, within[one], opens + _STEP)
        else:
            parted.append(members)
    return parted


def _pair_evidence(
    linkage: Linkage, judgements: Sequence[Judgement], prior: float
) -> dict[tuple[int, int], float]:
    pairs = linkage.pairs
    ends = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    evidence = dict(zip(ends, (pairs.weights - prior).tolist(), strict=True))
    position = {line_of(person): at for at, person in enumerate(linkage.persons)}
    for (one, other), judgement in standing(judgements).items():
        if one in position and other in position and judgement.answer in {YES, NO}:
            left, right = sorted((position[one], position[other]))
            evidence[left, right] = _CERTAIN if judgement.answer == YES else NEVER
    return evidence


def _matrix(
    lines: list[int], evidence: dict[tuple[int, int], float], linkage: Linkage
) -> npt.NDArray[np.float64]:
    matrix = np.zeros((len(lines), len(lines)))
    free = linkage.model.settings.duplicate_free
    for (at, left), (beside, right) in itertools.combinations(enumerate(lines), 2):
        one, other = linkage.persons[left].list_name, linkage.persons[right].list_name
        twice = one == other and one in free
        found = NEVER if twice else evidence.get((left, right), ABSENT_EVIDENCE)
        matrix[at, beside] = matrix[beside, at] = found
    return matrix


def _calibration(
    linkage: Linkage, components: list[Component], labels: list[npt.NDArray[np.int64]]
) -> tuple[CalibrationRange, ...]:
    """Compare what the weights promise of pairs with what the draws hold."""
    held: dict[tuple[int, int], float] = {}
    for component, drawn in zip(components, labels, strict=True):
        members = component.members.tolist()
        for (at, left), (beside, right) in itertools.combinations(enumerate(members), 2):
            held[left, right] = float((drawn[:, at] == drawn[:, beside]).mean())
    promised = linkage.pairs.probabilities
    ends = zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True)
    linked = np.array([held.get(pair, 0.0) for pair in ends], dtype=np.float64)
    found = []
    for low, high in itertools.pairwise(_EDGES):
        inside = (promised >= low) & ((promised < high) | (high == _EDGES[-1]))
        if inside.any():
            found.append(
                CalibrationRange(
                    low=low,
                    high=high,
                    n_pairs=int(inside.sum()),
                    mean_probability=float(promised[inside].mean()),
                    share_linked=float(linked[inside].mean()),
                )
            )
    return tuple(found)


def _log_odds(probability: float) -> float:
    return math.log2(probability / (1 - probability))


def _root(root: dict[int, int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at
