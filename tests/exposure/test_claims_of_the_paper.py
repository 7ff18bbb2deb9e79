"""Kazakhstan and Serbia: the claims of the paper in 3.1 and 3.2 are told, footnote by footnote.

It depends on the shipped records, not on a corpus.
The lists of footnotes are those of the paper; a footnote whose text the paper lost is marked so.
"""

from datetime import date

import pytest

from safeconduct.exposure import ExposureLine, expose

DAY = date(2026, 11, 1)
PAPER = "Distance is Not a Shield"
LOST = {"105", "106", "107", "108", "109", "110", "111"}


def cited(host, on=DAY):
    """Return the lines that rest on the paper, by each footnote that they cite."""
    found: dict[str, list[ExposureLine]] = {}
    for line in expose("RU", host, on=on).lines:
        if line.source.title == PAPER:
            for footnote in line.source.footnote.split(","):
                found.setdefault(footnote.strip(), []).append(line)
    return found


@pytest.mark.parametrize(
    ("host", "footnotes"),
    [
        ("KZ", {"90", "91", "92", "93", "94", "95", "96", "97", "98", "99"}),
        ("KG", {"95", "96", "97", "100"}),
        ("RS", {"101", "102", "103", "104", *LOST}),
    ],
)
def test_every_claim_with_a_footnote_is_told(host, footnotes):
    assert footnotes - set(cited(host)) == set()


@pytest.mark.parametrize("footnote", sorted(LOST))
def test_a_claim_whose_footnote_is_lost_is_marked_as_not_recoverable(footnote):
    assert {line.source_state for line in cited("RS")[footnote]} == {"not-recoverable"}


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
    told = {line.id for line in expose("RU", "KZ", on=date(2024, 6, 30)).lines}

    assert "KZ/mostly-compliant" in told
    assert "KZ/released-after-twelve-months" not in told


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
