"""Totals without one list each, and which of them are worth a word.

It depends on the module under test and on the published tables.
Another way of thinning a table is tried here.
"""

from safeconduct.estimate.diagnostics import leave_one_list_out
from tests.estimate.published_tables import published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return leave_one_list_out.warnings(*given_here, **named)


def totals(*given_here, **named):
    return leave_one_list_out.totals(*given_here, **named)


def test_every_list_is_left_out_once():
    table = published("kosovo")

    found = totals(table, lambda thinner: float(thinner.n_observed))

    assert {name: int(table.n_observed - total) for name, total in found.items()} == {
        "EXH": 1131,
        "ABA": 845,
        "OSCE": 936,
        "HRW": 306,
    }


def test_a_thinner_table_that_is_declined_or_empty_has_no_total():
    cells = [0] * 16
    cells[0b0001], cells[0b0011], cells[0b0101], cells[0b1001] = 5, 5, 5, 5
    only_on_a = [0] * 16
    only_on_a[0b0001] = 9

    assert totals(history(cells), lambda _: 1.0)["A"] is None
    assert totals(history(only_on_a), lambda _: 1.0)["A"] is None


def test_three_lists_are_too_few_to_leave_one_out():
    assert totals(history([0, 9, 8, 3, 7, 2, 2, 1]), lambda _: 1.0) == {}


def test_a_list_that_doubles_or_halves_the_total_is_named():
    (found,) = warned(100.0, {"A": 210.0, "B": 49.0, "C": 60.0, "D": None})

    assert found.text.startswith("Without A or B")
    assert found.evidence == {"full": 100.0, "without A": 210.0, "without B": 49.0}


def test_lists_that_move_the_total_less_are_no_news():
    assert warned(100.0, {"A": 190.0, "B": 51.0}) == ()
