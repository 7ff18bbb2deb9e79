"""A statement about an act that lies after its publication is an error; a possible one is not.

It depends on invented corpora.
Every source that the statement rests on is asked for its day.
"""

import pytest

from tests.verify.invented import found, incident, messages, says, source

NAME = "statement-after-publication"
REPORT = source("s1", published="2023-11")


def test_an_act_after_the_publication_is_reported():
    (finding,) = found(NAME, REPORT, says("a", source="s1", date="2023-12-01"))

    assert str(finding.message) == (
        "a dates i1 to 2023-12-01, but what it rests on came out by 2023-11-30."
    )
    assert finding.records == (("statements", "a"), ("sources", "s1"))


def test_an_act_after_the_publication_of_what_is_quoted_is_reported():
    quotation = says("a", source="undated", derived_from="s1", date="2024")

    assert messages(NAME, REPORT, quotation)


def test_of_several_quoted_sources_the_latest_decides():
    later = source("s2", published="2024-05")
    quotation = says("a", source="undated", derived_from="s1;s2", date="2024-03")

    assert messages(NAME, REPORT, later, quotation) == []


def test_a_quoted_source_without_a_date_may_be_later():
    quotation = says("a", source="undated", derived_from="s1;s2", date="2024-03")

    assert messages(NAME, REPORT, source("s2"), quotation) == []


@pytest.mark.parametrize("date", ["2023-11-30", "2023", "2022/..", "unknown:not-reported", ""])
def test_an_act_that_may_lie_before_the_publication_is_left_alone(date):
    assert messages(NAME, REPORT, says("a", source="s1", date=date)) == []


def test_a_measure_may_be_announced_before_its_time():
    announced = says("a", source="s1", date="2024/2026")

    assert messages(NAME, REPORT, incident(kind="measure"), announced) == []
