"""A mapping: what each column of a foreign source becomes, read from one TOML file.

It depends on the columns of the record, on the vocabulary, on the registry and on the errors.
A further source is one more file in `mappings/`; a further way to read a cell is one more word in
`READINGS` and a line in `foreign_cell`.

Safety: a mapping cannot keep what must not be kept of a person; `unkept` is asked first.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidMapping, NotFound, Unavailable
from safeconduct.importers import forms
from safeconduct.importers.unkept import KINDS, kind_of_heading
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.tables import TABLES
from safeconduct.registry import data_files, members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.record.columns import Column

FOLDER: Final = Path(__file__).parent / "mappings"
LARGEST_MAPPING: Final = 2**20  # bytes
INCIDENTS: Final = "incidents"
SOURCES: Final = "sources"
# Parts that are put together into one cell of the record.
DATE_PARTS: Final = tuple(
    f"statements.date.{part}" for part in ("from", "to", "year", "month", "day")
)
SOURCE_KEY: Final = "statements.source"
ADDRESS: Final = "sources.url"
READINGS: Final = (
    "",
    "label",
    "link",
    "instant",
    "epoch",
    "day-month-year",
    "month-day-year",
    "year-month-day",
)
ASK: Final = "ask"
LEAVE: Final = "leave"
_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,19}")
# Ids are made from the key, and references from the ids.
_NOT_SET: Final = frozenset({"id", "incident", "source"})
_TOP: Final = frozenset(
    {"form", "prefix", "plain", "rest", "source", "table", "leave_tables", "drop_tables"}
)
_TABLE: Final = frozenset({"name", "makes", "key", "always", "open_persons", "column"})
_COLUMN: Final = frozenset(
    {"becomes", "drop", "leave", "separator", "values", "read", "between", "first_of_month"}
)
# Of the columns of a record table, those that an importer may set.
TARGETS: Final[Mapping[str, Column]] = MappingProxyType(
    {
        f"{name}.{column.name}": column
        for name in (SOURCES, INCIDENTS, "statements")
        for column in TABLES[name].columns
        if column.name not in _NOT_SET
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """One column: what it becomes, or of which kind it is dropped, or why it is left out.

    values: what each word of the source means here. between: what stands between two dates.
    """

    heading: str
    becomes: tuple[str, ...] = ()
    drop: str = ""
    leave: str = ""
    separator: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    read: str = ""
    between: str = ""
    first_of_month: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedTable:
    """One table: whether its rows make incidents or sources, by which key, and its columns.

    open_persons: whether a row that gives no greatest number of persons says there is none.
    """

    name: str
    makes: str
    key: tuple[str, ...]
    always: Mapping[str, str]
    columns: Mapping[str, MappedColumn]
    open_persons: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMapping:
    """What a foreign source becomes.

    source: the columns of the source that the file itself is. rest: whether a column that is not
    named is asked about or left out. dropped_tables: tables of persons, each with its kind.
    """

    id: str
    form: str
    prefix: str
    plain: Mapping[str, str]
    source: Mapping[str, str]
    tables: Mapping[str, MappedTable]
    rest: str = ASK
    left_tables: frozenset[str] = frozenset()
    dropped_tables: Mapping[str, str] = field(default_factory=dict)

    @property
    def headings(self) -> frozenset[str]:
        """Every heading that it knows."""
        return frozenset(
            heading for table in self.tables.values() for heading in (*table.columns, *table.key)
        )


def known() -> tuple[str, ...]:
    """The sources that come with the program."""
    return tuple(path.stem for path in data_files(FOLDER))


def mapping_of(name: str) -> SourceMapping:
    """Read the mapping of a known source, or the one that lies at a path ending in .toml.

    Raises:
        NotFound: there is none. InvalidMapping: it cannot be used; every problem is named.
        Unavailable: it cannot be opened.
    """
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    if not path.is_file() or (path.parent == FOLDER and path.stem not in known()):
        raise NotFound(
            "source",
            path.name if name.endswith(".toml") else name,
            hint=f"Known are {', '.join(known())}, or give a mapping of your own, a .toml file.",
        )
    return read_mapping(path)


def read_mapping(path: Path) -> SourceMapping:
    """Read the mapping that lies at a path.

    Raises:
        InvalidMapping: it cannot be used; every problem is named.
        Unavailable: it cannot be opened.
    """
    try:
        if path.stat().st_size > LARGEST_MAPPING:
            raise InvalidMapping(path.name, [("file", f"is larger than {LARGEST_MAPPING} bytes")])
        text = path.read_bytes().decode()
    except UnicodeDecodeError as cause:
        raise InvalidMapping(path.name, [("file", "is not text in UTF-8")]) from cause
    except OSError as cause:
        raise Unavailable(path.name, hint="Check who may read it.") from cause
    return parsed(text, path.name)


def parsed(text: str, file: str) -> SourceMapping:
    """Build a mapping from its text.

    Raises:
        InvalidMapping: it cannot be used; every problem is named at once.
    """
    try:
        told = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        raise InvalidMapping(file, [("file", "is not TOML")]) from broken
    reading = _Reading(file)
    mapping = reading.mapping(told)
    if reading.problems:
        raise InvalidMapping(
            file, reading.problems, hint="docs/importing.md says what a mapping holds."
        )
    return mapping


class _Reading:
    """The walk through one mapping, which notes problems instead of stopping at the first."""

    def __init__(self, file: str) -> None:
        self._id = Path(file).stem
        self.problems: list[tuple[str, str]] = []

    def mapping(self, told: Mapping[str, object]) -> SourceMapping:
        """The whole."""
        self._strangers(told, _TOP, "")
        form, prefix = self._word(told, "form"), self._word(told, "prefix")
        named = [str(module.NAME) for module in members(forms, required=("NAME", "tables"))]
        if form not in named:
            self._note("form", f"is not one of {', '.join(named)}")
        if not _ID.fullmatch(prefix):
            self._note("prefix", "is not small letters, digits and '-', at most 20")
        rest = self._word(told, "rest") or ASK
        if rest not in (ASK, LEAVE):
            self._note("rest", f"is not {ASK} or {LEAVE}")
        tables = [self._table(each, place) for place, each in enumerate(self._tables(told))]
        names = [table.name for table in tables]
        if len(set(names)) < len(names):
            self._note("table", "names one table twice")
        dropped = self._words(told, "drop_tables")
        if not set(dropped.values()) <= set(KINDS):
            self._note("drop_tables", f"has a kind that is not one of {', '.join(KINDS)}")
        source = self._words(told, "source")
        self._check_cells({f"{SOURCES}.{name}": text for name, text in source.items()}, "source")
        return SourceMapping(
            id=self._id,
            form=form,
            prefix=prefix,
            plain=self._words(told, "plain"),
            source=source,
            tables={table.name: table for table in tables},
            rest=rest,
            left_tables=frozenset(self._list(told, "leave_tables")),
            dropped_tables=dropped,
        )

    def _tables(self, told: Mapping[str, object]) -> list[Mapping[str, object]]:
        tables = told.get("table")
        if isinstance(tables, list) and tables and all(isinstance(each, dict) for each in tables):
            return tables
        self._note("table", "is not one or more [[table]]")
        return []

    def _table(self, told: Mapping[str, object], place: int) -> MappedTable:
        where = f"table {place + 1}"
        self._strangers(told, _TABLE, where)
        makes = self._word(told, "makes")
        if makes not in (INCIDENTS, SOURCES):
            self._note(f"{where}, makes", f"is not {INCIDENTS} or {SOURCES}")
        always = self._words(told, "always")
        self._check_cells(always, f"{where}, always")
        columns = told.get("column", {})
        if not isinstance(columns, dict) or not all(isinstance(c, dict) for c in columns.values()):
            self._note(where, "has columns that are no tables")
            columns = {}
        table = MappedTable(
            name=self._word(told, "name"),
            makes=makes,
            key=self._list(told, "key"),
            always=always,
            open_persons=told.get("open_persons") is True,
            columns={
                heading: self._column(heading, each, f"{where}, {heading}")
                for heading, each in columns.items()
            },
        )
        for heading in table.key:
            column = table.columns.get(heading)
            # Safety: an id travels further than any cell, and a name hashed is a name guessed.
            if kind_of_heading(heading) or (column and column.drop):
                self._note(f"{where}, key", "names a column that is dropped")
        return table

    def _column(self, heading: str, told: Mapping[str, object], where: str) -> MappedColumn:
        self._strangers(told, _COLUMN, where)
        becomes, drop = self._list(told, "becomes"), self._word(told, "drop")
        # Safety: what must not be kept is dropped whatever a mapping says. The address of a page
        #     is the one thing that a heading may call an address or an account.
        kind = "" if becomes == (ADDRESS,) else kind_of_heading(heading)
        if becomes and kind:
            becomes, drop = (), kind
        column = MappedColumn(
            heading=heading,
            becomes=becomes,
            drop=drop,
            leave=self._word(told, "leave"),
            separator=self._word(told, "separator"),
            values={word.casefold(): text for word, text in self._words(told, "values").items()},
            read=self._word(told, "read"),
            between=self._word(told, "between"),
            first_of_month=told.get("first_of_month") is True,
        )
        if sum(map(bool, (becomes, column.drop, column.leave))) != 1:
            self._note(where, "has not exactly one of becomes, drop and leave")
        if column.drop and column.drop not in KINDS:
            self._note(where, f"has a drop that is not one of {', '.join(KINDS)}")
        if column.read not in READINGS:
            self._note(where, f"has a read that is not one of {', '.join(READINGS[1:])}")
        for target in becomes:
            if target not in TARGETS and target not in (*DATE_PARTS, SOURCE_KEY):
                self._note(where, "becomes what is no column of sources, incidents or statements")
            for text in column.values.values():
                self._check_value(target, text, f"{where}, values", is_one=False)
        return column

    def _check_cells(self, cells: Mapping[str, str], where: str) -> None:
        for target, text in cells.items():
            if target not in TARGETS:
                self._note(where, "names what is no column of sources, incidents or statements")
            self._check_value(target, text, where, is_one=True)

    def _check_value(self, target: str, text: str, where: str, *, is_one: bool) -> None:
        """Hold a word of the mapping against the column that it goes into; "" says nothing."""
        column = TARGETS.get(target)
        if column is None or not (text or is_one):
            return
        try:
            column.read(text)
        except UnreadableCell as unreadable:
            self._note(where, f"gives {target} what is not {unreadable.allowed}")

    def _strangers(self, told: Mapping[str, object], known_keys: frozenset[str], at: str) -> None:
        for key in told:
            if key not in known_keys:
                self._note(at or "file", f"has a key that is not one of {_sorted(known_keys)}")

    def _word(self, told: Mapping[str, object], key: str) -> str:
        word = told.get(key, "")
        if isinstance(word, str):
            return word
        self._note(key, "is not text")
        return ""

    def _list(self, told: Mapping[str, object], key: str) -> tuple[str, ...]:
        words = told.get(key, [])
        found = [words] if isinstance(words, str) else words
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return tuple(found)
        self._note(key, "is not text, or a list of texts")
        return ()

    def _words(self, told: Mapping[str, object], key: str) -> Mapping[str, str]:
        words = told.get(key, {})
        if isinstance(words, dict) and all(isinstance(each, str) for each in words.values()):
            return MappingProxyType(words)
        self._note(key, "is not a table of texts")
        return MappingProxyType({})

    def _note(self, where: str, problem: str) -> None:
        if (where, problem) not in self.problems:
            self.problems.append((where, problem))


def _sorted(keys: frozenset[str]) -> str:
    return ", ".join(sorted(keys))
