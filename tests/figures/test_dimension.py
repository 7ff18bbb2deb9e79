"""What stands in which row, and whether it passes a filter; nothing stands in a guessed row.

It depends on the dimensions and on codings written by hand.
A new dimension is tried with a value, several, a tie and nothing.
"""

import pytest

from safeconduct import vocabulary
from safeconduct.figures.coded import Coded, CodedDate
from safeconduct.figures.dimension import (
    DIMENSIONS,
    FIELD_OF,
    NO_TERM,
    OVERLAPPING,
    SPAN,
    TERMS_OF,
    UNKNOWN,
    VALUE,
    Bucket,
    buckets,
    field_buckets,
    matches,
    year_bucket,
)
from safeconduct.record.standing import Standing
from tests.figures.codings import abducted, abroad, coded, on, perhaps, surely


@pytest.mark.parametrize(
    ("when", "row"),
    [
        (CodedDate(), (UNKNOWN, "")),
        (on("2023-10-17"), (VALUE, "2023")),
        (on("2023"), (VALUE, "2023")),
        (on("2023~"), (VALUE, "2023")),
        (on("2022-12/2023-01"), (SPAN, "2022/2023")),
        (on("2019/.."), (SPAN, "2019/..")),
        (on("../2021"), (SPAN, "../2021")),
        (on("2022/2024", lasting=True), (VALUE, "2022")),
        (on("2022/..", lasting=True), (VALUE, "2022")),
        (on("../2022", lasting=True), (UNKNOWN, "")),
        (on("0987"), (VALUE, "0987")),
        # Two that tie, one open to each side, say nothing about the year together.
        (CodedDate(known=True), (UNKNOWN, "")),
    ],
)
def test_a_date_stands_in_its_year_or_in_a_row_that_says_what_it_spans(when, row):
    found = year_bucket(when)

    assert (found.kind, found.key) == row


@pytest.mark.parametrize("dimension", [name for name in DIMENSIONS if name in FIELD_OF])
def test_what_is_not_known_stands_in_a_row_of_its_own(dimension):
    assert buckets(dimension, coded()) == (Bucket(UNKNOWN, ""),)


@pytest.mark.parametrize("certain", [True, False])
def test_what_is_abroad_and_not_named_stands_among_the_unknown(certain):
    incident = abducted(hosts=abroad(certain=certain), place_of_act=abroad(certain=certain))

    assert buckets("host", incident) == (Bucket(UNKNOWN, ""),)
    assert buckets("place", incident) == (Bucket(UNKNOWN, ""),)
    assert matches("host", "AQ", found=buckets("host", incident)) == "unknown"


def test_every_dimension_gives_an_incident_its_rows():
    incident = abducted(setting="home", outcome="fled")

    assert {name: [row.key for row in buckets(name, incident)] for name in DIMENSIONS} == {
        "year": ["2023"],
        "tactic": ["coerced-return"],
        "technique": ["abduction"],
        "host": ["AQ"],
        "origin": ["BV"],
        "place": ["AQ"],
        "target": ["activist"],
        "attribution": ["state-organ"],
        "setting": ["home"],
        "outcome": ["fled"],
        "standing": ["reported"],
    }


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_its_row(standing):
    assert buckets("standing", coded(standing=int(standing))) == (Bucket(VALUE, standing.word),)


@pytest.mark.parametrize("dimension", sorted(FIELD_OF.keys() - OVERLAPPING))
def test_two_values_that_tie_stand_between_the_rows(dimension):
    assert field_buckets(dimension, surely("b", "a")) == (Bucket(SPAN, "a/b"),)


@pytest.mark.parametrize("dimension", sorted(OVERLAPPING - {"tactic"}))
def test_several_values_stand_in_several_rows(dimension):
    several = Coded(("a", "b"), certain=True, additions=("c",))

    assert field_buckets(dimension, several) == (
        Bucket(VALUE, "a"),
        Bucket(VALUE, "b"),
        Bucket(VALUE, "c", only_weak=True),
    )


