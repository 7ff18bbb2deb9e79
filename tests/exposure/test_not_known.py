"""Gaps and doubts are said in every language, each with a source.

It depends on the words in `not_known.toml` and on the functions beside them.
A new saying is found by the walk over the file.
"""

import string
from datetime import date

import pytest

from safeconduct.exposure import not_known
from safeconduct.exposure.bond import Bond, Bound
from safeconduct.exposure.instrument_rules import PARTY_STATUSES, Presumption
from safeconduct.exposure.membership_line import MembershipLine
from safeconduct.exposure.not_known import sayings
from safeconduct.vocabulary import LANGUAGES
from safeconduct.vocabulary.organisation import STATUSES
from tests.exposure.planted import SOURCE, WORDS, rules


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def doubtful(state="AM", bound=Bound.MAY, standings=(("party", "2004?"),), **cells):
    return Bond(
        **{
            "instrument": "chisinau-2002",
            "state": state,
            "bound": bound,
            "standings": standings,
            "source": SOURCE,
            "is_weak": True,
            "notes": (),
            **cells,
        }
    )


@pytest.mark.parametrize("saying", sayings())
def test_a_saying_stands_in_every_language_with_the_same_places(saying):
    said = sayings()[saying]

    assert set(said) == set(LANGUAGES)
    assert len({frozenset(places(text)) for text in said.values()}) == 1


def test_every_standing_has_its_words():
    statuses = {*STATUSES, *PARTY_STATUSES}

    assert {f"status-{status}" for status in statuses} <= set(sayings())


def test_a_state_of_which_a_list_says_nothing_is_named():
    line = not_known.of_bond(doubtful(bound=Bound.NOT_KNOWN, standings=()))

    assert line.part == "unknown"
    assert line.text["en"].startswith("The list of parties here says nothing of Armenia.")
    assert line.text["ru"].startswith("Армения: ")
    assert (line.source, line.instrument) == (SOURCE, "chisinau-2002")


def test_a_signature_is_told_from_silence():
    signed = doubtful(bound=Bound.NOT_KNOWN, standings=(("signatory", "2010-12-10"),))

    assert not_known.of_bond(signed).text["en"].startswith("Armenia signed it.")


def test_a_doubtful_bond_says_what_is_recorded():
    line = not_known.of_bond(doubtful(notes=(WORDS,)))

    assert "(recorded: party (2004?))" in line.text["en"]
    assert "(записано: сторона (2004?))" in line.text["ru"]
    assert (line.doubts, line.is_weak) == ((WORDS,), True)


def test_what_governs_should_a_doubtful_bond_not_hold_is_said():
    line = not_known.of_displacement(doubtful(), "minsk-1993")

    assert line.text["en"] == (
        "If Armenia is not bound by the Chisinau Convention on legal assistance (2002), this one "
        "still governs: Minsk Convention on legal assistance (1993)."
    )


def test_a_gap_of_an_instrument_keeps_its_source():
    assert [line.source for line in not_known.of_gaps(rules())] == [SOURCE]


def membership(status, *, is_certain=True, since="2022", doubt=None):
    return MembershipLine(
        organisation="cis",
        state="MD",
        status=status,
        since=since,
        until="",
        source="An invented gazette",
        doubt=doubt or {},
        is_certain=is_certain,
    )


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        (membership("full"), False),
        (membership("suspended"), True),
        (membership("full", is_certain=False), True),
        (membership("not-known", is_certain=False, since=""), False),
    ],
)
def test_a_doubted_membership_is_said_and_a_plain_one_is_not(line, is_said):
    assert bool(tuple(not_known.of_memberships([line]))) is is_said


def test_a_doubt_about_a_membership_goes_with_it():
    (line,) = not_known.of_memberships([membership("suspended", doubt=WORDS)])

    assert (line.doubts, line.source.title) == ((WORDS,), "An invented gazette")


@pytest.mark.parametrize(
    "line",
    [
        not_known.of_missing_host("KZ", as_of="2026-11-01"),
        not_known.of_missing_origin("RU", as_of="2026-11-01"),
        not_known.of_no_corpus("KZ", as_of="2026-11-01"),
        not_known.of_later_day(date(2027, 1, 1), as_of="2026-11-01"),
        *(
            not_known.of_empty_part(
                part, origin="RU", host="KZ", technique=technique, as_of="2026-11-01"
            )
            for part, technique in (
                ("open", None),
                ("protects", None),
                ("happened", None),
                ("happened", "abduction"),
            )
        ),
    ],
    ids=lambda line: line.id,
)
def test_what_is_missing_altogether_is_a_line_with_a_source(line):
    assert (line.part, line.source.date) == ("unknown", "2026-11-01")
    assert all(text and "{" not in text for text in line.text.values())


@pytest.mark.parametrize("part", ["open", "protects"])
def test_a_part_of_which_nothing_is_tied_to_a_technique_points_to_the_full_answer(part):
    line = not_known.of_untied(part, host="KZ", as_of="2026-11-01")

    assert (line.part, line.source.date) == (part, "2026-11-01")
    assert "ask without naming a technique" in line.text["en"]
    assert "спросите, не называя приёма" in line.text["ru"]


def test_a_state_outside_a_worldwide_instrument_is_named():
    line = not_known.of_bond(doubtful("TH", Bound.NO, standings=()))

    assert line.text["en"].startswith("Thailand is not a party.")


def test_what_is_probably_open_says_of_which_state_nothing_is_recorded():
    presumption = Presumption(text=WORDS, source=SOURCE)
    bonds = [doubtful("RU", Bound.YES), doubtful("GL", Bound.NOT_KNOWN, standings=())]

    line = not_known.of_presumption(presumption, bonds)

    assert (line.part, line.is_weak, line.source) == ("open", True, SOURCE)
    assert [doubt["en"].split(".")[0] for doubt in line.doubts] == [
        "The list of parties here says nothing of Greenland"
    ]


def test_rough_dates_and_a_missing_begin_are_said():
    assert "from 2022 to …" in not_known.doubt_of_dates("2022", "")["en"]
    assert "с ? по 2023" in not_known.doubt_of_dates("", "2023")["ru"]
    assert not_known.doubt_of_begin()["en"] == "Since when is not recorded here."
