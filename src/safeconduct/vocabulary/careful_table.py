"""A table of a data file, read key by key, where every surprise is remembered.

It depends on the standard library and on the languages of the vocabulary.
A new kind of value is one more method; reading never stops at the first problem, so that a file is
mended in one go, and a key that nobody asked for is a problem too.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from safeconduct.vocabulary.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


class CarefulTable:
    """One table with its place in the file; tables within it share its list of problems."""

    __slots__ = ("_asked", "_place", "_table", "problems")

    def __init__(
        self,
        table: Mapping[str, object],
        *,
        place: str = "",
        problems: list[tuple[str, str]] | None = None,
    ) -> None:
        """Begin reading a table; `place` is its key in the file, empty for the file itself."""
        self._table = table
        self._place = place
        self._asked: set[str] = set()
        self.problems: list[tuple[str, str]] = [] if problems is None else problems

    def complain(self, key: str, problem: str) -> None:
        """Remember what is wrong with a key."""
        self.problems.append((f"{self._place}.{key}" if self._place else key, problem))

    def has(self, key: str) -> bool:
        """Say whether the table holds a key, without reading it."""
        return key in self._table

    def text(self, key: str, *, required: bool = False) -> str:
        """Read a text; an absent one is empty."""
        value = self._take(key, required=required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.complain(key, f"is {_kind(value)}, not a text")
            return ""
        if not value.strip() or value != value.strip():
            self.complain(key, "is empty or has blanks around it")
        return value

    def text_or_nothing(self, key: str) -> str:
        """Read a required text that may be empty, where empty is an answer of its own."""
        if self._table.get(key) == "":
            self._asked.add(key)
            return ""
        return self.text(key, required=True)

    def number(self, key: str) -> int:
        """Read a required whole number above zero; anything else is 0, and a problem."""
        value = self._take(key, required=True)
        if value is None:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.complain(key, "is not a whole number above zero")
            return 0
        return value

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """Read a required text that must be one of the allowed words."""
        words = tuple(allowed)
        value = self.text(key, required=True)
        if value and value not in words:
            self.complain(key, f"is not one of {', '.join(words)}")
        return value

    def flag(self, key: str) -> bool:
        """Read a required true or false."""
        value = self._take(key, required=True)
        if value is not None and not isinstance(value, bool):
            self.complain(key, f"is {_kind(value)}, not true or false")
        return value is True

    def day(self, key: str, *, required: bool = False) -> str:
        """Read a date as precise as known, with ?, ~ or % behind it where it is doubtful."""
        value = self._take(key, required=required)
        if value in (None, ""):
            return ""
        if not isinstance(value, str):
            self.complain(key, f"is {_kind(value)}, not a date written as text")
            return ""
        if not _is_day(value):
            self.complain(key, "is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Read a list of texts without repetition; an absent one is empty."""
        value = self._take(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(
            isinstance(part, str) and part.strip() for part in value
        ):
            self.complain(key, "is not a list of texts")
            return ()
        if len(set(value)) != len(value):
            self.complain(key, "names something twice")
        return tuple(value)

    def words(self, key: str, *, required: bool = False) -> Mapping[str, str] | None:
        """Read one wording in every language of the vocabulary; an absent one is None."""
        table = self.table(key, required=required)
        if table is None:
            return None
        said = {language: table.text(language, required=True) for language in LANGUAGES}
        table.finish()
        return MappingProxyType(said)

    def lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Read a table whose every key holds a list of texts; an absent one is empty."""
        table = self.table(key)
        if table is None:
            return MappingProxyType({})
        return MappingProxyType({name: table.texts(name, required=True) for name in table.keys})

    def table(self, key: str, *, required: bool = False) -> CarefulTable | None:
        """Open a table within this one; an absent one is None."""
        value = self._take(key, required=required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.complain(key, f"is {_kind(value)}, not a table")
            return None
        return CarefulTable(value, place=self._within(key), problems=self.problems)

    def tables(self, key: str, *, required: bool = False) -> tuple[CarefulTable, ...]:
        """Open a list of tables within this one; an absent one is empty."""
        value = self._take(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.complain(key, "is not a list of tables")
            return ()
        if required and not value:
            self.complain(key, "is empty")
        return tuple(
            CarefulTable(part, place=f"{self._within(key)}[{number}]", problems=self.problems)
            for number, part in enumerate(value, start=1)
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """Name the keys of this table in their order."""
        return tuple(self._table)

    def finish(self) -> None:
        """Complain of every key that nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                self.complain(key, "is not a key that belongs here")

    def _take(self, key: str, *, required: bool) -> object:
        self._asked.add(key)
        if required and key not in self._table:
            self.complain(key, "is missing")
        return self._table.get(key)

    def _within(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key


def _kind(value: object) -> str:
    """Name a kind of value in words; the value itself is never repeated."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date or time")


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
