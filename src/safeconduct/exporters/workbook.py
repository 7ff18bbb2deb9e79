"""A corpus as an .xlsx workbook: one sheet a table, with notes, lists and a frozen header.

It depends on the sheets beside it and on xlsxwriter.
Every cell is written as text, so that no spreadsheet makes a formula, a number or a date of it; a
new sheet is written without a change here.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # the library has no types

from safeconduct.exporters.sheets import MOST_ROWS, sheets_of, template_sheets
from safeconduct.exporters.swap import replace_file
from safeconduct.record.corpus import Masthead

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from safeconduct.exporters.sheets import Sheet, SheetColumn
    from safeconduct.record.corpus import Corpus

# The same bytes for the same corpus: a workbook says when it was made, so it always says the same.
_MADE_AT: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LAST_ROW: Final = MOST_ROWS - 1
_A4: Final = 9
_LINE_HEIGHT: Final = 15  # points
_MOST_LINES: Final = 12  # a longer text is read in its cell, not in the table
_TEXT_FORMAT: Final = 49  # what spreadsheets call "Text"
_AS_TEXT: Final = {"num_format": _TEXT_FORMAT, "text_wrap": True, "valign": "top"}
_HEADING: Final = {"num_format": _TEXT_FORMAT, "bold": True, "valign": "top", "bottom": 1}
_LIGHT: Final = {**_HEADING, "bg_color": "#E4E2DC", "font_color": "#1C1B19"}
_DARK: Final = {**_HEADING, "bg_color": "#3B3A36", "font_color": "#FFFFFF"}


def write(corpus: Corpus, path: Path) -> None:
    """Write a corpus into a workbook; a workbook of that name is replaced.

    Raises:
        InvalidRecord: the masthead holds what no corpus can.
        Refusal: a table has more rows than a sheet.
        Unavailable: the file cannot be written; what was there is still there.
    """
    replace_file(octets(sheets_of(corpus)), path)


def template(path: Path, masthead: Masthead | None = None) -> None:
    """Write a workbook to begin with: no records yet, and an invented example.

    Raises:
        InvalidRecord: the masthead holds what no corpus can.
        Unavailable: the file cannot be written; what was there is still there.
    """
    replace_file(octets(template_sheets(masthead or Masthead())), path)


def octets(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets."""
    written = BytesIO()
    # Safety: in memory, because the library's temporary files would leave the corpus on the disk.
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE_AT})
        formats = {
            "text": book.add_format(_AS_TEXT),
            "light": book.add_format(_LIGHT),
            "dark": book.add_format(_DARK),
        }
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats=formats)
    return written.getvalue()


def _write_sheet(page: Worksheet, sheet: Sheet, *, formats: dict[str, Format]) -> None:
    for place, column in enumerate(sheet.columns):
        # The whole column is text, so that what somebody types there later stays as typed.
        page.set_column(place, place, column.width, formats["text"])
        page.write_string(
            0, place, column.heading, formats["dark" if column.is_required else "light"]
        )
        if column.note:
            page.write_comment(0, place, column.note, {"x_scale": 2.4, "y_scale": 2.0})
        if sheet.takes_rows:
            _offer_list(page, column, place=place)
    page.freeze_panes(1, 1 if sheet.takes_rows else 0)
    page.set_paper(_A4)
    page.set_landscape()
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for number, row in enumerate(sheet.rows):
        style = formats["light" if number in sheet.emphasised else "text"]
        page.set_row(number + 1, _LINE_HEIGHT * _lines(row, sheet.columns))
        for place, text in enumerate(row):
            if text:
                page.write_string(number + 1, place, text, style)


def _lines(row: tuple[str, ...], columns: tuple[SheetColumn, ...]) -> int:
    """How many lines a row takes when its texts are wrapped, as far as letters can be counted."""
    needed = 1
    for text, column in zip(row, columns, strict=False):
        lines = sum(1 + len(line) // column.width for line in text.split("\n"))
        needed = max(needed, lines)
    return min(needed, _MOST_LINES)


def _offer_list(page: Worksheet, column: SheetColumn, *, place: int) -> None:
    offer = column.offer
    if offer is None:
        return
    letter = chr(ord("A") + offer.column)
    source = f"='{offer.sheet}'!${letter}${offer.first_row}:${letter}${offer.last_row}"
    page.data_validation(
        1,
        place,
        _LAST_ROW,
        place,
        {
            "validate": "list",
            "source": source,
            "show_error": offer.is_enforced,
            "error_title": "Not in the list",
            "error_message": f"Choose a word of the list; the sheet {offer.sheet} explains them.",
        },
    )
