"""What is known of one host state beyond treaties: practice, law of its own, what happened there.

It depends on the vocabulary and on the sourced table.
A new host is one TOML file in `hosts/`, named by its code; a claim whose source is lost stays, and
says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exposure import sourced_table as read
from safeconduct.registry import data_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "hosts"
PARTS: Final = ("open", "protects", "happened", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLine:
    """One line about a host state.

    origin: the state that it concerns; empty is every one.
    source_state: a locator state of the vocabulary, such as not-recoverable.
    contradicts: another line of the same host that says otherwise; both are shown.
    """

    id: str
    part: str
    origin: str
    since: str
    until: str
    text: Mapping[str, str]
    condition: Mapping[str, str]
    enforced_by: Mapping[str, str]
    how: Mapping[str, str]
    techniques: tuple[str, ...]
    source: Citation
    source_state: str
    is_weak: bool
    contradicts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLines:
    """Everything that is recorded of one host state, with the day of the last check."""

    state: str
    as_of: str
    lines: tuple[HostLine, ...]


def hosts() -> Mapping[str, HostLines]:
    """Every host state that has a file, by its code, sorted."""
    return _read_all(FOLDER)


@cache
def _read_all(folder: Path) -> Mapping[str, HostLines]:
    return MappingProxyType({path.stem: read_host(path) for path in data_files(folder)})


def read_host(path: Path) -> HostLines:
    """Read and check one file.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = read.opened(path)
    if read.state(table) not in {path.stem, ""}:
        table.complain("state", "is not the name of the file")
    found = HostLines(
        state=path.stem,
        as_of=read.checked_on(table),
        lines=tuple(_line(row) for row in table.tables("line", required=True)),
    )
    names = [line.id for line in found.lines if line.id]
    for name in sorted({name for name in names if names.count(name) > 1}):
        table.complain("line", f"has the id {name!r} twice")
    for number, line in enumerate(found.lines, start=1):
        if line.contradicts == line.id and line.id:
            table.complain(f"line[{number}].contradicts", "names the line itself")
        elif line.contradicts and line.contradicts not in names:
            table.complain(
                f"line[{number}].contradicts", f"{line.contradicts!r} is no line of this file"
            )
    read.closed(table, path)
    return found


def _line(table: CarefulTable) -> HostLine:
    since, until = read.stretch(table)
    part = table.choice("part", PARTS)
    protects = part == "protects"
    line = HostLine(
        id=read.identifier(table),
        part=part,
        origin=read.state(table, "origin", required=False),
        since=since,
        until=until,
        text=read.words(table, "text", required=True),
        condition=read.words(table, "condition"),
        enforced_by=read.words(table, "enforced_by", required=protects),
        how=read.words(table, "how", required=protects),
        techniques=read.techniques(table),
        source=_source(table),
        source_state=table.choice("source_state", sorted(vocabulary.ids("locator-states"))),
        is_weak=read.is_weak(table),
        contradicts=table.text("contradicts"),
    )
    table.finish()
    return line


def _source(table: CarefulTable) -> Citation:
    """Read the source; the footnote of the paper may stand beside it or in it."""
    source, beside = read.citation(table), table.text("footnote")
    if beside and source.footnote not in {"", beside}:
        table.complain("footnote", "is not the one that the source names")
    return replace(source, footnote=source.footnote or beside)
