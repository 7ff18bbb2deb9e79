"""An emergency number is told where a source tells it; elsewhere it is not recorded.

It depends on the numbers that ship and on faults planted in an invented file.
A new rule about the file is a new line in `FAULTS`.
"""

import pytest

from safeconduct.respond.emergency import (
    EVERY_SERVICE,
    FILE,
    POLICE,
    emergency_number,
    emergency_numbers,
    read_emergency_numbers,
)
from safeconduct.vocabulary import organisations, territory
from tests.respond.planting import planted, problems_of

MODEL = """\
id = "emergency"

[[line]]
states = ["KZ", "KG"]
number = "112"
reaches = "police"
ambulance = "103"
as_of = "2026-05-01"
note = { en = "Slow.", ru = "Долго." }
sources = [{ title = "Its page", url = "https://help.example.org" }]
"""
FAULTS = [
    ('id = "emergency"', 'id = "numbers"', ("id", "is not the name of the file")),
    ('["KZ", "KG"]', "[]", ("line[1].states", "is missing or empty")),
    ('["KZ", "KG"]', '["Asia"]', ("line[1].states", "'Asia' is not a territory")),
    ('["KZ", "KG"]', '["KZ", "KZ"]', ("line[1].states", "KZ has a number already")),
    ('number = "112"\n', "", ("line[1].number", "is missing")),
    ('"112"', '"+7 112"', ("line[1].number", "is not a number of two to five digits")),
    ('"103"', '"call"', ("line[1].ambulance", "is not a number of two to five digits")),
    ('"police"', '"fire"', ("line[1].reaches", "is not one of every-service, police")),
    ('as_of = "2026-05-01"\n', "", ("line[1].as_of", "is missing")),
    ('"2026-05-01"', '"May"', ("line[1].as_of", "is not a date of the form")),
    (', ru = "Долго."', "", ("line[1].note.ru", "is missing")),
    (', url = "https://help.example.org"', "", ("line[1].sources[1].section", "is missing, and")),
    ('number = "112"\n', 'number = "112"\nfax = "1"\n', ("line[1].fax", "is not a key that")),
]


def recorded(state):
    read = emergency_number(state)
    assert read is not None
    return read


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model" / "emergency.toml"
    path.parent.mkdir()
    path.write_text(MODEL, encoding="utf-8")
    return path


def test_a_state_without_a_line_is_not_recorded():
    assert emergency_number("AQ") is None
    assert emergency_number("") is None


def test_every_state_of_the_union_answers_at_the_one_number_of_its_directive():
    seats = organisations()["eu"].memberships
    members = {seat.state for seat in seats if seat.status == "full" and not seat.until}

    assert len(members) > 20
    assert {recorded(state).number for state in members} == {"112"}
    assert {recorded(state).reaches for state in members} == {EVERY_SERVICE}


@pytest.mark.parametrize(
    ("state", "number", "reaches", "ambulance"),
    [
        ("GE", "112", EVERY_SERVICE, ""),
        ("KZ", "112", EVERY_SERVICE, "103"),
        ("KG", "102", POLICE, ""),
        ("RS", "192", POLICE, "194"),
        ("TH", "191", POLICE, "1669"),
    ],
)
def test_a_recorded_state_says_what_to_dial_and_who_answers(state, number, reaches, ambulance):
    read = recorded(state)

    assert (read.state, read.number, read.reaches, read.ambulance) == (
        state,
        number,
        reaches,
        ambulance,
    )


def test_every_number_that_ships_has_a_source_that_can_be_opened():
    assert all(source.url for read in emergency_numbers().values() for source in read.sources)


def test_a_number_without_a_dated_source_or_with_an_old_one_from_the_news_is_owned_to_be_so():
    assert recorded("BY").is_weak
    assert recorded("GE").as_of == ""


def test_the_numbers_stand_in_the_order_of_their_states():
    assert list(emergency_numbers()) == sorted(emergency_numbers())
    assert set(emergency_numbers()) < territory.codes()


def test_the_model_is_read_as_it_stands(model):
    read = read_emergency_numbers(model)

    assert list(read) == ["KG", "KZ"]
    assert (read["KZ"].number, read["KZ"].ambulance, read["KZ"].as_of) == (
        "112",
        "103",
        "2026-05-01",
    )
    assert dict(read["KG"].note or {}) == {"en": "Slow.", "ru": "Долго."}
    assert not read["KG"].is_weak


def test_the_file_that_ships_is_the_one_beside_the_reader():
    assert FILE.name == "emergency.toml"


@pytest.mark.parametrize(("old", "new", "problem"), FAULTS)
def test_a_planted_fault_is_caught_by_name(tmp_path, model, old, new, problem):
    key, words = problem

    path = planted(tmp_path, model, instead=(old, new))

    assert words in problems_of(read_emergency_numbers, path)[key]
