"""An incident for which nobody speaks is an error; one that somebody only alleges is not.

It depends on invented corpora.
Withdrawn support is tested with `retracted_incident`.
"""

from tests.verify.invented import incident, messages, says

NAME = "incident-without-support"


def test_an_incident_without_a_statement_is_reported():
    assert messages(NAME, incident()) == ["No statement says that i1 happened."]


def test_an_incident_that_is_only_denied_is_reported():
    assert messages(NAME, says("a", mode="denies"))


def test_an_incident_that_somebody_alleges_is_left_alone():
    assert messages(NAME, says("a", mode="alleges")) == []


def test_an_incident_whose_report_was_withdrawn_is_left_alone():
    withdrawal = says("b", source="s-a", mode="retracts", revises="a")

    assert messages(NAME, says("a"), withdrawal) == []
