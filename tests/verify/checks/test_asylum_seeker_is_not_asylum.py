"""The status of an asylum seeker is reported in one finding; another outcome is not.

It depends on invented corpora.
The outcome is a term of the vocabulary.
"""

from tests.verify.invented import found, messages, says


def test_every_incident_with_the_status_stands_in_one_finding():
    one = says("a", outcome="released;asylum-seeker-status")
    other = says("b", incident="i2", outcome="asylum-seeker-status")

    (finding,) = found("asylum-seeker-is-not-asylum", one, other)

    assert finding.records == (("incidents", "i1"), ("incidents", "i2"))
    assert "i1, i2" in str(finding.message)


def test_another_outcome_is_left_alone():
    assert messages("asylum-seeker-is-not-asylum", says("a", outcome="released")) == []
