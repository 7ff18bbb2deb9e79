"""Which tables the rules decline, which they warn of, and which they leave alone.

It depends on the golden files and on the module under test.
A further rule is tried here on every published table.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.examination import examine, refusal
from tests.estimate.published_tables import PUBLISHED, published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def asked(table):
    return examine(table)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_well_behaved_published_table_is_not_declined(name):
    assert asked(published(name)).refusal is None
    assert refusal(published(name)) is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([0, 30, 40, 0, 50, 0, 0, 0], "no-overlap"),
        ([0, 30, 40, 1, 50, 0, 0, 0], "one-overlapping-record"),
        ([0, 0, 0, 1, 0, 0, 1, 0], "too-few-persons"),
        ([0, 30, 0, 20, 25, 9, 0, 5], "nested-lists"),
        ([0, 0, 40, 20, 50, 0, 30, 0], "nested-lists"),
        ([0, 0, 0, 50, 30, 0, 0, 9], "nested-lists"),
        ([0, 40, 30, 6, 20, 0, 0, 0], "disconnected-lists"),
        ([0, 40, 30, 6], None),
        ([0, 40, 0, 20], "nested-lists"),
    ],
)
def test_a_table_that_carries_no_estimate_is_declined_by_name(cells, code):
    found = asked(history(cells)).refusal

    assert (found and found.code) == code
    assert refusal(history(cells)) == found


def test_the_artificial_table_is_declined_and_told_to_be_unidentifiable():
    found = asked(published("artificial-3"))

    assert found.refusal.code == "disconnected-lists"
    assert "not identifiable" in found.refusal.rule
    further = {one.code: one for one in found.warnings}["not-identifiable"]
    assert further.evidence == {
        "status_independence": 0,
        "status_all_pairs": 2,
        "single_pairs_without_maximum": 1,
        "single_pairs": 3,
    }


def test_every_refusal_says_what_would_help():
    declined = [[0, 9, 9, 0], [0, 9, 9, 1], [0, 0, 0, 2], [0, 9, 0, 9], [0, 40, 30, 6, 20, 0, 0, 0]]
    found = [asked(history(cells)).refusal for cells in declined]

    assert all(one.rule and one.reason and one.remedy and one.evidence for one in found)


def test_four_lists_in_two_groups_are_declined_though_each_group_overlaps():
    counts = np.zeros(16, dtype=np.int64)
    counts[[0b0001, 0b0010, 0b0011, 0b0100, 0b1000, 0b1100]] = 40, 30, 20, 30, 30, 15

    found = asked(CaptureHistory(lists=tuple("ABCD"), counts=counts)).refusal

    assert found.code == "disconnected-lists"
    assert found.reason.startswith("The groups of lists {A, B} and {C, D}")
