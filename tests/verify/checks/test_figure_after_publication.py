"""A figure of a later day than its source is reported; one that may be earlier is not.

It depends on invented corpora.
A short form takes the date of the work that it repeats.
"""

import pytest

from tests.verify.invented import figure, messages, source

NAME = "figure-after-publication"


def test_a_december_tally_in_a_november_report_is_reported():
    report = source("s1", published="2023-11")

    assert messages(NAME, figure("f1", "120", as_of="2023-12"), report) == [
        "f1 is given as of 2023-12, but its source s1 came out by 2023-11-30."
    ]


def test_a_short_form_takes_the_date_of_the_work_it_repeats():
    records = source("s1", derived_from="work"), source("work", published="2023-11")

    assert messages(NAME, figure("f1", "120", as_of="2023-12"), *records)


@pytest.mark.parametrize("as_of", ["2023-11-30", "2023", ""])
def test_a_figure_that_may_be_as_old_as_its_source_is_left_alone(as_of):
    report = source("s1", published="2023-11")

    assert messages(NAME, figure("f1", "120", as_of=as_of), report) == []


def test_a_figure_of_a_source_without_a_date_is_left_alone():
    assert messages(NAME, figure("f1", "120", as_of="2023-12")) == []
