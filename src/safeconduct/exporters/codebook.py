"""`codebook.csv`: every column of a corpus and every term that it admits, for people and programs.

It depends on the record and on the vocabulary.
It follows from the columns; a new language of the vocabulary is a new column here by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct import vocabulary
from safeconduct.exporters.safe_cells import safe_row
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.record.columns import Column
    from safeconduct.record.tables import TableOfRecords

HEADINGS = (
    "table",
    "column",
    "term",
    *(f"label_{language}" for language in vocabulary.LANGUAGES),
    "description",
    "allowed",
)


def codebook_rows(tables: Iterable[TableOfRecords] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the header, then each column with its terms; of all tables unless some are named."""
    yield HEADINGS
    blank = ("",) * len(vocabulary.LANGUAGES)
    for table in tuple(tables) or TABLES.values():
        for column in table.columns:
            told = (table.name, column.name, "", *blank, column.description, column.allowed)
            yield safe_row(told)
            for cells in _terms(column):
                yield safe_row((table.name, column.name, *cells, ""))


def _terms(column: Column) -> Iterator[tuple[str, ...]]:
    if column.kind == "term":
        for term in vocabulary.terms(column.terms).values():
            labels = (
                vocabulary.in_language(term.label, language) for language in vocabulary.LANGUAGES
            )
            yield (term.id, *labels, vocabulary.in_language(term.definition, "en"))
