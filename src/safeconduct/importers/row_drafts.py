"""Drafts of records: what one foreign row says, sorted by the record table that it goes into.

It depends on the mapping, on foreign cells and on what must not be kept.
A row of incidents makes one incident, its own sources or the file's, and a statement for each of
these; a further thing that a row may make is one more method of `Drafting`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.importers.foreign_cell import cell_text
from safeconduct.importers.foreign_table import FirstOfMonth, place_of
from safeconduct.importers.mapping import DATE_PARTS, INCIDENTS, SOURCE_KEY, SOURCES, TARGETS
from safeconduct.importers.unkept import without_unkept
from safeconduct.record.columns import SEPARATOR, UnreadableCell
from safeconduct.record.person_range import OPEN
from safeconduct.vocabulary import term, territory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.importers.foreign_table import ForeignRow, ForeignTable
    from safeconduct.importers.mapping import MappedColumn, MappedTable, SourceMapping

_PLAIN_KEY: Final = re.compile(r"[\w.\-]{1,48}", re.ASCII)
_SHORT: Final = 16  # hexadecimal digits: 64 bits
_URL: Final = f"{SOURCES}.url"
# What a cell says of a target: the texts, and the heading they came from.
if TYPE_CHECKING:
    Said = dict[str, tuple[list[str], str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record to be: its texts by column, each with the heading it came from."""

    table: str
    id: str
    texts: Mapping[str, tuple[str, str]]
    file: str
    row: int

    @property
    def plain(self) -> Mapping[str, str]:
        """Its texts by column, without where they came from."""
        return {name: text for name, (text, _) in self.texts.items()}


