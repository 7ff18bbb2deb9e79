"""What leaves says no locality at which a target can be found, and the localities of other acts.

It depends on the record, with invented people and towns and Bouvet Island for a state.
A further way to give a target's place away is one more row or one more test here.
"""

from dataclasses import replace

import pytest
from hypothesis import given

from safeconduct.publish.whereabouts import WITHHELD, without_whereabouts
from safeconduct.record.corpus import Corpus
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.unknown import Unknown
from tests.exporters.whole_corpus import cells
from tests.record.strategies import PATIENT, corpora

SOURCE = Source(
    id="gull",
    kind="press",
    title="Gull",
    locator_state="no-locator",
    reliability="B",
    language="en",
)


def corpus_of(*statements, incidents=(), decisions=()):
    named = {each.id for each in incidents}
    own = [
        Incident(id=each, label="An act", kind="incident")
        for each in dict.fromkeys(one.incident for one in statements)
        if each not in named
    ]
    return Corpus.of(
        sources=[SOURCE],
        statements=statements,
        incidents=[*own, *incidents],
        decisions=decisions,
    )


def statement(incident="a", **values):
    number = values.pop("number", 1)
    told = cells(techniques=("abduction",), place_of_act=Place("BV", "North Quay")) | values
    return Statement(
        id=f"st-{incident}-{number}", source="gull", incident=incident, mode="reports", **told
    )


def act(corpus, incident="a"):
    left = without_whereabouts(corpus)
    return next(each.place_of_act for each in left.statements.values() if each.incident == incident)


def decided(field, value, incident="a"):
    return Decision(
        id=f"d-{field}",
        incident=incident,
        field=field,
        value=value,
        reason="It was asked at Tern Bay.",
        decided_by="Wren",
        decided_on=parse("2031-02-03"),
    )


def test_the_locality_of_force_away_from_the_target_leaves():
    there = corpus_of(statement(setting="street"))

    assert act(there) == Place("BV", "North Quay")
    assert without_whereabouts(there) is there


@pytest.mark.parametrize(
    "values",
    [
        {"techniques": ("spyware",)},
        {"techniques": ("online-harassment",)},
        {"techniques": ("abduction", "spyware")},
        {"techniques": ()},
        {"setting": "home"},
        {"setting": "online"},
        {"setting": "workplace"},
        {"place_of_target": Place("BV", "North Quay")},
        {"place_of_target": Place("BV", "NORTH  QUAY")},
        {"place_of_target": Place("BV", "North Quay, Mews")},
        {"place_of_target": Place("HM", "North Quay")},
        {"place_of_act": Place("BV", "Харбор"), "place_of_target": Place("BV", "Harbor")},
        {"place_of_act": Place("BV", "Алма-Ата"), "place_of_target": Place("BV", "Almaty")},
        {"place_of_act": Place("BV", "東京"), "place_of_target": Place("BV", "東京")},
    ],
)
def test_the_locality_of_an_act_where_the_target_is_stays_behind(values):
    """Safety: spyware on a telephone is found where its owner is."""
    assert act(corpus_of(statement(**values))) == Place("BV")


def test_what_one_statement_says_holds_for_all_of_the_same_persons():
    """Safety: the place of a target is looked up in another act against the same person."""
    chain = [Incident(id=each, label="x", kind="incident", chain="poet") for each in "ab"]
    same = [
        Incident(id="a", label="x", kind="incident"),
        Incident(id="b", label="x", kind="incident", same_person_as=("a",)),
    ]
    lives = statement("b", place_of_act=None, place_of_target=Place("BV", "North Quay"))
    apart = corpus_of(statement(), lives)

    assert act(corpus_of(statement(), replace(lives, id="z", incident="a"))) == Place("BV")
    assert act(corpus_of(statement(), lives, incidents=chain)) == Place("BV")
    assert act(corpus_of(statement(), lives, incidents=same)) == Place("BV")
    assert act(apart) == Place("BV", "North Quay")


@pytest.mark.parametrize(
    "decision",
    [
        decided("place_of_target", "BV/North Quay"),
        decided("techniques", "spyware"),
        decided("setting", "home"),
    ],
)
@pytest.mark.parametrize("said", [{}, {"setting": Unknown("not-reported")}])
def test_what_was_decided_counts_as_what_was_said(decision, said):
    assert act(corpus_of(statement(**said), decisions=[decision])) == Place("BV")


def test_what_nobody_knows_is_no_reason_to_pass_a_place_on():
    """Safety: where no technique is known, the act may have been one from afar."""
    unknown = Unknown("not-reported")
    open_again = [decided("techniques", "unknown:not-reported"), decided("outcome", "released")]

    assert act(corpus_of(statement(techniques=unknown))) == Place("BV")
    assert act(corpus_of(statement(), decisions=open_again)) == Place("BV", "North Quay")


def test_a_decision_gives_up_the_locality_that_it_adopts_and_keeps_one_that_may_leave():
    near = corpus_of(statement(setting="home"), decisions=[decided("place_of_act", "BV/Tern Bay")])
    far = corpus_of(statement(), decisions=[decided("place_of_act", "BV/Tern Bay")])
    unknown = decided("place_of_act", "unknown:not-reported")
    left = without_whereabouts(near).decisions["d-place_of_act"]

    assert (left.value, left.reason) == ("BV", f"It was asked at {WITHHELD}.")
    assert without_whereabouts(far).decisions["d-place_of_act"].value == "BV/Tern Bay"
    assert (
        without_whereabouts(corpus_of(statement(setting="home"), decisions=[unknown]))
        .decisions["d-place_of_act"]
        .value
        == unknown.value
    )


@pytest.mark.parametrize(
    ("says", "left"),
    [
        ("Taken in North Quay.", "Taken in […]."),
        ("Taken at NORTH-QUAY, at night", "Taken at […], at night"),
        ("Taken in North Bay", "Taken in North Bay"),
        ("Due north. -- Quay", "Due north. -- Quay"),
        ("", None),
    ],
)
def test_a_text_loses_the_locality_and_nothing_else(says, left):
    there = corpus_of(statement(setting="home", says=says or None))

    assert without_whereabouts(there).statements["st-a-1"].says == left


@pytest.mark.parametrize("said", ["Харборе", "Харбора", "Harbor", "Гавань Харбор", "HARBOR-Mitte"])
def test_a_case_of_the_name_in_another_alphabet_goes_too(said):
    near = statement(setting="home", place_of_act=Place("BV", "Harbor, Old Town"))
    named = Incident(id="a", label=f"Taken: {said}", kind="incident")
    left = without_whereabouts(corpus_of(near, incidents=[named])).incidents["a"].label

    assert WITHHELD in left
    assert "arbor" not in left.casefold()
    assert "харбор" not in left.casefold()


@PATIENT
@given(corpora())
def test_what_left_once_has_nothing_more_to_lose(corpus):
    left = without_whereabouts(corpus)

    assert without_whereabouts(left) is left or without_whereabouts(left) == left
    assert not any(
        isinstance(each.place_of_target, Place) and each.place_of_target.locality
        for each in left.statements.values()
    )
