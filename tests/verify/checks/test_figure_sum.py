"""Parts that cannot add up to their whole are reported; ranges and qualifiers are honoured.

It depends on invented corpora.
The first case has the numbers that the paper prints.
"""

import pytest

from tests.verify.invented import figure, found, messages

NAME = "figure-sum"


def test_twenty_four_and_a_hundred_and_thirty_six_are_not_a_hundred_and_fifty_nine():
    (finding,) = found(
        NAME,
        figure("F17", "159", sum_of="F18;F19"),
        figure("F18", "24"),
        figure("F19", "136"),
    )

    assert str(finding.message) == ("F18 24 + F19 136 add up to 160, but F17 is printed as 159.")
    assert finding.where == "reported_figures F17, F18, F19"


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ({"minimum": "160"}, {"minimum": "136"}),
        ({"minimum": "159"}, {"minimum": "130", "maximum": "140"}),
        ({"minimum": "159", "qualifier": "approximately"}, {"minimum": "136"}),
        ({"minimum": "150", "qualifier": "over"}, {"minimum": "136"}),
        ({"minimum": "150", "qualifier": "at-least"}, {"minimum": "136"}),
        ({"minimum": "170", "qualifier": "up-to"}, {"minimum": "136"}),
        ({"minimum": "500"}, {"minimum": "136", "qualifier": "at-least"}),
        ({"minimum": "159"}, {"minimum": "136", "unit": "case"}),
    ],
)
def test_parts_that_may_add_up_or_count_something_else_are_left_alone(whole, part):
    parts = figure("f2", "24"), figure("f3", **part)

    assert messages(NAME, figure("f1", sum_of="f2;f3", **whole), *parts) == []


def test_over_a_number_is_not_that_number():
    over = figure("f1", "160", qualifier="over", sum_of="f2;f3")

    assert messages(NAME, over, figure("f2", "24"), figure("f3", "136"))


def test_a_sum_without_an_upper_bound_is_written_as_such():
    parts = figure("f2", "24"), figure("f3", "136", qualifier="at-least")

    (message,) = messages(NAME, figure("f1", "100", sum_of="f2;f3"), *parts)

    assert message == "f2 24 + f3 ≥136 add up to ≥160, but f1 is printed as 100."
