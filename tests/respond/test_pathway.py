"""Pathways are read whole, and a step that hides what it can cost is refused by name.

It depends on the pathways that ship and on faults planted in one of them.
A new rule about pathway files is a new line in `FAULTS`.
"""

import re

import pytest

from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.registry import data_files
from safeconduct.respond.pathway import FOLDER, WHENS, pathway, pathways, read_pathway
from tests.respond.planting import planted, problems_of

SITUATIONS = {
    "summons-or-charge-in-absentia",
    "wanted-list",
    "red-notice-or-diffusion",
    "detention-for-extradition",
    "pressure-on-relatives",
    "doxing",
    "account-or-device-compromise",
    "device-returned-after-seizure",
    "passport-or-consular-refusal",
    "suspected-infiltration",
    "asked-to-inform",
    "smear-campaign",
    "physical-following",
    "poisoning-suspected",
    "entry-refused-or-residence-revoked",
    "asylum-refused-with-return-danger",
    "foreign-agent-duties",
    "website-blocked",
    "event-cancelled",
}
LANGUAGES = ("en", "ru")
MODEL = """\
id = "invented"
techniques = ["doxing"]
as_of = "2026-11-01"
label = { en = "A", ru = "А" }
plain = { en = "B", ru = "Б" }
sources = [ { title = "An invented guide", section = "1" } ]

[[step]]
id = "sit-down"
when = "now"
who = { en = "You", ru = "Вы" }
text = { en = "Sit.", ru = "Сядьте." }
risk = { en = "Cold.", ru = "Холодно." }
lower = { en = "Coat.", ru = "Пальто." }
not_when = { en = "Rain.", ru = "Дождь." }
source = { title = "An invented guide", section = "2" }
deadline = "ccf-access"
documents = ["ccf-request"]
evidence = [ { en = "A note.", ru = "Запись." } ]
hosts = ["KZ"]
"""
STEP = MODEL[MODEL.index("[[step]]") :]
FAULTS = [
    ('id = "invented"', 'id = "other"', ("id", "is not the name of the file")),
    ('as_of = "2026-11-01"', 'as_of = "2026-11"', ("as_of", "is not a day of the form YYYY-MM-DD")),
    ('as_of = "2026-11-01"', 'as_of = "soon"', ("as_of", "is not a date of the form")),
    ('as_of = "2026-11-01"', "", ("as_of", "is missing")),
    ('techniques = ["doxing"]', 'techniques = ["x"]', ("techniques", "'x' is not a technique")),
    ('label = { en = "A", ru = "А" }', "", ("label", "is missing")),
    (', ru = "Б"', "", ("plain.ru", "is missing")),
    ('sources = [ { title = "An invented guide", section = "1" } ]', "", ("sources", "is missing")),
    (', section = "1"', "", ("sources[1].section", "is missing, and so are a page and an address")),
    (STEP, "", ("step", "is missing")),
    (STEP, STEP + STEP, ("step", "has 'sit-down' twice")),
    ('id = "sit-down"', 'id = "Sit down"', ("step[1].id", "is not lower-case words")),
    ('when = "now"', 'when = "soon"', ("step[1].when", "is not one of now, 72-hours, 30-days")),
    *(
        (f"{key} = {{", f"un{key} = {{", (f"step[1].{key}", "is missing"))
        for key in ("who", "text", "risk", "lower", "not_when")
    ),
    ('{ en = "Cold.", ru = "Холодно." }', '{ en = "", ru = "" }', ("step[1].risk.en", "is empty")),
    (
        'source = { title = "An invented guide", section = "2" }',
        "",
        ("step[1].source", "is missing"),
    ),
    (', section = "2"', "", ("step[1].source.section", "is missing, and so are")),
    ('"ccf-access"', '"ccf"', ("step[1].deadline", "'ccf' is not a deadline")),
    ('["ccf-request"]', '["poem"]', ("step[1].documents", "'poem' is not a document")),
    (', ru = "Запись."', "", ("step[1].evidence[1].ru", "is missing")),
    (
        'hosts = ["KZ"]',
        'providers = ["nobody"]',
        ("step[1].providers", "'nobody' is not a provider"),
    ),
    ('hosts = ["KZ"]', 'hosts = ["ZZ"]', ("step[1].hosts", "'ZZ' is not a territory")),
    ('hosts = ["KZ"]', "hurry = true", ("step[1].hurry", "is not a key that belongs here")),
    ('id = "invented"', 'id = "invented"\nscore = 5', ("score", "is not a key that belongs here")),
]


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model" / "invented.toml"
    path.parent.mkdir()
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [*data_files(FOLDER)], ids=lambda path: path.stem)
def test_every_pathway_that_ships_is_whole(path):
    read = read_pathway(path)

    assert read.id in SITUATIONS
    for step in read.steps:
        dangers = (step.risk, step.lower, step.not_when)
        assert all(danger[code].strip() for danger in dangers for code in LANGUAGES), step.id
        assert step.source.title


