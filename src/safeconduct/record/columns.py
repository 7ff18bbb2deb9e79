"""The columns of a corpus folder: what each cell holds, how it is read, written and checked.

It depends on the vocabulary and on the value types of the record; it opens no file.
Readers, writers, the workbook, the reference page and the columnar count all take the columns from
here, once.
A new column is one line in its table in `tables/` and a field of the same name in its record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord, SafeconductError
from safeconduct.record import partial_date
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import OPEN
from safeconduct.record.place import Place
from safeconduct.record.unknown import ABROAD, PREFIX, Unknown
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Single = str | int | float | PartialDate | Place
Cell = Single | tuple[str, ...] | Unknown | None

# Characters; what a spreadsheet cell can hold, so that no round trip cuts a text.
LONGEST_CELL: Final = 32_767
# The allowed terms of a longer set are shown by their beginning; the reference page has them all.
SHOWN_IN_FULL: Final = 12
SEPARATOR: Final = ";"
# The last four are full-width: spreadsheets in East Asian settings run them like the first four.
FORMULA_STARTS: Final = "=+-@＝＋－＠"
_IDENTIFIER: Final = re.compile(r"[^\W_][\w.\-]{0,79}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_URL: Final = re.compile(r"https?://[^\s;\"<>]+")
_INTEGER: Final = re.compile(r"[0-9]{1,12}")
_NUMBER: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
# A byte order mark inside a file is a broken join of two files; in a cell it hides a formula start.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


class UnreadableCell(SafeconductError):
    """A cell does not hold what its column admits; the reader adds file and row."""

    code = "unreadable-cell"

    def __init__(self, found: str, allowed: str, *, hint: str = "") -> None:
        """Say what kind of thing was found and what is allowed."""
        super().__init__(f"Found {found}; allowed: {allowed}.", hint=hint)
        self.found = found
        self.allowed = allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, the kind of its cells, and one honest sentence about it.

    unknown: whether a cell may say that the value is not known. abroad: whether it may say so of a
        place, that it lies outside the origin state.
    """

    name: str
    kind: str
    description: str
    terms: str = ""
    required: bool = False
    many: bool = False
    unknown: bool = False
    abroad: bool = False
    example: str = ""

    def read(self, text: str) -> Cell:
        """Turn the text of a cell into a value; a blank cell is None, or () in a column of many.

        Raises:
            UnreadableCell: the text is not what this column admits.
        """
        text = text.replace("\r\n", "\n")
        if _CONTROL.search(text):
            raise UnreadableCell("a control character or a broken character", "printable text")
        text = text.strip()
        if not text:
            if self.required:
                raise UnreadableCell("an empty cell", self.allowed)
            return () if self.many else None
        _refuse_hostile(text)
        if text.startswith(PREFIX) and (self.unknown or self.kind != "text"):
            return self._read_unknown(text.removeprefix(PREFIX))
        if not self.many:
            return _READERS[self.kind](self, text)
        parts = [part.strip() for part in text.split(SEPARATOR)]
        values = tuple(str(_READERS[self.kind](self, part)) for part in parts if part)
        if len(set(values)) != len(values):
            raise UnreadableCell("the same value twice in one cell", "each value once")
        return values

    def write(self, value: Cell) -> str:
        """Turn a value into the text of a cell; reading it again gives the same value."""
        if value is None:
            return ""
        if isinstance(value, tuple):
            return SEPARATOR.join(value)
        if isinstance(value, float):
            return f"{value:.6f}".rstrip("0").rstrip(".")
        return str(value)

    def holds(self, value: Cell) -> bool:
        """Tell whether a value is one that a cell of this column can hold."""
        if value is None or value == ():
            return not self.required and (value == ()) == self.many
        if isinstance(value, tuple) and not self.many:
            return False
        try:
            return self.read(self.write(value)) == value
        except UnreadableCell:
            return False

    @property
    def allowed(self) -> str:
        """What a cell may hold, in words."""
        words = _ALLOWED[self.kind]
        if self.kind == "term":
            ids = sorted(vocabulary.ids(self.terms))
            shown = ", ".join(ids)
            if len(ids) > SHOWN_IN_FULL:
                shown = f"{', '.join(ids[:8])} … ({len(ids)} terms)"
            words = f"a term of {self.terms}: {shown}"
        if self.many:
            words += f", several separated by '{SEPARATOR}'"
        return words + (", or unknown:REASON" if self.unknown else "")

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons for not knowing that a cell may give, sorted; () where it may give none."""
        if not self.unknown:
            return ()
        return tuple(
            sorted(
                reason
                for reason in vocabulary.ids("unknown-reasons")
                if self.abroad or reason != ABROAD
            )
        )

    def _read_unknown(self, reason: str) -> Unknown:
        if not self.unknown:
            raise UnreadableCell("an unknown value", self.allowed)
        if reason not in self.reasons:
            raise UnreadableCell(
                "an unknown value without an admitted reason",
                ", ".join(PREFIX + known for known in self.reasons),
            )
        return Unknown(reason)


def _refuse_hostile(text: str) -> None:
    # Safety: a spreadsheet runs a cell that begins so; a corpus travels as spreadsheets, so it
    # never holds one.
    if text[0] in FORMULA_STARTS:
        raise UnreadableCell(
            "a cell that a spreadsheet would run as a formula",
            f"text that does not begin with {' '.join(FORMULA_STARTS)}",
            hint="Begin the cell with a word or a quotation mark.",
        )
    if len(text) > LONGEST_CELL:
        raise UnreadableCell(f"{len(text)} characters", f"at most {LONGEST_CELL} characters")


def _matching(pattern: re.Pattern[str], found: str) -> Callable[[Column, str], str]:
    def read(column: Column, text: str) -> str:
        if not pattern.fullmatch(text):
            raise UnreadableCell(found, column.allowed)
        return text

    return read


def _text(column: Column, text: str) -> str:
    if column.many and "\n" in text:
        raise UnreadableCell("a line break", column.allowed)
    return text


def _date(column: Column, text: str) -> PartialDate:
    try:
        return partial_date.parse(text)
    except InvalidRecord as problem:
        raise UnreadableCell(
            "what is not a date", column.allowed, hint=problem.problems[0][1]
        ) from problem


def _state(column: Column, text: str) -> str:
    if text not in territory.codes():
        suggestion = territory.find(text)
        hint = f"Did you mean {suggestion}?" if suggestion else ""
        raise UnreadableCell("what is not a territory code", column.allowed, hint=hint)
    return text


def _place(column: Column, text: str) -> Place:
    try:
        return Place.parse(text)
    except InvalidRecord as problem:
        raise UnreadableCell("what is not a place", column.allowed, hint=str(problem)) from problem


def _term(column: Column, text: str) -> str:
    if text not in vocabulary.ids(column.terms):
        near = vocabulary.nearest(column.terms, text)
        hints = [f"Did you mean {' or '.join(near)}?"] if near else []
        if len(vocabulary.ids(column.terms)) > SHOWN_IN_FULL:
            hints.append(f"`safeconduct vocabulary {column.terms}` lists them all.")
        hint = " ".join(hints)
        raise UnreadableCell("what is not a term of this vocabulary", column.allowed, hint=hint)
    return text


def _grade(column: Column, text: str) -> str:
    if text not in "ABCDEF" or len(text) != 1:
        raise UnreadableCell("what is not a grade", column.allowed)
    return text


def _credibility(column: Column, text: str) -> int:
    if text not in "123456" or len(text) != 1:
        raise UnreadableCell("what is not a grade", column.allowed)
    return int(text)


def _count(column: Column, text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise UnreadableCell("what is not a whole number", column.allowed)
    return int(text)


def _open_count(column: Column, text: str) -> int | str:
    return OPEN if text == OPEN else _count(column, text)


def _number(column: Column, text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise UnreadableCell("what is not a number", column.allowed)
    return float(text)


_READERS: Final[Mapping[str, Callable[[Column, str], Single]]] = MappingProxyType(
    {
        "identifier": _matching(_IDENTIFIER, "what is not an id"),
        "text": _text,
        "date": _date,
        "state": _state,
        "place": _place,
        "term": _term,
        "grade": _grade,
        "credibility": _credibility,
        "count": _count,
        "open-count": _open_count,
        "number": _number,
        "url": _matching(_URL, "what is not a web address"),
        "language": _matching(_LANGUAGE, "what is not a language tag"),
    }
)
_ALLOWED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "identifier": "an id of letters, digits, '-', '.' and '_', at most 80 characters",
        "text": f"text of at most {LONGEST_CELL} characters",
        "date": "a date as exact as it is known: 2023, 2023-10, 2023-10-17, 2023?, 2022~, 2019/..",
        "state": "a two-letter territory code such as KZ",
        "place": "a territory code, or code/locality such as KG/Bishkek",
        "term": "a term of the vocabulary",
        "grade": "a letter from A (completely reliable) to F (cannot be judged)",
        "credibility": "a digit from 1 (confirmed) to 6 (cannot be judged)",
        "count": "a whole number, 0 or more",
        "open-count": "a whole number, 0 or more, or the word open",
        "number": "a number, with a full stop before decimals",
        "url": "an address that begins with http:// or https://",
        "language": "a language tag such as en or ru",
    }
)
