"""JSON Lines: one record, or one cell of a release, a line, with its types.

It depends on the handover and on the values of the record.
The first line says what it is, whose, under which licence and for whom; a further column appears by
itself.

Source: JSON Lines, https://jsonlines.org/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from safeconduct.exporters import record_values
from safeconduct.exporters.record_values import LEAVING, rows_of
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.place import Place
from safeconduct.record.unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.exporters.handover import Handover
    from safeconduct.record.columns import Cell

    Line = dict[str, object]

NAME: Final = "jsonl"
PLAIN: Final = "JSON Lines: one record a line, with its types"
ENDING: Final = ".jsonl"
HOLDS: Final = ("corpus", "release")
ROWS: Final = "records"
CARRIES: Final = record_values.CARRIES
LEAVES: Final = record_values.LEAVES


def files(handed: Handover) -> Mapping[str, bytes]:
    """One file of lines."""
    lines = _of_release(handed) if handed.holds == "release" else _of_corpus(handed)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return {f"{NAME}{ENDING}": text.encode()}


def _of_corpus(handed: Handover) -> Iterator[Line]:
    masthead = handed.corpus.masthead
    yield {
        "table": "corpus",
        "title": masthead.title,
        "publisher": masthead.publisher,
        "licence": masthead.licence,
        "language": masthead.language,
        "as_of": masthead.as_of,
        "vocabulary": masthead.vocabulary,
        "tlp": handed.tlp,
        "purpose": handed.purpose,
    }
    for table in LEAVING.values():
        names = table.headings
        for row in rows_of(handed.corpus, table):
            filled = {
                name: _plain(value)
                for name, value in zip(names, row, strict=True)
                if value not in (None, ())
            }
            yield {"table": table.name, **filled}


def _plain(value: Cell) -> object:
    if isinstance(value, Unknown):
        return {"unknown": value.reason}
    if isinstance(value, PartialDate | Place):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _of_release(handed: Handover) -> Iterator[Line]:
    release = handed.release
    yield {
        "table": "release",
        "id": release.id,
        "version": release.version,
        "kind": release.kind,
        "title": dict(release.title),
        "publisher": release.publisher,
        "licence": release.licence,
        "as_of": release.as_of,
        "made_on": release.made_on,
        "digest": release.digest,
    }
    for table in release.tables:
        names = [dimension.name for dimension in table.dimensions]
        for cell in table.cells:
            yield {
                "table": table.id,
                "measure": table.measure,
                **dict(zip(names, cell.labels, strict=True)),
                "shown": cell.shown,
                "low": cell.low,
                "high": cell.high,
            }
