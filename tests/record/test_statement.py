"""Statements that contradict themselves are refused; what they leave out they say nothing about.

It depends on the record only.
A rule between the columns of a statement is a new row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.unknown import CONFLICTING, Unknown
from tests.record.cast import says

WITHHELD = Unknown("withheld")


@pytest.mark.parametrize(
    ("cells", "problems"),
    [
        ({"mode": "retracts"}, ["revises"]),
        ({"mode": "corrects"}, ["revises"]),
        ({"revises": "other"}, ["revises"]),
        ({"mode": "retracts", "revises": "st", "id": "st"}, ["revises"]),
        ({"derived_from": ("kestrel", "lantern")}, ["derived_from"]),
        ({"basis": "court-finding"}, ["basis_by"]),
        ({"basis": "official-finding"}, ["basis_by"]),
        ({"basis": "admission"}, ["basis_by"]),
        ({"basis": "register-entry"}, ["basis_by"]),
        ({"basis_by": "KG"}, ["basis_by"]),
        ({"basis": "verified-evidence", "basis_by": "KG"}, ["basis_by"]),
        ({"basis_against": "KG"}, ["basis_against"]),
        ({"persons_min": 2}, ["persons_max"]),
        ({"persons_max": 2}, ["persons_max"]),
        ({"persons_max": "open"}, ["persons_max"]),
        ({"persons_min": 3, "persons_max": 2}, ["persons_max"]),
        ({"persons_min": WITHHELD, "persons_max": 2}, ["persons_max"]),
        ({"date_extent": "lasting"}, ["date_extent"]),
        ({"date_extent": "lasting", "date": WITHHELD}, ["date_extent"]),
        ({"motive_by": "a court"}, ["motive_by"]),
        ({"motive_by": "a court", "motive": WITHHELD}, ["motive_by"]),
        ({"origin": Unknown(CONFLICTING)}, ["origin"]),
        ({"credibility": 7}, ["credibility"]),
        ({"techniques": ("tickling",)}, ["techniques"]),
        ({"techniques": "abduction"}, ["techniques"]),
        ({"hosts": None}, ["hosts"]),
        ({"mode": "hums", "basis_by": "KG", "origin": "??"}, ["mode", "origin", "basis_by"]),
    ],
)
def test_a_statement_that_contradicts_itself_is_refused(cells, problems):
    with pytest.raises(InvalidRecord) as refused:
        says("lantern", **cells)

    assert refused.value.record == "statement"
    assert [field for field, _ in refused.value.problems] == problems


@pytest.mark.parametrize(
    "cells",
    [
        {"mode": "retracts", "revises": "other"},
        {"basis": "court-finding", "basis_by": "PL", "basis_against": "PL"},
        {"basis": "verified-evidence"},
        {"date": parse("2022/2023"), "date_extent": "lasting"},
        {"motive": "claimed", "motive_by": "the person"},
        {"hosts": WITHHELD, "techniques": WITHHELD, "actor": WITHHELD},
    ],
)
def test_a_statement_may_rest_on_a_basis_and_leave_anything_unknown(cells):
    assert says("lantern", **cells).source == "lantern"


@pytest.mark.parametrize(
    ("cells", "persons"),
    [
        ({}, None),
        ({"persons_min": WITHHELD}, WITHHELD),
        ({"persons_min": 1, "persons_max": 3}, PersonRange(1, 3)),
        ({"persons_min": 0, "persons_max": 0}, PersonRange(0, 0)),
        ({"persons_min": 2, "persons_max": "open"}, PersonRange(2, None)),
    ],
)
def test_a_statement_gives_a_range_of_persons(cells, persons):
    assert says("lantern", **cells).persons == persons


def test_a_refusal_names_fields_and_never_a_value():
    """Safety: what a statement says may name a person, and messages travel further than it."""
    with pytest.raises(InvalidRecord) as refused:
        says("lantern", says="=Somebody", actor="@Somebody", origin="Somebody", locator="-Somebody")

    assert "Somebody" not in str(refused.value)
    assert len(refused.value.problems) == 4
