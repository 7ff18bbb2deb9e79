"""Reads a list of people from CSV: names and births, whatever other columns it has.

It depends on the text of CSV and on `names`; nothing else of the file is kept.
A further form of a list is one more module that returns the same.

Safety: a problem names row and column and what kind of thing was found, never a value.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Problem, RejectedRows
from safeconduct.link import names
from safeconduct.link.names import PersonName
from safeconduct.link.private.named_person import NamedPerson, year_of
from safeconduct.record import partial_date

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = "name"
PARTS: Final = ("surname", "given", "patronymic")
BORN: Final = "born"
LARGEST_FILE: Final = 256 * 2**20  # bytes; a million lines take a quarter of it
_HEADINGS: Final = "name, or surname and given (and patronymic); and born"


def read_list(octets: bytes, file: str) -> tuple[NamedPerson, ...]:
    """Read the lines of a list.

    Raises:
        RejectedRows: it is no such list; every problem is named at once.
    """
    if len(octets) > LARGEST_FILE:
        raise RejectedRows(file, [_whole(file, "more than 256 MiB", "a smaller file")])
    try:
        text = octets.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        raise RejectedRows(file, [_whole(file, "text that is not UTF-8", "UTF-8")]) from None
    except csv.Error:
        # The reader's own words may quote the line.
        raise RejectedRows(file, [_whole(file, "text that is no CSV", "CSV")]) from None
    heading = [cell.strip().casefold() for cell in (rows or [[]])[0]]
    _require_headings(heading, file)
    problems: list[Problem] = []
    people = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) not in (0, len(heading)):
            found = f"{len(row)} cells"
            problems.append(
                Problem(
                    file=file,
                    row=number,
                    column="",
                    found=found,
                    allowed=f"cells as the header has: {len(heading)}",
                )
            )
        elif any(cell.strip() for cell in row):
            people.append(_person(dict(zip(heading, row, strict=True)), file, number, problems))
    if problems:
        raise RejectedRows(file, problems)
    return tuple(people)


def _require_headings(heading: list[str], file: str) -> None:
    named = NAME in heading or {"surname", "given"} <= set(heading)
    if not named or BORN not in heading:
        raise RejectedRows(file, [_whole(file, "a header without them", _HEADINGS)])
    if len(set(heading)) != len(heading):
        raise RejectedRows(file, [_whole(file, "a column twice", "each column once")])


def _person(
    cells: Mapping[str, str], file: str, number: int, problems: list[Problem]
) -> NamedPerson:
    born = None
    if cells[BORN].strip():
        try:
            born = partial_date.parse(cells[BORN].strip())
        except InvalidRecord:
            problems.append(
                Problem(
                    file=file,
                    row=number,
                    column=BORN,
                    found="what is not a date",
                    allowed="a date as exact as it is known: 1981, 1981-10, 1981-10-17",
                )
            )
    if NAME in cells:
        return NamedPerson(name=names.parse(cells[NAME]), year=year_of(born))
    surname, given, patronymic = (cells.get(part, "").strip() for part in PARTS)
    name = PersonName(surname=surname, given=given, patronymic=patronymic)
    return NamedPerson(name=name, year=year_of(born))


def _whole(file: str, found: str, allowed: str) -> Problem:
    return Problem(file=file, row=0, column="", found=found, allowed=allowed)
