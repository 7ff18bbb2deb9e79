"""A capability entered as an incident is reported, and a measure that reached somebody.

It depends on invented corpora.
A technique that is a capability is one more case here.
"""

import pytest

from tests.verify.invented import incident, messages, says

NAME = "measure-counted-as-incident"
MEASURE = incident(kind="measure")


def test_an_incident_that_is_only_a_capability_is_reported():
    assert messages(NAME, says("a", techniques="surveillance-application")) == [
        "i1 is counted as an incident, but all that is said of it is a capability."
    ]


@pytest.mark.parametrize("techniques", ["facial-recognition;assault", "unknown:not-reported", ""])
def test_an_incident_in_which_something_was_done_or_nothing_is_said_is_left_alone(techniques):
    assert messages(NAME, says("a", techniques=techniques)) == []


@pytest.mark.parametrize(
    "cells", [{"persons_min": "2", "persons_max": "2"}, {"outcome": "detained"}]
)
def test_a_measure_that_reached_somebody_is_reported(cells):
    assert messages(NAME, MEASURE, says("a", **cells)) == [
        "i1 is a measure, but statements give it persons or an outcome."
    ]


def test_a_response_may_reach_somebody():
    assert messages(NAME, incident(kind="response"), says("a", outcome="released")) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"persons_min": "0", "persons_max": "open"},
        {"persons_min": "unknown:not-reported", "outcome": "unknown:not-reported"},
        {"techniques": "surveillance-application"},
    ],
)
def test_a_measure_that_reached_nobody_known_is_left_alone(cells):
    assert messages(NAME, MEASURE, says("a", **cells)) == []
