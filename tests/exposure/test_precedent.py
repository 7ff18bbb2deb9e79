"""Precedents: which incidents of a corpus lie between two states, and how each ended.

It depends on the cast of the record and on the precedents; the states are real codes, the
incidents invented.
A new rule about what is a precedent is one more test.
"""

from datetime import date

import pytest

from safeconduct import vocabulary
from safeconduct.exposure import precedent
from safeconduct.exposure.precedent import TENDENCIES, precedents
from safeconduct.record.corpus import Corpus
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.unknown import Unknown
from tests.record.cast import incident, outlet, says

DAY = date(2024, 6, 30)


def told(*statements, **cells):
    """Build a corpus of one incident from Russia to Kazakhstan about which outlets say things."""
    return Corpus.of(
        sources=[
            outlet("morning"),
            outlet("evening", url="https://e.example/", locator_state="located"),
        ],
        incidents=[incident(**cells)],
        statements=statements,
    )


def said(source="morning", **cells):
    return says(
        source,
        **{
            "origin": "RU",
            "hosts": ("KZ",),
            "date": parse("2023-05-01"),
            "techniques": ("extradition-request",),
            **cells,
        },
    )


def found(corpus, **question):
    return precedents(corpus, **{"origin": "RU", "host": "KZ", "on": DAY, **question})


def test_an_incident_between_the_two_states_is_a_precedent_with_its_sources():
    (one,) = found(told(said(), said("evening", locator="p. 3"))).found

    assert (one.incident, one.date, one.techniques) == (
        "i1",
        "2023-05-01",
        ("extradition-request",),
    )
    assert (one.chain, one.standing, one.names_origin) == ("i1", "corroborated", True)
    assert [each.citation.title for each in one.sources] == ["morning", "evening"]
    assert [each.source_state for each in one.sources] == ["no-locator", "located"]
    assert (one.sources[1].citation.section, one.sources[1].citation.url) == (
        "p. 3",
        "https://e.example/",
    )


def test_a_source_that_speaks_twice_is_cited_once():
    corpus = told(said(), said(id="again"))

    assert len(found(corpus).found[0].sources) == 1


@pytest.mark.parametrize(
    ("cells", "is_found"),
    [
        ({}, True),
        ({"origin": "BY"}, False),
        ({"origin": Unknown("not-reported")}, True),
        ({"origin": None}, False),
        ({"hosts": ("KG",)}, False),
        ({"hosts": ("KG",), "transit": ("KZ",)}, True),
        ({"hosts": (), "place_of_act": Place("KZ", "Almaty")}, True),
        ({"hosts": (), "place_of_target": Place("KZ")}, True),
        ({"mode": "alleges"}, True),
        ({"mode": "denies"}, False),
        ({"date": parse("2024-07-01")}, False),
        ({"date": parse("2024")}, True),
        ({"date": parse("2023/..")}, True),
        ({"date": parse("/2024-01-01")}, True),
    ],
)  # fmt: skip
def test_which_incidents_are_precedents(cells, is_found):
    assert bool(found(told(said(**cells))).found) is is_found


def test_an_unnamed_origin_is_told():
    (one,) = found(told(said(origin=Unknown("not-reported")))).found

    assert not one.names_origin


@pytest.mark.parametrize("cells", [{"date": None}, {"date": parse("/2024-12-31")}])
def test_what_may_lie_after_the_day_is_told_as_undated(cells):
    read = found(told(said(**cells)))

    assert read.found == ()
    assert [each.incident for each in read.undated] == ["i1"]


@pytest.mark.parametrize(
    ("outcome", "tendencies"),
    [
        (("extradited",), ["handed-over"]),
        (("detained", "not-extradited"), ["refused-or-rescued"]),
        (("detained",), ["still-open-or-other"]),
        ((), ["still-open-or-other"]),
        (("entry-denied", "readmitted"), ["handed-over", "refused-or-rescued"]),
    ],
)
def test_an_incident_that_ended_both_ways_stands_under_both(outcome, tendencies):
    read = found(told(said(outcome=outcome)))

    assert [each.tendency for each in read.found] == tendencies


@pytest.mark.parametrize(
    ("place", "tendency"),
    [
        (Place("RU"), "still-open-or-other"),
        (Place("KZ"), "refused-or-rescued"),
        (None, "refused-or-rescued"),
    ],
)
def test_who_is_let_go_on_the_soil_of_the_origin_was_not_rescued(place, tendency):
    cells = {"outcome": ("detained", "released"), "place_of_act": place}

    (one,) = found(told(said(**cells))).found

    assert one.tendency == tendency


def test_who_is_handed_over_from_the_soil_of_the_origin_is_told_so():
    (one,) = found(told(said(outcome=("extradited",), place_of_act=Place("RU")))).found

    assert one.tendency == "handed-over"


def test_every_outcome_that_is_sorted_is_one_of_the_vocabulary():
    sorted_ones = frozenset().union(*precedent.OUTCOMES.values())

    assert sorted_ones <= vocabulary.ids("outcomes")


def test_a_response_is_a_precedent_of_what_it_answers():
    corpus = Corpus.of(
        sources=[outlet("morning")],
        incidents=[
            incident("held"),
            incident("freed", kind="response", responds_to=("held",)),
            incident("aside", kind="context"),
        ],
        statements=[
            said(incident="held", id="s1", outcome=("detained",)),
            says(
                "morning", incident="freed", id="s2", date=parse("2023-06"), outcome=("released",)
            ),
            said(incident="aside", id="s3"),
        ],
    )

    read = found(corpus, technique="extradition-request")

    assert [(each.incident, each.tendency) for each in read.found] == [
        ("freed", "refused-or-rescued"),
        ("held", "still-open-or-other"),
    ]
    assert read.found[0].techniques == ("extradition-request",)
    assert read.found[0].names_origin


def test_another_technique_finds_nothing():
    assert found(told(said()), technique="abduction").found == ()


def test_a_technique_keeps_the_chain_of_what_shows_it():
    corpus = Corpus.of(
        sources=[outlet("morning")],
        incidents=[incident("refused", chain="c"), incident("taken", chain="c"), incident("other")],
        statements=[
            said(incident="refused", id="s1", outcome=("not-extradited",)),
            said(incident="taken", id="s2", techniques=("abduction",)),
            said(incident="other", id="s3"),
        ],
    )

    read = found(corpus, technique="abduction").found

    assert [each.incident for each in read] == ["refused", "taken"]


def test_precedents_come_by_tendency_and_then_by_day():
    corpus = Corpus.of(
        sources=[outlet("morning")],
        incidents=[incident("late"), incident("early"), incident("open")],
        statements=[
            said(incident="late", id="s1", outcome=("expelled",)),
            said(incident="early", id="s2", outcome=("expelled",), date=parse("2022")),
            said(incident="open", id="s3", date=parse("2021")),
        ],
    )

    read = found(corpus).found

    assert [each.incident for each in read] == ["early", "late", "open"]
    assert {each.tendency for each in read} <= set(TENDENCIES)
