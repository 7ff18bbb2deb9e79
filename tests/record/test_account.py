"""Accounts: what one statement still says once revisions and withdrawn reports are counted.

It depends on the small cast only.
A new rule of withdrawal is a new test here.
"""

import pytest

from safeconduct.record.account import OPPOSES, REVISES, SUPPORTS, withdrawn_by
from safeconduct.record.partial_date import parse
from safeconduct.record.unknown import Unknown
from tests.record.cast import accounted, outlet, says

REPORT = says("lantern", origin="RU", setting="prison")


@pytest.mark.parametrize(
    ("mode", "role"),
    [
        ("asserts", SUPPORTS),
        ("reports", SUPPORTS),
        ("confirms", SUPPORTS),
        ("alleges", SUPPORTS),
        ("denies", OPPOSES),
    ],
)
def test_a_statement_supports_or_opposes_by_its_mode(mode, role):
    account = accounted(says("lantern", mode))[f"lantern-{mode}"]

    assert account.role == role
    assert account.is_live


@pytest.mark.parametrize(
    ("reviser", "mode", "role"),
    [
        ("lantern", "retracts", REVISES),
        ("lantern", "corrects", REVISES),
        ("kestrel", "retracts", OPPOSES),
        ("kestrel", "corrects", SUPPORTS),
    ],
)
def test_a_voice_revises_only_itself(reviser, mode, role):
    read = accounted(REPORT, says(reviser, mode, id="revision", revises="lantern-reports"))

    assert read["revision"].role == role
    assert read["lantern-reports"].withdrawn is (role == REVISES and mode == "retracts")


def test_a_voice_revises_itself_from_another_of_its_sources():
    correction = says("later", "retracts", revises="lantern-reports")

    read = accounted(REPORT, outlet("later", publisher="Lantern"), correction)

    assert read["lantern-reports"].withdrawn


def test_compilations_without_a_voice_do_not_revise_each_other():
    surveys = outlet("one", after="heron tide"), outlet("two", after="heron tide")

    read = accounted(*surveys, says("one"), says("two", "retracts", revises="one-reports"))

    assert read["two-retracts"].role == OPPOSES
    assert not read["one-reports"].withdrawn


def test_a_compilation_revises_itself():
    survey = outlet("one", after="heron tide")

    read = accounted(survey, says("one"), says("one", "retracts", revises="one-reports"))

    assert read["one-reports"].withdrawn


def test_a_retraction_that_is_retracted_withdraws_nothing():
    retraction = says("lantern", "retracts", revises="lantern-reports")
    again = says("lantern", "retracts", id="again", revises="lantern-retracts")

    read = accounted(REPORT, retraction, again)

    assert not read["lantern-reports"].withdrawn
    assert read["lantern-retracts"].withdrawn


def test_a_denial_can_be_withdrawn_too():
    retraction = says("kestrel", "retracts", revises="kestrel-denies")

    read = accounted(REPORT, says("kestrel", "denies"), retraction)

    assert not read["kestrel-denies"].is_live


def test_what_is_withdrawn_follows_from_what_retracts_it():
    assert withdrawn_by({"a": ["b"], "b": ["c"], "c": [], "x": ["b", "d"]}) == {"b", "x"}
    assert withdrawn_by({}) == set()


# ── Corrections ──────────────────────────────────────────────────────────────


def test_a_correction_replaces_only_what_it_names():
    correction = says("lantern", "corrects", revises="lantern-reports", setting="shelter")

    values = accounted(REPORT, correction)["lantern-reports"].values

    assert (values["origin"], values["setting"]) == ("RU", "shelter")


def test_a_correction_may_say_that_something_is_not_known():
    correction = says(
        "lantern", "corrects", revises="lantern-reports", setting=Unknown("not-reported")
    )

    values = accounted(REPORT, correction)["lantern-reports"].values

    assert values["setting"] == Unknown("not-reported")


def test_a_correction_that_is_withdrawn_corrects_nothing():
    correction = says("lantern", "corrects", revises="lantern-reports", setting="shelter")
    withdrawal = says("lantern", "retracts", revises="lantern-corrects")

    assert accounted(REPORT, correction, withdrawal)["lantern-reports"].values["setting"] == (
        "prison"
    )


def test_a_retraction_corrects_nothing_by_what_it_says():
    retraction = says("lantern", "retracts", revises="lantern-reports", setting="shelter")

    assert accounted(REPORT, retraction)["lantern-reports"].values["setting"] == "prison"


