"""Standing: every rule of the scale, on which grounds, and the reasons that are printed.

It depends on the small cast only; the laws that hold in every corpus stand in
`test_standing_properties.py`, and four whole records in `test_model_records.py`.
A new rule is a new test here.
"""

import pytest

from safeconduct.record.standing import Standing, assess, assess_incident
from safeconduct.record.unknown import Unknown
from safeconduct.record.voice import Voices
from tests.record.cast import INCIDENT, assessed, corpus, decides, incident, outlet, says

BY_KG = {"actor_organ_of": "KG", "origin": "RU"}


def standing(*records):
    return assessed(*records).standing


def reasons(*records):
    return [str(reason) for reason in assessed(*records).reasons]


def test_the_scale_is_in_order_and_has_words():
    assert [each.word for each in Standing] == [
        "refuted",
        "unsupported",
        "retracted",
        "contested",
        "alleged",
        "reported",
        "corroborated",
        "established",
    ]
    assert [int(each) for each in Standing] == [0, 1, 2, 3, 4, 5, 6, 7]


# ── Voices alone ─────────────────────────────────────────────────────────────


def test_without_a_statement_it_is_unsupported():
    assert standing() is Standing.UNSUPPORTED
    assert reasons() == ["No statement says that it happened."]


def test_a_denial_alone_leaves_it_unsupported():
    assert standing(says("lantern", "denies")) is Standing.UNSUPPORTED


def test_weak_support_alone_alleges():
    rumour = outlet("rumour", reliability="E")

    read = assessed(says("lantern", "alleges"), rumour, says("rumour"))

    assert read.standing is Standing.ALLEGED
    assert read.voices == ()
    assert str(read.reasons[0]).startswith("Only weak support")


def test_one_strong_voice_reports():
    read = assessed(says("lantern"))

    assert read.standing is Standing.REPORTED
    assert read.voices == ("Lantern",)
    assert [str(reason) for reason in read.reasons] == ["One strong voice reports it: Lantern."]


def test_two_independent_strong_voices_corroborate():
    read = assessed(says("lantern"), says("kestrel"))

    assert read.standing is Standing.CORROBORATED
    assert read.voices == ("Kestrel", "Lantern")
    assert [str(reason) for reason in read.reasons] == [
        "2 independent strong voices report it: Kestrel, Lantern."
    ]


@pytest.mark.parametrize(
    "second",
    [
        [says("lantern", "confirms")],
        [outlet("copy", after="lantern"), says("copy")],
        [outlet("later", publisher="Lantern"), says("later")],
        [says("kestrel", derived_from=("lantern",))],
        [outlet("survey", after="heron tide"), says("survey")],
        [says("kestrel", "alleges")],
        [outlet("kestrel", reliability="D"), says("kestrel")],
        [says("kestrel", credibility=5)],
    ],
)
def test_what_is_no_second_strong_voice_does_not_corroborate(second):
    assert standing(says("lantern"), *second) is Standing.REPORTED


def test_a_second_name_of_one_publisher_is_no_second_voice():
    online = outlet("online", publisher="Lantern Online")

    one = assessed(says("lantern"), online, says("online"), aliases={"Lantern Online": "Lantern"})
    two = assessed(says("lantern"), online, says("online"))

    assert (one.standing, two.standing) == (Standing.REPORTED, Standing.CORROBORATED)


def test_a_passage_that_is_copied_stays_one_voice():
    quoting = says("lantern", derived_from=("kestrel",))

    assert standing(quoting, outlet("tide", after="lantern"), says("tide")) is Standing.REPORTED


def test_two_statements_that_quote_each_other_only_allege():
    one, other = (
        says("lantern", derived_from=("kestrel",)),
        says("kestrel", derived_from=("lantern",)),
    )

    assert standing(one, other) is Standing.ALLEGED


# ── Retraction ───────────────────────────────────────────────────────────────

WITHDRAWN = says("lantern"), says("lantern", "retracts", revises="lantern-reports")


