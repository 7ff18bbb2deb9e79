"""Each voice counts through one statement, and every other statement says why it does not.

It depends on invented corpora.
The rules are the record's; here it is tested that they are told as they are.
"""

import pytest

from safeconduct.record.standing import assess
from safeconduct.verify.independence import independence
from tests.verify.invented import corpus, says, source

ORIGINAL = says("a", source="s1", setting="home")


def told(*records):
    """Tell for each statement of the incident i1 whether it counts, and why."""
    rows = independence(assess(corpus(*records))["i1"])
    return {row.statement: (row.counts, str(row.reason)) for row in rows}


def test_two_publishers_are_two_voices():
    assert told(ORIGINAL, says("b")) == {
        "a": (True, "It counts as the voice Outlet s1."),
        "b": (True, "It counts as the voice Outlet s-b."),
    }


def test_a_second_statement_of_one_publisher_does_not_count():
    second = source("s2", publisher="Outlet s1")

    assert told(ORIGINAL, says("b", source="s2"), second)["b"] == (
        False,
        "It has the voice Outlet s1, which counts once, through a.",
    )


def test_a_copy_does_not_count_and_names_what_it_repeats():
    assert told(says("c", source="s2", derived_from="s1"), ORIGINAL) == {
        "c": (False, "It repeats s1; the voice Outlet s1 counts once, through a."),
        "a": (True, "It counts as the voice Outlet s1."),
    }


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            says("b", derived_from="r2;r1"),
            "Several voices stand behind it, and it adds none: it repeats r1, r2.",
        ),
        (
            says("b", mode="alleges"),
            "It supports weakly, and only strong support counts as a voice.",
        ),
        (says("b", mode="denies"), "It opposes, and adds to no support."),
        (
            says("b", source="s1", mode="corrects", revises="a", setting="street"),
            "It revises a of its own voice.",
        ),
    ],
)
def test_what_is_no_strong_support_says_so(statement, reason):
    assert told(ORIGINAL, statement)["b"] == (False, reason)


def test_a_copy_of_a_page_that_quotes_two_voices_adds_neither():
    page = says("a", source="s1", derived_from="r1"), says("b", source="s1", derived_from="r2")

    rows = told(*page, says("c", source="s2", derived_from="s1"))

    assert [counts for counts, _ in rows.values()] == [True, True, False]
    assert rows["c"][1] == "Several voices stand behind it, and it adds none: it repeats s1."


def test_what_was_withdrawn_and_what_only_repeated_it_say_so():
    withdrawal = says("w", source="s1", mode="retracts", revises="a")
    copy = says("c", source="s2", derived_from="s1")

    rows = told(ORIGINAL, withdrawal, copy)

    assert rows["a"] == (False, "Its own voice withdrew it.")
    assert rows["c"] == (False, "It only repeats what was withdrawn.")


def test_the_statements_that_count_are_the_voices_of_the_assessment():
    records = (
        ORIGINAL,
        says("b", source="s2", derived_from="s1"),
        says("c", source="s3"),
        says("d", mode="alleges"),
        says("e", source="s3", setting="home"),
        says("f", derived_from="s1;s3"),
    )
    assessment = assess(corpus(*records))["i1"]

    rows = independence(assessment)

    assert sorted(row.voice or "" for row in rows if row.counts) == sorted(assessment.voices)
    assert {row.statement: row.source for row in rows}["e"] == "s3"
