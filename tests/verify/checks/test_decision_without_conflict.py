"""A decision where no statements differ is reported; one that settles something is not.

It depends on invented corpora.
Lists of terms and the occurrence have their own rule for what is open.
"""

import pytest

from tests.verify.invented import decides, messages, says

NAME = "decision-without-conflict"


def test_a_value_typed_in_over_one_statement_is_reported():
    found = messages(NAME, says("a", setting="home"), decides("setting", "street"))

    assert found == ["d1 decides setting of i1, on which no statements differ."]


def test_a_value_typed_in_where_nobody_says_anything_is_reported():
    assert messages(NAME, says("a"), decides("setting", "street"))


def test_a_decision_between_two_sides_is_left_alone():
    sides = says("a", setting="home"), says("b", setting="street")

    assert messages(NAME, *sides, decides("setting", "street")) == []


def test_a_decision_on_a_list_is_reported_where_strong_voices_give_all_of_it():
    lists = says("a", techniques="assault"), says("b", techniques="threat")

    assert messages(NAME, *lists, decides("techniques", "assault"))


def test_a_decision_on_a_list_is_left_alone_where_a_term_is_only_alleged():
    lists = says("a", techniques="assault"), says("b", mode="alleges", techniques="threat")

    assert messages(NAME, *lists, decides("techniques", "assault;threat")) == []


@pytest.mark.parametrize("occurrence", ["occurred", "did-not-occur"])
def test_a_decision_on_the_occurrence_is_reported_where_nobody_opposes(occurrence):
    assert messages(NAME, says("a"), decides("occurrence", occurrence))


@pytest.mark.parametrize(
    "objection",
    [
        says("no", mode="denies"),
        says("no", mode="retracts", source="s-a", revises="a"),
    ],
)
def test_a_decision_on_the_occurrence_is_left_alone_where_somebody_opposes(objection):
    assert messages(NAME, says("a"), objection, decides("occurrence", "did-not-occur")) == []
