"""Sums over subsets and supersets against their definition, written out.

It depends on hypothesis and on the module under test.
A further transform gets its definition here.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.estimate.loglinear.subset_sums import over_subsets, over_supersets


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=8))
def test_the_sum_over_subsets_is_that_of_its_definition(values):
    array = np.array(values, dtype=float)

    sums = over_subsets(array)

    assert sums.tolist() == [sum(array[c] for c in range(8) if c & d == c) for d in range(8)]


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=8))
def test_the_sum_over_supersets_is_that_of_its_definition(values):
    array = np.array(values, dtype=float)

    sums = over_supersets(array)

    assert sums.tolist() == [sum(array[d] for d in range(8) if c & d == c) for c in range(8)]


def test_tables_are_summed_side_by_side_and_left_as_they_were():
    tables = np.arange(8.0).reshape(2, 4)

    assert over_subsets(tables).tolist() == [[0, 1, 2, 6], [4, 9, 10, 22]]
    assert tables.tolist() == [[0, 1, 2, 3], [4, 5, 6, 7]]
