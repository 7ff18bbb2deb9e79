"""A withdrawn or refuted incident is reported with its history; one that still stands is not.

It depends on invented corpora.
The first case has the course of the paper's staged death.
"""

from tests.verify.invented import decides, found, messages, says

NAME = "retracted-incident"
REPORT = says("a", source="s1", outcome="killed")
WITHDRAWAL = says("b", source="s1", mode="retracts", revises="a", outcome="survived")


def test_an_incident_that_its_only_voice_withdrew_is_reported():
    (finding,) = found(NAME, REPORT, WITHDRAWAL)

    assert str(finding.message) == (
        "i1 was reported and withdrawn; it stands in no bound of any count."
    )
    assert finding.records == (("incidents", "i1"), ("statements", "a"))


def test_copies_that_fell_with_it_are_named_too():
    copy = says("c", source="s2", derived_from="s1")

    (finding,) = found(NAME, REPORT, WITHDRAWAL, copy)

    assert ("statements", "c") in finding.records


def test_an_incident_that_a_decision_refutes_is_reported():
    refutation = decides("occurrence", "did-not-occur")

    assert messages(NAME, REPORT, says("no", mode="denies"), refutation) == [
        "A decision says that i1 did not happen; it stands in no bound of any count."
    ]


def test_an_incident_with_another_voice_left_is_left_alone():
    assert messages(NAME, REPORT, WITHDRAWAL, says("c")) == []
