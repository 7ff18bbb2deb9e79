"""What a malformed file is told: its name, every key concerned and what is wrong, all at once.

It depends on invented files, each malformed in its own way.
A new way of being malformed is one more line in a table below.
"""

import pytest

from safeconduct.errors import InvalidVocabulary
from safeconduct.vocabulary import Instrument, Shelf
from tests.vocabulary.shelves import (
    INSTRUMENT,
    ORGANISATION,
    TECHNIQUE,
    plain,
    plant,
    shelf_folder,
)

TERM = plain("hints")


def problems_of(tmp_path, name, *, text):
    folder = shelf_folder(tmp_path)
    plant(folder, name, text=text)
    with pytest.raises(InvalidVocabulary) as refused:
        Shelf(folder).terms(name.partition("/")[0])
    assert refused.value.file == name
    return dict(refused.value.problems)


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        (TERM.replace('id = "hints"\n', ""), "id", "is missing"),
        (TERM.replace('id = "hints"', 'id = "asserts"'), "id", "is not the name of the file"),
        (TERM.replace('id = "hints"', "id = 7"), "id", "is a number, not a text"),
        (TERM.replace('id = "hints"', "id = 1979-05-27"), "id", "is a date or time, not a text"),
        (TERM.replace("label", "lable"), "label", "is missing"),
        (TERM.replace("label", "lable"), "lable", "is not a key that belongs here"),
        (TERM.replace("definition", "meaning"), "definition", "is missing"),
        (TERM.replace('en = "What it is.", ', ""), "definition.en", "is missing"),
        (TERM.replace('ru = "Что это."', 'de = "Was."'), "definition.de", "is not a key"),
        (TERM.replace("What it is.", ""), "definition.en", "is empty or has blanks around it"),
        (TERM.replace("What it is.", " What"), "definition.en", "is empty or has blanks"),
        (TERM.replace("Что это.", "\\n"), "definition.ru", "is empty or has blanks"),
        (TERM + 'code = "COERCION"', "code", "is not three capital letters"),
        (TERM + "example = true", "example", "is true or false, not a table"),
        (TERM + 'crosswalks = { misp = "one" }', "crosswalks.misp", "is not a list of texts"),
        (TERM + "crosswalks = { misp = [1] }", "crosswalks.misp", "is not a list of texts"),
        (TERM + 'crosswalks = { misp = ["a", "a"] }', "crosswalks.misp", "names something twice"),
        (TERM + 'crosswalks = { misp = [" "] }', "crosswalks.misp", "is not a list of texts"),
        (TERM + 'not_this = "asserts"', "not_this", "is not a list of tables"),
        (TERM + 'not_this = ["asserts"]', "not_this", "is not a list of tables"),
    ],
)
def test_a_malformed_term_is_told_its_key_and_its_fault(tmp_path, text, key, problem):
    assert problem in problems_of(tmp_path, "modes/hints.toml", text=text)[key]


@pytest.mark.parametrize(
    ("neighbour", "key", "problem"),
    [
        ('term = "asserst"', "term", "'asserst' is no term of the vocabulary"),
        ('term = "tactics/asserts"', "term", "'tactics/asserts' is no term of the vocabulary"),
        ('term = "planets/mars"', "term", "'planets/mars' is no term of the vocabulary"),
        ('term = "hints"', "term", "is the term itself"),
        ('trem = "asserts"', "term", "is missing"),
        ('term = "asserts", page = "5"', "page", "is not a key that belongs here"),
    ],
)
def test_a_neighbour_must_exist_and_be_another_term(tmp_path, neighbour, key, problem):
    why = 'why = { en = "Because.", ru = "Потому." }'
    text = f"{TERM}not_this = [ {{ {neighbour}, {why} }} ]"

    found = problems_of(tmp_path, "modes/hints.toml", text=text)

    assert found[f"not_this[1].{key}"] == problem


def test_a_neighbour_needs_a_reason(tmp_path):
    text = TERM + 'not_this = [ { term = "asserts" } ]'

    found = problems_of(tmp_path, "modes/hints.toml", text=text)

    assert found == {"not_this[1].why": "is missing"}


@pytest.mark.parametrize(
    ("source", "key", "problem"),
    [
        ('title = "Distance is Not a Shield"', "page", "is missing, and so is a section"),
        (
            'title = "Distance is Not a Shield", url = "https://example.org"',
            "page",
            "is missing, and so is a section",
        ),
        ('title = "A yearbook"', "page", "is missing, and so are a section and an address"),
        ('page = "5"', "title", "is missing"),
        ('title = "A yearbook", page = 5', "page", "is a number, not a text"),
        ('title = "A yearbook", page = "5", date = 1990', "date", "is a number, not a date"),
        ('title = "A yearbook", page = "5", date = "May"', "date", "is not a date of the form"),
        ('title = "A yearbook", page = "5", pages = "6"', "pages", "is not a key that belongs"),
    ],
)
def test_a_source_says_where_to_look(tmp_path, source, key, problem):
    text = TERM[: TERM.index("sources")] + f"sources = [ {{ {source} }} ]"

    found = problems_of(tmp_path, "modes/hints.toml", text=text)

    assert problem in found[f"sources[1].{key}"]


