"""The text of a CSV file: bytes become numbered rows, or problems with their place.

It depends on the standard library, on the errors and on the shared reading of rows.
What a spreadsheet may do to a CSV file (another delimiter, another encoding, a byte order mark) is
recognised here by name; a further habit is one more function beside these.
"""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.record.columns import UnreadableCell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.importers.record_rows import NumberedRow, RawCell

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
AS_UTF_8: Final = 'Save it as "CSV UTF-8 (comma delimited)".'
_OTHER_DELIMITERS: Final = {";": "a semicolon", "\t": "a tab", "|": "a vertical bar"}
# Bytes that are no UTF-8 are kept as lone surrogates, so that each is found in its own cell.
_STRAY: Final = re.compile("[\udc80-\udcff]")
_FIRST_STRAY: Final = 0xDC00


def is_utf_8(octets: bytes) -> bool:
    """Tell whether a file is text in UTF-8; one in UTF-16 is told by its rows."""
    if octets.startswith(_UTF_16_MARKS) or b"\0" in octets[:2]:
        return True
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def numbered_rows(
    octets: bytes, file: str, *, headings: tuple[str, ...], delimiter: str = ","
) -> Iterator[NumberedRow | Problem]:
    """Yield the rows of a CSV file as a spreadsheet numbers them; a problem ends the file.

    Another delimiter than the comma is for files of tools whose habit is known.
    """
    if octets.startswith(_UTF_16_MARKS) or b"\0" in octets[:2]:
        yield whole(file, "text in UTF-16", allowed="text in UTF-8", hint=AS_UTF_8)
        return
    text = octets.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "surrogateescape")
    other = _other_delimiter(text, headings) if delimiter == "," else ""
    if other:
        yield whole(
            file,
            f"cells separated by {_OTHER_DELIMITERS[other]}",
            allowed="cells separated by a comma",
            hint="Spreadsheets in some languages write CSV so; choose the comma, "
            "or save the workbook and import that.",
        )
        return
    with _cells_of_any_length():
        # Line ends are left alone, because those inside quotation marks belong to the cell.
        rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
        number = 0
        try:
            for number, row in enumerate(rows, start=1):
                yield number, [_sound(cell) for cell in row]
        except csv.Error:
            yield Problem(
                file=file,
                row=number + 1,
                column="",
                found="a quotation mark without its partner",
                allowed='text between two quotation marks, those inside it doubled: ""',
                hint="Nothing below this row was read.",
            )


def whole(file: str, found: str, *, allowed: str, hint: str = "") -> Problem:
    """A problem of a file as a whole."""
    return Problem(file=file, row=0, column="", found=found, allowed=allowed, hint=hint)


def _other_delimiter(text: str, headings: tuple[str, ...]) -> str:
    """The delimiter that finds more headings in the first line than the comma does, if one does."""
    line = text.partition("\n")[0]

    def found(delimiter: str) -> int:
        cells = {cell.strip(' "\r') for cell in line.split(delimiter)}
        return len(cells.intersection(headings))

    best = max(_OTHER_DELIMITERS, key=found)
    return best if found(best) > found(",") else ""


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Let the csv module read any cell: a column refuses a long one, by name, and reads on."""
    before = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _sound(cell: str) -> RawCell:
    if cell.isascii():
        return cell
    stray = _STRAY.search(cell)
    if stray:
        return UnreadableCell(
            f"the byte 0x{ord(stray[0]) - _FIRST_STRAY:02X}, which is not UTF-8",
            "text in UTF-8",
            hint=f"The file mixes encodings or has another one. {AS_UTF_8}",
        )
    if "\ufeff" in cell:
        return UnreadableCell(
            "a byte order mark inside the file",
            "text without one; only the very beginning of a file may have it",
            hint="Two files may have been joined here.",
        )
    return cell
