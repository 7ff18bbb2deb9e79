"""FollowTheMoney: entities as JSON lines, a table for each schema, a column for each property.

It depends on the strict reader of JSON.
A keyword of the shape `word:value` is a column `keywords.word`; a property that leads to an
organisation of the same file is followed by its name and its states. A further thing to follow is
one more schema in `_ORGANISATIONS`.

Safety: nobody is followed: a property that leads to a person stays the id that it is, and a mapping
can drop the tables of persons.

Source: FollowTheMoney, https://followthemoney.tech/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.importers.foreign_table import ForeignRow, filled, tables_of
from safeconduct.importers.strict_json import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.importers.foreign_table import ForeignTable
    from safeconduct.importers.strict_json import JsonObject

NAME: Final = "followthemoney"
_ORGANISATIONS: Final = frozenset({"PublicBody", "Organization", "Company"})
_WORD: Final = re.compile(r"[a-z][a-z_-]{0,24}")
_OF_AN_ORGANISATION: Final = ("name", "country")


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """A table for each schema."""
    del headings
    found = []
    for read in read_lines(octets, file, problems=problems):
        schema, properties = read.texts("schema"), read.objects("properties")
        if len(schema) == len(properties) == len(read.texts("id")) == 1:
            found.append((schema[0], read, properties[0]))
            continue
        problems.append(
            Problem(
                file=file,
                row=read.row,
                column="",
                found="a line that is no FollowTheMoney record",
                allowed="an object with id, schema and properties",
            )
        )
    organisations = {
        read.texts("id")[0]: properties
        for schema, read, properties in found
        if schema in _ORGANISATIONS
    }
    return tables_of(
        file,
        (
            (schema, ForeignRow(number=read.row, cells=filled(cells)))
            for schema, read, properties in found
            for cells in [dict(_cells(read, properties, organisations))]
        ),
    )


def _cells(
    read: JsonObject, properties: JsonObject, organisations: dict[str, JsonObject]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "id", read.texts("id")
    yield "datasets", read.texts("datasets")
    for name in properties.members:
        nested = [each for whole in properties.objects(name) for each in whole.texts("id")]
        texts = (*properties.texts(name), *nested)
        if name != "keywords":
            yield name, texts
            led_to = [organisations[text] for text in texts if text in organisations]
            for told in _OF_AN_ORGANISATION:
                yield f"{name}.{told}", tuple(t for each in led_to for t in each.texts(told))
            continue
        words: dict[str, list[str]] = {"keywords": []}
        for text in texts:
            word, colon, value = text.partition(":")
            # Safety: only a plain word names a column, because columns are shown and texts are not.
            is_plain = bool(colon) and _WORD.fullmatch(word) is not None
            heading = f"keywords.{word}" if is_plain else "keywords"
            words.setdefault(heading, []).append(value if is_plain else text)
        yield from ((heading, tuple(values)) for heading, values in words.items())
