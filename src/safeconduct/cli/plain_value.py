"""Plain values: what a record, an adopted value or a verdict is in text and in JSON.

It depends on the record.
A new type of value is one more case in `plain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.record.columns import SEPARATOR
from safeconduct.record.corpus import cells
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.record.integrity import Identified

NOTHING = "–"


def plain(value: object) -> Json:
    """A value as JSON has it: lists stay lists, numbers numbers, all else is text; None is none."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case tuple() | frozenset():
            listed = sorted(value) if isinstance(value, frozenset) else value
            return [plain(each) for each in listed]
        case _:
            return str(value)


def in_text(value: object) -> str:
    """A value as a reader has it."""
    if value in (None, ()):
        return NOTHING
    if isinstance(value, tuple | frozenset):
        return ", ".join(map(str, sorted(value) if isinstance(value, frozenset) else value))
    return str(value)


def filled_cells(table: str, record: Identified) -> dict[str, str]:
    """The cells of a record that hold anything, by column; lists are spaced for reading."""
    columns = TABLES[table].columns
    pairs = zip(columns, cells(TABLES[table], record), strict=True)
    return {
        column.name: text.replace(SEPARATOR, ", ") if column.many else text
        for column, text in pairs
        if text
    }


def fields_json(table: str, record: Identified) -> dict[str, Json]:
    """Every field of a record, with null for what is blank."""
    return {column.name: plain(getattr(record, column.name)) for column in TABLES[table].columns}
