"""Pairs of listed persons with their match weight, and what each comparison adds to it.

It depends on numpy only: an engine makes pairs, and all that follows reads them.
A column that every reader needs is one more field of `Pairs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs, sorted, `left` below `right`; both are positions in the table of persons.

    `weights` are match weights: the logarithm to base 2 of the odds that both are one person,
    the prior of a match included.
    `parts` has a row a pair and a column a comparison: what the comparison adds to the weight.
    `rarities` has what the rarity of a shared value adds to that.
    `levels` has the level, counted from the best one of the comparison, and -1 where one lacks it.
    """

    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]
    comparisons: tuple[str, ...] = ()
    parts: npt.NDArray[np.float64]
    rarities: npt.NDArray[np.float64]
    levels: npt.NDArray[np.int8]

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.left)

    @property
    def probabilities(self) -> npt.NDArray[np.float64]:
        """The probability that both are one person."""
        return probability(self.weights)

    def only(self, kept: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> Pairs:
        """Keep some of the pairs, in the order given."""
        return Pairs(
            left=self.left[kept],
            right=self.right[kept],
            weights=self.weights[kept],
            comparisons=self.comparisons,
            parts=self.parts[kept],
            rarities=self.rarities[kept],
            levels=self.levels[kept],
        )


def probability(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Turn match weights into probabilities."""
    # Beyond 2^±60 a probability is 0 or 1 in floating point, and the power would overflow later.
    odds = np.exp2(-np.clip(weights, -60.0, 60.0))
    return np.asarray(1.0 / (1.0 + odds), dtype=np.float64)
