"""A foreign table as every form delivers it: rows under headings, each cell a list of texts.

It depends on the standard library and on the errors.
A form makes such tables of its file and knows nothing of records; a mapping knows records and
nothing of the form.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Protocol

from safeconduct.errors import NotFound, Problem, RejectedRows, Unavailable
from safeconduct.importers.csv_text import whole
from safeconduct.record.columns import UnreadableCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from safeconduct.importers.record_rows import NumberedRow, RawCell

LARGEST_FILE: Final = 2**28  # bytes
LARGEST_UNPACKED: Final = 2**30  # bytes, all parts that are read together
MOST_PARTS: Final = 10_000
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError)
_NAME: Final = re.compile(r"[A-Za-z0-9_.() -]{1,60}")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignRow:
    """One row: its number in the file, and its cells by heading; a blank cell is ()."""

    number: int
    cells: Mapping[str, tuple[RawCell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignTable:
    """One table of a foreign file.

    name: what a mapping calls it; "" where a file is one table. file: how a problem names it.
    """

    name: str
    file: str
    headings: tuple[str, ...]
    rows: tuple[ForeignRow, ...]


class Tables(Protocol):
    """How a form reads the bytes of a file, given the headings that the mapping knows."""

    def __call__(
        self, octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
    ) -> list[ForeignTable]:
        """Make its tables, and note what is wrong."""


class FirstOfMonth(UnreadableCell):
    """A first of the month that a spreadsheet made, which may have been a month only."""

    def __init__(self, day: str) -> None:
        """Keep the day, for a mapping that knows its column to hold days."""
        super().__init__(
            "a first of the month made by the spreadsheet, which may have been a month only",
            "the date as text, as exact as it is known",
            hint="Where the column holds days, say `first_of_month = true` in the mapping.",
        )
        self.day = day


def octets_of(path: Path) -> bytes:
    """The bytes of a foreign file.

    Raises:
        NotFound: there is no such file.
        RejectedRows: it is larger than any file of its kind.
        Unavailable: it cannot be opened.
    """
    if not path.is_file():
        raise NotFound("file", path.name, hint="Give the file that the other tool wrote.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            problem = whole(path.name, "a larger file", allowed=f"at most {LARGEST_FILE} bytes")
            raise RejectedRows(path.name, [problem])
        return path.read_bytes()
    except OSError as cause:
        raise Unavailable(path.name, hint="Check who may read it.") from cause


def parts_of(octets: bytes, file: str, *, suffix: str) -> dict[str, bytes]:
    """The parts of a ZIP whose names end so, by name.

    Raises:
        RejectedRows: it is no archive, or one that would exhaust the machine.
    """
    found = "what cannot be opened as a ZIP"
    try:
        with zipfile.ZipFile(BytesIO(octets)) as archive:
            wanted = [each for each in archive.infolist() if each.filename.endswith(suffix)]
            names = [each.filename for each in wanted]
            if len(set(names)) < len(names):
                found = "an archive in which two parts have one name"
            elif len(archive.infolist()) > MOST_PARTS:
                found = f"an archive of more than {MOST_PARTS} parts"
            elif sum(each.file_size for each in wanted) > LARGEST_UNPACKED:
                # Safety: a few kilobytes can unpack to more than the machine holds. A part that
                #     lies about its size ends as a broken archive, because no more is read.
                found = f"an archive of more than {LARGEST_UNPACKED} bytes when unpacked"
            else:
                return {each.filename: archive.read(each) for each in wanted}
    except _BROKEN:
        pass
    raise RejectedRows(file, [whole(file, found, allowed="a ZIP as the tool writes it")])


def table_of(
    rows: Iterable[NumberedRow | Problem], problems: list[Problem], *, name: str, file: str
) -> ForeignTable:
    """Put numbered rows under their headings; whatever is no row or no heading is a problem."""
    headings: tuple[str, ...] = ()
    made = []
    for row in rows:
        if not isinstance(row, tuple):
            problems.append(row)
        elif not headings:
            if any(map(_holds_anything, row[1])):
                headings = _headings(row, problems, file=file)
        elif any(map(_holds_anything, row[1])):
            made.append(_row(row, headings, problems=problems, file=file))
    if not headings and not problems:
        problems.append(whole(file, "no row", allowed="a header and a row for each record"))
    return ForeignTable(name=name, file=file, headings=headings, rows=tuple(made))


def tables_of(file: str, rows: Iterable[tuple[str, ForeignRow]]) -> list[ForeignTable]:
    """Put rows that each know their table together, in the order in which the tables come."""
    found: dict[str, list[ForeignRow]] = {}
    for told, row in rows:
        # Safety: a name that is no word of a format may be anything, and names are shown.
        name = told if _NAME.fullmatch(told) else "…"
        found.setdefault(name, []).append(row)
    return [
        ForeignTable(
            name=name,
            file=f"{file}/{name}" if name else file,
            headings=tuple(dict.fromkeys(heading for row in of_table for heading in row.cells)),
            rows=tuple(of_table),
        )
        for name, of_table in found.items()
    ]


def filled(cells: Mapping[str, Iterable[str]]) -> dict[str, tuple[RawCell, ...]]:
    """Cells of texts, without those that hold nothing."""
    found = {
        heading: tuple(cell for text in texts if (cell := sound(text)) != "")
        for heading, texts in cells.items()
    }
    return {heading: said for heading, said in found.items() if said}


def place_of(file: str, row: int, *, column: str, refused: UnreadableCell) -> Problem:
    """What is wrong with a cell, with its place."""
    return Problem(
        file=file,
        row=row,
        column=column,
        found=refused.found,
        allowed=refused.allowed,
        hint=refused.hint,
    )


def sound(cell: RawCell) -> RawCell:
    """A cell, or the reason why it is none: a control character hides what it is."""
    if isinstance(cell, str) and _CONTROL.search(cell):
        return UnreadableCell(
            "a NUL or another control character", "printable text", hint="Save the file again."
        )
    return cell.strip() if isinstance(cell, str) else cell


def _holds_anything(cell: RawCell) -> bool:
    return isinstance(cell, UnreadableCell) or bool(cell.strip())


def _headings(row: NumberedRow, problems: list[Problem], *, file: str) -> tuple[str, ...]:
    number, cells = row
    headings: list[str] = []
    for place, raw in enumerate(cells, start=1):
        cell = sound(raw)
        if isinstance(cell, UnreadableCell):
            problems.append(place_of(file, number, column=f"number {place}", refused=cell))
            cell = f"\0{place}"
        elif cell and cell in headings:
            twice = UnreadableCell("a heading that stands twice", "each heading once")
            problems.append(place_of(file, number, column=f"number {place}", refused=twice))
        headings.append(cell)
    return tuple(headings)


def _row(
    row: NumberedRow, headings: tuple[str, ...], *, problems: list[Problem], file: str
) -> ForeignRow:
    number, raw = row
    cells = [sound(cell) for cell in raw]
    if any(cell != "" for cell in cells[len(headings) :]):
        more = UnreadableCell(
            f"{len(cells)} cells",
            f"{len(headings)}, as many as the header has",
            hint="A cell that holds the separator stands between quotation marks.",
        )
        problems.append(place_of(file, number, column="", refused=more))
    for place, cell in enumerate(cells[: len(headings)], start=1):
        if cell != "" and not headings[place - 1]:
            nameless = UnreadableCell("a cell below no heading", "cells below a heading")
            problems.append(place_of(file, number, column=f"number {place}", refused=nameless))
    return ForeignRow(
        number=number,
        cells={
            heading: (cell,) for heading, cell in zip(headings, cells, strict=False) if cell != ""
        },
    )