class Drafting:
    """The drafts of one file; what is wrong goes to `problems`, what is dropped to `dropped`."""

    def __init__(self, mapping: SourceMapping, file: str, problems: list[Problem]) -> None:
        """Begin with nothing but the source that the file itself is, if anything rests on it."""
        self._mapping = mapping
        self._file = file
        self._problems = problems
        self._noted: set[tuple[str, int, str, str]] = set()
        self.drafts: dict[str, dict[str, Draft]] = {SOURCES: {}, INCIDENTS: {}, "statements": {}}
        # Kind, table and heading, and in how many cells.
        self.dropped: Counter[tuple[str, str, str]] = Counter()

    def take(self, row: ForeignRow, table: ForeignTable, *, mapped: MappedTable) -> None:
        """Take one row."""
        before = len(self._problems)
        said = self._said(row, table, mapped=mapped)
        key = self._key(row, table, mapped=mapped, said=said)
        told = self._told(said, row, table=table, mapped=mapped)
        if len(self._problems) > before:
            return
        for target, text in mapped.always.items():
            told.setdefault(target, (text, ""))
        place = (table.file, row.number)
        if mapped.makes == SOURCES:
            self._add_source(f"{self._mapping.prefix}-s-{key}", _of(told, SOURCES), place)
            return
        incident = f"{self._mapping.prefix}-{key}"
        texts = _of(told, INCIDENTS)
        texts.setdefault("label", (_label(told, key), ""))
        draft = Draft(table=INCIDENTS, id=incident, texts=texts, file=place[0], row=place[1])
        if not self._add(draft):
            return
        for source in self._sources(said, told, place=place):
            statement = f"{incident}-{_digest(source)[:8]}"
            texts = {
                **_of(told, "statements"),
                "incident": (incident, ""),
                "source": (source, said.get(SOURCE_KEY, ([], ""))[1]),
            }
            self._add(
                Draft(table="statements", id=statement, texts=texts, file=place[0], row=place[1])
            )

    # ── what the cells say ──

    def _said(self, row: ForeignRow, table: ForeignTable, *, mapped: MappedTable) -> Said:
        said: Said = {}
        for heading, column in mapped.columns.items():
            for target in column.becomes:
                texts = list(self._texts(row, table, column=column, target=target))
                if not texts:
                    continue
                found, first = said.setdefault(target, ([], heading))
                found.extend(text for text in texts if text not in found)
                said[target] = (found, first)
        return said

    def _texts(
        self, row: ForeignRow, table: ForeignTable, *, column: MappedColumn, target: str
    ) -> Iterator[str]:
        for cell in row.cells.get(column.heading, ()):
            if isinstance(cell, FirstOfMonth) and column.first_of_month:
                yield cell.day
                continue
            if isinstance(cell, UnreadableCell):
                self._note(row, table, column.heading, refused=cell)
                continue
            parts = cell.split(column.separator) if column.separator else [cell]
            for part in parts:
                try:
                    text = cell_text(part.strip(), column, target=target) if part.strip() else ""
                    if text and target in TARGETS:
                        # Held against the column at once, so that every problem is named.
                        TARGETS[target].read(text)
                except UnreadableCell as refused:
                    self._note(row, table, column.heading, refused=refused)
                    continue
                if text and target in TARGETS and TARGETS[target].kind == "text":
                    text, found = without_unkept(text)
                    for kind, times in found.items():
                        self.dropped[kind, table.name, column.heading] += times
                if text:
                    yield text

    def _told(
        self, said: Said, row: ForeignRow, *, table: ForeignTable, mapped: MappedTable
    ) -> dict[str, tuple[str, str]]:
        """One text a target, with the heading it came from."""
        told: dict[str, tuple[str, str]] = {}
        for target, (texts, heading) in said.items():
            column = TARGETS.get(target)
            if column is None:
                continue
            if len(texts) > 1 and not column.many and column.kind != "text" and target != _URL:
                several = UnreadableCell("several values", "one value")
                self._note(row, table, heading, refused=several)
            between = SEPARATOR if column.many else "\n"
            told[target] = (between.join(texts), heading)
        date = _date({part: said[part][0][0] for part in DATE_PARTS if part in said})
        least = told.get("statements.persons_min", ("", ""))
        if mapped.open_persons and least[0].isdecimal():
            told.setdefault("statements.persons_max", (OPEN, least[1]))
        if date:
            heading = next(said[part][1] for part in DATE_PARTS if part in said)
            told.setdefault("statements.date", (date, heading))
        return told

    def _key(self, row: ForeignRow, table: ForeignTable, *, mapped: MappedTable, said: Said) -> str:
        """What makes the id of a row, the same in every import of it."""
        parts = []
        for heading in mapped.key:
            cells = row.cells.get(heading, ())
            refused = UnreadableCell("no key", "one value that names the row, and no other")
            for cell in cells if len(cells) == 1 else (refused,):
                if isinstance(cell, UnreadableCell):
                    self._note(row, table, heading, refused=cell)
                else:
                    parts.append(cell)
        key = "-".join(parts)
        if mapped.key and _PLAIN_KEY.fullmatch(key):
            return key
        kept = parts or sorted(f"{target}\x1f{texts[0]}" for target, texts in said.items())
        return _digest(*kept)

    # ── the records ──

    def _sources(
        self, said: Said, told: Mapping[str, tuple[str, str]], *, place: tuple[str, int]
    ) -> Sequence[str]:
        """The ids of the sources of a row of incidents: those it names, its own, or the file."""
        named = said.get(SOURCE_KEY, ([], ""))[0]
        if named:
            return [f"{self._mapping.prefix}-s-{_source_key(each)}" for each in named]
        own = _of(told, SOURCES)
        if not any(f"{SOURCES}.{name}" in said for name in own):
            return [self._file_source()]
        found = []
        for address in said.get(_URL, ([""], ""))[0]:
            texts = dict(own)
            if address:
                texts["url"] = (address, own["url"][1])
            kept = sorted(f"{name}\x1f{text}" for name, (text, _) in texts.items())
            identifier = f"{self._mapping.prefix}-s-{_digest(*([address] if address else kept))}"
            self._add_source(identifier, texts, place)
            found.append(identifier)
        return found

    def _file_source(self) -> str:
        identifier = f"{self._mapping.prefix}-source"
        if identifier not in self.drafts[SOURCES]:
            texts = {name: (text, "") for name, text in self._mapping.source.items()}
            self._add_source(identifier, texts, (self._file, 0))
        return identifier

    def _add_source(
        self, identifier: str, texts: dict[str, tuple[str, str]], place: tuple[str, int]
    ) -> None:
        state = "located" if "url" in texts else "no-locator"
        texts.setdefault("locator_state", (state, ""))
        self._add(Draft(table=SOURCES, id=identifier, texts=texts, file=place[0], row=place[1]))

    def _add(self, draft: Draft) -> bool:
        known = self.drafts[draft.table].setdefault(draft.id, draft)
        if known is draft or (draft.table == SOURCES and known.plain == draft.plain):
            return True
        # Two rows of one key would overwrite each other, so neither is taken.
        self._problems.append(
            Problem(
                file=draft.file,
                row=draft.row,
                column="",
                found=f"the key of row {known.row} again, of a record of {draft.table}",
                allowed="each key once, or the same said of it each time",
                hint="Name a `key` in the mapping that tells the rows apart.",
            )
        )
        return False

    def _note(
        self, row: ForeignRow, table: ForeignTable, heading: str, *, refused: UnreadableCell
    ) -> None:
        # A cell that goes into two columns of the record is wrong once.
        noted = (table.file, row.number, heading, refused.found)
        if noted not in self._noted:
            self._noted.add(noted)
            problem = place_of(table.file, row.number, column=heading, refused=refused)
            self._problems.append(problem)


def _of(told: Mapping[str, tuple[str, str]], table: str) -> dict[str, tuple[str, str]]:
    """What is told of one table, by column."""
    start = f"{table}."
    return {
        target.removeprefix(start): text
        for target, text in told.items()
        if target.startswith(start)
    }


def _source_key(text: str) -> str:
    return text if _PLAIN_KEY.fullmatch(text) else _digest(text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_SHORT]


def _date(parts: Mapping[str, str]) -> str:
    """A date from the parts that stand in columns of their own."""
    begin, end, year, month, day = (parts.get(part, "") for part in DATE_PARTS)
    if begin or end:
        return begin if begin == end else f"{begin or '..'}/{end or '..'}"
    if not year or not month:
        return year
    return f"{year}-{month:0>2}-{day:0>2}" if day else f"{year}-{month:0>2}"


def _label(told: Mapping[str, tuple[str, str]], key: str) -> str:
    """What an incident is called where the source has no name for it that names nobody."""
    words = []
    techniques = told.get("statements.techniques", ("", ""))[0].split(SEPARATOR)
    if techniques[0] and not techniques[0].startswith("unknown:"):
        words.append(term("techniques", techniques[0]).label_in("en"))
    for target in ("place_of_act", "hosts"):
        text = told.get(f"statements.{target}", ("", ""))[0].partition("/")[0]
        code = text.partition(SEPARATOR)[0]
        if code in territory.codes():
            words.append(territory.name(code))
            break
    date = told.get("statements.date", ("", ""))[0]
    return ", ".join([*words, *([date] if date else [])]) or f"Incident {key}"
