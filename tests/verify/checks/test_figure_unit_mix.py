"""Related figures in different units are reported once; unrelated ones and equal units are not.

It depends on invented corpora.
A new relation between figures is one more case here.
"""

import pytest

from tests.verify.invented import figure, messages

NAME = "figure-unit-mix"


@pytest.mark.parametrize(
    ("column", "relation"),
    [("part_of", "part-of"), ("sum_of", "sum-of"), ("same_quantity_as", "same-quantity-as")],
)
def test_related_figures_in_different_units_are_reported(column, relation):
    related = figure("f1", "86", unit="case", **{column: "f2"})

    assert messages(NAME, related, figure("f2", "86", unit="incident")) == [
        f"f1 (case) is {relation} f2 (incident): the units differ."
    ]


def test_a_pair_that_is_related_both_ways_is_reported_once():
    pair = (
        figure("f1", "86", unit="case", same_quantity_as="f2"),
        figure("f2", "86", same_quantity_as="f1"),
    )

    assert len(messages(NAME, *pair)) == 1


@pytest.mark.parametrize("cells", [{"part_of": "f2"}, {"unit": "case"}])
def test_the_same_unit_or_no_relation_is_left_alone(cells):
    assert messages(NAME, figure("f1", "86", **cells), figure("f2", "86")) == []
