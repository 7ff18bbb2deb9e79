"""Parquet: one file a table, typed, written by DuckDB behind its door.

It depends on the handover, on the values of the record and on the door to DuckDB.
A number is a number and several values are a list; where a value is not known, the reason stands in
a column beside it, and a partial date has its first and last day beside it. A further column
appears by itself.

Source: Apache Parquet, https://parquet.apache.org/docs/file-format/.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from safeconduct.exporters import record_values
from safeconduct.exporters.codebook import codebook_rows
from safeconduct.exporters.record_values import LEAVING, rows_of
from safeconduct.figures.columnar.door import Door, quoted
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.place import Place
from safeconduct.record.unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from safeconduct.exporters.handover import Handover
    from safeconduct.figures.columnar.door import Cell as Stored
    from safeconduct.publish.release import ReleasedTable
    from safeconduct.record.columns import Cell, Column

NAME: Final = "parquet"
PLAIN: Final = "Parquet: a folder with one typed file a table"
ENDING: Final = ""
HOLDS: Final = ("corpus", "release")
ROWS: Final = "records"
CARRIES: Final = record_values.CARRIES
LEAVES: Final = record_values.LEAVES
_ORDER: Final = "row_in_order"
_NUMBERS: Final = {"count": "BIGINT", "credibility": "BIGINT", "number": "DOUBLE"}


def files(handed: Handover) -> Mapping[str, bytes]:
    """One file a table, and the codebook beside them."""
    if handed.holds == "release":
        return {f"{table.id}.parquet": _released(table) for table in handed.release.tables}
    written = {}
    for table in LEAVING.values():
        rows = (_stored(table.columns, row) for row in rows_of(handed.corpus, table))
        written[f"{table.name}.parquet"] = _octets(_types(table.columns), rows)
    headings, *told = codebook_rows(LEAVING.values())
    written["codebook.parquet"] = _octets([(name, "VARCHAR") for name in headings], told)
    return written


def _types(columns: Iterable[Column]) -> list[tuple[str, str]]:
    found = []
    for column in columns:
        found.append((column.name, "VARCHAR[]" if column.many else _type(column)))
        if column.kind == "date":
            found += [(f"{column.name}_first_day", "DATE"), (f"{column.name}_last_day", "DATE")]
        if column.unknown:
            found.append((f"{column.name}_unknown", "VARCHAR"))
    return found


def _type(column: Column) -> str:
    return _NUMBERS.get(column.kind, "VARCHAR")


def _stored(columns: Sequence[Column], row: Sequence[Cell]) -> list[Stored]:
    found: list[Stored] = []
    for column, value in zip(columns, row, strict=True):
        known = None if isinstance(value, Unknown) or value == () else value
        found.append(_one(known))
        if column.kind == "date":
            found += _ends(known)
        if column.unknown:
            found.append(value.reason if isinstance(value, Unknown) else None)
    return found


def _one(value: Cell) -> Stored:
    if isinstance(value, PartialDate | Place | Unknown):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _ends(value: Cell) -> list[Stored]:
    if not isinstance(value, PartialDate):
        return [None, None]
    days = (value.earliest, value.latest)
    return [None if day in (date.min, date.max) else day.isoformat() for day in days]


def _released(table: ReleasedTable) -> bytes:
    types = [(dimension.name, "VARCHAR") for dimension in table.dimensions]
    types += [("shown", "VARCHAR"), ("low", "BIGINT"), ("high", "BIGINT")]
    return _octets(types, ([*cell.labels, cell.shown, cell.low, cell.high] for cell in table.cells))


def _octets(types: Sequence[tuple[str, str]], rows: Iterable[Sequence[Stored]]) -> bytes:
    declared = ", ".join(f'"{name}" {kind}' for name, kind in types)
    names = ", ".join(f'"{name}"' for name, _ in types)
    # Safety: DuckDB writes to a path only; the folder is its owner's and gone afterwards.
    with TemporaryDirectory() as folder, Door() as door:
        path = Path(folder) / "table.parquet"
        door.run("SET threads = 1")  # several would divide the rows by chance
        door.fill("leaving", f"{declared}, {_ORDER} BIGINT", rows=_numbered(rows))
        # Every name is one of a column here; values are bound.
        inside = f"SELECT {names} FROM leaving ORDER BY {_ORDER}"  # noqa: S608 - see above
        door.run(f"COPY ({inside}) TO {quoted(path)} (FORMAT parquet, COMPRESSION zstd)")
        return path.read_bytes()


def _numbered(rows: Iterable[Sequence[Stored]]) -> Iterator[list[Stored]]:
    for number, row in enumerate(rows):
        yield [*row, number]
