"""Lists of persons from CSV, for linking: one file a list, each line with what the list knows.

It depends on the text of CSV files, on `link` for a listed person and on `record` for its date and
place.
A further thing that lists know is one more name in `COLUMNS` and one more line in `_person`.

Safety: whatever stands in a cell may be a name, so that a problem says what kind of thing it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Problem, RejectedRows
from safeconduct.importers.csv_file import octets
from safeconduct.importers.csv_text import numbered_rows, whole
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.link.names import parse as parse_name
from safeconduct.record import partial_date
from safeconduct.record.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from safeconduct.importers.record_rows import NumberedRow, RawCell
    from safeconduct.record.partial_date import PartialDate

# A name comes whole, in whatever order, or in its parts.
COLUMNS: Final = (
    "id", "name", "surname", "given", "patronymic", "born", "place", "address", "postal_code",
    "identifier",
)  # fmt: skip
LARGEST_FILE: Final = 2**31  # bytes
_LONGEST: Final = 400  # characters of a cell
_LONGEST_NAME: Final = 40  # of a list
# The column of counts beside the lists; a pattern of lists is written with +.
_TAKEN: Final = frozenset({"count"})
# A spreadsheet takes such a cell for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_CONVERT: Final = (
    "Convert it: iconv -f WINDOWS-1251 -t UTF-8 LIST.csv > NEW.csv, with its own encoding in place "
    'of WINDOWS-1251; or save it from a spreadsheet as "CSV UTF-8 (comma delimited)".'
)
_CYRILLIC_WORD: Final = re.compile("[А-яЁёІіЇїЄєҐґЎў]{3,}")
_MOSTLY: Final = 0.8
_FEW_WRONG: Final = 2
_PARTS: Final = ("surname", "given", "patronymic")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonList:
    """A list with its persons, by the name of its file."""

    name: str
    persons: tuple[ListedPerson, ...]


def read_lists(
    paths: Iterable[Path], *, ignored: frozenset[str] = frozenset()
) -> tuple[PersonList, ...]:
    """Read lists, or refuse them all with everything that is wrong with each.

    Raises:
        NotFound: a file is not there.
        RejectedRows: anything in any of them is not what it has to be.
        Unavailable: a file is there and cannot be opened.
    """
    found: list[PersonList] = []
    problems: list[Problem] = []
    for path in paths:
        if path.stem in {each.name for each in found}:
            problems.append(
                whole(path.name, "a second list of this name", allowed="a name for each list")
            )
            continue
        found.append(_read(path, ignored=ignored, problems=problems))
    if problems:
        raise RejectedRows(", ".join(each.name for each in found), problems)
    return tuple(found)


def _read(path: Path, *, ignored: frozenset[str], problems: list[Problem]) -> PersonList:
    rows: list[NumberedRow] = []
    text = octets(
        path,
        kind="list of persons",
        largest=LARGEST_FILE,
        hint="Give a CSV file for each list.",
    )
    encoding = _other_encoding(text)
    if encoding:
        problems.append(whole(path.name, encoding, allowed="text in UTF-8", hint=_CONVERT))
        return PersonList(name=path.stem, persons=())
    for row in numbered_rows(text, path.name, headings=COLUMNS):
        if isinstance(row, Problem):
            problems.append(row)
        elif any(row[1]):
            rows.append(row)
    if not 0 < len(path.stem) <= _LONGEST_NAME:
        problems.append(
            whole(path.name, "a longer name", allowed=f"at most {_LONGEST_NAME} characters")
        )
    if path.stem in _TAKEN or "+" in path.stem:
        problems.append(
            whole(
                path.name,
                "a name that a table of captures uses itself",
                allowed="a name other than count, without a +",
            )
        )
    if not rows:
        problems.append(whole(path.name, "no row", allowed="a header and a row for each person"))
        return PersonList(name=path.stem, persons=())
    names = [cell.strip() if isinstance(cell, str) else "" for cell in rows[0][1]]
    reader = _Reader(file=path.name, list_name=path.stem, columns=names, problems=problems)
    if not reader.has_usable_header(ignored):
        return PersonList(name=path.stem, persons=())
    if not rows[1:]:
        # An empty list links to nothing: told here, and not as a list that was never given.
        problems.append(
            whole(path.name, "a header and no row", allowed="a row for each person, below it")
        )
    persons = [reader.person(number, cells) for number, cells in rows[1:]]
    return PersonList(name=path.stem, persons=tuple(each for each in persons if each is not None))


def _other_encoding(octets: bytes) -> str:
    """Say once that a whole file has another encoding, rather than of each of its cells.

    A few wrong bytes in a file of UTF-8 are told where they stand.
    """
    text = octets.decode("utf-8", "surrogateescape")
    n_stray = sum("\udc80" <= letter <= "\udcff" for letter in text)
    if n_stray <= max(_FEW_WRONG, sum(letter > "\x7f" for letter in text) - n_stray):
        return ""
    # Letters beyond ASCII come in whole words in Cyrillic, and one by one in western Europe.
    words = sum(len(word) for word in _CYRILLIC_WORD.findall(octets.decode("cp1251", "replace")))
    if words > _MOSTLY * n_stray:
        return "text that is not UTF-8 and looks like Windows-1251 (cp1251)"
    return "text that is not UTF-8"


class _Reader:
    """One file: its columns, the ids that it has used, and where its problems go."""

    def __init__(
        self, *, file: str, list_name: str, columns: Sequence[str], problems: list[Problem]
    ) -> None:
        self._file = file
        self._list = list_name
        self._columns = columns
        self._problems = problems
        self._rows: dict[str, int] = {}

    def has_usable_header(self, ignored: frozenset[str]) -> bool:
        """Look at the header, and say what is wrong with it."""
        before = len(self._problems)
        if not {*self._columns} & {*COLUMNS}:
            # Safety: a file without a header begins with a person, whose name is then a column.
            self._wrong(1, "", "no header", allowed=", ".join(COLUMNS))
            return False
        for name in sorted({*self._columns} - {*COLUMNS} - ignored):
            self._wrong(
                1,
                name if name.isidentifier() else "",
                "an unknown column",
                allowed=", ".join(COLUMNS),
                hint="Name it with --ignore to leave it out.",
            )
        for name in COLUMNS:
            if self._columns.count(name) > 1:
                self._wrong(1, name, "two columns of this name", allowed="each name once")
        if "id" not in self._columns:
            self._wrong(1, "id", "no column of that name", allowed="a column id")
        if "name" not in self._columns and "surname" not in self._columns:
            self._wrong(1, "name", "no name", allowed="a column name, or surname and given")
        if "name" in self._columns and {*_PARTS} & {*self._columns}:
            self._wrong(1, "name", "a name whole and in parts", allowed="one of the two")
        return len(self._problems) == before

    def person(self, number: int, cells: Sequence[RawCell]) -> ListedPerson | None:
        """Read one line; None where anything in it is wrong."""
        before = len(self._problems)
        if len(cells) != len(self._columns):
            self._wrong(
                number, "", f"{len(cells)} cells", allowed=f"{len(self._columns)}, as the header"
            )
            return None
        said = {
            name: self._text(number, name, cell)
            for name, cell in zip(self._columns, cells, strict=True)
            if name in COLUMNS
        }
        identifier = said["id"]
        if not identifier:
            self._wrong(number, "id", "an empty cell", allowed="what the list calls this line")
        elif identifier.startswith(_FORMULA):
            # The id goes into tables that people open in a spreadsheet.
            self._wrong(
                number, "id", "the beginning of a formula", allowed="an id that is no formula"
            )
        elif identifier in self._rows:
            self._wrong(
                number, "id", f"the id of row {self._rows[identifier]}", allowed="each id once"
            )
        self._rows.setdefault(identifier, number)
        born = self._born(number, said.get("born", ""))
        place = self._place(number, said.get("place", ""))
        if len(self._problems) > before:
            return None
        return ListedPerson(
            list_name=self._list,
            id=identifier,
            name=_name(said),
            born=born,
            place=place,
            address=said.get("address", ""),
            postal_code=said.get("postal_code", ""),
            identifier=said.get("identifier", ""),
        )

    def _text(self, number: int, column: str, cell: RawCell) -> str:
        if not isinstance(cell, str):
            self._wrong(number, column, cell.found, allowed=cell.allowed, hint=cell.hint)
            return ""
        if len(cell) > _LONGEST:
            self._wrong(number, column, "a longer text", allowed=f"at most {_LONGEST} characters")
            return ""
        return cell.strip()

    def _born(self, number: int, text: str) -> PartialDate | None:
        if not text:
            return None
        try:
            return partial_date.parse(text)
        except InvalidRecord:
            self._wrong(
                number,
                "born",
                "what is no date",
                allowed="YYYY, YYYY-MM, YYYY-MM-DD, with ~ or ? behind it, or two with / between",
            )
            return None

    def _place(self, number: int, text: str) -> Place | None:
        if not text:
            return None
        try:
            return Place.parse(text)
        except InvalidRecord:
            self._wrong(
                number, "place", "what is no place", allowed="a state's code, or CC/Locality"
            )
            return None

    def _wrong(self, number: int, column: str, found: str, *, allowed: str, hint: str = "") -> None:
        self._problems.append(
            Problem(
                file=self._file, row=number, column=column, found=found, allowed=allowed, hint=hint
            )
        )


def _name(said: dict[str, str]) -> PersonName:
    if "name" in said:
        return parse_name(said["name"])
    return PersonName(**{part: said.get(part, "") for part in _PARTS})
