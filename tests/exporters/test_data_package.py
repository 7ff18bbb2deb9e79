"""The description for programs follows from the columns, and names licences as the standard asks.

It depends on the description only; whether it is valid is judged by frictionless beside it.
A new kind of cell is one more line in the test of fields.
"""

import hashlib
import json

import pytest

from safeconduct.exporters.corpus_folder import files
from safeconduct.exporters.data_package import as_data_package
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.layout import REFERENCES
from safeconduct.record.tables import TABLES

FILES = files(Corpus.of())


def described(**settings):
    return json.loads(as_data_package(Masthead(**settings), FILES))


def field(table, column):
    resource = next(one for one in described()["resources"] if one["name"] == table)
    return next(one for one in resource["schema"]["fields"] if one["name"] == column)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Border returns 2021–2025", "border-returns-2021-2025"),
        ("Граница", "corpus"),
        ("!", "corpus"),
    ],
)
def test_the_name_is_one_that_programs_accept(title, name):
    assert described(title=title)["name"] == name


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("CC-BY-4.0", {"name": "CC-BY-4.0"}),
        ("https://example.org/l", {"path": "https://example.org/l"}),
        ("ask first", {"name": "other", "title": "ask first"}),
    ],
)
def test_a_licence_is_named_or_linked(licence, told):
    assert described(licence=licence)["licenses"] == [told]


def test_nothing_is_promised_that_the_masthead_does_not_say():
    assert not {"licenses", "contributors"} & set(described())
    assert described(publisher="Gull")["contributors"] == [
        {"title": "Gull", "roles": ["publisher"]}
    ]


@pytest.mark.parametrize(
    ("table", "column", "constraints"),
    [
        ("sources", "id", {"required": True, "unique": True}),
        ("sources", "title", {"required": False}),
        ("sources", "organ_of", {"required": False, "pattern": "^([A-Z]{2})$"}),
        ("statements", "credibility", {"required": False, "minimum": 1, "maximum": 6}),
        ("reported_figures", "minimum", {"required": True, "minimum": 0}),
        (
            "statements",
            "hosts",
            {
                "required": False,
                "pattern": "^(([A-Z]{2})(;([A-Z]{2}))*"
                "|unknown:(abroad|not-checked|not-reported|withheld))$",
            },
        ),
    ],
)
def test_what_a_column_admits_is_told(table, column, constraints):
    assert field(table, column)["constraints"] == constraints


def test_terms_are_listed():
    assert "ngo-report" in field("sources", "kind")["constraints"]["enum"]
    assert "unknown:withheld" in field("statements", "setting")["constraints"]["enum"]
    assert "unknown:withheld" not in field("statements", "mode")["constraints"]["enum"]
    assert "unknown:abroad" not in field("statements", "setting")["constraints"]["enum"]


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("reported_figures", "minimum", "number"),
        ("statements", "credibility", "integer"),
        ("statements", "date", "string"),
        ("statements", "persons_min", "string"),
    ],
)
def test_fields_have_the_type_that_every_cell_has(table, column, kind):
    assert field(table, column)["type"] == kind


def test_an_address_has_the_form_of_one():
    assert field("sources", "url")["format"] == "uri"


def test_every_file_is_told_by_size_and_digest():
    told = {one["path"]: (one["bytes"], one["hash"]) for one in described()["resources"]}

    assert told == {
        name: (len(FILES[name]), f"sha256:{hashlib.sha256(FILES[name]).hexdigest()}")
        for name in [*(table.file for table in TABLES.values()), "codebook.csv"]
    }


def test_every_single_reference_is_a_foreign_key():
    told = {
        (resource["name"], key["fields"][0]): key["reference"]["resource"] or resource["name"]
        for resource in described()["resources"]
        for key in resource.get("schema", {}).get("foreignKeys", [])
    }

    assert told == {
        place: led_to
        for place, led_to in REFERENCES.items()
        if not TABLES[place[0]].column(place[1]).many
    }
