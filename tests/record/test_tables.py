"""The five tables say what a corpus folder holds, and the records hold the same fields.

It depends on the tables and the records.
A new column is tried by itself.
"""

import dataclasses
import re

import pytest

from safeconduct import vocabulary
from safeconduct.record.tables import TABLES, VALUE_COLUMNS
from tests.record.cast import RECORDS
from tests.record.strategies import every_value_is_drawn


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_a_field_of_its_record_and_every_field_a_column(name):
    fields = {field.name for field in dataclasses.fields(RECORDS[name])}

    assert set(TABLES[name].headings) == fields
    assert len(TABLES[name].headings) == len(fields)


@pytest.mark.parametrize("name", TABLES)
def test_every_record_may_leave_out_what_its_table_does_not_require(name):
    optional = {
        field.name
        for field in dataclasses.fields(RECORDS[name])
        if field.default is not dataclasses.MISSING
    }

    assert optional == {column.name for column in TABLES[name].columns if not column.required}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described_in_a_sentence_with_an_example(name):
    for column in TABLES[name].columns:
        assert re.fullmatch(r"[A-Z].*\.", column.description), column.name
        assert column.example or column.name == "note"
        assert (column.kind == "term") is bool(column.terms)
        assert not column.terms or vocabulary.ids(column.terms)


def test_a_table_is_named_after_its_file_and_begins_with_ids():
    assert [table.file for table in TABLES.values()] == [f"{name}.csv" for name in TABLES]
    assert {table.headings[0] for table in TABLES.values()} == {"id"}
    assert all(table.row_is for table in TABLES.values())


def test_a_column_is_found_by_its_name():
    assert TABLES["sources"].column("voice").name == "voice"
    with pytest.raises(KeyError):
        TABLES["sources"].column("colour")


def test_the_generated_corpora_say_something_in_every_column_of_values():
    assert every_value_is_drawn()
    assert VALUE_COLUMNS[0] == "date"
    assert VALUE_COLUMNS[-1] == "motive_by"
