"""Reported figures are kept as printed, and refuse only what no source could print.

It depends on the record only.
Whether the relations of figures hold is tried in `tests/verify`.
"""

import pytest

from safeconduct.errors import InvalidRecord
from tests.record.cast import figure


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"maximum": 2}, "maximum"),
        ({"part_of": "f1"}, "part_of"),
        ({"sum_of": ("f2", "f1")}, "part_of"),
        ({"same_quantity_as": ("f1",)}, "part_of"),
        ({"minimum": -1}, "minimum"),
        ({"unit": "soul"}, "unit"),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(cells, problem):
    with pytest.raises(InvalidRecord) as refused:
        figure(**cells)

    assert refused.value.record == "reported figure"
    assert [field for field, _ in refused.value.problems] == [problem]


@pytest.mark.parametrize(("maximum", "greatest"), [(None, 3), (3, 3), (5.5, 5.5)])
def test_the_greatest_of_a_figure_without_a_range_is_the_figure(maximum, greatest):
    assert figure(minimum=3, maximum=maximum).greatest == greatest
