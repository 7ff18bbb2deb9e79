"""Kazakhstan and Serbia: every claim of the paper in 3.1 and 3.2 is told by a line, fact by fact.

It depends on the shipped records, not on a corpus.
`claims_of_the_paper.py` beside this file lists the claims in the order of the text; a claim of
another section is one more row there.
"""

import re
from datetime import date

import pytest

from safeconduct.exposure import expose
from tests.exposure.claims_of_the_paper import CLAIMS, FOOTNOTES, LOST, PAPER

DAY = date(2026, 11, 1)
BY_NAME = {claim.name: claim for claim in CLAIMS}


def told(claim):
    """Return the line that reproduces a claim; say by name where there is none."""
    lines = {line.id: line for line in expose("RU", claim.host, on=claim.on).lines}
    assert claim.line in lines, f"no line tells {claim.name!r}: {claim.line} is missing"
    return lines[claim.line]


def numbers(facts):
    return {number for fact in facts for number in re.findall(r"[0-9]+", fact)}


def test_every_claim_has_a_name_and_a_line_of_its_own():
    assert len(BY_NAME) == len(CLAIMS)


def test_every_footnote_of_the_two_sections_stands_under_a_claim():
    cited = {claim.footnote for claim in CLAIMS} - {""}

    assert cited == {str(number) for number in FOOTNOTES}


@pytest.mark.parametrize("name", BY_NAME)
def test_a_claim_is_told_with_its_fact_in_english_and_its_numbers_in_russian(name):
    claim = BY_NAME[name]
    line = told(claim)
    english = f"{line.text['en']} {line.condition.get('en', '')} {line.article}"
    russian = f"{line.text['ru']} {line.condition.get('ru', '')} {line.article}"

    assert [fact for fact in claim.facts if fact not in english] == []
    assert [fact for fact in claim.facts_ru if fact not in russian] == []


@pytest.mark.parametrize("name", BY_NAME)
def test_a_number_in_english_is_a_fact_in_russian_too(name):
    claim = BY_NAME[name]

    # Thousands are written out in Russian, so that their noughts stand in English alone.
    assert numbers(claim.facts) - {"000"} == numbers(claim.facts_ru)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_claim_rests_on_its_footnote_and_says_whether_it_can_be_found(name):
    claim = BY_NAME[name]
    line = told(claim)

    assert line.source.title == PAPER
    assert line.source.page
    assert line.source.footnote == claim.footnote
    assert line.source_state == claim.source_state


@pytest.mark.parametrize("name", BY_NAME)
def test_whether_a_source_can_be_found_follows_from_its_footnote(name):
    claim = BY_NAME[name]
    state = "located" if not claim.footnote else "no-locator"

    assert claim.source_state == ("not-recoverable" if claim.footnote in LOST else state)


def test_a_claim_without_a_line_is_named():
    gone = CLAIMS[0].without_line()

    with pytest.raises(AssertionError, match="no line tells 'alignment'"):
        told(gone)


@pytest.mark.parametrize("host", ["KZ", "KG", "RS", "AM"])
def test_no_other_claim_is_marked_as_lost(host):
    lost = {
        line.source.footnote
        for line in expose("RU", host, on=DAY).lines
        if line.source_state == "not-recoverable"
    }

    assert lost <= LOST


@pytest.mark.parametrize(
    ("host", "line", "against"),
    [
        ("KZ", "KZ/mostly-compliant", "KZ/released-after-twelve-months"),
        ("KZ", "KZ/most-asylum-rejected", "KZ/two-asylum-seekers"),
        ("RS", "RS/organisations-go-on", "RS/environment-worse"),
        ("RS", "RS/several-denied-2023", "RS/one-and-one-2023"),
    ],
)
def test_the_contradictions_that_the_paper_stresses_stand_side_by_side(host, line, against):
    lines = expose("RU", host, on=DAY).happened
    ids = [each.id for each in lines]

    assert abs(ids.index(line) - ids.index(against)) == 1
    assert against in lines[ids.index(line)].contradicts


def test_a_release_of_july_2024_is_not_told_for_june():
    told_in_june = {line.id for line in expose("RU", "KZ", on=date(2024, 6, 30)).lines}

    assert "KZ/mostly-compliant" in told_in_june
    assert "KZ/released-after-twelve-months" not in told_in_june


def test_serbia_is_in_no_regional_organisation_with_russia_and_not_bound_by_its_conventions():
    found = expose("RU", "RS", on=DAY)

    full = {line.organisation for line in found.memberships if line.status == "full"}
    serbian = {
        line.organisation
        for line in found.memberships
        if (line.state, line.status) == ("RS", "full")
    }
    assert serbian & {"cis", "csto", "eaeu", "sco"} == set()
    assert {"cis", "csto", "eaeu", "sco"} <= full
    assert not {"minsk-1993", "chisinau-2002"} & {line.instrument for line in found.open}
