"""In which bounds an incident counts, by what a definition says and how well it stands.

It depends on the figure only.
A new standing is a new line in the table.
"""

import pytest

from safeconduct.figures.figure import CENTRAL, HIGH, LOW, NOT_COUNTED, Bounds, Row, level
from safeconduct.record.standing import Standing

NONE = Bounds(low=0, central=0, central_max=0, high=0)


@pytest.mark.parametrize(
    ("standing", "when_in"),
    [
        (Standing.REFUTED, NOT_COUNTED),
        (Standing.UNSUPPORTED, NOT_COUNTED),
        (Standing.RETRACTED, NOT_COUNTED),
        (Standing.CONTESTED, HIGH),
        (Standing.ALLEGED, HIGH),
        (Standing.REPORTED, CENTRAL),
        (Standing.CORROBORATED, LOW),
        (Standing.ESTABLISHED, LOW),
    ],
)
def test_the_standing_says_in_which_bounds_an_incident_counts(standing, when_in):
    assert level("in", standing) == when_in
    assert level("undecided", standing) == min(when_in, HIGH)
    assert level("out", standing) == NOT_COUNTED


def test_a_row_is_unknown_as_soon_as_one_of_its_values_is():
    known = Row(buckets=(("value", "2023"), ("none", "")), bounds=NONE)
    unknown = Row(buckets=(("value", "2023"), ("unknown", "")), bounds=NONE)

    assert not known.is_unknown
    assert unknown.is_unknown