@pytest.mark.parametrize("dimension", sorted(OVERLAPPING - {"tactic"}))
def test_values_that_only_weak_statements_give_stand_in_weak_rows(dimension):
    assert field_buckets(dimension, perhaps("a", "b")) == (
        Bucket(VALUE, "a", only_weak=True),
        Bucket(VALUE, "b", only_weak=True),
    )


def test_a_technique_that_only_weak_statements_give_stands_under_a_weak_tactic():
    assert field_buckets("tactic", perhaps("threat")) == (
        Bucket(VALUE, "coercion", only_weak=True),
    )


@pytest.mark.parametrize("dimension", sorted(FIELD_OF.keys() - OVERLAPPING))
def test_where_rows_add_up_a_weak_value_stands_with_the_weight_of_its_incident(dimension):
    assert field_buckets(dimension, perhaps("a")) == (Bucket(VALUE, "a"),)


def test_a_technique_that_serves_several_tactics_stands_under_each():
    rows = field_buckets("tactic", surely("foreign-agent-listing"))

    assert [(row.kind, row.key) for row in rows] == [
        (VALUE, "blacklisting"),
        (VALUE, "coercion"),
        (VALUE, "discrediting"),
    ]


def test_a_technique_that_serves_no_tactic_stands_under_none_of_the_six():
    rows = field_buckets("tactic", surely("appearance-cancellation", "threat"))

    assert [(row.kind, row.key) for row in rows] == [(NO_TERM, ""), (VALUE, "coercion")]


def test_a_tactic_that_only_weak_statements_add_says_so_once():
    added = Coded(("threat",), certain=True, additions=("doxing", "killing"))

    assert field_buckets("tactic", added) == (
        Bucket(VALUE, "coercion"),
        Bucket(VALUE, "assassination", only_weak=True),
    )


@pytest.mark.parametrize(
    ("dimension", "value", "incident", "answer"),
    [
        ("technique", "abduction", coded(techniques="abduction"), "yes"),
        ("technique", "threat", coded(techniques="abduction"), "no"),
        ("technique", "threat", coded(), "unknown"),
        (
            "technique",
            "threat",
            coded(techniques=Coded(("abduction",), certain=True, additions=("threat",))),
            "perhaps",
        ),
        ("host", "AQ", coded(hosts=surely("AQ", "BV")), "yes"),
        # Hosts that tie, and hosts that only weak statements give, are perhaps hosts.
        ("host", "AQ", coded(hosts=perhaps("AQ", "BV")), "perhaps"),
        ("origin", "AQ", coded(origin=surely("AQ", "BV")), "perhaps"),
        ("origin", "HM", coded(origin=surely("AQ", "BV")), "no"),
        ("tactic", "coercion", coded(techniques="appearance-cancellation"), "no"),
        ("year", "2022", coded(date=on("2022/2023")), "perhaps"),
        ("year", "2023", coded(date=on("2022/2024")), "perhaps"),
        ("year", "2021", coded(date=on("2022/2024")), "no"),
        ("year", "2025", coded(date=on("2022/2024")), "no"),
        ("year", "2030", coded(date=on("2022/..")), "perhaps"),
        ("year", "2021", coded(date=on("2022/..")), "no"),
        ("year", "1990", coded(date=on("../2022")), "perhaps"),
        ("year", "2023", coded(date=on("../2022")), "no"),
        ("year", "2022", coded(), "unknown"),
        ("standing", "reported", coded(), "yes"),
        ("standing", "alleged", coded(), "no"),
    ],
)
def test_a_filter_answers_yes_perhaps_no_or_unknown(dimension, value, incident, answer):
    assert matches(dimension, value, found=buckets(dimension, incident)) == answer


def test_every_dimension_takes_its_values_from_somewhere():
    kinds = {"years", "territories", "standings"}

    assert all(terms in kinds or vocabulary.ids(terms) for terms in TERMS_OF.values())
    assert set(DIMENSIONS) >= OVERLAPPING