@pytest.mark.parametrize("path", [*data_files(FOLDER)], ids=lambda path: path.stem)
def test_every_text_for_a_person_is_short_and_says_something(path):
    read = read_pathway(path)
    texts = [(step.id, step.text[code]) for step in read.steps for code in LANGUAGES]

    assert [name for name, text in texts if len(re.findall(r"[.!?](?=\s|$)", text)) > 3] == []


def test_the_first_step_of_every_situation_is_one_for_now():
    assert {each.id for each in pathways().values() if each.steps[0].when != WHENS[0]} == set()


def test_every_situation_of_the_contract_has_its_pathway():
    assert set(pathways()) == SITUATIONS


def test_the_model_is_read_as_it_stands(model):
    read = read_pathway(model)

    assert (read.id, read.techniques, read.as_of) == ("invented", ("doxing",), "2026-11-01")
    (step,) = read.steps
    assert (step.when, step.deadline, step.documents) == ("now", "ccf-access", ("ccf-request",))
    assert step.evidence == ({"en": "A note.", "ru": "Запись."},)
    assert (step.hosts, step.is_weak, step.providers) == (("KZ",), False, ())
    assert not step.is_appeal


def test_a_weak_source_needs_no_place_in_the_work_but_is_owned_to(model):
    text = MODEL.replace(', section = "2" }', " }\nweak = true")
    model.write_text(text, encoding="utf-8")

    assert read_pathway(model).steps[0].is_weak


def test_a_step_about_an_appeal_says_so(model):
    text = MODEL.replace('deadline = "ccf-access"', "is_appeal = true")
    model.write_text(text, encoding="utf-8")

    assert read_pathway(model).steps[0].is_appeal


@pytest.mark.parametrize(("old", "new", "problem"), FAULTS)
def test_a_planted_fault_is_caught_by_name(tmp_path, model, old, new, problem):
    key, words = problem

    found = problems_of(read_pathway, planted(tmp_path, model, instead=(old, new)))

    assert words in found[key]


def test_several_faults_are_told_at_once(tmp_path, model):
    path = planted(tmp_path, model, instead=("risk = {", "rusk = {"))
    path = planted(tmp_path, path, instead=("lower = {", "lowered = {"))

    assert {"step[1].risk", "step[1].rusk", "step[1].lower", "step[1].lowered"} == set(
        problems_of(read_pathway, path)
    )


@pytest.mark.parametrize("content", [b"\xff\xfe", b"id = ", b"x = " + b"[" * 5000])
def test_a_file_that_is_no_toml_is_refused(tmp_path, content):
    path = tmp_path / "broken.toml"
    path.write_bytes(content)

    assert problems_of(read_pathway, path) == {"file": "is not TOML in UTF-8"}


def test_a_file_with_an_unusual_name_is_refused(tmp_path):
    path = tmp_path / "Invented One.toml"
    path.write_text(MODEL, encoding="utf-8")

    assert "lower-case words" in problems_of(read_pathway, path)["file"]


def test_the_refusal_names_the_folder_and_the_file(tmp_path, model):
    path = planted(tmp_path, model, instead=("risk = {", "rusk = {"))

    with pytest.raises(InvalidVocabulary, match=f"{tmp_path.name}/invented.toml"):
        read_pathway(path)


def test_a_situation_is_found_by_its_id_and_an_unknown_one_names_those_that_exist():
    assert pathway("wanted-list").id == "wanted-list"
    with pytest.raises(NotFound, match="wanted-list"):
        pathway("weather")
