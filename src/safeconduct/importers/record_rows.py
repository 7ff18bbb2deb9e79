"""Rows of text become records: the one reading that every tabular form shares.

It depends on the record and on the errors; it opens no file and knows no format.
A form delivers a `TextTable`; whatever is wrong anywhere is noted with file, row and column, and
nothing is built while a single problem stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from safeconduct.errors import InvalidRecord, Problem, RejectedRows
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.corpus import Corpus
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.integrity import breaches
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from safeconduct.record.columns import Cell, Column
    from safeconduct.record.corpus import Masthead
    from safeconduct.record.integrity import Identified
    from safeconduct.record.tables import TableOfRecords

    # A cell arrives as its text, or as the reason why it has none.
    RawCell = str | UnreadableCell
    # The numbers are those of a spreadsheet: the header is row 1.
    NumberedRow = tuple[int, Sequence[RawCell]]

_RECORDS: Final[Mapping[str, Callable[..., Identified]]] = MappingProxyType(
    {
        "sources": Source,
        "statements": Statement,
        "incidents": Incident,
        "reported_figures": ReportedFigure,
        "decisions": Decision,
    }
)
# Kinds whose texts come again and again, so that each is read once.
_RECURRING: Final = frozenset(
    {"term", "state", "place", "date", "grade", "credibility", "language"}
)
_RULE: Final = re.compile(r" exactly where | only$")
_HEADING: Final = re.compile(r"[\w][\w .\-]{0,39}")
_HOW_TO_IGNORE: Final = "List it under ignored_columns in corpus.toml to leave it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """One table as a form delivers it: its rows of text, or a problem where a row is no row."""

    table: TableOfRecords
    file: str
    rows: Iterable[NumberedRow | Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row: its number, its values by column, and whether all of its cells could be read."""

    number: int
    values: Mapping[str, Cell]
    is_sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """What came of one table: its rows, as records as far as they are sound, and their numbers.

    `is_whole` says whether every id of the table is known, so that references to it can be judged.
    """

    file: str
    rows: list[Identified]
    numbers: list[int]
    is_whole: bool


def corpus_of(
    source: str,
    masthead: Masthead,
    *,
    tables: Mapping[str, ReadTable],
    problems: list[Problem],
) -> Corpus:
    """Build a corpus from its five tables, each standing under its name.

    Raises:
        RejectedRows: a problem was noted while reading, or stands between the records.
    """
    problems = [*problems, *_breaches(tables)]
    if problems:
        order = {table.file: place for place, table in enumerate(tables.values())}
        problems.sort(key=lambda problem: (order.get(problem.file, -1), problem.row))
        raise RejectedRows(source, problems)
    return Corpus.of(
        masthead=masthead,
        sources=cast("list[Source]", tables["sources"].rows),
        statements=cast("list[Statement]", tables["statements"].rows),
        incidents=cast("list[Incident]", tables["incidents"].rows),
        figures=cast("list[ReportedFigure]", tables["reported_figures"].rows),
        decisions=cast("list[Decision]", tables["decisions"].rows),
    )


def read_table(text: TextTable, *, ignored: frozenset[str], problems: list[Problem]) -> ReadTable:
    """Read the records of one table and note every problem of its header, cells and rows."""
    reading = Reading(text, ignored, problems=problems)
    rows, numbers = [], []
    for row in reading.rows():
        rows.append(_record(text, row, problems))
        numbers.append(row.number)
    return ReadTable(file=text.file, rows=rows, numbers=numbers, is_whole=reading.is_whole)


