"""Workbooks for the tests of readers: the invented example, typed as in a spreadsheet.

It depends on xlsxwriter, on the exporters that write the example, and on the standard library.
A cell is given as text, number, day, formula or whatever xlsxwriter knows; a part of the archive is
given as text.
"""

import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from safeconduct.exporters import open_document
from safeconduct.exporters.example_corpus import example_corpus
from tests.importers.samples import rows, sample

CORPUS = [
    ["setting", "value", "other_name"],
    ["title", "Invented example", ""],
    ["language", "en", ""],
    ["vocabulary", "1", ""],
]
TABLES = ("sources", "statements", "incidents", "reported_figures", "decisions")


class Formula(str):
    """The text of a formula, with 7 as the result that a spreadsheet remembers."""

    __slots__ = ()


def example_sheets() -> dict[str, list[list[object]]]:
    """The rows of every sheet of the example, the header first."""
    files = sample()
    sheets: dict[str, list[list[object]]] = {"corpus": [list(row) for row in CORPUS]}
    for name in TABLES:
        sheets[name] = [list(row) for row in rows(files[f"{name}.csv"])]
    return sheets


def book(
    path: Path,
    changes: Mapping[tuple[str, int, str], object] | None = None,
    *,
    touch: Callable[[xlsxwriter.Workbook], None] | None = None,
) -> Path:
    """Write the example as a workbook, with cells changed by sheet, row and heading."""
    sheets = example_sheets()
    for (name, row, heading), cell in (changes or {}).items():
        sheets[name][row - 1][sheets[name][0].index(heading)] = cell
    return write(path, sheets, touch=touch)


def write(
    path: Path,
    sheets: Mapping[str, list[list[object]]],
    *,
    touch: Callable[[xlsxwriter.Workbook], None] | None = None,
) -> Path:
    """Write sheets of cells as a workbook; `touch` may do what a person does to one."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as made:
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        clock = made.add_format({"num_format": "hh:mm"})
        for name, lines in sheets.items():
            page = made.add_worksheet(name)
            for number, line in enumerate(lines):
                for place, cell in enumerate(line):
                    if isinstance(cell, Formula):
                        page.write_formula(number, place, cell, None, 7)
                    elif isinstance(cell, date | datetime):
                        page.write_datetime(number, place, cell, day)
                    elif isinstance(cell, time):
                        page.write_datetime(number, place, cell, clock)
                    elif cell != "":
                        page.write(number, place, cell)
        if touch:
            touch(made)
    return path


def open_book(path: Path, change: Callable[[str], str] = lambda content: content) -> Path:
    """Write the example as an OpenDocument workbook, with its content changed as text."""
    open_document.write(example_corpus(), path)
    return with_part(path, "content.xml", change)


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """Change one part of an archive as text."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts[name].decode()).encode()
    return archive_of(path, parts)


def archive_of(path: Path, parts: Mapping[str, bytes]) -> Path:
    octets = BytesIO()
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(octets.getvalue())
    return path
