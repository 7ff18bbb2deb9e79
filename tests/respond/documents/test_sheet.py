"""The sheet of a situation says all that the answer says, the risk before each step.

It depends on the situations that ship.
A new part of a step is one more test.
"""

from datetime import date

import pytest

from safeconduct.respond.documents.document import Caution, Document, Table, plain_lines
from safeconduct.respond.documents.sheet import sheet_of
from safeconduct.respond.pathway import pathways
from safeconduct.respond.responding import UNRECORDED, respond

ON = date(2026, 11, 24)


def tables(sheet: Document) -> list[dict[str, str]]:
    return [
        {row[0]: row[1] for row in block.rows} for block in sheet.blocks if isinstance(block, Table)
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("situation", pathways())
def test_every_situation_has_a_sheet_with_the_risk_before_each_step(situation, language):
    response = respond(situation, host="KZ", on=ON)
    sheet = sheet_of(response, language=language)
    text = "\n".join(plain_lines(sheet))
    risk = {"en": "Risk", "ru": "Чем это опасно"}[language]

    assert [next(iter(table)) for table in tables(sheet)] == [risk] * len(response.steps)
    for advised in response.steps:
        step = advised.step
        for words in (step.risk, step.lower, step.not_when, step.text, *step.evidence):
            assert words[language] in text


def untils(response, language="en"):
    return [one["Until"] for one in tables(sheet_of(response, language=language)) if "Until" in one]


def test_a_deadline_without_a_known_beginning_says_its_term_and_leaves_room_for_the_day():
    waiting = untils(respond("red-notice-or-diffusion", host="KZ", on=ON))
    access = respond(
        "red-notice-or-diffusion", host="KZ", on=ON, triggers={"ccf-access": date(2026, 10, 1)}
    )

    assert len(waiting) == 3
    assert "4 months from the day on which" in waiting[0]
    assert all("It began on: ____" in text for text in waiting)
    assert "1 February 2027" in untils(access)[0]
    assert "It began on" not in untils(access)[0]
    assert "Article 40(1)" in waiting[0]


def test_an_appeal_whose_term_is_not_recorded_says_so_and_names_no_law():
    (text, *_) = untils(respond("detention-for-extradition", host="KG", on=ON))
    (bare, *_) = untils(respond("asylum-refused-with-return-danger", host="DE", on=ON))

    assert text == f"Appeal against the decision to extradite\n{UNRECORDED['en']}"
    assert bare == UNRECORDED["en"]


def test_a_sheet_begins_with_the_number_to_call():
    sheet = sheet_of(respond("poisoning-suspected", host="KZ", on=ON))
    (call, *_) = [block.text for block in sheet.blocks if isinstance(block, Caution)]

    assert "call 112" in call


def test_a_caution_about_a_helper_stands_where_the_helper_is_named():
    """Safety: where contact is an offence, whoever reads one step alone has to know it."""
    response = respond("detention-for-extradition", host="KZ", on=ON)
    text = "\n".join(plain_lines(sheet_of(response)))
    named = [each.provider for step in response.steps for each in step.providers]

    for provider in named:
        if provider.note is not None:
            assert text.count(provider.note["en"]) == named.count(provider)


def test_a_closed_programme_is_not_named_on_paper():
    for situation in pathways():
        response = respond(situation, host="DE", on=ON)
        text = "\n".join(plain_lines(sheet_of(response)))
        for advised in response.steps:
            for offered in advised.providers:
                assert (f"{offered.provider.name} (" in text) is (offered.openness != "closed")


def test_a_stale_programme_is_told_to_be_stale():
    text = "\n".join(plain_lines(sheet_of(respond("wanted-list", host="KZ", on=date(2028, 1, 1)))))

    assert "it may have closed" in text
    assert "(open when last looked at" not in text
