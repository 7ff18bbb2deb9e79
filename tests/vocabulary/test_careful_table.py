"""A table read with care gives what it holds, and remembers every surprise under its key.

It depends on invented tables.
A new kind of value gets a line that it admits and one that it refuses.
"""

import pytest

from safeconduct.vocabulary.careful_table import CarefulTable


def test_a_text_that_may_be_empty_is_an_answer_but_must_be_there():
    table = CarefulTable({"host": "", "zone": "AQ"})

    assert (table.text_or_nothing("host"), table.text_or_nothing("zone")) == ("", "AQ")
    assert table.problems == []

    assert table.text_or_nothing("until") == ""
    assert table.problems == [("until", "is missing")]


def test_a_number_is_whole_and_above_zero():
    table = CarefulTable({"amount": 60})

    assert table.number("amount") == 60
    assert table.problems == []


@pytest.mark.parametrize("amount", [0, -1, True, 1.5, "60"])
def test_what_is_no_whole_number_above_zero_is_a_problem(amount):
    table = CarefulTable({"amount": amount})

    assert table.number("amount") == 0
    assert table.problems == [("amount", "is not a whole number above zero")]


def test_an_absent_number_is_a_problem():
    table = CarefulTable({})

    assert table.number("amount") == 0
    assert table.problems == [("amount", "is missing")]
