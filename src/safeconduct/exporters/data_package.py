"""`datapackage.json`: the corpus folder described for programs that know nothing of Safeconduct.

It depends on the record and on the vocabulary.
The form is Data Package version 2; its schema follows from the columns, so that a new column needs
no change here, and a new kind of cell one line in `_FORMS`.

Dates are partial, so their fields are texts. A column of several values is a text with a pattern:
the list type of the standard could not say which values are admitted.

Source: Data Package 2.0, https://datapackage.org/standard/data-package/.
"""

from __future__ import annotations

import hashlib
import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record.columns import SEPARATOR
from safeconduct.record.layout import CODEBOOK_FILE, REFERENCES
from safeconduct.record.tables import TABLES
from safeconduct.record.unknown import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.columns import Column
    from safeconduct.record.corpus import Masthead
    from safeconduct.record.tables import TableOfRecords

    Described = dict[str, object]

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
# What a cell looks like, by the kind of its column; kinds of free text have no form.
_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "state": "[A-Z]{2}",
        "place": "[A-Z]{2}(/[^;]+)?",
        "count": "[0-9]{1,12}",
        "open-count": "[0-9]{1,12}|open",
        "grade": "[A-F]",
        "language": "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
    }
)
_LICENCE_NAME: Final = re.compile(r"[-a-zA-Z0-9._]+")


def as_data_package(
    masthead: Masthead, files: Mapping[str, bytes], *, tables: Iterable[TableOfRecords] = ()
) -> str:
    """Describe the tables, all unless some are named, and the codebook of files of these bytes."""
    package: Described = {
        "$schema": _PROFILE,
        "name": re.sub(r"[^a-z0-9]+", "-", masthead.title.casefold()).strip("-") or "corpus",
        "title": masthead.title,
        "description": "A corpus of Safeconduct: sources, statements, incidents, figures.",
    }
    if masthead.licence:
        package["licenses"] = [_licence(masthead.licence)]
    if masthead.publisher:
        package["contributors"] = [{"title": masthead.publisher, "roles": ["publisher"]}]
    package["resources"] = [
        *(
            _resource(table.name, table.row_is, files[table.file], path=table.file)
            | {"schema": _schema(table)}
            for table in tuple(tables) or TABLES.values()
        ),
        _resource(
            "codebook",
            "a column, or a term that it admits",
            files[CODEBOOK_FILE],
            path=CODEBOOK_FILE,
        ),
    ]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _licence(licence: str) -> Described:
    if licence.startswith(("http://", "https://")):
        return {"path": licence}
    if _LICENCE_NAME.fullmatch(licence):
        return {"name": licence}
    return {"name": "other", "title": licence}


def _resource(name: str, row_is: str, octets: bytes, *, path: str) -> Described:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "description": f"A row is {row_is}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(octets),
        "hash": f"sha256:{hashlib.sha256(octets).hexdigest()}",
    }


def _schema(table: TableOfRecords) -> Described:
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": ["id"],
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {
                    # A table that refers to itself is named by nothing.
                    "resource": led_to if led_to != table.name else "",
                    "fields": ["id"],
                },
            }
            for column in table.columns
            if not column.many and (led_to := REFERENCES.get((table.name, column.name)))
        ],
    }


def _field(column: Column) -> Described:
    described: Described = {"name": column.name, "type": "string"}
    if column.kind == "number":
        described["type"] = "number"
    elif column.kind == "credibility":
        described["type"] = "integer"
    elif column.kind == "url":
        described["format"] = "uri"
    described["description"] = f"{column.description} Holds {column.allowed}."
    if column.example:
        described["example"] = column.example
    described["constraints"] = _constraints(column)
    return described


def _constraints(column: Column) -> Described:
    found: Described = {"required": column.required}
    if column.name == "id":
        found["unique"] = True
    if column.kind == "number":
        found["minimum"] = 0
    elif column.kind == "credibility":
        found |= {"minimum": 1, "maximum": 6}
    elif column.kind == "term" and not column.many:
        found["enum"] = [
            *sorted(vocabulary.ids(column.terms)),
            *(PREFIX + reason for reason in column.reasons),
        ]
    elif form := _form(column):
        found["pattern"] = form
    return found


def _form(column: Column) -> str:
    one = _FORMS.get(column.kind, "")
    if column.kind == "term":
        one = "|".join(sorted(vocabulary.ids(column.terms)))
    if not one:
        return ""
    form = f"({one})({SEPARATOR}({one}))*" if column.many else one
    if column.unknown:
        form = f"{form}|{PREFIX}({'|'.join(column.reasons)})"
    return f"^({form})$"
