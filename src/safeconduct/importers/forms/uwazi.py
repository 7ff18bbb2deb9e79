"""Uwazi CSV: the table of its import and export, alone or as `import.csv` in a ZIP.

It depends on foreign sheets.
Uwazi trims blanks round headings and cells, compares headings without regard to case, and skips
blank rows; several values stand between `|`, which a mapping says for its column.

Source: Uwazi, `app/api/csv` of its repository.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import RejectedRows
from safeconduct.importers.csv_text import whole
from safeconduct.importers.foreign_sheets import csv_table
from safeconduct.importers.foreign_table import parts_of

if TYPE_CHECKING:
    from safeconduct.errors import Problem
    from safeconduct.importers.foreign_table import ForeignTable

NAME: Final = "uwazi"
_ZIP: Final = b"PK\x03\x04"
_TABLE: Final = "import.csv"


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """The one table, its headings spelled as the mapping spells them."""
    if octets.startswith(_ZIP):
        parts = parts_of(octets, file, suffix=_TABLE)
        if _TABLE not in parts:
            raise RejectedRows(file, [whole(file, f"no {_TABLE}", allowed=f"a ZIP with {_TABLE}")])
        octets, file = parts[_TABLE], f"{file}/{_TABLE}"
    read = csv_table(octets, file, headings=headings, problems=problems)
    spelled = {heading.casefold(): heading for heading in headings}
    named = {heading: spelled.get(heading.casefold(), heading) for heading in read.headings}
    rows = tuple(
        replace(row, cells={named[heading]: cell for heading, cell in row.cells.items()})
        for row in read.rows
    )
    return [replace(read, headings=tuple(named[each] for each in read.headings), rows=rows)]
