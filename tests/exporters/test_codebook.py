"""The codebook tells every column and every term, in cells that no spreadsheet runs.

It depends on the codebook, on the tables and on the vocabulary.
A new column or term is told by itself.
"""

from safeconduct import vocabulary
from safeconduct.exporters.codebook import HEADINGS, codebook_rows
from safeconduct.exporters.safe_cells import safe_row
from safeconduct.record.tables import TABLES

ROWS = list(codebook_rows())


def test_the_header_names_every_language():
    assert ROWS[0] == HEADINGS
    assert {f"label_{language}" for language in vocabulary.LANGUAGES} < set(HEADINGS)


def test_every_column_of_every_table_is_told():
    told = {row[:2] for row in ROWS[1:]}

    assert told == {
        (table.name, column.name) for table in TABLES.values() for column in table.columns
    }


def test_every_term_of_a_column_is_told_with_its_labels():
    told = {row[2]: row[3:5] for row in ROWS if row[:2] == ("statements", "mode") and row[2]}

    assert set(told) == vocabulary.ids("modes")
    assert told["denies"] == ("denies", "отрицает")


def test_rows_are_as_long_as_the_header_and_safe():
    assert {len(row) for row in ROWS} == {len(HEADINGS)}
    assert [safe_row(row) for row in ROWS] == ROWS
