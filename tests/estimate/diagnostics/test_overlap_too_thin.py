"""Tables with too few persons, or too few on several lists, and those that have enough.

It depends on the module under test.
Another threshold is tried on both sides here.
"""

import pytest

from safeconduct.estimate.diagnostics import overlap_too_thin
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def refused(*given_here, **named):
    return overlap_too_thin.refusal(*given_here, **named)


def warned(*given_here, **named):
    return overlap_too_thin.warnings(*given_here, **named)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([0, 1, 0, 1], "too-few-persons"),
        ([0, 1, 1, 1], "one-overlapping-record"),
        ([0, 9, 9, 0], "no-overlap"),
        ([0, 9, 9, 2], None),
    ],
)
def test_a_table_is_declined_by_the_plainest_rule(cells, code):
    found = refused(history(cells))

    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ([0, 90, 90, 9], ["low-overlap"]),
        ([0, 90, 90, 10], []),
        ([0, 1, 1, 1, 1, 3, 3, 3], ["sparse-table"]),
        ([0, 1, 1, 1, 1, 3, 3, 4], []),
    ],
)
def test_a_thin_table_is_warned_of(cells, codes):
    assert [one.code for one in warned(history(cells))] == codes


def test_the_numbers_are_in_the_evidence():
    assert refused(history([0, 9, 9, 0])).evidence == {
        "observed": 18,
        "overlapping": 0,
    }
