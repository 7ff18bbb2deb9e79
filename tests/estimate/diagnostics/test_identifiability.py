"""Tables that do not identify the models, or only a part of them.

It depends on the module under test and on the published tables.
Another family of models is tried here.
"""

import pytest

from safeconduct.estimate.diagnostics import identifiability
from tests.estimate.published_tables import PUBLISHED, published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def refused(*given_here, **named):
    return identifiability.refusal(*given_here, **named)


def warned(*given_here, **named):
    return identifiability.warnings(*given_here, **named)


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_tables_identify_their_models(name):
    assert refused(published(name)) is None
    assert warned(published(name)) == ()


def test_the_artificial_table_is_declined():
    found = refused(published("artificial-3"))

    assert found.code == "not-identifiable"
    assert found.evidence["status_all_pairs"] == 2
    assert warned(published("artificial-3")) == ()


def test_a_table_without_even_independence_is_declined():
    found = refused(history([0, 9, 0, 3]))

    assert found.reason.startswith("Even the model of independent lists")


def test_connected_lists_of_which_two_never_meet_are_warned_of():
    table = history([0, 40, 30, 12, 20, 0, 9, 0])

    assert refused(table) is None
    (found,) = warned(table)
    assert found.evidence["status_all_pairs"] == 2


def test_two_lists_have_no_interaction_to_ask_about():
    assert warned(history([0, 40, 30, 12])) == ()
