"""What is passed on of an incident is what is adopted, with who says so and who decided it.

It depends on the invented corpus.
A further rule of passing on is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.exporters.adopted import adopted_incidents
from tests.exporters.whole_corpus import SOURCES, STATEMENTS, whole_corpus


def told(identifier, **tables):
    found = adopted_incidents(whole_corpus(**tables))
    return next(each for each in found if each.incident.id == identifier)


def test_only_incidents_that_still_stand_are_passed_on():
    found = [each.incident.id for each in adopted_incidents(whole_corpus())]

    assert found == ["taken", "followed"]


def test_a_value_has_those_behind_it_who_say_it_and_who_decided_it():
    assert told("taken").behind("techniques", "abduction") == ("st-gull", "st-south")
    assert told("taken").behind("outcome", "released") == ("d1",)
    assert told("taken").behind("origin") == ("st-gull", "st-south")


def test_a_coarser_date_or_place_is_behind_a_finer_one():
    assert told("taken").behind("date") == ("st-gull", "st-south")
    assert told("taken").behind("place_of_act") == ("st-gull", "st-south")


@pytest.mark.parametrize(("reliability", "actor"), [("B", "Harbour Guard"), ("E", "")])
def test_an_organ_is_named_only_where_more_than_one_voice_says_so(reliability, actor):
    """Safety: a tool that receives an accused name shows it as a fact."""
    weaker = (replace(SOURCES[0], reliability=reliability), *SOURCES[1:])

    assert told("taken", sources=weaker).actor == actor


def test_an_unknown_value_is_no_word():
    silent = tuple(replace(each, origin=None) for each in STATEMENTS)

    assert told("followed", statements=silent).word("origin") == ""
    assert told("followed", statements=silent).behind("origin") == ()
