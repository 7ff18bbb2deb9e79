"""Numbers for one quantity that cannot all be right are reported; numbers that meet are not.

It depends on invented corpora.
The first case has the numbers that the paper prints.
"""

import pytest

from tests.verify.invented import figure, found, messages

NAME = "figure-same-quantity"


def test_the_numbers_are_shown_with_their_days_and_the_part_beside_them():
    (finding,) = found(
        NAME,
        figure("F04", "120", unit="organisation", as_of="2023-12", same_quantity_as="F05"),
        figure("F05", "93", unit="organisation", same_quantity_as="F04"),
        figure("F06", "77", unit="organisation", part_of="F05"),
        figure("F07", "5"),
    )

    assert str(finding.message) == (
        "One quantity has several numbers: F04 120 [2023-12]; F05 93. "
        "As a part of it is printed: F06 77."
    )
    assert [identifier for _, identifier in finding.records] == ["F04", "F05", "F06"]


def test_numbers_linked_through_a_third_are_one_quantity():
    chain = figure("f1", "1", same_quantity_as="f2"), figure("f2", "2", same_quantity_as="f3")

    assert messages(NAME, *chain, figure("f3", "3")) == [
        "One quantity has several numbers: f1 1; f2 2; f3 3."
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"minimum": "120"},
        {"minimum": "100", "maximum": "130"},
        {"minimum": "115", "qualifier": "approximately"},
        {"minimum": "100", "qualifier": "over"},
        {"minimum": "93", "unit": "case"},
    ],
)
def test_numbers_that_one_number_satisfies_or_of_other_units_are_left_alone(other):
    printed = figure("f1", "120", same_quantity_as="f2"), figure("f2", **other)

    assert messages(NAME, *printed) == []
