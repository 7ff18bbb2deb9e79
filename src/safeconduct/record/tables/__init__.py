"""The five tables of a corpus folder, column by column: the one place that says what one holds.

It depends on `columns` only.
To add a column, add it to its table's file here and a field of the same name to the record; every
reader, writer, the workbook, the reference page and the columnar count follow.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables.decisions import DECISIONS, OCCURRENCE, PERSONS
from safeconduct.record.tables.incidents import INCIDENTS
from safeconduct.record.tables.reported_figures import REPORTED_FIGURES
from safeconduct.record.tables.sources import SOURCES
from safeconduct.record.tables.statements import STATEMENTS, VALUE_COLUMNS
from safeconduct.record.tables.table import TableOfRecords

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "DECISIONS",
    "INCIDENTS",
    "OCCURRENCE",
    "PERSONS",
    "REPORTED_FIGURES",
    "SOURCES",
    "STATEMENTS",
    "TABLES",
    "VALUE_COLUMNS",
    "TableOfRecords",
]

TABLES: Final[Mapping[str, TableOfRecords]] = MappingProxyType(
    {table.name: table for table in (SOURCES, STATEMENTS, INCIDENTS, REPORTED_FIGURES, DECISIONS)}
)