class Reading:
    """The walk through one table, which notes problems instead of stopping at the first."""

    __slots__ = (
        "_blank",
        "_columns",
        "_ignored",
        "_is_complete",
        "_known",
        "_nameless",
        "_problems",
        "_text",
        "is_whole",
    )

    def __init__(
        self, text: TextTable, ignored: frozenset[str], *, problems: list[Problem]
    ) -> None:
        """Keep the table, the columns to leave out, and the list that takes the problems."""
        self._text = text
        self._ignored = ignored
        self._problems = problems
        self._columns: list[Column | None] = []
        self._nameless: set[int] = set()
        self._blank: dict[str, Cell] = {
            column.name: () if column.many else None for column in text.table.columns
        }
        self._known: dict[tuple[str, str], Cell] = {}
        self._is_complete = False
        self.is_whole = True

    def rows(self) -> Iterator[ReadRow]:
        """Yield the rows below the header that hold anything; blank rows hold nothing to lose."""
        header: NumberedRow | Problem | None = None
        for row in self._text.rows:
            if isinstance(row, Problem):
                self.is_whole = False
                self._problems.append(row)
                header = header or row
            elif header is None:
                header = row
                self._read_header(row[1])
            elif self._columns and any(map(_holds_anything, row[1])):
                yield self._row(row)
        if header is None:
            self._note_no_header("nothing, not even a header")

    def _read_header(self, cells: Sequence[RawCell]) -> None:
        headings = [cell if isinstance(cell, UnreadableCell) else cell.strip() for cell in cells]
        known = {column.name: column for column in self._text.table.columns}
        if not any(heading in known for heading in headings):
            self._note_no_header("a first row without a single heading of this table")
            return
        # Safety: where the header row is missing, the first row holds values, and a value is never
        #     quoted; a heading is quoted only where most of its neighbours are headings.
        quotable = 2 * sum(heading in known for heading in headings) >= len(known)
        for position, heading in enumerate(headings):
            column = known.pop(heading, None) if isinstance(heading, str) else None
            self._columns.append(column)
            if column is None:
                self._read_other_heading(position, heading, quotable=quotable)
        for name in known:
            self._note(
                1,
                name,
                found="no column of this name",
                allowed="every column of the table, even where its cells are blank",
            )
        self._is_complete = not known
        self.is_whole = self.is_whole and "id" not in known

    def _read_other_heading(self, position: int, heading: RawCell, *, quotable: bool) -> None:
        if isinstance(heading, UnreadableCell):
            self._note_unreadable(1, letter(position), heading)
        elif not heading:
            self._nameless.add(position)
        elif heading in self._text.table.headings:
            self._note(1, heading, found="a heading that stands twice", allowed="each heading once")
        elif heading not in self._ignored:
            near = get_close_matches(heading[:40].casefold(), self._text.table.headings, n=1)
            self._note(
                1,
                heading if quotable and _HEADING.fullmatch(heading) else letter(position),
                found="a heading that this table does not have",
                allowed=f"the headings {', '.join(self._text.table.headings)}",
                hint=f"Did you mean {near[0]}?" if near else _HOW_TO_IGNORE,
            )

    def _row(self, row: NumberedRow) -> ReadRow:
        number, cells = row
        values = dict(self._blank)
        positions = range(len(cells))
        is_sound = self._is_complete
        if len(cells) != len(self._columns):
            is_sound = False
            self._note(
                number,
                "",
                found=f"{len(cells)} cells",
                allowed=f"{len(self._columns)} cells, as many as the header has",
                hint="A cell that holds a comma stands between quotation marks.",
            )
            # The cells have moved against their headings. The id is read all the same, because
            # other rows refer to it.
            positions = range(min(1, len(cells)))
        for position in positions:
            column = self._columns[position]
            # Most cells of a corpus are blank, and their values stand there already.
            if cells[position] == "" and not (column and column.required):
                continue
            try:
                value = self._value(position, cells[position])
            except UnreadableCell as refused:
                is_sound = False
                name = column.name if column else letter(position)
                self._note_unreadable(number, name, refused)
                if name == "id" and refused is cells[position]:
                    # Nobody knows which id stands here, so references to it cannot be judged.
                    self.is_whole = False
            else:
                if column is not None:
                    values[column.name] = value
        return ReadRow(number=number, values=values, is_sound=is_sound)

    def _value(self, position: int, cell: RawCell) -> Cell:
        column = self._columns[position]
        if column is None:
            if position in self._nameless and _holds_anything(cell):
                raise UnreadableCell("a cell below no heading", "cells below a heading")
            return None
        if isinstance(cell, UnreadableCell):
            raise cell
        if column.kind not in _RECURRING:
            return column.read(cell)
        if (column.name, cell) not in self._known:
            self._known[column.name, cell] = column.read(cell)
        return self._known[column.name, cell]

    def _note_no_header(self, found: str) -> None:
        self.is_whole = False
        self._note(
            1,
            "",
            found=found,
            allowed=f"the headings {', '.join(self._text.table.headings)}",
            hint="Put the header row first; `safeconduct new` writes one.",
        )

    def _note_unreadable(self, row: int, column: str, refused: UnreadableCell) -> None:
        self._note(row, column, found=refused.found, allowed=refused.allowed, hint=refused.hint)

    def _note(self, row: int, column: str, *, found: str, allowed: str, hint: str = "") -> None:
        self._problems.append(
            Problem(
                file=self._text.file,
                row=row,
                column=column,
                found=found,
                allowed=allowed,
                hint=hint,
            )
        )


def contradiction(field: str, problem: str, *, file: str, row: int) -> Problem:
    """What a record says against itself, with its place.

    A record words a problem as what is wrong ("is below the minimum", "is not a date") or as the
    rule that it breaks ("is for responses only"); the first is what was found, the second what is
    allowed.
    """
    found = f"a row in which {field} {problem}"
    allowed = "a row that does not contradict itself"
    if problem.startswith("is not "):
        found, allowed = "a value that does not fit here", problem.removeprefix("is not ")
    elif _RULE.search(problem):
        found, allowed = "a value that does not fit the rest of the row", found
    return Problem(file=file, row=row, column=field, found=found, allowed=allowed)


def letter(position: int) -> str:
    """The letter under which a spreadsheet shows a column, counted from 0."""
    letters = ""
    left = position + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _holds_anything(cell: RawCell) -> bool:
    return isinstance(cell, UnreadableCell) or bool(cell.strip())


def _record(text: TextTable, row: ReadRow, problems: list[Problem]) -> Identified:
    """A row as its record, or as far as it could be read, so that its references are judged too."""
    if row.is_sound:
        try:
            return _RECORDS[text.table.name](**row.values)
        except InvalidRecord as invalid:
            problems.extend(
                contradiction(field, problem, file=text.file, row=row.number)
                for field, problem in invalid.problems
            )
    # No id has a blank in it, so a row whose id could not be read is nobody's double.
    sketch = {**row.values, "id": row.values["id"] or f"row {row.number}"}
    return cast("Identified", SimpleNamespace(**sketch))


def _breaches(tables: Mapping[str, ReadTable]) -> Iterator[Problem]:
    """What does not hold between the rows; silent about ids of a table that was not read whole."""
    for breach in breaches(
        sources=cast("list[Source]", tables["sources"].rows),
        statements=cast("list[Statement]", tables["statements"].rows),
        incidents=cast("list[Incident]", tables["incidents"].rows),
        figures=cast("list[ReportedFigure]", tables["reported_figures"].rows),
        decisions=cast("list[Decision]", tables["decisions"].rows),
    ):
        if not breach.leads_to or tables[breach.leads_to].is_whole:
            table = tables[breach.table]
            yield Problem(
                file=table.file,
                row=table.numbers[breach.position],
                column=breach.column,
                found=breach.found,
                allowed=breach.allowed,
                hint=breach.hint,
            )
