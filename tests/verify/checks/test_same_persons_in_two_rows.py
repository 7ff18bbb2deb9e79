"""Rows of the same persons that somebody could add up are reported; others are not.

It depends on invented corpora.
The first case has the numbers of the paper's certificate.
"""

from tests.verify.invented import found, incident, messages, says

NAME = "same-persons-in-two-rows"
HELD = says("a", persons_min="1", persons_max="1")


def test_an_incident_and_a_response_that_both_give_persons_are_reported():
    (finding,) = found(
        NAME,
        incident("i1"),
        incident("i2", kind="response", responds_to="i1", same_person_as="i1"),
        HELD,
        says("b", incident="i2", persons_min="2", persons_max="open"),
    )

    assert str(finding.message) == "The same persons are in i1 (1), i2 (≥2): they count once."
    assert finding.records == (("incidents", "i1"), ("incidents", "i2"))


def test_linked_incidents_are_reported_even_where_one_gives_no_number():
    linked = incident("i1"), incident("i2", same_person_as="i1")

    assert messages(NAME, *linked, HELD, says("b", incident="i2")) == [
        "The same persons are in i1 (1), i2 (?): they count once."
    ]


def test_a_response_without_persons_cannot_be_added_and_is_left_alone():
    linked = incident("i1"), incident("i2", kind="response", same_person_as="i1")

    assert messages(NAME, *linked, HELD, says("b", incident="i2")) == []


def test_a_retracted_incident_is_in_no_count_and_is_left_alone():
    linked = incident("i1"), incident("i2", same_person_as="i1")
    withdrawal = says("c", incident="i2", source="s-b", mode="retracts", revises="b")

    assert messages(NAME, *linked, HELD, says("b", incident="i2"), withdrawal) == []


def test_incidents_that_are_not_linked_are_left_alone():
    assert messages(NAME, HELD, says("b", incident="i2", persons_min="1", persons_max="1")) == []
