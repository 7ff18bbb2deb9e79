"""That each case comes to what it says: the rules of standing, asked, agree with the design.

It depends on invented corpora and on the derivations of the record.
A further fate or turn is tried alone here, because the tests walk `FATES` and `Turns`.
"""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from safeconduct.record.standing import assess
from safeconduct.synthetic import Plan, invent_with_expectations
from safeconduct.synthetic.cases import Turns
from safeconduct.synthetic.plan import FATES
from tests.synthetic.plans import PATIENT, TURNS, nothing_but, plans


def assert_as_designed(plan):
    """Hold what is derived for every incident against what its case says, and give both."""
    invention = invent_with_expectations(plan)
    assessments = assess(invention.corpus)

    assert assessments.keys() == invention.expectations.keys()
    for identifier, expected in invention.expectations.items():
        found = assessments[identifier]
        assert found.standing.word == expected.standing
        assert len(found.voices) == expected.n_voices
        assert conflicts(found) == expected.conflicts
        assert withdrawn(found) == expected.withdrawn
        assert invention.corpus.decisions_on[identifier].keys() == expected.decided
    return invention, assessments


def conflicts(assessment):
    return {field for field, value in assessment.values.items() if value.is_conflicting}


def withdrawn(assessment):
    return {account.statement.id for account in assessment.accounts if account.withdrawn}


@PATIENT
@given(plans())
def test_every_incident_of_every_plan_comes_to_what_its_case_says(plan):
    invention, assessments = assert_as_designed(plan)

    assert len(assessments) == len(invention.corpus.incidents) == plan.n_incidents


@pytest.mark.parametrize("seed", range(3))
def test_a_corpus_that_resembles_the_field_comes_to_what_its_cases_say(seed):
    invention, _ = assert_as_designed(Plan(seed=seed, n_incidents=400))

    assert {known.standing for known in invention.expectations.values()} >= {
        "retracted",
        "alleged",
        "reported",
        "corroborated",
        "established",
    }


@pytest.mark.parametrize(
    ("fate", "standings"),
    [
        ("copies_only", {"reported"}),
        ("weak_only", {"alleged"}),
        ("retractions", {"retracted"}),
        ("denials_by_others", {"contested"}),
        ("refutations", {"refuted"}),
        ("unsupported", {"unsupported"}),
    ],
)
def test_a_fate_of_all_is_the_only_one(fate, standings):
    invention, _ = assert_as_designed(nothing_but(copies=0.5, **{fate: 1.0}))

    known = invention.expectations.values()
    assert {each.fate for each in known} == {fate}
    assert {each.standing for each in known} == standings


def test_every_fate_and_every_turn_is_tried_alone():
    assert {turn.name for turn in fields(Turns)} == set(TURNS)
    assert len(FATES) == 6


@pytest.mark.parametrize("turn", TURNS)
def test_a_turn_of_all_comes_to_what_it_says(turn):
    plan = nothing_but(copies=0.4, weak_statements=0.3, unknown_values=0.2, **{turn: 1.0})

    invention, _ = assert_as_designed(plan)

    known = invention.expectations.values()
    assert all(turned(invention.corpus, each, turn=turn) for each in known)
    assert {each.fate for each in known} == {"ordinary"}


def turned(corpus, known, *, turn):
    """Tell whether a turn shows in an incident."""
    statements = corpus.statements_on[known.incident]
    modes = [statement.mode for statement in statements]
    return {
        "established": known.standing == "established",
        "value_conflicts": len(known.conflicts) == 1,
        "date_conflicts": known.conflicts == {"date"},
        "outvoted": known.n_voices >= 3
        and len({statement.setting for statement in statements} - {None}) > 1,
        "corrections": modes.count("corrects") == 1,
        "withdrawals": len(known.withdrawn) == 1 and known.n_voices >= 1,
        "denials_by_accused": modes.count("denies") == 1 and known.standing != "contested",
        "hedges": "alleges" in modes,
        "decisions": known.decided == {"date"},
    }[turn]


def test_all_turns_at_once_come_to_what_they_say():
    invention, _ = assert_as_designed(nothing_but(copies=0.5, **dict.fromkeys(TURNS, 1.0)))

    assert all(len(known.conflicts) == 1 for known in invention.expectations.values())


def test_a_decision_settles_one_of_two_conflicts():
    plan = nothing_but(value_conflicts=1.0, date_conflicts=1.0, decisions=1.0)

    invention, _ = assert_as_designed(plan)

    known = invention.expectations.values()
    assert all(not each.decided & each.conflicts for each in known)
    assert len({field for each in known for field in each.decided}) > 2


def test_a_decision_settles_a_denial_by_others():
    plan = nothing_but(denials_by_others=1.0, decisions=1.0)

    invention, _ = assert_as_designed(plan)

    known = invention.expectations.values()
    assert {each.standing for each in known} == {"reported", "corroborated"}


def test_where_nobody_else_is_a_third_state_no_court_of_one_speaks():
    plan = replace(nothing_but(established=1.0), hosts=("GS",))

    invention, _ = assert_as_designed(plan)

    bases = {statement.basis for statement in invention.corpus.statements.values()}
    assert "verified-evidence" in bases
    assert "court-finding" not in bases


def test_a_copy_repeats_a_source_and_nothing_else_does():
    invention, assessments = assert_as_designed(Plan(n_incidents=300))

    for identifier, expected in invention.expectations.items():
        accounts = assessments[identifier].accounts
        copies = {
            account.statement.id
            for account in accounts
            if account.provenance.repeated and account.role == "supports"
        }
        # Weak sources may themselves be copies, of something that is not told of this incident.
        assert expected.copies <= copies
        assert all(
            not account.is_strong or account.statement.id in expected.copies
            for account in accounts
            if account.statement.id in copies
        )
