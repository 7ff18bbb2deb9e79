"""The five tables of a record for formats that have tables: typed values, and nothing kept back.

It depends on the record and on what is kept back.
A column that may leave appears by itself; a decision about a column that may not stays with it.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.kept_back import KEPT_BACK, leaves
from safeconduct.record.decision import Decision
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.record.columns import Cell
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.tables import TableOfRecords

# The tables with the columns that may leave.
LEAVING: Final[Mapping[str, TableOfRecords]] = MappingProxyType(
    {
        name: replace(
            table,
            columns=tuple(column for column in table.columns if leaves(name, column.name)),
        )
        for name, table in TABLES.items()
    }
)
# Where every column of a format of tables goes, or why it does not.
CARRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        f"{name}.{column.name}": "the column of that name"
        for name, table in LEAVING.items()
        for column in table.columns
    }
)
LEAVES: Final = KEPT_BACK


def rows_of(corpus: Corpus, table: TableOfRecords) -> Iterator[tuple[Cell, ...]]:
    """The records of a table as values."""
    for record in corpus.tables[table.name]:
        # Safety: a decision repeats the value that it adopts, so it stays where its field does.
        if not isinstance(record, Decision) or leaves("statements", record.field):
            yield tuple(getattr(record, column.name) for column in table.columns)


def texts_of(corpus: Corpus, table: TableOfRecords) -> Iterator[tuple[str, ...]]:
    """The same as the texts of cells."""
    for row in rows_of(corpus, table):
        pairs = zip(table.columns, row, strict=True)
        yield tuple(column.write(value) for column, value in pairs)