def test_what_its_only_voice_withdraws_is_retracted_with_its_copies():
    read = assessed(*WITHDRAWN, outlet("tide", after="lantern"), says("tide"))

    assert read.standing is Standing.RETRACTED
    assert [str(reason) for reason in read.reasons] == [
        "Every voice that said so has withdrawn it: Lantern.",
        "Reports that only repeated it fall with it: Lantern.",
    ]


def test_who_withdrew_and_who_only_repeated_are_told_apart():
    quoting = says("heron", derived_from=("kestrel",))
    withdrawal = says("heron", "retracts", revises="heron-reports")

    assert reasons(quoting, withdrawal, outlet("tide", after="heron"), says("tide")) == [
        "Every voice that said so has withdrawn it: Kestrel.",
        "Reports that only repeated it fall with it: Heron.",
    ]


def test_what_one_of_two_voices_withdraws_stays_reported_and_says_so():
    read = assessed(*WITHDRAWN, says("kestrel"))

    assert read.standing is Standing.REPORTED
    assert [str(reason) for reason in read.reasons] == [
        "One strong voice reports it: Kestrel.",
        "Withdrawn by its own voice: Lantern.",
    ]


def test_the_withdrawal_of_a_compilation_names_nobody():
    survey = outlet("survey", after="heron tide")
    own = says("survey"), says("survey", "retracts", revises="survey-reports")

    assert reasons(survey, *own) == ["Every voice that said so has withdrawn it: –."]


def test_the_retraction_of_another_voice_is_opposition():
    read = assessed(says("lantern"), says("kestrel", "retracts", revises="lantern-reports"))

    assert read.standing is Standing.CONTESTED
    assert read.disputed_by == ("Kestrel",)


# ── Opposition ───────────────────────────────────────────────────────────────

CONTEST = says("lantern"), says("heron"), says("kestrel", "denies")


def test_a_credible_denial_contests():
    read = assessed(*CONTEST)

    assert read.standing is Standing.CONTESTED
    assert (read.disputed_by, read.denied_by) == (("Kestrel",), ("Kestrel",))
    assert [str(reason) for reason in read.reasons] == [
        "A credible voice that is not the accused's denies it: Kestrel."
    ]


@pytest.mark.parametrize(
    "denial",
    [
        [outlet("kestrel", reliability="D"), says("kestrel", "denies")],
        [says("kestrel", "denies", credibility=4)],
    ],
)
def test_a_denial_without_weight_is_shown_and_lowers_nothing(denial):
    read = assessed(says("lantern"), *denial)

    assert read.standing is Standing.REPORTED
    assert (read.disputed_by, read.denied_by) == ((), ("Kestrel",))
    assert "Denied by Kestrel; this denial by itself lowers nothing." in reasons(
        says("lantern"), *denial
    )


def test_a_denial_that_compiles_several_voices_names_nobody_and_contests_nothing():
    survey = outlet("survey", after="heron tide")

    read = assessed(says("lantern"), survey, says("survey", "denies"))

    assert read.standing is Standing.REPORTED
    assert read.denied_by == ()


@pytest.mark.parametrize(
    "accusation",
    [
        {"actor_organ_of": "RU"},
        {"origin": "RU", "attribution": "state-organ"},
        {"origin": "RU", "attribution": "state-directed"},
        {"hosts": ("KG", "RU"), "attribution": "host-state-organ"},
    ],
)
@pytest.mark.parametrize(
    "denial",
    [
        [outlet("ministry", organ_of="RU"), says("ministry", "denies")],
        [
            outlet("ministry", organ_of="RU"),
            outlet("kestrel", after="ministry"),
            says("kestrel", "denies"),
        ],
        [outlet("ministry", organ_of="RU"), says("kestrel", "denies", derived_from=("ministry",))],
    ],
    ids=["itself", "repeated by a neutral outlet", "quoted by a neutral outlet"],
)
def test_a_denial_of_the_accused_lowers_nothing(accusation, denial):
    read = assessed(says("lantern", **accusation), *denial)

    assert read.standing is Standing.REPORTED
    assert "RU" in read.accused
    assert read.disputed_by == ()
    assert read.denied_by == ("Ministry",)