def test_a_correction_of_a_correction_reaches_what_was_corrected():
    first = says("lantern", "corrects", revises="lantern-reports", setting="shelter")
    second = says("lantern", "corrects", id="second", revises="lantern-corrects", setting="home")

    assert accounted(REPORT, first, second)["lantern-reports"].values["setting"] == "home"


def test_the_correction_of_another_voice_leaves_the_statement_as_it_was():
    correction = says("kestrel", "corrects", revises="lantern-reports", setting="shelter")

    read = accounted(REPORT, correction)

    assert read["lantern-reports"].values["setting"] == "prison"
    assert read["kestrel-corrects"].values["setting"] == "shelter"
    assert read["kestrel-corrects"].is_strong


@pytest.mark.parametrize(
    ("early", "late", "setting"),
    [("2023-10", "2023-11", "home"), (None, "2021", "home"), ("2023", "2023-06", "shelter")],
)
def test_of_two_corrections_the_one_published_later_holds(early, late, setting):
    sources = (
        outlet("a", publisher="Lantern", published=parse(early) if early else None),
        outlet("b", publisher="Lantern", published=parse(late)),
    )
    corrections = (
        says("b", "corrects", revises="lantern-reports", setting="home"),
        says("a", "corrects", revises="lantern-reports", setting="shelter"),
    )

    for order in (corrections, corrections[::-1]):
        assert accounted(REPORT, *sources, *order)["lantern-reports"].values["setting"] == setting


def test_of_two_corrections_of_one_day_the_greater_id_holds():
    corrections = (
        says("lantern", "corrects", id="x2", revises="lantern-reports", setting="home"),
        says("lantern", "corrects", id="x1", revises="lantern-reports", setting="shelter"),
    )

    assert accounted(REPORT, *corrections)["lantern-reports"].values["setting"] == "home"


# ── Copies ───────────────────────────────────────────────────────────────────

RETRACTION = says("lantern", "retracts", revises="lantern-reports")
COPY = outlet("tide", after="lantern")


def test_a_copy_of_a_withdrawn_report_falls_with_it():
    read = accounted(REPORT, RETRACTION, COPY, says("tide"))

    assert read["tide-reports"].fallen
    assert not read["tide-reports"].is_live
    assert not read["lantern-reports"].fallen


def test_a_copy_of_a_copy_falls_too():
    last = outlet("heron", after="tide")

    assert accounted(REPORT, RETRACTION, COPY, last, says("heron"))["heron-reports"].fallen


def test_a_copy_with_a_basis_of_its_own_stands():
    seen = says("tide", basis="verified-evidence")

    assert accounted(REPORT, RETRACTION, COPY, seen)["tide-reports"].is_live


def test_a_copy_with_another_chain_of_reports_stands():
    both = outlet("tide", after="lantern kestrel")

    assert accounted(REPORT, RETRACTION, both, says("tide"))["tide-reports"].is_live


def test_a_passage_that_quotes_another_source_stands():
    quoting = says("tide", derived_from=("kestrel",))

    assert accounted(REPORT, RETRACTION, COPY, quoting)["tide-reports"].is_live


def test_a_copy_stands_while_its_source_still_says_something_else_about_it():
    other = says("lantern", "alleges")

    assert accounted(REPORT, RETRACTION, other, COPY, says("tide"))["tide-reports"].is_live


def test_a_repeated_denial_falls_with_the_denial():
    read = accounted(
        says("lantern", "denies"),
        says("lantern", "retracts", revises="lantern-denies"),
        COPY,
        says("tide", "denies"),
    )

    assert read["tide-denies"].fallen


def test_a_withdrawn_report_does_not_take_a_denial_with_it():
    read = accounted(REPORT, RETRACTION, COPY, says("tide", "denies"))

    assert read["tide-denies"].is_live


def test_a_copy_that_its_own_voice_withdraws_is_withdrawn_and_not_fallen():
    own = says("tide", "retracts", id="own", revises="tide-reports")

    read = accounted(REPORT, RETRACTION, COPY, says("tide"), own)

    assert (read["tide-reports"].withdrawn, read["tide-reports"].fallen) == (True, False)


# ── Strength ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("mode", "source", "cells", "is_strong"),
    [
        ("asserts", {}, {}, True),
        ("reports", {}, {}, True),
        ("confirms", {}, {}, True),
        ("alleges", {}, {}, False),
        ("denies", {}, {}, False),
        ("reports", {"reliability": "C"}, {}, True),
        ("reports", {"reliability": "D"}, {}, False),
        ("reports", {}, {"credibility": 3}, True),
        ("reports", {}, {"credibility": 4}, False),
        ("reports", {"after": "heron tide"}, {}, False),
    ],
)
def test_a_statement_is_strong_by_its_mode_its_grades_and_its_voice(mode, source, cells, is_strong):
    read = accounted(outlet("lantern", **source), says("lantern", mode, **cells))

    assert read[f"lantern-{mode}"].is_strong is is_strong


