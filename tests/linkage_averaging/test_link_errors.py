"""Rates of link errors and what hand-checked pairs say of them.

It depends on large counts, at which a posterior is its share.
A third kind of error is one more pair of counts.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.linkage_averaging import CheckedLinks, LinkErrors


def test_a_pair_is_found_when_neither_of_its_records_was_cut_off():
    checked = CheckedLinks(
        true_pairs=1_000_000,
        true_pairs_found=810_000,
        linked_pairs=1_000_000,
        linked_pairs_right=980_000,
    )

    drawn = checked.draw(200, rng=np.random.default_rng(1))

    assert abs(np.mean([each.missed for each in drawn]) - 0.1) < 0.001
    assert abs(np.mean([each.false for each in drawn]) - 0.02) < 0.001


def test_few_checked_pairs_leave_the_rates_unsure():
    def spread(n_pairs):
        checked = CheckedLinks(
            true_pairs=n_pairs,
            true_pairs_found=n_pairs * 9 // 10,
            linked_pairs=n_pairs,
            linked_pairs_right=n_pairs,
        )
        drawn = checked.draw(400, rng=np.random.default_rng(1))
        return np.std([each.missed for each in drawn])

    assert spread(20) > 3 * spread(400)


def test_a_rate_that_is_no_probability_is_refused_by_name():
    with pytest.raises(InvalidQuery) as refused:
        LinkErrors(missed=1.0, false=-0.1)

    assert [part for part, _ in refused.value.problems] == ["missed", "false"]


def test_counts_that_cannot_be_are_refused_together():
    with pytest.raises(InvalidQuery) as refused:
        CheckedLinks(true_pairs=0, true_pairs_found=0, linked_pairs=5, linked_pairs_right=6)

    assert [part for part, _ in refused.value.problems] == ["true_pairs", "linked_pairs_right"]
