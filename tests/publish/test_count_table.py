"""A count table is whole or it is none, and shows its counts to nobody by accident.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.publish.count_table import CountTable
from tests.publish.releases import line


@pytest.mark.parametrize("counts", [{("h0",): 1}, {("h0",): -1, ("total",): -1}])
def test_a_cell_missing_or_below_nobody_is_refused(counts):
    with pytest.raises(InvalidRecord, match="for each combination"):
        CountTable(id="t", dimensions=line([1]).dimensions, counts=counts)


def test_the_true_counts_are_in_no_repr():
    """Safety: a repr ends up in logs."""
    assert "31337" not in repr(line([31337]))
