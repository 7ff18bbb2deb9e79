"""Lists within others: beyond chance, by chance, and nearly.

It depends on the module under test.
Another dependence by construction is tried here.
"""

import pytest

from safeconduct.estimate.diagnostics import nested_lists
from tests.estimate.published_tables import PUBLISHED, published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def refused(*given_here, **named):
    return nested_lists.refusal(*given_here, **named)


def warned(*given_here, **named):
    return nested_lists.warnings(*given_here, **named)


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_tables_have_no_nested_lists(name):
    assert refused(published(name)) is None
    assert warned(published(name)) == ()


def test_a_copy_of_another_list_is_declined():
    found = refused(history([0, 0, 0, 30, 40, 0, 0, 9]))

    assert found.reason == "A and B hold the same persons."


def test_a_list_within_another_beyond_chance_is_declined():
    found = refused(history([0, 60, 0, 20, 50, 15, 0, 6]))

    assert found.reason == "Everybody on B is on A too."
    assert found.evidence["probability_by_chance"] < 1e-6


def test_a_list_of_a_few_within_a_large_one_is_warned_of():
    table = history([0, 60, 0, 2, 10, 40, 0, 1])

    assert refused(table) is None
    (found,) = warned(table)
    assert found.text == "Persons on B: 3; of these on A too: 3."


def test_a_list_that_lies_almost_wholly_within_another_is_warned_of():
    (found,) = warned(history([0, 60, 1, 20, 50, 15, 0, 6]))

    assert (found.code, found.evidence["both"]) == ("nearly-nested-lists", 26)


def test_an_outer_list_that_holds_almost_everybody_explains_a_nearly_nested_one():
    assert warned(history([0, 800, 1, 30, 10, 500, 0, 20])) == ()


def test_with_two_lists_a_nested_one_is_always_declined():
    assert refused(history([0, 9, 0, 3])).code == "nested-lists"
    assert warned(history([0, 9, 0, 3])) == ()


def test_a_list_without_persons_is_no_nested_list():
    assert warned(history([0, 30, 20, 9, 0, 0, 0, 0])) == ()
