"""The prior of a match: the share of all possible pairs that are one person.

It depends on `pairs` and `model` only.
The first guess counts sure matches; the last one is the share that the weights themselves expect.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link.model import TrainedModel, TrainingCheck
from safeconduct.link.pairs import Pairs, probability

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

# Equal in all of these is a sure match; of all matches, lists of exile find about half so.
_SURE: Final = ("surname", "given", "born_day")
_SHARE_THAT_IS_SURE: Final = 0.5
_MOST_STEPS: Final = 100
_STEADY: Final = 1e-6
# A prior that the weights move further than this was far off; the reader ought to know.
_FAR_OFF: Final = 20.0


def n_possible(lists: npt.NDArray[np.object_], duplicate_free: frozenset[str]) -> int:
    """Count the pairs that can be one person: all but those within a duplicate-free list."""
    sizes = Counter(lists.tolist())
    every = len(lists) * (len(lists) - 1) // 2
    return every - sum(n * (n - 1) // 2 for one, n in sizes.items() if one in duplicate_free)


def first_prior(
    table: Mapping[str, npt.NDArray[np.object_]],
    lists: npt.NDArray[np.object_],
    duplicate_free: frozenset[str],
) -> float:
    """Guess the prior by sure matches."""
    rows = zip(*(table[column].tolist() for column in _SURE), lists.tolist(), strict=True)
    sizes: dict[tuple[str, ...], Counter[str]] = {}
    for *shared, list_name in rows:
        if None not in shared:
            sizes.setdefault(tuple(shared), Counter())[list_name] += 1
    sure = sum(_pairs_between(found, duplicate_free) for found in sizes.values())
    possible = n_possible(lists, duplicate_free)
    return min(0.5, max(1.0, sure / _SHARE_THAT_IS_SURE) / max(2, possible))


def settled(pairs: Pairs, model: TrainedModel, *, possible: int) -> tuple[Pairs, TrainedModel]:
    """Move the prior to the share of matches that the weights expect, and the weights with it.

    Pairs that no block holds count as no match, so that the prior is never too high by them.
    """
    evidence = pairs.weights - _log_odds(model.prior)
    prior, floor = model.prior, 0.5 / max(1, possible)
    for _ in range(_MOST_STEPS):
        expected = float(probability(evidence + _log_odds(prior)).sum()) / max(1, possible)
        moved, prior = prior, min(0.5, max(floor, expected))
        if abs(math.log(prior / moved)) < _STEADY:
            break
    checks = []
    if not 1 / _FAR_OFF < prior / model.prior < _FAR_OFF:
        checks.append(TrainingCheck(code="prior_far_off", concerns=f"{model.prior:.2g}"))
    return (
        replace(pairs, weights=evidence + _log_odds(prior)),
        model.with_prior(prior, *checks),
    )


def _pairs_between(sizes: Counter[str], duplicate_free: frozenset[str]) -> int:
    every = sizes.total() * (sizes.total() - 1) // 2
    return every - sum(n * (n - 1) // 2 for one, n in sizes.items() if one in duplicate_free)


def _log_odds(share: float) -> float:
    return math.log2(share / (1 - share))
