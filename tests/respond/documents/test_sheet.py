"""The sheet of a situation says all that the answer says, the risk before each step.

It depends on the situations that ship.
A new part of a step is one more test.
"""

from dataclasses import replace
from datetime import date

import pytest

from safeconduct.respond.documents.document import Document, Table, plain_lines
from safeconduct.respond.documents.sheet import sheet_of
from safeconduct.respond.pathway import pathways
from safeconduct.respond.responding import respond

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


def test_a_deadline_counted_from_an_assumed_day_says_so():
    response = respond("wanted-list", host="KZ", on=ON)
    known = respond("wanted-list", host="KZ", on=ON, triggers={"ccf-access": date(2026, 10, 1)})

    assert any(
        "24 March 2027" in one.get("Until", "") and "check it" in one["Until"]
        for one in tables(sheet_of(response))
    )
    assert any(
        "1 February 2027" in one.get("Until", "") and "check it" not in one["Until"]
        for one in tables(sheet_of(known))
    )


def test_a_deadline_without_an_end_says_what_it_is():
    response = respond("wanted-list", host="KZ", on=ON)
    timed = next(each for each in response.steps if each.due is not None)
    assert timed.due is not None
    endless = replace(timed, due=replace(timed.due, due_on=None))
    sheet = sheet_of(replace(response, steps=(endless,)))

    assert tables(sheet)[0]["Until"] == timed.due.deadline.label["en"]


def test_a_deadline_without_a_rule_names_no_law():
    response = respond("wanted-list", host="KZ", on=ON)
    timed = next(each for each in response.steps if each.due is not None)
    assert timed.due is not None
    lawless = replace(timed, due=replace(timed.due, rule=None, remarks=()))
    sheet = sheet_of(replace(response, steps=(lawless,)))

    assert "\n" not in tables(sheet)[0]["Until"]


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
