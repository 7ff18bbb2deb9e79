"""The layout of a corpus: where ids lead, what a masthead holds, and which sheets are only help.

It depends on the layout, on the records and on the rules between them.
A new reference is held against those rules by itself.
"""

from dataclasses import fields

import pytest

from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import (
    CORPUS_SHEET,
    HELP_SHEETS,
    OPTIONAL_TABLES,
    REFERENCES,
    SETTINGS,
    masthead_problems,
)
from safeconduct.record.tables import TABLES


def test_every_reference_is_a_column_of_ids_and_leads_to_a_table():
    for (table, column), led_to in REFERENCES.items():
        assert TABLES[table].column(column).kind == "identifier"
        assert led_to in TABLES


def test_every_column_of_ids_but_a_few_is_a_reference():
    others = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.kind == "identifier" and column.name != "id"
    } - set(REFERENCES)

    # A chain is named by its members, and the field of a decision is a column.
    assert others == {("incidents", "chain"), ("decisions", "field")}


def test_every_field_of_a_masthead_is_a_setting_or_a_list():
    assert {field.name for field in fields(Masthead)} == {*SETTINGS, "aliases", "ignored_columns"}


def test_no_sheet_has_two_meanings():
    names = [CORPUS_SHEET.name, *TABLES, *HELP_SHEETS]

    assert len(set(names)) == len(names)
    assert set(TABLES) >= OPTIONAL_TABLES


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({}, []),
        ({"publisher": "Gull", "as_of": "2024-05~", "language": "ru"}, []),
        ({"aliases": {"DG": "Gull", "D. Gull": "Gull"}, "ignored_columns": ("colour",)}, []),
        ({"title": ""}, ["title"]),
        ({"title": " Returns"}, ["title"]),
        ({"title": "=1"}, ["title"]),
        ({"language": "english", "as_of": "May"}, ["language", "as_of"]),
        ({"vocabulary": "2"}, ["vocabulary"]),
        ({"aliases": {"DG": ""}}, ["aliases"]),
        ({"aliases": {"=DG": "Gull"}}, ["aliases"]),
        ({"aliases": {"DG": "Gull", "Gull": "Tern"}}, ["aliases"]),
        ({"aliases": {"Gull": "Gull"}}, ["aliases"]),
        ({"ignored_columns": ("",)}, ["ignored_columns"]),
        ({"ignored_columns": ("note",)}, ["ignored_columns"]),
    ],
)
def test_what_a_corpus_cannot_hold_is_named(settings, names):
    assert [name for name, _ in masthead_problems(Masthead(**settings))] == names
