"""A part that must be greater than its whole is reported; one that may fit is not.

It depends on invented corpora.
Qualifiers are taken at their word, as `quantity` does.
"""

import pytest

from tests.verify.invented import figure, messages

NAME = "figure-part-exceeds-whole"


def test_a_part_greater_than_its_whole_is_reported():
    assert messages(NAME, figure("f1", "93"), figure("f2", "120", part_of="f1")) == [
        "f2 is printed as 120, but f1, of which it is a part, as 93."
    ]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ({}, {"minimum": "93"}),
        ({"qualifier": "at-least"}, {"minimum": "120"}),
        ({"qualifier": "approximately"}, {"minimum": "100"}),
        ({"maximum": "130"}, {"minimum": "120"}),
        ({}, {"minimum": "120", "qualifier": "up-to"}),
        ({"unit": "case"}, {"minimum": "120"}),
    ],
)
def test_a_part_that_may_fit_is_left_alone(whole, part):
    printed = figure("f1", "93", **whole), figure("f2", part_of="f1", **part)

    assert messages(NAME, *printed) == []


def test_a_greater_figure_that_is_no_part_is_left_alone():
    assert messages(NAME, figure("f1", "93"), figure("f2", "120")) == []
