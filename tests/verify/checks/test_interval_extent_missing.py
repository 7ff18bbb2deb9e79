"""An interval without an extent is noted; a day, an unknown start and a filled cell are not.

It depends on invented corpora.
The reading of a blank cell is said in the tables of the record.
"""

import pytest

from tests.verify.invented import found, messages, says

NAME = "interval-extent-missing"


def test_every_interval_without_an_extent_stands_in_one_note():
    (finding,) = found(NAME, says("a", date="2023-03/2023-06"), says("b", date="2022/.."))

    assert str(finding.message) == (
        "An interval without an extent is read as somewhere within it: a, b."
    )
    assert finding.records == (("statements", "a"), ("statements", "b"))


@pytest.mark.parametrize(
    "cells",
    [
        {"date": "2023-03/2023-06", "date_extent": "lasting"},
        {"date": "2023-03"},
        {"date": "/2023-06"},
        {"date": "../2023-06"},
        {"date": "unknown:not-reported"},
        {},
    ],
)
def test_a_date_that_needs_no_extent_or_has_one_is_left_alone(cells):
    assert messages(NAME, says("a", **cells)) == []