@pytest.mark.parametrize(("sources", "problem"), [("sources = []", "is empty"), ("", "is missing")])
def test_a_term_needs_a_source(tmp_path, sources, problem):
    text = TERM[: TERM.index("sources")] + sources

    assert problems_of(tmp_path, "modes/hints.toml", text=text) == {"sources": problem}


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ('["coercion"]', '["kindness"]', "tactics", "'kindness' is no tactic of the vocabulary"),
        ('tactics = ["coercion"]\n', "", "tactics", "is missing"),
        ("physical = false", 'physical = "no"', "physical", "is a text, not true or false"),
        ("physical = false", "", "physical", "is missing"),
        ('scope = "paper"', 'scope = "moon"', "scope", "is not one of paper, field"),
        ('scope = "paper"', "", "scope", "is missing"),
        ('scope = "paper"', 'scope = "field"', "code", "belongs to the techniques of the paper"),
        ('code = "COE-1"\n', "", "code", "belongs to the techniques of the paper"),
        ("example", "sample", "example", "is missing"),
    ],
)
def test_a_malformed_technique_is_told_its_fault(tmp_path, old, new, key, problem):
    text = TECHNIQUE.replace(old, new)

    assert problem in problems_of(tmp_path, "techniques/whispering.toml", text=text)[key]


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ('"KG"', '"Kirgizia"', "membership[1].state", "is not a code of two capital letters"),
        ('state = "KG", ', "", "membership[1].state", "is missing"),
        ('"full"', '"friend"', "membership[1].status", "is not one of full, "),
        ('"1990-05"', '"1990-02-30"', "membership[1].since", "is not a date of the form"),
        ('"1990-05"', '"1990-13"', "membership[1].since", "is not a date of the form"),
        ('until = ""', 'until = "1989"', "membership[1].until", "is before the beginning"),
        ('until = "", ', "", "membership[1].until", "is missing"),
        (', source = "A yearbook" }', " }", "membership[1].source", "is missing"),
        ('since = "1990-05"', 'sinse = "1990"', "membership[1].sinse", "is not a key"),
        ('founded = "1990"', "founded = 1990", "founded", "is a number, not a date"),
        ("complete = true", "", "complete", "is missing"),
    ],
)
def test_a_malformed_organisation_is_told_its_fault(tmp_path, old, new, key, problem):
    text = ORGANISATION.replace(old, new)

    assert problem in problems_of(tmp_path, "organisations/league.toml", text=text)[key]


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("signed", "singed", "dates.singed", "is not a key that belongs here"),
        ('"1990-05-04"', '"4 May"', "dates.signed", "is not a date of the form"),
        ('["3"]', '"3"', "articles", "is not a list of texts"),
    ],
)
def test_a_malformed_instrument_is_told_its_fault(tmp_path, old, new, key, problem):
    text = INSTRUMENT.replace(old, new)

    assert problem in problems_of(tmp_path, "instruments/accord.toml", text=text)[key]


def test_an_instrument_may_have_no_known_date(tmp_path):
    folder = shelf_folder(tmp_path)
    text = INSTRUMENT[: INSTRUMENT.index("dates")]
    plant(folder, "instruments/accord.toml", text=text)

    instrument = Shelf(folder).term("instruments", "accord")

    assert isinstance(instrument, Instrument)
    assert dict(instrument.dates) == {}


def test_a_neighbour_may_live_in_another_set(tmp_path):
    folder = shelf_folder(tmp_path)
    why = 'why = { en = "Because.", ru = "Потому." }'
    text = TERM + f'not_this = [ {{ term = "tactics/coercion", {why} }} ]'
    plant(folder, "modes/hints.toml", text=text)

    assert Shelf(folder).term("modes", "hints").not_this[0].term == "tactics/coercion"


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = 'id = "hint"\nlabel = 3\nsources = 4\nmood = "bad"\n'

    found = problems_of(tmp_path, "modes/hints.toml", text=text)

    assert set(found) == {"id", "label", "definition", "sources", "mood"}


def test_a_fault_never_repeats_free_text(tmp_path):
    """Safety: a message names files and keys, never what somebody wrote there."""
    text = TERM.replace('"What it is."', "1979-05-27") + 'code = "Jane Invented"'

    found = problems_of(tmp_path, "modes/hints.toml", text=text)

    assert not any("Jane" in problem for problem in found.values())


@pytest.mark.parametrize("name", ["Hints", "hints_", "hints--more", "подсказка", "h" * 61])
def test_a_file_is_named_in_lower_case_words(tmp_path, name):
    text = TERM.replace('"hints"', f'"{name}"')

    found = problems_of(tmp_path, f"modes/{name}.toml", text=text)

    assert "lower-case words joined by hyphens" in found["file"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xef\xbb\xbf" + TERM.encode(), "begins with a byte order mark"),
        (TERM.encode("cp1251"), "is not UTF-8"),
        (TERM.encode("utf-16"), "is not UTF-8"),
        (b"id = hints", "is not TOML"),
        (TERM.encode() * 2, "is not TOML"),
        (b"id = " + b"[" * 100_000, "is not TOML"),
        (b"", "is missing"),
    ],
)
def test_a_file_that_is_not_plain_toml_is_refused_by_name(tmp_path, content, problem):
    folder = shelf_folder(tmp_path)
    (folder / "modes" / "hints.toml").write_bytes(content)

    with pytest.raises(InvalidVocabulary, match=r"^modes/hints\.toml") as refused:
        Shelf(folder).terms("modes")

    assert problem in str(refused.value)