@pytest.mark.parametrize(
    "no_accusation",
    [
        {},
        {"origin": "RU"},
        {"origin": "RU", "attribution": "state-aligned"},
        {"hosts": ("RU",), "attribution": "state-organ"},
        {"attribution": "host-state-organ"},
        {"hosts": Unknown("withheld"), "attribution": "host-state-organ"},
        {"actor_organ_of": Unknown("withheld")},
        {"actor_organ_of": "KG"},
    ],
)
def test_a_state_whose_organ_nobody_names_is_not_accused(no_accusation):
    ministry = outlet("ministry", organ_of="RU")

    read = assessed(says("lantern", **no_accusation), ministry, says("ministry", "denies"))

    assert read.standing is Standing.CONTESTED
    assert "RU" not in read.accused


MINISTRY = outlet("ministry", organ_of="RU"), says("ministry", "denies")


def test_a_decided_actor_is_accused():
    read = assessed(says("lantern"), *MINISTRY, decides("actor_organ_of", "RU"))

    assert read.standing is Standing.REPORTED
    assert read.accused == {"RU"}


def test_a_decision_that_the_actor_is_not_known_accuses_nobody():
    read = assessed(says("lantern"), *MINISTRY, decides("actor_organ_of", "unknown:not-reported"))

    assert read.standing is Standing.CONTESTED
    assert read.accused == set()


def test_what_is_withdrawn_accuses_nobody():
    withdrawal = says("kestrel", "retracts", revises="kestrel-reports")

    read = assessed(says("lantern"), *MINISTRY, says("kestrel", actor_organ_of="RU"), withdrawal)

    assert read.standing is Standing.CONTESTED


def test_a_denial_accuses_nobody():
    ministry = MINISTRY[0], says("ministry", "denies", actor_organ_of="RU")

    assert standing(says("lantern"), *ministry) is Standing.CONTESTED


def test_a_copy_accuses_nobody_by_itself():
    copy = outlet("tide", after="lantern"), says("tide", actor_organ_of="RU")

    read = assessed(says("lantern"), *MINISTRY, *copy)

    assert read.standing is Standing.CONTESTED
    assert read.accused == set()


def test_a_withdrawn_denial_contests_nothing():
    withdrawal = says("kestrel", "retracts", revises="kestrel-denies")

    assert standing(*CONTEST, withdrawal) is Standing.CORROBORATED


def test_a_decision_that_it_happened_settles_the_contest_and_is_printed():
    read = assessed(*CONTEST, decides("occurrence", "occurred"))

    assert read.standing is Standing.CORROBORATED
    assert [str(reason) for reason in read.reasons] == [
        "2 independent strong voices report it: Heron, Lantern.",
        "A decision says that it happened: the court record was seen",
        "Disputed by Kestrel.",
    ]


def test_a_decision_that_it_happened_adds_no_voice():
    assert standing(says("lantern", "alleges"), decides("occurrence", "occurred")) is (
        Standing.ALLEGED
    )


def test_a_decision_that_it_did_not_happen_refutes_whatever_is_said():
    read = assessed(*CONTEST, decides("occurrence", "did-not-occur"))

    assert read.standing is Standing.REFUTED
    assert str(read.reasons[0]) == (
        "A decision says that it did not happen: the court record was seen"
    )
    assert not any("happened" in str(reason) for reason in read.reasons)


