"""Tables of other tools: CSV with any of the usual separators, and the sheets of a workbook.

It depends on the text of CSV files, on the scan of workbooks and on python-calamine.
A further habit of a spreadsheet is one more line in `_text` or `_DELIMITERS`.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows, Unavailable
from safeconduct.importers.csv_text import numbered_rows, whole
from safeconduct.importers.foreign_table import FirstOfMonth, table_of
from safeconduct.importers.workbook_scan import refused_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from python_calamine import CalamineSheet

    from safeconduct.importers.foreign_table import ForeignTable
    from safeconduct.importers.record_rows import NumberedRow, RawCell
    from safeconduct.importers.workbook_scan import CellPlace
    from safeconduct.record.columns import UnreadableCell

_ZIP: Final = b"PK\x03\x04"
_DELIMITERS: Final = (",", ";", "\t", "|")
_ALLOWED_ENDS: Final = "one way to end a row in the whole file"


def sheets_or_csv(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """The sheets of a workbook by their names, or the one table of a CSV file under ""."""
    if octets.startswith(_ZIP):
        return workbook_tables(octets, file, problems=problems)
    return [csv_table(octets, file, headings=headings, problems=problems)]


def csv_table(
    octets: bytes,
    file: str,
    *,
    headings: frozenset[str],
    problems: list[Problem],
    name: str = "",
) -> ForeignTable:
    """The table of a CSV file, whose separator is the one that finds most known headings."""
    first = octets.partition(b"\n")[0].decode("utf-8-sig", "replace")

    def found(delimiter: str) -> int:
        return len(headings.intersection(c.strip(' "\r') for c in first.split(delimiter)))

    mixed = _mixed_ends(octets, file)
    if mixed:
        problems.append(mixed)
    rows = numbered_rows(octets, file, headings=(), delimiter=max(_DELIMITERS, key=found))
    return table_of(rows, problems, name=name, file=file)


def _mixed_ends(octets: bytes, file: str) -> Problem | None:
    """The row whose end is another than that of the first, outside quotation marks.

    Such a file was put together of two, or edited by hand, and a reader may see other rows in it.
    """
    ends: str | None = None
    row = 1
    inside = False
    for line in io.StringIO(octets.decode("utf-8", "replace"), newline=""):
        inside ^= line.count('"') % 2 == 1
        if inside:
            continue
        end = line[len(line.rstrip("\r\n")) :]
        # Blank lines and the last row prove nothing.
        if end and ends is not None and end != ends:
            return Problem(
                file=file,
                row=row,
                column="",
                found="a row that ends in another way than the first",
                allowed=_ALLOWED_ENDS,
                hint="Save the file again from one program.",
            )
        ends = ends or end
        row += 1
    return None


def workbook_tables(octets: bytes, file: str, *, problems: list[Problem]) -> list[ForeignTable]:
    """The sheets of a workbook that hold anything.

    Raises:
        RejectedRows: it is no workbook, or one made to exhaust the machine.
        Unavailable: the library of workbooks is not installed.
    """
    try:
        # The library of workbooks is an extra, and CSV needs none.
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415
    except ImportError as cause:
        raise Unavailable(
            "The reading of workbooks", hint="Install safeconduct[workbook]."
        ) from cause
    refused = refused_cells(octets, file)
    tables = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(octets))
        for name in book.sheet_names:
            rows = _numbered(book.get_sheet_by_name(name), refused.get(name, {}))
            noted: list[Problem] = []
            table = table_of(rows, noted, name=name, file=f"{file}/{name}")
            if table.headings:
                tables.append(table)
                problems.extend(noted)
    except CalamineError as broken:
        problem = whole(
            file, "what cannot be read as a workbook", allowed="a workbook (.xlsx, .ods)"
        )
        raise RejectedRows(file, [problem]) from broken
    return tables


def _numbered(
    sheet: CalamineSheet, refused: Mapping[CellPlace, UnreadableCell]
) -> Iterator[NumberedRow]:
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        typed = [*left, *cells]
        yield (
            number,
            [refused.get((number, place)) or _text(cell) for place, cell in enumerate(typed)],
        )


def _text(cell: object) -> RawCell:
    """The text of a typed cell; a first of the month may have been a month only."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    is_midnight = isinstance(cell, datetime) and cell.time() == time()
    day = cell.date() if isinstance(cell, datetime) and is_midnight else cell
    if isinstance(day, date) and not isinstance(day, datetime) and day.day == 1:
        return FirstOfMonth(day.isoformat())
    return day.isoformat() if isinstance(day, date | time) else str(day)
