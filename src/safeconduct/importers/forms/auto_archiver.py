"""Auto Archiver: its sheet, or the CSV that its database module writes, one link a row.

It depends on foreign sheets and on the reader of Python literals.
Both shapes end as the columns of the sheet, with one more, `archive`, which says of the copy where
it lies, which digest it has and what came of the archiving.

Source: Auto Archiver (Bellingcat), `modules/gsheet_feeder_db`, `modules/csv_db`,
`modules/hash_enricher`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from safeconduct.importers.foreign_sheets import sheets_or_csv
from safeconduct.importers.foreign_table import filled
from safeconduct.importers.python_literal import read_literal
from safeconduct.importers.strict_json import BrokenText, JsonObject
from safeconduct.record.columns import UnreadableCell

if TYPE_CHECKING:
    from safeconduct.errors import Problem
    from safeconduct.importers.foreign_table import ForeignRow, ForeignTable
    from safeconduct.importers.record_rows import RawCell
    from safeconduct.importers.strict_json import Json

    Cells = dict[str, tuple[RawCell, ...]]

NAME: Final = "auto-archiver"
_OF_THE_MODULE: Final = ("status", "metadata", "media")
_HASH: Final = re.compile(r"(?:(SHA-?256|SHA3-512):)?([0-9a-f]{64}|[0-9a-f]{128})", re.IGNORECASE)
_DIGITS: Final = {"SHA-256": 64, "SHA256": 64, "SHA3-512": 128, "": 64}
# Heading of the sheet, and what `archive` says of it.
_TOLD: Final = {
    "archive status": "archiving",
    "hash": "digest",
    "archive location": "copy at",
    "wacz": "WACZ at",
}
# What the sheet writes where no digest was asked for.
_NONE: Final = "not-calculated"


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """One table a sheet, with the headings of the sheet whatever the shape."""
    headings = headings | set(_OF_THE_MODULE)
    return [
        _told(_as_sheet(t))
        for t in sheets_or_csv(octets, file, headings=headings, problems=problems)
    ]


def _as_sheet(table: ForeignTable) -> ForeignTable:
    """What the database module wrote, under the headings of the sheet."""
    if table.headings != _OF_THE_MODULE:
        return table
    rows = tuple(replace(row, cells=_opened(row)) for row in table.rows)
    headings = dict.fromkeys(heading for row in rows for heading in row.cells)
    return replace(table, headings=tuple(headings), rows=rows)


def _opened(row: ForeignRow) -> Cells:
    read: dict[str, Json] = {}
    for heading in ("metadata", "media"):
        for cell in row.cells.get(heading, ()):
            try:
                read[heading] = read_literal(cell) if isinstance(cell, str) else None
            except BrokenText as broken:
                refused = UnreadableCell(broken.found, broken.allowed)
                return {"link": (refused,)}
    about = read.get("metadata")
    media = read.get("media")
    among = media if isinstance(media, tuple) else ()
    copies = [each for each in among if isinstance(each, JsonObject)]
    told = about if isinstance(about, JsonObject) else JsonObject(row=0, path="", members={})
    digests = [
        each
        for copy in copies
        for properties in copy.objects("properties")
        for each in properties.texts("hash")
    ]
    status = row.cells.get("status", ())
    return {
        **({"archive status": status} if status else {}),
        **filled(
            {
                "link": told.texts("url"),
                "archive date": told.texts("_processed_at"),
                "upload timestamp": told.texts("timestamp"),
                "upload title": told.texts("title"),
                "text content": told.texts("content"),
                "archive location": [each for copy in copies for each in copy.texts("urls")],
                "hash": digests,
            }
        ),
    }


def _told(table: ForeignTable) -> ForeignTable:
    if "hash" not in table.headings:
        return table
    rows = tuple(replace(row, cells=_with_archive(row)) for row in table.rows)
    return replace(table, headings=(*table.headings, "archive"), rows=rows)


def _with_archive(row: ForeignRow) -> Cells:
    cells: Cells = {}
    for heading, said in row.cells.items():
        cells[heading] = tuple(map(_digest, said)) if heading == "hash" else said
    told = [
        f"{word} {cell}"
        for heading, word in _TOLD.items()
        for cell in cells.get(heading, ())
        if isinstance(cell, str)
    ]
    wrong = tuple(cell for cell in cells.get("hash", ()) if isinstance(cell, UnreadableCell))
    if told:
        cells["archive"] = wrong or (f"Auto Archiver: {'; '.join(told)}",)
    return cells


def _digest(cell: RawCell) -> RawCell:
    """A digest with the name of its method, or why it is none."""
    if not isinstance(cell, str) or cell == _NONE:
        return cell
    matched = _HASH.fullmatch(cell)
    method = (matched[1] or "").upper() if matched else ""
    if matched is None or len(matched[2]) != _DIGITS[method]:
        return UnreadableCell(
            "a hash that is no digest", "SHA-256 or SHA3-512 and its hexadecimal digits"
        )
    return f"{method or 'SHA-256'}:{matched[2].lower()}"
