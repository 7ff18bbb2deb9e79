"""What a workbook holds besides text: formulas, errors, merged cells, and sheets made to exhaust.

It depends on the standard library and on the errors; it reads XML as a stream and keeps no text.
The library that reads the cells shows the last result of a formula as if it had been typed, and
takes memory for every cell between the first and the last; so each workbook is looked through here
first. A further form of workbook is one more walk beside these two.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast
from xml.parsers import expat

from safeconduct.errors import RejectedRows, SafeconductError
from safeconduct.importers.csv_text import whole
from safeconduct.record.columns import UnreadableCell

if TYPE_CHECKING:
    from collections.abc import Mapping

    # Row as the spreadsheet numbers it, and column from 0.
    CellPlace = tuple[int, int]
    RefusedCells = Mapping[str, Mapping[CellPlace, UnreadableCell]]
    Attributes = Mapping[str, str]

LARGEST_WORKBOOK: Final = 2**28  # bytes
LARGEST_UNPACKED: Final = 2**32  # bytes, all parts together
MOST_CELLS: Final = 2**25  # from the first cell to the last: 31 columns of a full sheet
MOST_CHARACTERS: Final = 2**28  # text of all cells of a sheet together
_CHUNK: Final = 2**20

_OPEN_DOCUMENT: Final = "content.xml"
_OFFICE_OPEN: Final = "xl/workbook.xml"
_OFFICE_OPEN_LINKS: Final = "xl/_rels/workbook.xml.rels"
_SHARED_TEXTS: Final = "xl/sharedStrings.xml"
SAVE_AGAIN: Final = "Save it again, without a password, or import CSV files instead."
# An archive that is broken or encrypted shows itself in all of these ways.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
_CELL_NAME: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

_FORMULA: Final = (
    "a formula",
    "the value itself, as text",
    "Copy the cell and paste only its value.",
)
_ERROR: Final = ("an error value of the spreadsheet", "the value itself, as text", "")
_MERGED: Final = ("merged cells", "one cell for each value", "Split the cells again.")
_TAB: Final = (
    "a tab or a soft line break",
    "text with blanks and line breaks",
    "Put a blank in its place.",
)


class _Unsafe(SafeconductError):
    """The workbook is not read any further; the message says what was found."""


def refused_cells(octets: bytes, file: str) -> RefusedCells:
    """Find, by sheet and place, every cell whose content is not the text that somebody typed.

    Raises:
        RejectedRows: this is no workbook, or one that would exhaust the machine.
    """
    try:
        with zipfile.ZipFile(BytesIO(octets)) as parts:
            return _looked_through(parts)
    except _Unsafe as unsafe:
        found, cause = unsafe.message, cast("Exception", unsafe)
    except expat.ExpatError as malformed:
        found, cause = "a part that is not XML", malformed
    except _BROKEN as broken:
        found, cause = "what cannot be opened as a workbook", broken
    allowed = "a workbook saved as .xlsx or .ods"
    problem = whole(file, found, allowed=allowed, hint=SAVE_AGAIN)
    raise RejectedRows(file, [problem]) from cause


def _looked_through(parts: zipfile.ZipFile) -> RefusedCells:
    _refuse_hostile_parts(parts)
    if _OFFICE_OPEN in parts.namelist():
        return _in_office_open(parts)
    if _OPEN_DOCUMENT in parts.namelist():
        walk = _OpenDocumentWalk()
        _parse(parts, _OPEN_DOCUMENT, walk)
        return walk.refused
    raise _Unsafe("an archive that holds no sheets")


def _refuse_hostile_parts(parts: zipfile.ZipFile) -> None:
    names = [part.filename.casefold() for part in parts.infolist()]
    if len(set(names)) != len(names):
        raise _Unsafe("an archive in which two parts have one name")
    if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
        raise _Unsafe(f"an archive of more than {LARGEST_UNPACKED} bytes when unpacked")


def _parse(parts: zipfile.ZipFile, name: str, walk: _Walk) -> None:
    # Namespaces are resolved, so that no choice of prefixes hides an element.
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse_doctype(*_: object) -> None:
        # Safety: entities of a document type can read files and multiply text without end.
        raise _Unsafe("a document type definition")

    parser.StartElementHandler = lambda tag, attributes: walk.start(_local(tag), attributes)
    parser.EndElementHandler = lambda tag: walk.end(_local(tag))
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = refuse_doctype
    with parts.open(name) as part:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk)
        parser.Parse(b"", True)  # noqa: FBT003 - the parser's own signature


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Walk:
    """A walk through one part; it passes by what it does not look for."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Note that an element begins."""

    def end(self, tag: str) -> None:
        """Note that an element ends."""

    def text(self, text: str) -> None:
        """Note the text inside an element."""


class _Extent:
    """How far a sheet reaches and how much text it holds; refuses more than tables need."""

    def __init__(self) -> None:
        self._last_row = self._last_column = 0
        self._characters = 0

    def take(self, last_row: int, last_column: int, *, characters: int) -> None:
        """Count one cell, or a block of equal cells by its last place."""
        self._last_row = max(self._last_row, last_row)
        self._last_column = max(self._last_column, last_column + 1)
        self._characters += characters
        if self._last_row * self._last_column > MOST_CELLS:
            raise _Unsafe(f"a sheet that spans more than {MOST_CELLS} cells")
        if self._characters > MOST_CHARACTERS:
            raise _Unsafe(f"a sheet with more than {MOST_CHARACTERS} characters")


# ── Office Open XML: one part a sheet, and one for the texts that sheets share ──


