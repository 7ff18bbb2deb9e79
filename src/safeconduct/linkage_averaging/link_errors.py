"""How often a linkage errs: links that were missed and links that are false, as checked by hand.

It depends on numpy and the errors; the figures come from labelled pairs, by number and not by name.
A third kind of error is one more pair of counts in `CheckedLinks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    import numpy.typing as npt

# Jeffreys' prior of a share: half a success and half a failure.
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkErrors:
    """Two rates of one linkage, as probabilities in [0, 1).

    missed: that a record of a person who is on two or more lists was cut off from the others.
    false: that a linked pair of records, taken at random, belongs to two persons.
    """

    missed: float
    false: float

    def __post_init__(self) -> None:
        """Refuse a rate that is no probability, or one at which nothing would be left to link."""
        problems = [
            (name, "a probability of at least 0 and below 1")
            for name, rate in (("missed", self.missed), ("false", self.false))
            if not 0 <= rate < 1
        ]
        if problems:
            raise InvalidQuery(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLinks:
    r"""What people found when they checked pairs of records that were drawn at random.

    The model: a pair that belongs together is linked when neither of its records was cut off, so
    that the share of pairs found is $(1 - m)^2$ with $m$ the rate of missed links a record; a
    linked pair is right with probability $1 - f$.

    Parameters
    ----------
    true_pairs : int
        Pairs, at least 1, that belong together by judgement, drawn without looking at the linkage.
    true_pairs_found : int
        Of these, the pairs that the linkage had joined; 0 to `true_pairs`.
    linked_pairs : int
        Pairs, at least 1, drawn from those that the linkage had joined.
    linked_pairs_right : int
        Of these, the pairs that belong together by judgement; 0 to `linked_pairs`.

    Notes
    -----
    Assumptions: (1) the pairs were drawn at random; a sample of easy pairs makes every figure that
    follows too sure. (2) The judgements are right. (3) A rate is the same for each list and
    pattern.
    """

    true_pairs: int
    true_pairs_found: int
    linked_pairs: int
    linked_pairs_right: int

    def __post_init__(self) -> None:
        """Refuse counts that cannot be."""
        problems = []
        for name, part, whole in (
            ("true_pairs_found", self.true_pairs_found, self.true_pairs),
            ("linked_pairs_right", self.linked_pairs_right, self.linked_pairs),
        ):
            if whole < 1:
                problems.append((name.rsplit("_", 1)[0], "at least one pair has to be checked"))
            elif not 0 <= part <= whole:
                problems.append((name, f"between 0 and the {whole} pairs that were checked"))
        if problems:
            raise InvalidQuery(problems)

    def draw(self, n_draws: int, *, rng: np.random.Generator) -> tuple[LinkErrors, ...]:
        """Draw rates from their posterior under Jeffreys' prior, one for each draw of a linkage."""
        found = _shares(self.true_pairs_found, self.true_pairs, n_draws=n_draws, rng=rng)
        right = _shares(self.linked_pairs_right, self.linked_pairs, n_draws=n_draws, rng=rng)
        return tuple(
            LinkErrors(missed=float(missed), false=float(false))
            for missed, false in zip(1 - np.sqrt(found), 1 - right, strict=True)
        )


def _shares(
    part: int, whole: int, *, n_draws: int, rng: np.random.Generator
) -> npt.NDArray[np.float64]:
    return rng.beta(part + _HALF, whole - part + _HALF, size=n_draws)
