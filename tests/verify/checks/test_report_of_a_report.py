"""A source that repeats another publisher is noted; a passage that quotes one is not.

It depends on invented corpora.
The incidents are those on which the source speaks, by itself or through those that repeat it.
"""

from tests.verify.invented import found, messages, says, source

NAME = "report-of-a-report"
COPY = source("copy", derived_from="agency")


def test_a_source_that_repeats_another_is_noted_with_its_incidents():
    (finding,) = found(
        NAME, COPY, says("a", source="copy"), says("b", source="copy", incident="i2")
    )

    assert str(finding.message) == "copy repeats agency and is no voice of its own on i1, i2."
    assert finding.records == (
        ("sources", "copy"),
        ("sources", "agency"),
        ("incidents", "i1"),
        ("incidents", "i2"),
    )


def test_it_is_noted_where_a_third_source_repeats_it():
    assert messages(NAME, COPY, says("a", source="paper", derived_from="copy"))


def test_a_passage_that_quotes_a_source_is_left_alone():
    assert messages(NAME, says("a", source="paper", derived_from="agency")) == []


def test_a_second_address_of_the_same_work_is_left_alone():
    mirror = source("mirror", derived_from="work", publisher="Outlet work")

    assert messages(NAME, mirror, says("a", source="mirror")) == []


def test_a_copy_that_says_nothing_is_left_alone():
    assert messages(NAME, COPY, says("a", source="agency")) == []
