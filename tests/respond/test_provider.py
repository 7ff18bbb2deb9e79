"""Providers are read whole; one that is closed or long unseen is never shown as open.

It depends on the providers that ship and on faults planted in an invented one.
A new rule about provider files is a new line in `FAULTS`.
"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond.provider import FOLDER, provider, providers, read_provider
from tests.respond.planting import planted, problems_of

MODEL = """\
id = "invented"
name = "Invented Help"
kind = "legal-aid"
regions = ["KZ", "KG"]
languages = ["en", "ru"]
offers = { en = "Advice.", ru = "Совет." }
eligibility = { en = "Anybody.", ru = "Кто угодно." }
contact = "https://help.example.org"
status = "open"
closed_on = ""
last_checked = "2026-05-01"
source = { title = "Its page", url = "https://help.example.org" }
note = { en = "Beware.", ru = "Осторожно." }
name_ru = "Помощь"

[[listed]]
state = "RU"
called = "undesirable"
since = "2025-05-19"
source = { title = "News", url = "https://news.example.org", date = "2025-05-20" }
"""
CLOSED = MODEL.replace('"open"', '"closed"').replace('closed_on = ""', 'closed_on = "2025-01"')
FAULTS = [
    ('last_checked = "2026-05-01"\n', "", ("last_checked", "is missing")),
    ('"2026-05-01"', '"2026-05"', ("last_checked", "is not a day of the form YYYY-MM-DD")),
    ('"2026-05-01"', '""', ("last_checked", "is not a day of the form YYYY-MM-DD")),
    ('"2026-05-01"', '"2026-02-30"', ("last_checked", "is not a date of the form")),
    ('name = "Invented Help"\n', "", ("name", "is missing")),
    ('"legal-aid"', '"magic"', ("kind", "is not one of emergency-line")),
    ('["KZ", "KG"]', "[]", ("regions", "is missing or empty")),
    ('["KZ", "KG"]', '["Asia"]', ("regions", "'Asia' is not a territory or worldwide")),
    ('["KZ", "KG"]', '["KZ", "worldwide"]', ("regions", "names a state beside worldwide")),
    ('["en", "ru"]', '["English"]', ("languages", "'English' is not the code of a language")),
    ('languages = ["en", "ru"]\n', "", ("languages", "is missing")),
    ("offers = {", "gives = {", ("offers", "is missing")),
    ("eligibility = {", "for = {", ("eligibility", "is missing")),
    ('"https://help.example.org"\nst', '"help"\nst', ("contact", "is not a public address")),
    ('contact = "https://help.example.org"\n', "", ("contact", "is missing")),
    ('status = "open"', 'status = "perhaps"', ("status", "is not one of open, closed, not-known")),
    ('status = "open"', 'status = "closed"', ("closed_on", "is missing, though the status is")),
    ('closed_on = ""', 'closed_on = "2025-01"', ("closed_on", "belongs to a closed provider only")),
    (', url = "https://help.example.org"', "", ("source.section", "is missing, and so are")),
    ('"Помощь"', '"Help"', ("name_ru", "is not written in Russian")),
    ('note = { en = "Beware.", ru = "Осторожно." }\n', "", ("note", "though a state has listed")),
    ('"RU"', '"Asia"', ("listed[1].state", "is not one of")),
    ('"undesirable"', '"bad"', ("listed[1].called", "foreign-agent, undesirable, extremist")),
    ('since = "2025-05-19"\n', "", ("listed[1].since", "is missing")),
    (', date = "2025-05-20"', "", ("listed[1].source", "has no address or no date")),
    ('url = "https://news.example.org", ', 'page = "1", ', ("listed[1].source", "has no address")),
    ('called = "und', 'why = "x"\ncalled = "und', ("listed[1].why", "is not a key that belongs")),
]


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model" / "invented.toml"
    path.parent.mkdir()
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [*data_files(FOLDER)], ids=lambda path: path.stem)
def test_every_provider_that_ships_says_when_it_was_last_looked_at(path):
    assert read_provider(path).last_checked > date(2000, 1, 1)


def test_every_provider_that_ships_is_found_by_its_id():
    assert {name: provider(name).id for name in providers()} == {name: name for name in providers()}


def test_an_unknown_provider_is_not_found():
    with pytest.raises(NotFound):
        provider("nobody")


def test_the_model_is_read_as_it_stands(model):
    read = read_provider(model)

    assert (read.name, read.kind, read.regions) == ("Invented Help", "legal-aid", ("KZ", "KG"))
    assert (read.status, read.closed_on, read.contact) == ("open", "", "https://help.example.org")
    assert (read.serves("KZ"), read.serves("RS")) == (True, False)


def test_a_name_is_said_in_russian_where_it_has_one_there(tmp_path, model):
    assert read_provider(model).name_in("ru") == "Помощь"
    assert read_provider(model).name_in("en") == "Invented Help"
    bare = read_provider(planted(tmp_path, model, instead=('name_ru = "Помощь"\n', "")))
    assert bare.name_in("ru-RU") == "Invented Help"


def test_a_listing_says_what_it_is_called_since_when_and_by_which_source(model):
    (listing,) = read_provider(model).listings

    assert (listing.state, listing.called, listing.since) == ("RU", "undesirable", "2025-05-19")
    assert listing.source.date == "2025-05-20"


@pytest.mark.parametrize("each", providers().values(), ids=lambda each: each.id)
def test_whoever_is_listed_in_russia_warns_in_both_languages(each):
    said = {
        "foreign-agent": ("foreign agent", "иностранн"),
        "undesirable": ("undesirable", "нежелательн"),
        "extremist": ("extremist", "экстремист"),
    }

    for listing in each.listings:
        english, russian = said[listing.called]
        assert english in each.note["en"]
        assert russian in each.note["ru"]
        assert "Russia" in each.note["en"]


def test_a_warning_of_a_listing_stands_only_where_a_listing_is_recorded():
    warned = {
        each.id
        for each in providers().values()
        if each.note and re.search("undesirable|extremist", each.note["en"])
    }

    assert warned == {
        each.id
        for each in providers().values()
        if any(listing.called != "foreign-agent" for listing in each.listings)
    }


def test_worldwide_serves_every_state(tmp_path, model):
    path = planted(tmp_path, model, instead=('["KZ", "KG"]', '["worldwide"]'))

    assert read_provider(path).serves("RS")


@pytest.mark.parametrize(("days", "is_stale"), [(-400, False), (0, False), (180, False), (181, 1)])
def test_after_a_hundred_and_eighty_days_it_is_stale(model, days, is_stale):
    read = read_provider(model)
    on = read.last_checked + timedelta(days=days)

    assert read.is_stale(on) == is_stale
    assert read.is_shown_open(on) != is_stale


@given(on=st.dates())
def test_a_closed_provider_is_shown_as_open_on_no_day_at_all(tmp_path_factory, on):
    path = tmp_path_factory.mktemp("closed") / "invented.toml"
    path.write_text(CLOSED, encoding="utf-8")

    assert not read_provider(path).is_shown_open(on)


@pytest.mark.parametrize(("old", "new", "problem"), FAULTS)
def test_a_planted_fault_is_caught_by_name(tmp_path, model, old, new, problem):
    key, words = problem

    found = problems_of(read_provider, planted(tmp_path, model, instead=(old, new)))

    assert words in found[key]
