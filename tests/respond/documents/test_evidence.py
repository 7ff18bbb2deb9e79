"""The evidence bundle says what the exposure says, with a number for each source, and no more.

It depends on the records that ship, on the built-in corpus and on exposures built by hand.
A new part of the exposure is one more test.
"""

import re
from dataclasses import replace
from datetime import date

import pytest

from safeconduct import corpora
from safeconduct.exposure import Exposure, ExposureLine, Precedent, expose
from safeconduct.importers import corpus_folder
from safeconduct.respond.documents.document import Document, Sources, Table, cited, plain_lines
from safeconduct.respond.documents.evidence import evidence_blocks
from safeconduct.vocabulary import Citation

PAPER = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
ON = date(2024, 6, 30)
LAW = Citation(title="Invented Law", section="Article 1")


def bare(**changes) -> Exposure:
    """An exposure in which nothing is recorded, with what a test puts into it."""
    nothing = Exposure(
        origin="RU",
        host="KZ",
        on=ON,
        technique=None,
        as_of="2026-11-01",
        open=(),
        protects=(),
        happened=(),
        precedents=(),
        unknown=(),
        memberships=(),
        ties=(),
    )
    return replace(nothing, **changes)


def line(**changes) -> ExposureLine:
    text = {"en": "It hands over.", "ru": "Выдаёт."}
    return replace(ExposureLine(id="a", part="open", text=text, source=LAW), **changes)


def aloud(exposure: Exposure, *, corpus=None, language="en") -> list[str]:
    blocks = evidence_blocks(exposure, corpus=corpus, language=language)
    return [*plain_lines(Document(title="T", language=language, blocks=blocks))]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("host", ["KZ", "KG", "RS", "AM", "GE", "TR", "TH", "DE", "EE", "IL"])
def test_every_line_of_an_exposure_stands_in_the_bundle_with_its_source(host, language):
    exposure = expose("RU", host, on=ON, corpus=PAPER)
    blocks = evidence_blocks(exposure, corpus=PAPER, language=language)
    text = "\n".join(plain_lines(Document(title="T", language=language, blocks=blocks)))
    listed = next(block for block in blocks if isinstance(block, Sources)).citations

    assert all(each.text[language] in text for each in exposure.lines)
    assert all(each.label in text for each in exposure.precedents)
    assert {each.source for each in exposure.lines} <= set(listed)
    assert len(set(listed)) == len(listed)
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", text)}
    assert numbers == set(range(1, len(listed) + 1))


def test_each_number_leads_to_the_source_of_its_line():
    other = Citation(title="Other Law", section="Article 2")
    made = bare(open=(line(), line(id="b", source=other)), protects=(line(id="c"),))
    blocks = evidence_blocks(made, corpus=None, language="en")
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    sources = next(block for block in blocks if isinstance(block, Sources))

    assert [row[1].splitlines()[-1] for row in rows] == [
        "Source: [1]",
        "Source: [2]",
        "Source: [1]",
    ]
    assert [cited(one) for one in sources.citations] == [cited(LAW), cited(other)]


def test_a_gap_is_said_and_never_left_blank():
    lines = aloud(bare())

    assert (
        lines.count("Nothing is recorded here. This is not a finding that there is nothing.") == 5
    )
    assert "No corpus of incidents was named, so no precedents stand here." in lines


def test_a_line_says_its_article_its_condition_its_doubts_and_how_weak_it_is():
    made = line(
        instrument="minsk-1993",
        article="56",
        condition={"en": "a request"},
        enforced_by={"en": "a court"},
        how={"en": "in writing"},
        doubts=({"en": "perhaps"},),
        is_weak=True,
        source_state="not-recoverable",
    )
    text = "\n".join(aloud(bare(open=(made,))))

    for said in ("article 56", "When: a request", "Who enforces it: a court", "How: in writing"):
        assert said in text
    assert "Doubt: perhaps" in text
    assert re.search(r"Source: \[1\], a weak source, \w+", text)


def test_a_rule_without_an_article_is_named_by_its_instrument_alone():
    assert "article" not in "\n".join(aloud(bare(open=(line(instrument="cat", article="whole"),))))


def test_what_contradicts_is_referred_to_by_its_line():
    lines = aloud(bare(open=(line(contradicts=("b", "gone")), line(id="b"))))

    assert any("Another line says otherwise: 2" in one for one in lines)


def test_only_one_technique_is_said_so():
    assert "Only what concerns: extradition request." in aloud(
        bare(technique="extradition-request")
    )


def test_precedents_stand_by_how_they_ended_and_are_not_counted():
    exposure = expose("RU", "KZ", on=date(2024, 12, 31), corpus=PAPER)
    lines = aloud(exposure, corpus=PAPER)
    heads = [one for one in lines if one.startswith("### ")]

    assert heads == [
        "### Handed over, expelled or turned away",
        "### Request refused, person released or rescued",
        "### Still open, or ended otherwise",
    ]


def test_a_precedent_says_what_each_source_says_in_its_words():
    exposure = expose("RU", "KZ", on=date(2024, 12, 31), corpus=PAPER)
    text = "\n".join(aloud(exposure, corpus=PAPER))
    said = [
        each
        for found in exposure.precedents
        for each in PAPER.statements_on[found.incident]
        if each.says
    ]

    assert said
    assert all(str(each.says) in text for each in said)
    assert all(f"“{each.original_wording}”" in text for each in said if each.original_wording)


def test_without_a_corpus_a_precedent_stands_by_its_label_alone():
    found = Precedent(
        incident="i1",
        label="Invented arrest",
        kind="incident",
        chain="",
        date="2023 | 2024~",
        techniques=(),
        outcomes=(),
        tendency="still-open-or-other",
        standing="alleged",
        names_origin=False,
        sources=(),
    )
    lines = aloud(bare(precedents=(found,)))
    at = lines.index(
        "2023; about 2024\ni1 | Invented arrest\nStanding of the record: alleged\n"
        "No source names the state behind it."
    )

    assert lines[at - 1] == "Precedent | What is said of it, and by whom"
