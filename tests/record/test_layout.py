"""What a corpus folder is made of, and what its masthead may hold.

It depends on the record only; readers and writers are tried in their own folders.
A new setting of a corpus is tried by itself.
"""

import dataclasses
from typing import Any

import pytest

from safeconduct import vocabulary
from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import (
    CORPUS_SHEET,
    OPTIONAL_TABLES,
    REFERENCES,
    SETTINGS,
    masthead_problems,
)
from safeconduct.record.tables import TABLES


def test_every_setting_is_a_field_of_the_masthead_with_an_example():
    examples: dict[str, Any] = {name: column.example for name, column in SETTINGS.items()}
    masthead = dataclasses.replace(Masthead(), **examples)

    assert masthead_problems(masthead) == []


def test_the_default_masthead_could_be_written():
    assert masthead_problems(Masthead()) == []


@pytest.mark.parametrize(
    ("cells", "setting"),
    [
        ({"title": ""}, "title"),
        ({"title": "=1+1"}, "title"),
        ({"language": "English"}, "language"),
        ({"as_of": "30.6.2025"}, "as_of"),
        ({"vocabulary": "0"}, "vocabulary"),
        ({"aliases": {"": "Lantern"}}, "aliases"),
        ({"aliases": {"The Lantern": "a\x00b"}}, "aliases"),
        ({"aliases": {"a": "b", "b": "c"}}, "aliases"),
        ({"ignored_columns": (" colour",)}, "ignored_columns"),
        ({"ignored_columns": ("origin",)}, "ignored_columns"),
    ],
)
def test_a_masthead_that_a_folder_could_not_hold_is_told_why(cells, setting):
    assert [name for name, _ in masthead_problems(Masthead(**cells))] == [setting]


def test_every_problem_of_a_masthead_is_named_at_once():
    masthead = Masthead(title="", vocabulary="0", aliases={"": ""}, ignored_columns=("",))

    assert [name for name, _ in masthead_problems(masthead)] == [
        "title",
        "vocabulary",
        "aliases",
        "aliases",
        "ignored_columns",
    ]


def test_every_column_of_ids_leads_to_a_table_except_ids_themselves():
    columns = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.kind == "identifier" and column.name not in ("id", "chain", "field")
    }

    assert columns == set(REFERENCES)
    assert set(REFERENCES.values()) <= set(TABLES)


def test_only_tables_that_exist_may_be_left_out():
    assert OPTIONAL_TABLES.issubset(TABLES)
    assert CORPUS_SHEET.name not in TABLES
    assert SETTINGS["vocabulary"].example == vocabulary.VERSION
