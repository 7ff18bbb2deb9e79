"""An incident with lost roots only is reported; one root that can be found is enough.

It depends on invented corpora.
Lost sources themselves are tested with `source_not_recoverable`.
"""

from tests.verify.invented import found, incident, messages, says, source

NAME = "incident-source-not-recoverable"
LOST = source("lost", locator_state="not-recoverable")


def test_an_incident_that_rests_on_a_lost_footnote_is_reported():
    (finding,) = found(NAME, says("a", source="paper", derived_from="lost"), LOST)

    assert str(finding.message) == (
        "Everything said for i1 goes back to lost, which cannot be recovered."
    )
    assert finding.records == (("incidents", "i1"), ("sources", "lost"))


def test_a_second_report_that_can_be_found_is_enough():
    assert messages(NAME, says("a", derived_from="lost"), says("b"), LOST) == []


def test_a_denial_that_can_be_found_is_no_support():
    assert messages(NAME, says("a", derived_from="lost"), says("b", mode="denies"), LOST)


def test_a_report_that_was_withdrawn_is_no_support_left():
    withdrawal = says("c", source="s-b", mode="retracts", revises="b")

    assert messages(NAME, says("a", derived_from="lost"), says("b"), withdrawal, LOST)


def test_an_incident_for_which_nobody_speaks_is_another_check_s_matter():
    assert messages(NAME, incident(), LOST) == []
