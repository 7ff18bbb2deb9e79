"""Two lineages are equal exactly when the definition and the ids with their bounds are equal.

It depends on the lineage, on counting and on Hypothesis.
What else decides what is counted is a new line in `OTHER_DEFINITIONS`.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.figures.count import count
from safeconduct.figures.figure import CENTRAL, HIGH, LOW
from safeconduct.figures.lineage import (
    LISTED_IDS,
    changes,
    counted,
    definition_digest,
    ids_by_level,
)
from safeconduct.figures.question import Question
from tests.figures.codings import abducted, corpora, definition, held, incidents, questions
from tests.record.strategies import MODEST

PLAIN = Question(schemes=("aaad",))
OTHER_DEFINITIONS = [
    replace(PLAIN, own_scope=True),
    replace(PLAIN, since="2022"),
    replace(PLAIN, until="2022"),
    replace(PLAIN, where=(("host", "AQ"),)),
    replace(PLAIN, where=(("origin", "AQ"),)),
    replace(PLAIN, measure="chains"),
    replace(PLAIN, measure="persons"),
    replace(PLAIN, schemes=("cape",)),
]


def lineage(question, *told):
    return count(held(*told), question)[0].lineage


@pytest.mark.parametrize("other", OTHER_DEFINITIONS)
def test_another_definition_is_another_lineage(other):
    told = abducted()

    assert lineage(other, told).definition != lineage(PLAIN, told).definition
    assert lineage(other, told).digest != lineage(PLAIN, told).digest


def test_what_does_not_decide_what_is_counted_is_not_in_the_definition():
    where = (("host", "AQ"), ("origin", "BV"))
    one = replace(PLAIN, where=where, by=("year",))
    other = replace(PLAIN, where=where[::-1], measure="incidents")

    assert lineage(one, abducted()).digest == lineage(other, abducted()).digest


def test_another_version_of_a_scheme_is_another_definition():
    one, other = definition(), definition(digest="0")

    assert definition_digest(one, PLAIN, measure="incidents") != definition_digest(
        other, PLAIN, measure="incidents"
    )


def test_a_changed_note_changes_the_corpus_and_not_the_lineage():
    one, other = (lineage(PLAIN, abducted(repeats=number)) for number in (0, 1))

    assert one.corpus != other.corpus
    assert one.digest == other.digest


@given(one=corpora(), other=corpora(), asked=st.tuples(questions(), questions()))
@MODEST
def test_lineages_of_different_corpora_are_equal_only_with_equal_ids(one, other, asked):
    for first in count(one, asked[0]):
        for second in count(other, asked[1]):
            assert_equal_exactly_with_ids(first, second)


@st.composite
def retellings(draw):
    """Draw a corpus of abductions, and the same in another order, perhaps with one told anew."""
    standings = draw(st.lists(st.integers(0, 7), max_size=4))
    before = [abducted(f"i{place}", standing=rank) for place, rank in enumerate(standings)]
    after = draw(st.permutations(before))
    if after and draw(st.booleans()):
        after = [draw(incidents(after[0].id)), *after[1:]]
    return held(*before), held(*after)


@given(told=retellings(), asked=questions())
@MODEST
def test_a_change_that_counting_does_not_see_leaves_the_lineage(told, asked):
    before, after = told
    for first, second in zip(count(before, asked), count(after, asked), strict=True):
        assert_equal_exactly_with_ids(first, second)


def assert_equal_exactly_with_ids(first, second):
    """Hold the digest of two lineages against what it stands for."""
    definitions = [
        (
            figure.scheme.id,
            figure.measure,
            figure.question.own_scope,
            figure.question.since,
            figure.question.until,
            sorted(figure.question.where),
        )
        for figure in (first, second)
    ]
    same = definitions[0] == definitions[1] and first.lineage.ids == second.lineage.ids
    assert (first.lineage.digest == second.lineage.digest) is same


def test_ids_come_sorted_by_the_level_at_which_they_count():
    levels = {"b": LOW, "a": LOW, "c": CENTRAL, "d": HIGH}

    assert ids_by_level(levels) == {
        "low": ("a", "b"),
        "central_only": ("c",),
        "high_only": ("d",),
    }
    assert counted(levels).number == 4


def test_the_order_of_incidents_does_not_matter_and_the_level_does():
    assert counted({"a": LOW, "b": HIGH}) == counted({"b": HIGH, "a": LOW})
    assert counted({"a": LOW}).digest != counted({"a": HIGH}).digest


def test_many_ids_are_kept_as_their_digest_only():
    few = {str(number): LOW for number in range(LISTED_IDS)}

    assert counted(few).ids is not None
    assert counted({**few, "one more": LOW}).ids is None


def test_a_change_names_what_came_went_and_moved():
    change = changes(
        {"low": ["a", "b"], "central_only": ["c"], "high_only": []},
        {"low": ["a"], "central_only": ["b"], "high_only": ["d"]},
        same_definition=True,
    )

    assert change.same_definition
    assert change.came == ("d",)
    assert change.went == ("c",)
    assert change.moved == (("b", "low", "central_only"),)


@given(before=corpora(), after=corpora())
@MODEST
def test_a_change_is_empty_exactly_when_the_ids_are_equal(before, after):
    first, second = count(before, PLAIN)[0].lineage, count(after, PLAIN)[0].lineage
    assert first.ids is not None
    assert second.ids is not None

    change = changes(first.ids, second.ids, same_definition=True)

    assert (not (change.came or change.went or change.moved)) is (first.digest == second.digest)
