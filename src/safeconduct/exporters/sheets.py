"""The sheets of a workbook, before any form of file: headings with their notes, rows and lists.

It depends on the record, on the vocabulary and on the words of the help sheets beside it.
Both forms of workbook are written from here, so that they hold the same; a new sheet is one more
function that returns a `Sheet`, and a name in `HELP_SHEETS` where it must not be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.exporters.help_words import CREDIBILITY, GRADES, READ_ME
from safeconduct.record.corpus import Corpus, cells
from safeconduct.record.decision import DECIDABLE
from safeconduct.record.layout import (
    ALIAS,
    CORPUS_SHEET,
    HELP_SHEETS,
    IGNORED_COLUMN,
    REFERENCES,
    SETTINGS,
    masthead_problems,
)
from safeconduct.record.tables import TABLES
from safeconduct.record.unknown import ABROAD, PREFIX
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.record.columns import Column
    from safeconduct.record.corpus import Masthead
    from safeconduct.record.tables import TableOfRecords

    Row = tuple[str, ...]

MOST_ROWS: Final = 1_048_576  # of a sheet, the header included
_TERRITORIES: Final = "territories"
_READ_ME, _EXAMPLE, _VOCABULARY = HELP_SHEETS
_WIDTHS: Final[Mapping[str, int]] = MappingProxyType(
    {"text": 34, "term": 22, "url": 34, "identifier": 18, "date": 16, "place": 18}
)
_NARROW: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A list that a cell offers: a run of cells in one column of a sheet, the header being row 1.

    Where the list is enforced, the cell takes nothing else.
    """

    sheet: str
    column: int
    first_row: int
    last_row: int
    is_enforced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One column of a sheet: its heading and note, its width in characters, and what it offers."""

    heading: str
    note: str = ""
    width: int = _NARROW
    is_required: bool = False
    offer: Offer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its columns, the rows below the header, and which of these are headings too."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Row]
    emphasised: frozenset[int] = frozenset()
    takes_rows: bool = False


def sheets_of(corpus: Corpus) -> tuple[Sheet, ...]:
    """The sheets of a corpus, in the order in which a reader needs them.

    Raises:
        InvalidRecord: the masthead holds what no corpus can.
        Refusal: a table has more rows than a sheet.
    """
    problems = masthead_problems(corpus.masthead)
    if problems:
        raise InvalidRecord("masthead", problems)
    for name, records in corpus.tables.items():
        if len(records) >= MOST_ROWS:
            raise Refusal(
                "a workbook of this corpus",
                rule=f"a sheet holds {MOST_ROWS - 1} records, and {name} has {len(records)}",
                remedy="Write the corpus as a folder of CSV files.",
            )
    terms = _Terms()
    tables = [
        _table_sheet(table, corpus.tables[name], terms=terms) for name, table in TABLES.items()
    ]
    return (_read_me(), _corpus_sheet(corpus.masthead), *tables, terms.sheet())


def template_sheets(masthead: Masthead) -> tuple[Sheet, ...]:
    """The sheets of a workbook to begin with: no records yet, and an example that is never read."""
    *tables, terms = sheets_of(Corpus.of(masthead=masthead))
    return (*tables, _example(), terms)


def _table_sheet(table: TableOfRecords, records: Iterable[object], *, terms: _Terms) -> Sheet:
    return Sheet(
        name=table.name,
        columns=tuple(
            SheetColumn(
                heading=column.name,
                note=_note(column),
                width=_WIDTHS.get(column.kind, _NARROW),
                is_required=column.required,
                offer=terms.offer(table, column),
            )
            for column in table.columns
        ),
        rows=[cells(table, record) for record in records],  # type: ignore[arg-type]
        takes_rows=True,
    )


def _note(column: Column) -> str:
    required = "Required. " if column.required else ""
    example = f"\nExample: {column.example}" if column.example else ""
    return f"{column.description}\n{required}Holds {column.allowed}.{example}"


def _corpus_sheet(masthead: Masthead) -> Sheet:
    widths = (18, 50, 30)
    return Sheet(
        name=CORPUS_SHEET.name,
        columns=tuple(
            SheetColumn(
                heading=column.name,
                note=_note(column),
                width=width,
                is_required=column.required,
            )
            for column, width in zip(CORPUS_SHEET.columns, widths, strict=True)
        ),
        rows=[
            *((name, getattr(masthead, name), "") for name in SETTINGS),
            *(
                (ALIAS.name, canonical, other)
                for other, canonical in sorted(masthead.aliases.items())
            ),
            *((IGNORED_COLUMN.name, name, "") for name in masthead.ignored_columns),
        ],
    )


def _read_me() -> Sheet:
    return Sheet(
        name=_READ_ME,
        columns=(
            SheetColumn(heading="Read me", width=64),
            SheetColumn(heading="Прочтите сначала", width=64),
        ),
        rows=READ_ME,
    )


def _example() -> Sheet:
    """The invented corpus, table below table, with the columns that it uses."""
    corpus = example_corpus()
    rows: list[Row] = []
    emphasised = set()
    for name, records in corpus.tables.items():
        table = TABLES[name]
        full = [table.headings, *(cells(table, record) for record in records)]
        used = [
            place for place in range(len(table.headings)) if any(row[place] for row in full[1:])
        ]
        emphasised |= {len(rows), len(rows) + 1}
        rows.append((name,))
        rows.extend(tuple(row[place] for place in used) for row in full)
        rows.append(())
    width = max(map(len, rows))
    return Sheet(
        name=_EXAMPLE,
        columns=(
            SheetColumn(heading="Invented, never read / Вымысел, не читается", width=24),
            *(SheetColumn(heading="", width=24) for _ in range(width - 1)),
        ),
        rows=rows,
        emphasised=frozenset(emphasised),
    )


class _Terms:
    """The sheet of all words that cells offer, set by set, so that each set is one run of cells."""

    _ID_COLUMN: Final = 1

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._runs: dict[str, tuple[int, int, int, int]] = {}

    def offer(self, table: TableOfRecords, column: Column) -> Offer | None:
        """The list that cells of a column offer: terms, territories, grades, or ids of a table."""
        led_to = REFERENCES.get((table.name, column.name))
        if led_to:
            return Offer(sheet=led_to, column=0, first_row=2, last_row=MOST_ROWS)
        name, words = _offered(table, column)
        if not words:
            return None
        if name not in self._runs:
            self._add(name, words)
        first, last, last_unknown, last_abroad = self._runs[name]
        if column.unknown:
            last = last_abroad if column.abroad else last_unknown
        return Offer(
            sheet=_VOCABULARY,
            column=self._ID_COLUMN,
            first_row=first,
            last_row=last,
            # A list cannot say "several of these"; there it helps and does not refuse.
            is_enforced=not column.many and column.kind != "place",
        )

    def sheet(self) -> Sheet:
        """The sheet, once every column has been offered its list."""
        widths = {"set": 18, "id": 26, "English": 34, "Русский": 34, "definition": 80}
        return Sheet(
            name=_VOCABULARY,
            columns=tuple(
                SheetColumn(heading=heading, width=width) for heading, width in widths.items()
            ),
            rows=self._rows,
        )

    def _add(self, name: str, words: Iterable[Row]) -> None:
        first = len(self._rows) + 2
        self._rows.extend((name, *row) for row in words)
        last = len(self._rows) + 1
        # The unknown values follow each set, so that a list may end before or behind them; so does,
        # for the columns of places, that it is abroad.
        unknown = [(name, PREFIX + cell, *row) for cell, *row in _term_rows("unknown-reasons")]
        abroad = [row for row in unknown if row[1] == PREFIX + ABROAD]
        self._rows.extend(row for row in unknown if row not in abroad)
        last_unknown = len(self._rows) + 1
        self._rows.extend(abroad if name == _TERRITORIES else ())
        self._runs[name] = first, last, last_unknown, len(self._rows) + 1


def _offered(table: TableOfRecords, column: Column) -> tuple[str, Sequence[Row]]:
    """The name of a list, and its rows: id, label in English, label in Russian, definition."""
    if column.kind == "term":
        return column.terms, _term_rows(column.terms)
    if column.kind in ("state", "place"):
        codes = sorted(territory.codes())
        return _TERRITORIES, [
            (code, territory.name(code, "en"), territory.name(code, "ru"), "") for code in codes
        ]
    if column.kind == "grade":
        return "reliability", GRADES
    if column.kind == "credibility":
        return "credibility", CREDIBILITY
    if (table.name, column.name) == ("decisions", "field"):
        return "decidable fields", [(name, "", "", "") for name in sorted(DECIDABLE)]
    return "", ()


def _term_rows(set_id: str) -> list[Row]:
    return [
        (
            term.id,
            vocabulary.in_language(term.label, "en"),
            vocabulary.in_language(term.label, "ru"),
            vocabulary.in_language(term.definition, "en"),
        )
        for term in vocabulary.terms(set_id).values()
    ]
