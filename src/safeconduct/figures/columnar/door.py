"""The one door to DuckDB: a database in memory that reads the files of a corpus folder.

It depends on DuckDB and the errors; nothing else in the project imports DuckDB.
The other files of this package say what to ask; this one says how to ask it.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final, Self

import duckdb

from safeconduct.errors import SafeconductError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Cell = str | int | float | bool | list[str | None] | None
MEMORY_LIMIT: Final = "1500MB"  # leaves room for Python and for answers under the promised 2 GB


class Unsuitable(SafeconductError):
    """The columnar path cannot take this folder as it is; the careful reader decides."""

    code = "unsuitable"


class Door:
    """An open database."""

    def __init__(self) -> None:
        """Open an empty database in memory."""
        self._connection = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": MEMORY_LIMIT,
                "preserve_insertion_order": "false",
                # Nothing here outlives the process, so there is nothing to write back to a file.
                "checkpoint_threshold": MEMORY_LIMIT,
            },
        )

    def __enter__(self) -> Self:
        """Hand out the open database."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Close it."""
        self._connection.close()

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Carry out statements.

        Raises:
            Unsuitable: DuckDB refuses; what it says is kept as the cause and never shown, since it
            can quote cells.
        """
        try:
            self._connection.execute(sql, list(values)) if values else self._connection.execute(sql)
        except duckdb.Error as refused:
            raise Unsuitable("The files cannot be read as columns.") from refused

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Cell, ...]]:
        """Carry out one statement and fetch its rows."""
        self.run(sql, values)
        return self._connection.fetchall()

    def fill(self, table: str, columns: str, *, rows: Iterable[Sequence[Cell]]) -> None:
        """Create a table of text and number columns from rows of Python values."""
        self.run(f"CREATE TABLE {table} ({columns})")
        listed = [list(column) for column in zip(*rows, strict=True)]
        if listed:
            names = ", ".join("unnest(?)" for _ in listed)
            self.run(f"INSERT INTO {table} SELECT {names}", listed)

    def script(self, name: str, /, **names: str) -> None:
        """Carry out one of the scripts in `sql/`, with its `{names}` filled in."""
        self.run(script(name).format_map(names))


def script(name: str) -> str:
    """The text of one of the scripts in `sql/`."""
    folder = resources.files(__package__).joinpath("sql")
    return folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")


def quoted(path: Path) -> str:
    """A path as an SQL literal."""
    return "'" + str(path).replace("'", "''") + "'"
