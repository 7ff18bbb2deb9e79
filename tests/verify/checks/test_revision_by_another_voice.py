"""A revision of another voice's statement is reported; a voice that revises itself is not.

It depends on invented corpora.
Who may revise what is a rule of the record.
"""

import pytest

from tests.verify.invented import found, messages, says, source

NAME = "revision-by-another-voice"


@pytest.mark.parametrize(
    ("mode", "consequence"),
    [("retracts", "it opposes"), ("corrects", "it is a report of its own")],
)
def test_a_revision_by_another_voice_is_reported_with_what_it_amounts_to(mode, consequence):
    revision = says("b", mode=mode, revises="a", date="1940-08")

    (finding,) = found(NAME, says("a", date="1943"), revision)

    assert str(finding.message) == f"b {mode} a of another voice: {consequence}."
    assert finding.records == (("statements", "b"), ("statements", "a"))


def test_a_voice_that_revises_itself_from_another_source_is_left_alone():
    later = source("later", publisher="Outlet s-a")
    revision = says("b", source="later", mode="corrects", revises="a", date="1940-08")

    assert messages(NAME, says("a", date="1943"), revision, later) == []