def test_a_withdrawn_or_fallen_statement_is_not_strong():
    read = accounted(REPORT, RETRACTION, COPY, says("tide"))

    assert not read["lantern-reports"].is_strong
    assert not read["tide-reports"].is_strong


def test_a_revision_supports_nothing_by_itself():
    read = accounted(REPORT, says("lantern", "corrects", revises="lantern-reports", origin="KG"))

    assert not read["lantern-corrects"].is_strong


def test_a_copy_is_no_stronger_than_its_original():
    weak = says("lantern", "alleges")

    read = accounted(weak, COPY, says("tide"))

    assert read["tide-reports"].repeats_another
    assert not read["tide-reports"].is_strong


def test_a_copy_of_a_strong_report_is_strong():
    assert accounted(REPORT, COPY, says("tide"))["tide-reports"].is_strong


def test_one_strong_original_is_enough_for_a_copy():
    read = accounted(says("lantern", "alleges"), REPORT, COPY, says("tide"))

    assert read["tide-reports"].is_strong


def test_a_source_that_repeats_another_which_says_nothing_here_is_no_copy():
    read = accounted(COPY, says("tide"))

    assert not read["tide-reports"].repeats_another
    assert read["tide-reports"].is_strong
    assert read["tide-reports"].voice == "Lantern"


def test_two_statements_that_quote_each_other_are_both_weak():
    read = accounted(
        says("lantern", derived_from=("kestrel",)), says("kestrel", derived_from=("lantern",))
    )

    assert not any(account.is_strong for account in read.values())
    assert {account.voice for account in read.values()} == {"Lantern", "Kestrel"}


def test_a_third_statement_carries_two_that_quote_each_other():
    circle = (
        says("lantern", derived_from=("kestrel", "later")),
        says("kestrel", derived_from=("lantern",)),
    )
    third = outlet("later", publisher="Kestrel"), says("later")

    for order in (circle, circle[::-1]):
        read = accounted(*order, *third)
        assert [read[f"{name}-reports"].is_strong for name in ("lantern", "kestrel", "later")] == [
            True,
            True,
            True,
        ]
        assert {account.voice for account in read.values()} == {"Kestrel"}


# ── Whose voice a copy speaks with ───────────────────────────────────────────


def test_a_passage_does_not_become_a_second_voice_by_being_copied():
    quoting = says("lantern", derived_from=("kestrel",))

    read = accounted(quoting, COPY, says("tide"))

    assert read["tide-reports"].provenance.voice == "Lantern"
    assert read["tide-reports"].voice == "Kestrel"


def test_a_copy_of_a_source_that_reports_and_quotes_speaks_with_the_reporting_voice():
    quoting = says("lantern", id="quoting", derived_from=("kestrel",))

    assert accounted(REPORT, quoting, COPY, says("tide"))["tide-reports"].voice == "Lantern"


def test_a_copy_of_two_quoted_passages_compiles_two_voices_and_adds_none():
    quotes = (
        says("lantern", id="one", derived_from=("kestrel",)),
        says("lantern", id="two", derived_from=("heron",)),
    )

    read = accounted(*quotes, COPY, says("tide"))

    assert read["tide-reports"].is_strong
    assert read["tide-reports"].voice is None


def test_a_copy_follows_the_strong_originals_before_the_weak_ones():
    hedged = says("lantern", "alleges")
    quoting = says("lantern", derived_from=("kestrel",))

    assert accounted(hedged, quoting, COPY, says("tide"))["tide-reports"].voice == "Kestrel"


def test_a_weak_copy_follows_its_weak_originals():
    quoting = says("lantern", "alleges", derived_from=("kestrel",))

    assert accounted(quoting, COPY, says("tide"))["tide-reports"].voice == "Kestrel"


def test_a_passage_at_the_end_of_many_quotations_speaks_with_the_first_voice():
    quotations = [
        says(name, derived_from=(quoted,))
        for name, quoted in [("lantern", "kestrel"), ("kestrel", "heron"), ("heron", "tide")]
    ]

    for order in (quotations, quotations[::-1]):
        read = accounted(*order, says("tide"))
        assert {account.voice for account in read.values()} == {"Tide"}
        assert all(account.is_strong for account in read.values())


def test_a_denial_is_nobodys_copy_of_a_report():
    read = accounted(REPORT, COPY, says("tide", "denies"))

    assert not read["tide-denies"].repeats_another
    assert read["tide-denies"].voice == "Lantern"
