"""The stepwise choice against published totals and against one step at a time.

It depends on the golden files, scipy and the module under test.
Another rule of entry is compared with a published total here.
"""

import numpy as np
import pytest

from safeconduct.estimate.loglinear.hierarchical_models import notation
from safeconduct.estimate.loglinear.stepwise import choose_stepwise
from tests.estimate.published_tables import PUBLISHED, golden, published


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_steps_end_at_the_published_total(name):
    table = published(name)

    terms, missing = choose_stepwise(table.counts[None].astype(float))

    stepwise = golden(name)["stepwise"]
    assert table.n_observed + missing[0] == pytest.approx(stepwise["total"], rel=1e-8)
    assert terms[0].sum() == stepwise["n_parameters"]


def test_tables_take_their_steps_together_as_each_does_alone():
    tables = np.stack([published("madigan-york-5").counts, published("uk-5").counts]).astype(float)

    together = choose_stepwise(tables)

    for place, table in enumerate(tables):
        terms, missing = choose_stepwise(table[None])
        assert terms[0].tolist() == together[0][place].tolist()
        assert missing[0] == pytest.approx(together[1][place], rel=1e-10)


def test_a_table_without_overlap_has_no_total():
    _, missing = choose_stepwise(np.array([[0.0, 9, 8, 0, 7, 0, 0, 0], [0.0, 9, 8, 2, 7, 3, 4, 1]]))

    assert np.isinf(missing).tolist() == [True, False]


def test_an_interaction_without_a_maximum_gives_way_to_the_next():
    # The first two lists share far more than chance; their interaction has no maximum.
    terms, _ = choose_stepwise(np.array([[0.0, 40, 30, 60, 20, 0, 0, 0]]))

    assert "12" not in notation(terms[0])
