"""MISP: events as JSON, a table for each kind of object, a column for each of its attributes.

It depends on the strict reader of JSON.
Tags are columns `tag.namespace:predicate`, galaxies `galaxy.type`; a comment that consists of
`word: value; word: value` is read as columns `comment.word`. What was deleted there is not read.

Safety: an attribute whose type says what it holds of a person (passport, birth date, phone, mail)
stands under that type and is dropped, whatever the object calls it.

Source: MISP core format, https://www.misp-standard.org/rfc/misp-standard-core.html.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.importers.foreign_table import ForeignRow, filled, tables_of
from safeconduct.importers.strict_json import read_document
from safeconduct.importers.unkept import kind_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.importers.foreign_table import ForeignTable
    from safeconduct.importers.strict_json import JsonObject

    Cells = dict[str, list[str]]

NAME: Final = "misp"
_PLAIN: Final = ("uuid", "info", "date", "name", "comment", "first_seen", "last_seen")
_TAG: Final = re.compile(r'([\w.-]{1,60}:[\w.-]{1,60})="(.{1,300})"')
_GALAXY: Final = "misp-galaxy:"
# Safety: only plain small words name a column, because columns are shown and texts are not.
_COMMENT: Final = re.compile(r"([a-z][a-z -]{0,24}): (.{1,400})")
_REPORT: Final = "report"


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """The tables `Event`, `Attribute`, and one for each kind of object."""
    del headings
    document = read_document(octets, file, problems=problems)
    if document is None:
        return []
    wraps = document.objects("response") or (document,)
    whole = [each for wrap in wraps for each in (wrap.objects("Event") or (wrap,))]
    rows: list[tuple[str, ForeignRow]] = []
    for told in whole:
        if len(told.texts("uuid")) == len(told.texts("info")) == 1:
            rows += _rows(told)
            continue
        problems.append(
            Problem(
                file=file,
                row=told.row,
                column=told.path,
                found="what is no MISP record",
                allowed="an Event with uuid and info",
            )
        )
    return tables_of(file, rows)


def _rows(told: JsonObject) -> Iterator[tuple[str, ForeignRow]]:
    cells = _plain(told)
    for author in told.objects("Orgc"):
        cells["Orgc.name"] += author.texts("name")
    _tags(told, cells)
    yield "Event", ForeignRow(number=told.row, cells=filled(cells))
    for attribute in _living(told, "Attribute"):
        loose: Cells = defaultdict(list)
        for kind in attribute.texts("type"):
            loose[kind] += attribute.texts("value")
        yield "Attribute", ForeignRow(number=attribute.row, cells=filled(loose))
    things = _living(told, "Object")
    reports = {
        identifier
        for thing in things
        if thing.texts("name") == (_REPORT,)
        for identifier in thing.texts("uuid")
    }
    for thing in things:
        for name in thing.texts("name"):
            number = thing.row
            yield name, ForeignRow(number=number, cells=filled(_object(thing, told, reports)))


def _object(thing: JsonObject, told: JsonObject, reports: set[str]) -> Cells:
    cells = _plain(thing)
    for attribute in _living(thing, "Attribute"):
        for kind, relation in zip(
            attribute.texts("type"), attribute.texts("object_relation"), strict=False
        ):
            heading = kind if kind_of_heading(kind) else f"attribute.{relation}"
            cells[heading] += attribute.texts("value")
        _tags(attribute, cells)
    referred = [
        each
        for reference in thing.objects("ObjectReference")
        for each in reference.texts("referenced_uuid")
        if each in reports
    ]
    cells["sources"] += referred or told.texts("uuid")
    return cells


def _plain(thing: JsonObject) -> Cells:
    cells: Cells = defaultdict(list)
    for name in _PLAIN:
        cells[name] += thing.texts(name)
    for comment in thing.texts("comment"):
        parts = [_COMMENT.fullmatch(part) for part in comment.split("; ")]
        for matched in parts:
            if matched and all(parts):
                cells[f"comment.{matched[1]}"] += matched[2].split(", ")
    return cells


def _tags(thing: JsonObject, cells: Cells) -> None:
    for tag in (name for each in thing.objects("Tag") for name in each.texts("name")):
        matched = _TAG.fullmatch(tag)
        if matched is None:
            namespace, colon, value = tag.partition(":")
            cells[f"tag.{namespace}" if colon else "tag"].append(value if colon else tag)
        elif matched[1].startswith(_GALAXY):
            # A galaxy shows a label with its code behind a dash.
            label = matched[2].partition(" - ")[0]
            cells[f"galaxy.{matched[1].removeprefix(_GALAXY)}"].append(label)
        else:
            cells[f"tag.{matched[1]}"].append(matched[2])


def _living(thing: JsonObject, name: str) -> tuple[JsonObject, ...]:
    return tuple(
        each for each in thing.objects(name) if each.texts("deleted") not in (("true",), ("1",))
    )
