"""A source that was read before it came out is an error; dates that may fit are not.

It depends on invented corpora.
The third date of a source, the day its content speaks of, is not compared.
"""

import pytest

from tests.verify.invented import messages, source

NAME = "source-accessed-before-publication"


def test_reading_before_publication_is_reported():
    assert messages(NAME, source("s1", published="2024-03", accessed="2024-02-29")) == [
        "s1 was read on 2024-02-29, before it was published on 2024-03."
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"published": "2024-03", "accessed": "2024-03-01"},
        {"published": "2024", "accessed": "2024-02"},
        {"accessed": "2024-02"},
        {"published": "2024-03", "as_of": "2020"},
    ],
)
def test_dates_that_may_fit_or_are_missing_are_left_alone(cells):
    assert messages(NAME, source("s1", **cells)) == []
