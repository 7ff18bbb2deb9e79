"""A shared value is as rare as it is among all other lines, and an unshared one stays as it is.

It depends on `rarity` and on a table of invented readings.
The counts of other lines, made by hand here, are the oracle.
"""

import numpy as np
import pytest

from safeconduct.link.pairs import Pairs
from safeconduct.link.rarity import without_own_lines

NAMES = ("surname", "born")


def pairs_of(*levels):
    n = len(levels)
    return Pairs(
        left=np.zeros(n, dtype=np.int64),
        right=np.ones(n, dtype=np.int64),
        weights=np.zeros(n),
        comparisons=NAMES,
        parts=np.zeros((n, 2)),
        rarities=np.full((n, 2), 3.0),
        levels=np.array(levels, dtype=np.int8),
    )


@pytest.mark.parametrize(("others", "gain"), [(0, 2.0), (1, np.log2(3 / 1.5)), (98, 0.0218)])
def test_the_two_lines_of_a_pair_do_not_make_their_name_common(others, gain):
    surnames = np.array(["Kot", "Kot", *["Kot"] * others, "Lis", None], dtype=object)

    found = without_own_lines(pairs_of((0, 0)), {"surname": surnames})

    assert found.rarities[0].tolist() == pytest.approx([3.0 + gain, 3.0], abs=1e-3)


def test_what_differs_is_as_rare_as_it_was():
    surnames = np.array(["Kot", "Lis"], dtype=object)
    pairs = pairs_of((1, 0), (-1, 0))

    assert (without_own_lines(pairs, {"surname": surnames}).rarities == pairs.rarities).all()
