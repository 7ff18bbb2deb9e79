"""Sums over subsets agree with going through the subsets one by one.

It depends on the module of its name, and on scipy for comparison.
A new kind of sum is tried against a loop over subsets.
"""

import numpy as np
import pytest
from scipy.special import logsumexp

from safeconduct.estimate.dga_subsets import (
    members,
    subset_pairs,
    subset_sums,
    subsets,
    sums_between,
)

K = 4
LOGS = np.random.default_rng(3).normal(scale=40.0, size=(1 << K, 3))


def test_members_and_subsets_are_numbered_by_their_lists():
    assert members(0b10110) == (0b10, 0b100, 0b10000)
    assert subsets(0b10010).tolist() == [0, 0b10, 0b10000, 0b10010]
    assert subsets(0).tolist() == [0]


def test_a_subset_sum_goes_over_all_subsets():
    found = subset_sums(LOGS)

    for code in range(1 << K):
        within = [inner for inner in range(1 << K) if inner & ~code == 0]
        assert np.allclose(found[code], logsumexp(LOGS[within], axis=0), rtol=1e-14)


def test_a_sum_between_two_sets_leaves_the_larger_out():
    found, pairs = sums_between(LOGS), subset_pairs(K)

    assert pairs.inner.size == 3**K
    for place in range(3**K):
        inner, outer = pairs.nested(place)
        assert pairs.number[inner, outer] == place
        between = [s for s in range(outer) if s & ~outer == 0 and s & inner == inner]
        expected = logsumexp(LOGS[between], axis=0) if between else np.full(3, -np.inf)
        assert np.allclose(found[place], expected, rtol=1e-14)


@pytest.mark.parametrize("k", [0, 1])
def test_hardly_any_lists_have_hardly_any_pairs(k):
    assert sums_between(np.zeros((1 << k, 1))).shape == (3**k, 1)
