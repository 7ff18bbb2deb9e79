"""The masthead of a corpus, from `corpus.toml` or from the sheet that stands for it in a workbook.

It depends on the record, on the errors and on the TOML reader of the standard library.
A new setting is a line in `safeconduct.record.layout`; both forms follow without a change here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.importers.csv_text import BYTE_ORDER_MARK
from safeconduct.importers.record_rows import Reading, TextTable, contradiction
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import (
    ALIAS,
    CORPUS_SHEET,
    IGNORED_COLUMN,
    SETTINGS,
    masthead_problems,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.importers.record_rows import NumberedRow, ReadRow
    from safeconduct.record.columns import Column

_LINE_OF_ERROR: Final = re.compile(r"\(at line (\d+),")
_KEYS: Final = (*SETTINGS, "aliases", "ignored_columns")


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A masthead while it is being read, with the problems met so far."""

    file: str
    problems: list[Problem]
    settings: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    ignored_columns: list[str] = field(default_factory=list)

    def text(self, column: Column, value: object, *, row: int, key: str) -> str:
        """The text of a value that its column admits; a blank one after its problem is noted."""
        try:
            return column.write(column.read(_plain(value)))
        except UnreadableCell as refused:
            self.note(row, key, found=refused.found, allowed=refused.allowed, hint=refused.hint)
            return ""

    def set(self, name: str, value: object, *, row: int) -> None:
        """Keep one setting."""
        if name in self.settings:
            self.note(row, name, found="a setting that stands twice", allowed="each setting once")
        else:
            self.settings[name] = self.text(SETTINGS[name], value, row=row, key=name)

    def name_also(self, canonical: object, other: object, *, row: int) -> None:
        """Keep one alias: another name of a publisher."""
        stands_for = self.text(ALIAS, canonical, row=row, key="aliases")
        name = self.text(ALIAS, other, row=row, key="aliases")
        if name and self.aliases.setdefault(name, stands_for) != stands_for:
            self.note(
                row,
                "aliases",
                found="another name that stands for two publishers",
                allowed="each other name once",
            )

    def ignore(self, name: object, *, row: int) -> None:
        """Keep the name of one column that readers leave out."""
        self.ignored_columns.append(self.text(IGNORED_COLUMN, name, row=row, key="ignored_columns"))

    def note(self, row: int, key: str, *, found: str, allowed: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(
            Problem(file=self.file, row=row, column=key, found=found, allowed=allowed, hint=hint)
        )

    def finished(self) -> Masthead:
        """The masthead; what was refused or is missing has been noted and is blank."""
        for name, column in SETTINGS.items():
            if column.required and name not in self.settings:
                self.note(0, name, found="no such setting", allowed=column.allowed)
        masthead = Masthead(
            **self.settings,
            aliases=self.aliases,
            ignored_columns=tuple(self.ignored_columns),
        )
        if not self.problems:
            self.problems.extend(
                contradiction(name, problem, file=self.file, row=0)
                for name, problem in masthead_problems(masthead)
            )
        return masthead


def from_toml(octets: bytes, file: str) -> tuple[Masthead, list[Problem]]:
    """Read `corpus.toml`; with problems, the masthead holds what could be read of it."""
    draft = _Draft(file=file, problems=[])
    try:
        text = octets.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as stray:
        draft.note(
            stray.object[: stray.start].count(b"\n") + 1,
            "",
            found=f"the byte 0x{stray.object[stray.start]:02X}, which is not UTF-8",
            allowed="text in UTF-8",
        )
        return Masthead(), draft.problems
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as malformed:
        place = _LINE_OF_ERROR.search(str(malformed))
        draft.note(
            int(place[1]) if place else text.count("\n") + 1,
            "",
            found="what is not TOML",
            allowed='lines such as title = "Border returns"',
            hint="A text stands between quotation marks.",
        )
        return Masthead(), draft.problems
    _read_document(draft, document, text=text)
    return draft.finished(), draft.problems


def from_rows(rows: Iterable[NumberedRow | Problem], file: str) -> tuple[Masthead, list[Problem]]:
    """Read the sheet `corpus`; with problems, the masthead holds what could be read of it."""
    draft = _Draft(file=file, problems=[])
    text = TextTable(table=CORPUS_SHEET, file=file, rows=rows)
    reading = Reading(text, frozenset(), problems=draft.problems)
    for row in reading.rows():
        if row.is_sound:
            _read_line(draft, row)
        elif (setting := row.values["setting"]) in SETTINGS:
            # Its problem is noted already; it is not missing as well.
            draft.settings.setdefault(str(setting), "")
    if not reading.is_whole:
        return Masthead(), draft.problems
    return draft.finished(), draft.problems


def _read_line(draft: _Draft, row: ReadRow) -> None:
    setting, value = row.values["setting"], row.values["value"]
    if setting == ALIAS.name:
        draft.name_also(value, row.values["other_name"], row=row.number)
    elif setting == IGNORED_COLUMN.name:
        draft.ignore(value, row=row.number)
    elif isinstance(setting, str) and setting in SETTINGS:
        draft.set(setting, value, row=row.number)
    else:
        draft.note(
            row.number,
            "setting",
            found="what is not a setting",
            allowed=f"{', '.join(SETTINGS)}, {ALIAS.name} or {IGNORED_COLUMN.name}",
        )


def _read_document(draft: _Draft, document: Mapping[str, object], *, text: str) -> None:
    for key, value in document.items():
        if key in SETTINGS:
            draft.set(key, value, row=_line_of(key, text))
        elif key not in _KEYS:
            draft.note(
                _line_of(key, text),
                "",
                found="a key that a masthead does not have",
                allowed=", ".join(_KEYS),
            )
    row = _line_of("aliases", text)
    aliases = document.get("aliases", {})
    if isinstance(aliases, dict) and all(isinstance(names, list) for names in aliases.values()):
        for canonical, others in aliases.items():
            for other in others:
                draft.name_also(canonical, other, row=row)
    else:
        draft.note(
            row,
            "aliases",
            found="what is not a table of lists",
            allowed='[aliases] and lines such as "Example Monitor" = ["Ex. Monitor"]',
        )
    ignored = document.get("ignored_columns", [])
    for name in ignored if isinstance(ignored, list) else [ignored]:
        draft.ignore(name, row=_line_of("ignored_columns", text))


def _line_of(key: str, text: str) -> int:
    """The line on which a key stands, or 0 where it is written in another way."""
    found = re.search(rf'^[ \t\["\']*{re.escape(key)}', text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _plain(value: object) -> str:
    """The text of a TOML value or a cell; a date and a whole number mean what they look like."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnreadableCell(
        "what is neither text, a day nor a whole number", "text in quotation marks"
    )