def _in_office_open(parts: zipfile.ZipFile) -> RefusedCells:
    sheets, links, texts = _SheetNames(), _Links(), _SharedTexts()
    _parse(parts, _OFFICE_OPEN, sheets)
    _parse(parts, _OFFICE_OPEN_LINKS, links)
    if _SHARED_TEXTS in parts.namelist():
        _parse(parts, _SHARED_TEXTS, texts)
    refused = {}
    for name, link in sheets.links.items():
        walk = _OfficeOpenWalk(texts.lengths)
        _parse(parts, links.parts[link], walk)
        refused[name] = walk.refused
    return refused


class _SheetNames(_Walk):
    """The names of the sheets, each with the id of the link to its part."""

    def __init__(self) -> None:
        self.links: dict[str, str] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            ids = [value for key, value in attributes.items() if key.endswith(" id")]
            self.links[attributes["name"]] = ids[0]


class _Links(_Walk):
    """The parts that links lead to."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship":
            part = attributes["Target"].removeprefix("/")
            self.parts[attributes["Id"]] = part if part.startswith("xl/") else f"xl/{part}"


class _SharedTexts(_Walk):
    """How long each text is that sheets share."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        del attributes
        if tag == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _OfficeOpenWalk(_Walk):
    """One sheet, cell by cell."""

    def __init__(self, lengths: list[int]) -> None:
        self.refused: dict[CellPlace, UnreadableCell] = {}
        self._lengths = lengths
        self._extent = _Extent()
        self._row, self._column = 0, -1
        self._kind = self._value = ""
        self._inside = False
        self._holds_anything = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), -1
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag == "f":
            self._refuse(_FORMULA)
        elif tag in ("v", "t"):
            self._inside = self._holds_anything = True
        elif tag == "mergeCell":
            self._row, self._column = _place(attributes["ref"].partition(":")[0])
            self._refuse(_MERGED)

    def text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._inside = False
        elif tag == "c" and self._holds_anything:
            characters = self._lengths[int(self._value)] if self._kind == "s" else len(self._value)
            self._extent.take(self._row, self._column, characters=characters)

    def _begin_cell(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self._row, self._column = _place(attributes["r"])
        else:
            self._column += 1
        self._kind, self._value, self._holds_anything = attributes.get("t", "n"), "", False
        if self._kind == "e":
            self._refuse(_ERROR)

    def _refuse(self, why: tuple[str, str, str]) -> None:
        found, allowed, hint = why
        self._holds_anything = True
        self.refused[self._row, self._column] = UnreadableCell(found, allowed, hint=hint)


def _place(name: str) -> CellPlace:
    """Where a cell of a name such as AB7 stands."""
    matched = _CELL_NAME.fullmatch(name)
    if matched is None:
        raise _Unsafe("a cell whose name is no place of a sheet")
    column = 0
    for character in matched[1]:
        column = column * 26 + ord(character) - ord("A") + 1
    return int(matched[2]), column - 1


# ── OpenDocument: all sheets in one part, equal neighbours written once with a number ──

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_CELLS: Final = ("table-cell", "covered-table-cell")


class _OpenDocumentWalk(_Walk):
    """All sheets, cell by cell; what somebody remarked about a cell is not its content."""

    def __init__(self) -> None:
        self.refused: dict[str, dict[CellPlace, UnreadableCell]] = defaultdict(dict)
        self._sheet = ""
        self._extent = _Extent()
        self._row = self._rows = self._column = self._columns = 0
        self._inside = self._holds_anything = self._in_remark = self._is_told_whole = False
        self._characters = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "table":
            self._sheet, self._extent = attributes[f"{_TABLE} name"], _Extent()
            self._row = 0
        elif tag == "table-row":
            self._rows = int(attributes.get(f"{_TABLE} number-rows-repeated", "1"))
            self._column = 0
        elif tag in _CELLS:
            self._begin_cell(attributes)
        elif tag == "annotation":
            self._in_remark = True
        elif self._inside and not self._in_remark:
            self._take_text(tag, attributes)

    def text(self, text: str) -> None:
        if self._inside and not self._in_remark:
            self._holds_anything = True
            self._characters += len(text)

    def end(self, tag: str) -> None:
        if tag == "annotation":
            self._in_remark = False
        elif tag == "table-row":
            self._row += self._rows
        elif tag in _CELLS:
            self._inside = False
            if self._holds_anything:
                self._extent.take(
                    self._row + self._rows,
                    self._column + self._columns - 1,
                    characters=self._characters * self._rows * self._columns,
                )
            self._column += self._columns

    def _begin_cell(self, attributes: Attributes) -> None:
        self._columns = int(attributes.get(f"{_TABLE} number-columns-repeated", "1"))
        self._inside = True
        self._holds_anything = f"{_OFFICE} value-type" in attributes
        whole_text = attributes.get(f"{_OFFICE} string-value")
        self._characters = len(whole_text or "")
        self._is_told_whole = whole_text is not None
        if f"{_TABLE} formula" in attributes:
            self._refuse(_FORMULA)
        elif attributes.get(f"{_CALC} value-type") == "error":
            self._refuse(_ERROR)
        spanned = (f"{_TABLE} number-columns-spanned", f"{_TABLE} number-rows-spanned")
        if any(attributes.get(span, "1") != "1" for span in spanned):
            self._refuse(_MERGED)

    def _take_text(self, tag: str, attributes: Attributes) -> None:
        # The library that reads the cells drops these, unless the text is told whole beside them.
        if tag in ("tab", "line-break") and not self._is_told_whole:
            self._refuse(_TAB)
        elif tag == "s":
            self._characters += int(attributes.get(f"{_TEXT} c", "1"))

    def _refuse(self, why: tuple[str, str, str]) -> None:
        found, allowed, hint = why
        self._holds_anything = True
        place = self._row + 1, self._column
        self.refused[self._sheet][place] = UnreadableCell(found, allowed, hint=hint)
