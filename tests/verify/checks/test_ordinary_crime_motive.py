"""A motive is shown with those who claim, accept or dispute it; a claim of nothing is not shown.

It depends on invented corpora.
Who speaks of the motive is free text and stays with the statement.
"""

from tests.verify.invented import messages, says

NAME = "ordinary-crime-motive"


def test_claimed_and_accepted_stand_side_by_side():
    claim = says("a", mode="alleges", motive="claimed", motive_by="the person")
    assent = says("b", motive="accepted", motive_by="a ministry")

    assert messages(NAME, claim, assent) == [
        "The political motive of i1 stands beside an ordinary ground: claimed (a); accepted (b)."
    ]


def test_an_incident_of_whose_motive_nobody_knows_is_left_alone():
    assert messages(NAME, says("a", motive="unknown:not-reported"), says("b")) == []
