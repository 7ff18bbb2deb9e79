"""The sheets of a workbook that leaves: what may be passed on of a corpus, or a release.

It depends on the handover, on the values of the record and on the sheets of workbooks.
A further table of a corpus or of a release is a sheet by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.codebook import codebook_rows
from safeconduct.exporters.record_values import LEAVING, texts_of
from safeconduct.exporters.safe_cells import safe_row
from safeconduct.exporters.sheets import Sheet, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.exporters.handover import Handover
    from safeconduct.publish.release import ReleasedTable

_LONGEST_NAME: Final = 31  # of a sheet, as spreadsheets have it
_WIDTH: Final = 24


def leaving_sheets(handed: Handover) -> tuple[Sheet, ...]:
    """What it is and for whom, then a sheet a table."""
    about, tables = _of_release(handed) if handed.holds == "release" else _of_corpus(handed)
    return (_sheet("about", ("what", "value"), rows=about), *tables)


def _of_corpus(handed: Handover) -> tuple[list[tuple[str, str]], list[Sheet]]:
    corpus = handed.corpus
    masthead = corpus.masthead
    about = [
        ("title", masthead.title),
        ("publisher", masthead.publisher),
        ("licence", masthead.licence),
        ("as of", masthead.as_of),
        ("may be read by", f"TLP:{handed.tlp.upper()}"),
        ("purpose", handed.purpose),
    ]
    tables = [
        _sheet(name, table.headings, rows=texts_of(corpus, table))
        for name, table in LEAVING.items()
    ]
    headings, *told = codebook_rows(LEAVING.values())
    return about, [*tables, _sheet("codebook", headings, rows=told)]


def _of_release(handed: Handover) -> tuple[list[tuple[str, str]], list[Sheet]]:
    release = handed.release
    about = [
        *((f"title ({language})", text) for language, text in release.title),
        ("publisher", release.publisher),
        ("licence", release.licence),
        ("version", release.version),
        ("as of", release.as_of),
        ("made on", release.made_on),
        ("digest", release.digest),
        *((f"method ({language})", text) for language, text in release.method),
        *(
            (f"caveat ({language})", text)
            for caveat in release.caveats
            for language, text in caveat
        ),
    ]
    names = _sheet_names(table.id for table in release.tables)
    return about, [
        _sheet(
            name,
            (*(each.name for each in table.dimensions), table.measure, "low", "high"),
            rows=_cells(table),
        )
        for name, table in zip(names, release.tables, strict=True)
    ]


def _cells(table: ReleasedTable) -> Iterator[tuple[str, ...]]:
    for cell in table.cells:
        highest = "" if cell.high is None else str(cell.high)
        yield (*cell.labels, cell.shown, str(cell.low), highest)


def _sheet_names(ids: Iterable[str]) -> list[str]:
    """The ids as far as spreadsheets take them; two that begin alike are told apart by number."""
    found: list[str] = []
    for place, identifier in enumerate(ids, 1):
        name = re.sub(r"[^\w-]", "-", identifier)[:_LONGEST_NAME]
        taken = name in (*found, "about")
        found.append(f"{name[: _LONGEST_NAME - 5]}-{place}" if taken else name)
    return found


def _sheet(name: str, headings: Iterable[str], *, rows: Iterable[tuple[str, ...]]) -> Sheet:
    return Sheet(
        name=name,
        columns=tuple(SheetColumn(heading=each, width=_WIDTH) for each in headings),
        rows=[safe_row(row) for row in rows],
    )
