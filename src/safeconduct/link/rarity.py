"""How rare a value is among strangers: the two lines that share it do not count for that.

It depends on numpy, the columns and the levels of comparisons.
Another account of rarity is another function of pairs here; engines give the plain one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link.level import MISSING
from safeconduct.link.settings import all_comparisons

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from safeconduct.link.pairs import Pairs

# What nobody else was seen to have, half a further line may have (Jeffreys).
_UNSEEN: Final = 0.5


def without_own_lines(pairs: Pairs, table: Mapping[str, npt.NDArray[np.object_]]) -> Pairs:
    """Count a shared value among all other lines only, where an engine has counted the pair too.

    A surname on two lines would else be as common as if strangers had brought it, and pairs that
    have little but a rare name would be taken for strangers.
    """
    rarities = pairs.rarities.copy()
    for k, name in enumerate(pairs.comparisons):
        levels = [one for one in all_comparisons()[name].LEVELS if one.name != MISSING]
        for at, level in enumerate(levels):
            if level.rarity_of:
                agree = pairs.levels[:, k] == at
                values = table[level.rarity_of]
                shared = _lines(values)[pairs.left[agree]]
                rarities[agree, k] += np.log2(shared / (shared - 2 + _UNSEEN))
    return replace(pairs, rarities=rarities)


def _lines(values: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    """Count for each line the lines that have its value."""
    counts = Counter(values.tolist())
    return np.array([max(2, counts[value]) for value in values.tolist()], dtype=np.float64)
