"""A faulty linkage, forwards: no record is lost; missed links cost overlap, false ones add it.

It depends on large tables, in which shares are nearly exact.
Another fault is one more count that must come out.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.linkage_averaging import LinkErrors
from safeconduct.simulation import at_independence, mislinked

SIZES = np.array([code.bit_count() for code in range(16)])
TRUE = np.round(at_independence([0.3, 0.25, 0.2, 0.25]) * 100_000).astype(np.int64)


@given(
    st.floats(min_value=0, max_value=0.3),
    st.floats(min_value=0, max_value=0.1),
    st.integers(min_value=0, max_value=100),
)
def test_no_record_is_made_or_lost(missed, false, seed):
    counts = np.array([50, 20, 30, 5, 10, 4, 6, 3])
    sizes = SIZES[:8]
    errors = LinkErrors(missed=missed, false=false)

    linked = mislinked(counts, errors=errors, rng=np.random.default_rng(seed))

    assert linked @ sizes == counts @ sizes
    assert linked[0] == 0


def test_perfect_links_leave_the_seen_as_they_are():
    linked = mislinked(TRUE, errors=LinkErrors(missed=0.0, false=0.0), rng=np.random.default_rng(1))

    assert linked[1:].tolist() == TRUE[1:].tolist()


def test_a_pair_stays_together_with_the_square_of_the_rate_of_records_kept():
    counts = np.array([0, 0, 0, 100_000])
    errors = LinkErrors(missed=0.1, false=0.0)

    linked = mislinked(counts, errors=errors, rng=np.random.default_rng(1))

    assert abs(linked[3] / 100_000 - 0.81) < 0.005


def test_false_links_make_the_wanted_share_of_linked_pairs():
    errors = LinkErrors(missed=0.0, false=0.02)
    pairs = SIZES * (SIZES - 1) // 2

    linked = mislinked(TRUE, errors=errors, rng=np.random.default_rng(1))

    made = linked @ pairs - TRUE @ pairs
    assert abs(made / (linked @ pairs) - 0.02) < 0.0005


def test_strangers_meet_in_proportion_to_their_records():
    """Of two lists of one size and a third of half of it, so that pairs meet 4 to 2 to 2."""
    counts = np.array([0, 40_000, 40_000, 4_000, 20_000, 0, 0, 0])
    errors = LinkErrors(missed=0.0, false=0.2)

    linked = mislinked(counts, errors=errors, rng=np.random.default_rng(1))

    assert (linked[3] - 4_000) / linked[5] == pytest.approx(2, rel=0.15)
    assert linked[5] / linked[6] == pytest.approx(1, rel=0.15)


def test_a_table_without_singles_or_clusters_cannot_be_joined_wrongly():
    only_pairs = np.array([0, 0, 0, 40])
    only_one_list = np.array([0, 40, 0, 0])
    errors = LinkErrors(missed=0.0, false=0.5)

    for counts in (only_pairs, only_one_list):
        linked = mislinked(counts, errors=errors, rng=np.random.default_rng(1))
        assert linked.tolist() == counts.tolist()
