"""JSON read strictly: every object knows its line, and what is ambiguous or endless is refused.

It depends on the standard library and on the errors.
The library's own reader keeps the last of two equal keys, takes NaN for a number and follows any
depth; a foreign file may use each to mean two things at once. A further limit is one more check in
`StrictReader`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Never

from safeconduct.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    Json: TypeAlias = "str | int | float | bool | tuple[Json, ...] | JsonObject | None"

DEEPEST: Final = 40
LONGEST_NUMBER: Final = 30  # characters
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = re.compile(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}
_PRINTABLE: Final = re.compile(r"[\w.:-]{1,60}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonObject:
    """One object: the line on which it begins, where it stands, and its members."""

    row: int
    path: str
    members: Mapping[str, Json]

    def texts(self, name: str) -> tuple[str, ...]:
        """A member as texts: a list is many, a number is written out, anything else is none."""
        return tuple(_texts(self.members.get(name)))

    def objects(self, name: str) -> tuple[JsonObject, ...]:
        """The objects of a member that is one, or a list of them."""
        member = self.members.get(name)
        found = member if isinstance(member, tuple) else (member,)
        return tuple(each for each in found if isinstance(each, JsonObject))


def read_document(octets: bytes, file: str, *, problems: list[Problem]) -> JsonObject | None:
    """Read one document, which is an object, or note the problem with its line and path."""
    text = _text(octets, file, problems=problems)
    return None if text is None else _read(text, file, first_row=1, problems=problems)


def read_lines(octets: bytes, file: str, *, problems: list[Problem]) -> Iterator[JsonObject]:
    """Read one object a line; one that is none is a problem, and the next is read all the same."""
    text = _text(octets, file, problems=problems)
    # Only these end a line: a text may hold others.
    for number, line in enumerate((text or "").replace("\r\n", "\n").split("\n"), start=1):
        if line.strip():
            read = _read(line, file, first_row=number, problems=problems)
            if read is not None:
                yield read


def _texts(member: Json) -> Iterator[str]:
    if isinstance(member, tuple):
        for each in member:
            yield from _texts(each)
    elif isinstance(member, bool):
        yield str(member).lower()
    elif isinstance(member, str | int | float):
        yield str(member)


def _text(octets: bytes, file: str, *, problems: list[Problem]) -> str | None:
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        problems.append(
            Problem(
                file=file,
                row=octets[: broken.start].count(b"\n") + 1,
                column="",
                found=f"the byte 0x{octets[broken.start]:02X}, which is not UTF-8",
                allowed="text in UTF-8",
            )
        )
        return None


def _read(text: str, file: str, *, first_row: int, problems: list[Problem]) -> JsonObject | None:
    reader = StrictReader(text)
    try:
        value = reader.value("", depth=0)
        reader.skip()
        if reader.place < len(text):
            _refuse("more text behind the document", "one document")
        if isinstance(value, JsonObject):
            return _shifted(value, first_row - 1) if first_row > 1 else value
        _refuse("what is no object", "an object between { and }")
    except BrokenText as broken:
        problems.append(
            Problem(
                file=file,
                row=first_row + text.count("\n", 0, reader.place),
                column=broken.path,
                found=broken.found,
                allowed=broken.allowed,
                hint="Nothing behind this place was read.",
            )
        )
    return None


def _refuse(found: str, allowed: str) -> Never:
    raise BrokenText(found, allowed, path="")


def _shifted(read: JsonObject, by: int) -> JsonObject:
    return JsonObject(row=read.row + by, path=read.path, members=read.members)


class BrokenText(Exception):
    """What ends the reading of a text, and where it stands."""

    def __init__(self, found: str, allowed: str, *, path: str) -> None:
        """Say what was found, what is allowed, and at which path."""
        super().__init__(found)
        self.found, self.allowed, self.path = found, allowed, path


class StrictReader:
    """One walk through a text."""

    quotes: ClassVar[tuple[str, ...]] = ('"',)
    words: ClassVar[Mapping[str, bool | None]] = _WORDS

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        self.text = text
        self._counted, self._row = 0, 1
        self.place = 0

    def skip(self) -> None:
        """Go on to the next character that means anything."""
        self.place = _SPACE.match(self.text, self.place).end()  # type: ignore[union-attr]

    def value(self, path: str, *, depth: int) -> Json:
        """Read a value."""
        self.skip()
        start = self.text[self.place : self.place + 1]
        if start in ("{", "["):
            if depth >= DEEPEST:
                allowed = f"at most {DEEPEST} levels"
                raise BrokenText("one thing inside another too deep", allowed, path=path)
            read = self._object if start == "{" else self._list
            return read(path, depth=depth + 1)
        if start in self.quotes:
            return self.string(path)
        for word, meant in self.words.items():
            if self.text.startswith(word, self.place):
                self.place += len(word)
                return meant
        return self._number(path)

    def _object(self, path: str, *, depth: int) -> JsonObject:
        row = self._row_here()
        members: dict[str, Json] = {}
        for _ in self._parts("}", path):
            self.skip()
            name = self.string(path)
            # Safety: a key may be free text; only a plain one is named in a problem.
            shown = name if _PRINTABLE.fullmatch(name) else "…"
            inside = f"{path}.{shown}" if path else shown
            if name in members:
                raise BrokenText("a key that stands twice", "each key once", path=inside)
            self._expect(":", inside)
            members[name] = self.value(inside, depth=depth)
        return JsonObject(row=row, path=path, members=members)

    def _list(self, path: str, *, depth: int) -> tuple[Json, ...]:
        return tuple(
            self.value(f"{path}[{place}]", depth=depth) for place in self._parts("]", path)
        )

    def _parts(self, end: str, path: str) -> Iterator[int]:
        """Yield the number of each part up to the closing bracket."""
        self.place += 1
        self.skip()
        if self.text.startswith(end, self.place):
            self.place += 1
            return
        number = 0
        while True:
            yield number
            number += 1
            self.skip()
            if self.text.startswith(end, self.place):
                self.place += 1
                return
            self._expect(",", path)

    def _expect(self, mark: str, path: str) -> None:
        self.skip()
        if not self.text.startswith(mark, self.place):
            raise BrokenText("what is not JSON", f"{mark} here", path=path)
        self.place += 1

    def string(self, path: str) -> str:
        """Read a text between quotation marks."""
        matched = _STRING.match(self.text, self.place)
        if matched is None:
            raise BrokenText("what is not JSON", "a text between quotation marks", path=path)
        try:
            read = str(json.loads(matched[0]))
        except ValueError as broken:
            allowed = "the escapes of JSON"
            raise BrokenText("a text with a broken escape", allowed, path=path) from broken
        self.place = matched.end()
        return read

    def _number(self, path: str) -> int | float:
        matched = _NUMBER.match(self.text, self.place)
        if matched is None:
            raise BrokenText("what is not JSON", "a value", path=path)
        if len(matched[0]) > LONGEST_NUMBER:
            allowed = f"at most {LONGEST_NUMBER} characters"
            raise BrokenText("a number without measure", allowed, path=path)
        read = float(matched[0])
        if abs(read) == float("inf"):
            raise BrokenText("a number without measure", "a number that a machine holds", path=path)
        self.place = matched.end()
        return read if matched[1] or matched[2] else int(matched[0])

    def _row_here(self) -> int:
        self._row += self.text.count("\n", self._counted, self.place)
        self._counted = self.place
        return self._row