# ── Established ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "ground"),
    [
        ({"basis": "verified-evidence"}, "Evidence for it is verified in the house."),
        (
            {"basis": "court-finding", "basis_by": "PL"},
            "A court of a third state, PL, finds it.",
        ),
        (
            {"basis": "court-finding", "basis_by": "KG", "basis_against": "KG"},
            "A court of KG finds it, against that state's own interest.",
        ),
        (
            {"basis": "official-finding", "basis_by": "KG", "basis_against": "KG"},
            "An official finding of KG says so, against that state's own interest.",
        ),
        ({"basis": "admission", "basis_by": "KG"}, "The accused state, KG, admits it."),
        (
            {"basis": "register-entry", "basis_by": "KG"},
            (
                "The acting state's own register, of KG, shows it; "
                "what a register says of its reasons is not shown."
            ),
        ),
    ],
)
def test_a_strong_voice_with_such_a_ground_establishes(cells, ground):
    read = assessed(says("lantern", **BY_KG, **cells))

    assert read.standing is Standing.ESTABLISHED
    assert [str(reason) for reason in read.reasons] == [
        "One strong voice reports it: Lantern.",
        ground,
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"basis": "court-finding", "basis_by": "KG"},
        {"basis": "court-finding", "basis_by": "RU"},
        {"basis": "court-finding", "basis_by": "RU", "basis_against": "KG"},
        {"basis": "official-finding", "basis_by": "PL"},
        {"basis": "official-finding", "basis_by": "PL", "basis_against": "KG"},
        {"basis": "admission", "basis_by": "PL"},
        {"basis": "admission", "basis_by": "PL", "basis_against": "PL"},
        {"basis": "register-entry", "basis_by": "PL"},
    ],
)
def test_a_finding_of_the_accused_for_itself_or_the_word_of_a_bystander_does_not(cells):
    assert standing(says("lantern", **BY_KG, **cells)) is Standing.REPORTED


def test_without_an_origin_no_court_is_that_of_a_third_state():
    finding = says("lantern", basis="court-finding", basis_by="PL")

    assert standing(finding) is Standing.REPORTED


def test_an_admission_counts_when_another_statement_names_the_accused():
    admission = says("lantern", basis="admission", basis_by="KG")

    assert standing(admission) is Standing.REPORTED
    assert standing(admission, says("heron", **BY_KG)) is Standing.ESTABLISHED


def test_a_corrected_origin_decides_whose_court_it_is():
    finding = says("lantern", basis="court-finding", basis_by="PL", origin="PL")
    correction = says("lantern", "corrects", revises="lantern-reports", origin="RU")

    assert standing(finding) is Standing.REPORTED
    assert standing(finding, correction) is Standing.ESTABLISHED


@pytest.mark.parametrize(
    "weak",
    [
        [says("kestrel", "alleges", basis="verified-evidence")],
        [outlet("kestrel", reliability="E"), says("kestrel", basis="verified-evidence")],
        [outlet("kestrel", after="lantern"), says("kestrel", basis="verified-evidence")],
        [says("kestrel", "denies", basis="verified-evidence", credibility=5)],
    ],
    ids=["alleged", "low grade", "copy", "denial"],
)
def test_a_ground_without_a_strong_first_hand_statement_establishes_nothing(weak):
    assert standing(says("lantern"), *weak) is Standing.REPORTED


def test_a_ground_alone_without_a_strong_voice_only_alleges():
    assert standing(says("lantern", "alleges", basis="verified-evidence")) is Standing.ALLEGED


def test_the_same_ground_is_printed_once():
    finding = {"basis": "court-finding", "basis_by": "PL", **BY_KG}

    assert reasons(says("lantern", **finding), says("heron", **finding)) == [
        "2 independent strong voices report it: Heron, Lantern.",
        "A court of a third state, PL, finds it.",
    ]


def test_what_is_established_stays_established_when_disputed():
    read = assessed(says("lantern", basis="verified-evidence"), says("kestrel", "denies"))

    assert read.standing is Standing.ESTABLISHED
    assert str(read.reasons[-1]) == "Disputed by Kestrel."


# ── Whole corpora ────────────────────────────────────────────────────────────


def test_every_incident_is_assessed_in_the_order_of_its_table():
    whole = corpus(incident("i2"), incident("i1"), says("lantern"))

    assert {name: each.standing.word for name, each in assess(whole).items()} == {
        "i2": "unsupported",
        "i1": "reported",
    }
    assert list(assess(whole)) == ["i2", "i1"]


def test_one_incident_can_be_assessed_alone():
    whole = corpus(says("lantern"))

    alone = assess_incident(whole, INCIDENT, voices=Voices(whole))

    assert alone.incident == INCIDENT
    assert alone.standing is Standing.REPORTED
