"""From checked pairs to an averaged estimate in one step.

It depends on the steps that it joins.
Another source of knowledge about a linkage is tested beside it.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.linkage_averaging import CheckedLinks, average, carry, restore
from safeconduct.linkage_averaging.carrying import OF_CHECKED_PAIRS
from tests.linkage_averaging.tellers import evenly

LINKED = CaptureHistory(lists=("A", "B"), counts=np.array([0, 300, 250, 120]))
CHECKED = CheckedLinks(
    true_pairs=200, true_pairs_found=180, linked_pairs=200, linked_pairs_right=196
)


def test_carrying_is_drawing_restoring_and_averaging():
    carried = carry(LINKED, checked=CHECKED, estimator=evenly, seed=4, n_draws=30)

    errors = CHECKED.draw(30, rng=np.random.default_rng(4))
    by_hand = average(restore(LINKED, errors=errors, seed=4).histories, estimator=evenly)
    assert carried.estimate.interval == by_hand.estimate.interval
    assert carried.linkage_share == by_hand.linkage_share > 0


def test_missed_links_bring_the_number_down_and_few_checks_widen_it():
    few = CheckedLinks(true_pairs=20, true_pairs_found=18, linked_pairs=20, linked_pairs_right=20)
    carried = carry(LINKED, checked=CHECKED, estimator=evenly, seed=4)
    unsure = carry(LINKED, checked=few, estimator=evenly, seed=4)

    assert (carried.estimate.median or 0) < (evenly(LINKED).median or 0)
    assert unsure.linkage_share > carried.linkage_share


def test_what_checked_pairs_rest_on_is_the_last_assumption():
    carried = carry(LINKED, checked=CHECKED, estimator=evenly, seed=4, n_draws=30).estimate
    alone = evenly(LINKED).assumptions

    assert [one.number for one in carried.assumptions] == list(range(1, len(alone) + 3))
    assert carried.assumptions[-1].text == OF_CHECKED_PAIRS


def test_a_negative_seed_is_refused():
    with pytest.raises(InvalidQuery, match="seed"):
        carry(LINKED, checked=CHECKED, estimator=evenly, seed=-1)
