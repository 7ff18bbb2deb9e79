"""Threat T15 on random releases: nothing hidden can be narrowed below five, nobody singled out.

Here a few tables of every shape; `tools/disclosure_simulation.py` runs 200 tables and 36 releases.
"""

import numpy as np
import pytest

from safeconduct.publish.attacking import attacked
from safeconduct.publish.release import Release
from tests.publish.releases import grid, knowing, poisson, protected, release, series

NONE: tuple[Release, ...] = ()


@pytest.mark.parametrize("shape", [(2, 2), (3, 4), (6, 5)])
def test_no_attack_gets_anything_out_of_rounded_tables(shape):
    dice = np.random.default_rng(15)
    for _ in range(8):
        table = poisson(dice, shape, 3)
        assert attacked(release(protected(table)), knowing(table)) == ()


@pytest.mark.parametrize(("shape", "per_quarter"), [((2, 2), 3), ((3, 4), 8)])
def test_no_attack_gets_anything_out_of_a_series_of_quarters(shape, per_quarter):
    dice = np.random.default_rng(16)
    earlier = list(NONE)
    for quarter, table in enumerate(series(dice, shape=shape, per_quarter=per_quarter, quarters=6)):
        shown = protected(table, earlier=[each.by_table["t"] for each in earlier])
        made = release(shown, quarter=quarter)
        assert attacked(made, knowing(table, earlier=earlier)) == ()
        earlier.append(made)


def test_linked_tables_of_many_persons_give_nothing_away():
    dice = np.random.default_rng(17)
    counts = dice.poisson(30, (4, 5))
    tables = (grid(counts, identifier="fine"), grid(counts, identifier="twin"))

    assert attacked(release(*map(protected, tables)), knowing(*tables)) == ()
