"""Holds a record against its table: every field must be a value that its column could hold.

It depends on the columns and on the errors.
Rules between the fields of one record stand in the record itself; rules between records stand in
`integrity`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.record.tables import TableOfRecords


def hold_against(
    table: TableOfRecords, record: object, *, more: Iterable[tuple[str, str]] = ()
) -> None:
    """Check every field of a record against its column, and add the record's own problems.

    Raises:
        InvalidRecord: at least one field is not admitted; all problems are named, no value is.
    """
    problems = [
        (column.name, f"is not {column.allowed}")
        for column in table.columns
        if not column.holds(getattr(record, column.name))
    ]
    problems.extend(more)
    if problems:
        raise InvalidRecord(table.name.removesuffix("s").replace("_", " "), problems)
