"""Every grade has its meaning, and a statement tells step by step how it got its weight.

It depends on invented corpora.
The rules are the record's; here it is tested that they are told as they are.
"""

import pytest

from safeconduct.record.columns import UnreadableCell
from safeconduct.record.standing import assess
from safeconduct.record.tables import SOURCES, STATEMENTS
from safeconduct.verify.grading import CREDIBILITY, RELIABILITY, weight
from tests.verify.invented import corpus, says, source


def steps(identifier, *records):
    """Tell how a statement about the incident i1 got its weight."""
    whole = corpus(*records)
    accounts = {each.statement.id: each for each in assess(whole)["i1"].accounts}
    return [str(sentence) for sentence in weight(whole, accounts[identifier])]


def test_the_scales_have_a_meaning_for_every_grade_that_a_cell_admits():
    for letter, meaning in RELIABILITY.items():
        assert SOURCES.column("reliability").read(letter) == letter
        assert str(meaning)
    for digit in CREDIBILITY:
        assert STATEMENTS.column("credibility").read(str(digit)) == digit
    for column, beyond in (
        (SOURCES.column("reliability"), "G"),
        (STATEMENTS.column("credibility"), "7"),
    ):
        with pytest.raises(UnreadableCell):
            column.read(beyond)
    assert (len(RELIABILITY), len(CREDIBILITY)) == (6, 6)


def test_a_report_of_a_good_source_has_the_weight_of_a_voice():
    assert steps("a", says("a", source="s1")) == [
        "The source s1 is graded B.",
        "The statement itself is not graded, which does not weaken it.",
        "It supports with the weight of a voice.",
    ]


def test_a_chain_is_as_weak_as_its_weakest_source():
    records = says("a", source="s1", derived_from="s2"), source("s2", reliability="D")

    assert steps("a", *records) == [
        "The source s1 is graded B.",
        "It repeats s2; the weakest of the chain is graded D, and that counts.",
        "The grades D, E and F make support weak.",
        "The statement itself is not graded, which does not weaken it.",
        "It supports weakly.",
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"credibility": "4"}, "The grades 4, 5 and 6 make support weak."),
        ({"mode": "alleges"}, "It alleges, and an allegation supports weakly."),
        ({"derived_from": "r1;r2"}, "Several voices stand behind it, and it adds none of its own."),
    ],
)
def test_what_weakens_a_statement_is_told(cells, told):
    (*others, outcome) = steps("a", says("a", source="s1", **cells))

    assert told in others
    assert outcome == "It supports weakly."


def test_a_good_grade_of_the_statement_is_told_and_weakens_nothing():
    told = steps("a", says("a", credibility="3"))

    assert told[1:] == [
        "The statement itself is graded 3.",
        "It supports with the weight of a voice.",
    ]


def test_a_copy_of_a_weak_statement_is_weak_for_that_reason():
    original = says("a", source="s1", mode="alleges")
    copy = says("b", source="s2", derived_from="s1")

    assert steps("b", original, copy)[-2:] == [
        "It copies a weak statement, and no copy is stronger than its original.",
        "It supports weakly.",
    ]


@pytest.mark.parametrize(
    "cells",
    [{"mode": "alleges"}, {"credibility": "5"}, {"derived_from": "s1;s3"}, {"mode": "reports"}],
)
def test_a_copy_that_is_weak_or_strong_by_itself_blames_no_original(cells):
    mode = "reports" if cells.get("mode") == "reports" else "alleges"
    original = says("a", source="s1", mode=mode)
    copy = says("b", source="s2", **{"derived_from": "s1", **cells})

    assert "It copies a weak statement" not in " ".join(steps("b", original, copy))


def test_a_copy_of_a_page_that_quotes_two_voices_adds_neither():
    page = says("a", source="s1", derived_from="r1"), says("b", source="s1", derived_from="r2")

    assert steps("c", *page, says("c", source="s2", derived_from="s1"))[-2:] == [
        "Several voices stand behind it, and it adds none of its own.",
        "It supports weakly.",
    ]


def test_a_compilation_of_a_statement_and_of_a_silent_source_adds_no_voice():
    copy = says("b", source="s2", derived_from="s1;s3")

    assert steps("b", says("a", source="s1"), copy)[-2:] == [
        "Several voices stand behind it, and it adds none of its own.",
        "It supports weakly.",
    ]


def test_what_was_withdrawn_what_fell_with_it_and_what_withdrew_it_are_told():
    records = (
        says("a", source="s1"),
        says("w", source="s1", mode="retracts", revises="a"),
        says("c", source="s2", derived_from="s1"),
    )

    assert steps("a", *records)[1:] == [
        "The statement itself is not graded, which does not weaken it.",
        "Its own voice withdrew it.",
        "It counts neither for nor against.",
    ]
    assert steps("c", *records)[-2:] == [
        "It only repeats what was withdrawn.",
        "It counts neither for nor against.",
    ]
    assert steps("w", *records)[-1] == "It revises its own voice and is no further support."


def test_a_denial_opposes():
    assert steps("no", says("a"), says("no", mode="denies"))[1:] == [
        "The statement itself is not graded, which does not weaken it.",
        "It opposes.",
    ]
