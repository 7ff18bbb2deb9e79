"""A workbook, .xlsx or .ods: one sheet a table, read into a corpus or refused as a whole.

It depends on the record, on the errors, on the shared reading of rows and on python-calamine.
A typed cell comes back as the text that was meant, or is refused where that cannot be known; the
rule for a further type of cell goes into `_text`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from safeconduct.errors import NotFound, Problem, RejectedRows, Unavailable
from safeconduct.importers.csv_text import whole
from safeconduct.importers.masthead import from_rows
from safeconduct.importers.record_rows import ReadTable, TextTable, corpus_of, read_table
from safeconduct.importers.workbook_scan import LARGEST_WORKBOOK, SAVE_AGAIN, refused_cells
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import CORPUS_SHEET, HELP_SHEETS, OPTIONAL_TABLES
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from python_calamine import CalamineSheet

    from safeconduct.importers.record_rows import NumberedRow, RawCell
    from safeconduct.importers.workbook_scan import CellPlace
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.tables import TableOfRecords

SUFFIXES: Final = (".xlsx", ".ods")
_READ_SHEETS: Final = (CORPUS_SHEET.name, *TABLES)
_AS_TEXT: Final = "Format the cell as text and type it again."


def read(path: Path) -> Corpus:
    """Read a workbook.

    Raises:
        NotFound: there is no such file.
        RejectedRows: it is no workbook, or anything in it is not what it has to be; every problem
            is named at once, with the file and the sheet as `book.xlsx/statements`.
        Unavailable: the file is there and cannot be opened.
    """
    book = _Book(path.name, _octets(path))
    problems = book.strangers()
    rows = book.rows(CORPUS_SHEET)
    masthead, noted = (
        (Masthead(), [book.missing(CORPUS_SHEET)])
        if rows is None
        else from_rows(rows, book.file(CORPUS_SHEET))
    )
    problems.extend(noted)
    ignored = frozenset(masthead.ignored_columns)
    tables = {
        name: _read_sheet(book, table, ignored=ignored, problems=problems)
        for name, table in TABLES.items()
    }
    return corpus_of(path.name, masthead, tables=tables, problems=problems)


def _octets(path: Path) -> bytes:
    if not path.exists():
        raise NotFound("workbook", path.name)
    found = ""
    if path.suffix.casefold() not in SUFFIXES:
        found = "a file that is no workbook by its name"
    elif not path.is_file():
        found = "what is not a file"
    elif path.stat().st_size > LARGEST_WORKBOOK:
        found = f"a file of more than {LARGEST_WORKBOOK} bytes"
    if found:
        problem = whole(path.name, found, allowed="a workbook saved as .xlsx or .ods")
        raise RejectedRows(path.name, [problem])
    try:
        return path.read_bytes()
    except OSError as cause:
        raise Unavailable(path.name, hint="Check who may read it.") from cause


def _read_sheet(
    book: _Book, table: TableOfRecords, *, ignored: frozenset[str], problems: list[Problem]
) -> ReadTable:
    file, rows = book.file(table), book.rows(table)
    if rows is not None:
        text = TextTable(table=table, file=file, rows=rows)
        return read_table(text, ignored=ignored, problems=problems)
    is_optional = table.name in OPTIONAL_TABLES
    if not is_optional:
        problems.append(book.missing(table))
    return ReadTable(file=file, rows=[], numbers=[], is_whole=is_optional)


class _Book:
    """An opened workbook: its sheets as rows of text."""

    def __init__(self, name: str, octets: bytes) -> None:
        self._name = name
        self._refused = refused_cells(octets, name)
        try:
            self._sheets = CalamineWorkbook.from_filelike(BytesIO(octets))
        except CalamineError as broken:
            raise self._unreadable() from broken

    def file(self, table: TableOfRecords) -> str:
        """The name of a sheet in a problem."""
        return f"{self._name}/{table.name}"

    def missing(self, table: TableOfRecords) -> Problem:
        """A sheet that has to be there and is not."""
        return whole(
            self.file(table),
            "no such sheet",
            allowed=f"a sheet {table.name}, even where it holds a header only",
            hint="`safeconduct new` writes a workbook that has it.",
        )

    def strangers(self) -> list[Problem]:
        """Sheets that would be missed in silence: hidden ones, and those that are no table."""
        problems = []
        for position, sheet in enumerate(self._sheets.sheets_metadata, start=1):
            if sheet.name in HELP_SHEETS:
                continue
            found = hint = ""
            if sheet.name not in _READ_SHEETS:
                found = "a sheet that is no table" if self._sheet(sheet.name).end else ""
                near = get_close_matches(sheet.name.casefold(), _READ_SHEETS, n=1)
                hint = f"Did you mean {near[0]}?" if near else "Move it to another workbook."
            elif sheet.visible != SheetVisibleEnum.Visible:
                found, hint = "a hidden sheet", "Show it, so that nobody imports it unseen."
            if found:
                # Safety: the name of a stranger's sheet is free text; its number finds it as well.
                allowed = f"the visible sheets {', '.join((*_READ_SHEETS, *HELP_SHEETS))}"
                file = f"{self._name}/sheet {position}"
                problems.append(whole(file, found, allowed=allowed, hint=hint))
        return problems

    def rows(self, table: TableOfRecords) -> Iterator[NumberedRow] | None:
        """The rows of the sheet of a table, from row 1 on; None where there is no such sheet."""
        if table.name not in self._sheets.sheet_names:
            return None
        sheet, refused = self._sheet(table.name), self._refused.get(table.name, {})
        return _numbered_rows(sheet, refused, table=table)

    def _sheet(self, name: str) -> CalamineSheet:
        try:
            return self._sheets.get_sheet_by_name(name)
        except CalamineError as broken:
            raise self._unreadable() from broken

    def _unreadable(self) -> RejectedRows:
        problem = whole(
            self._name,
            "what cannot be read as a workbook",
            allowed="a workbook saved as .xlsx or .ods",
            hint=SAVE_AGAIN,
        )
        return RejectedRows(self._name, [problem])


def _numbered_rows(
    sheet: CalamineSheet, refused: Mapping[CellPlace, UnreadableCell], *, table: TableOfRecords
) -> Iterator[NumberedRow]:
    # A refused cell may stand where the library sees nothing: an error value, or a merge.
    height = max((row for row, _ in refused), default=0)
    width = max((column + 1 for _, column in refused), default=0)
    width = max(width, sheet.end[1] + 1 if sheet.end else 0)
    left = [""] * (sheet.start[1] if sheet.start else 0)
    known = {column.name: column.kind for column in table.columns}
    kinds: list[str] = []
    for number, cells in _numbered(sheet, height):
        typed = [*left, *cells]
        row = [
            refused.get((number, place))
            or _text(typed[place] if place < len(typed) else "", kinds[place] if kinds else "")
            for place in range(width)
        ]
        kinds = kinds or [known.get(str(cell).strip(), "") for cell in row]
        yield number, row


def _numbered(sheet: CalamineSheet, height: int) -> Iterator[tuple[int, Sequence[object]]]:
    number = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, cells
    for further in range(number + 1, height + 1):
        yield further, ()


def _text(cell: object, kind: str) -> RawCell:
    """The text that somebody meant who typed what became this cell."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return str(int(cell)) if float(cell).is_integer() else str(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if kind != "date" or not isinstance(cell, date) or isinstance(cell, datetime):
        # A spreadsheet turns 5-6, 1:30 and the like into these; what stood there is lost.
        return UnreadableCell("a date or time made by the spreadsheet", "text", hint=_AS_TEXT)
    if cell.day == 1:
        # A spreadsheet turns 2023-10 into the first of the month, more exact than the source.
        return UnreadableCell(
            "a first of the month made by the spreadsheet, which may have been a month only",
            "the date as text, as exact as it is known",
            hint=_AS_TEXT,
        )
    return cell.isoformat()
