"""A table of a corpus folder: its name, what a row is, and its columns in their order.

It depends on `columns` only.
The five tables stand beside this file, one a file; a sixth would be one more and a line in
`tables/__init__.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.record.columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOfRecords:
    """One table: its name (the file is `name.csv`), what a row is, its columns in order."""

    name: str
    row_is: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError is a programming error here, not an input's."""
        return {column.name: column for column in self.columns}[name]


def identifies(what: str, example: str) -> Column:
    """Describe the id column, which every table begins with."""
    return Column(
        name="id",
        kind="identifier",
        required=True,
        example=example,
        description=f"The stable id of the {what}; a re-import finds the {what} by it.",
    )
