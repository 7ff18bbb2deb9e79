"""ODK Central: a ZIP of CSV files, one for the form and one for each repeat, or one CSV.

It depends on foreign sheets and on the joining of repeats.
ODK names the parent of a row of a repeat by its key alone, in any of the other tables.

Source: ODK Central, `lib/data/briefcase.js` and its tests.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from safeconduct.importers.foreign_sheets import csv_table
from safeconduct.importers.foreign_table import parts_of
from safeconduct.importers.repeats import Link, joined

if TYPE_CHECKING:
    from safeconduct.errors import Problem
    from safeconduct.importers.foreign_table import ForeignTable

NAME: Final = "odk"
_LINK: Final = Link(own="KEY", parent="PARENT_KEY")
_ZIP: Final = b"PK\x03\x04"


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """The form and its repeats; the form is "", a repeat has the name of its group."""
    if not octets.startswith(_ZIP):
        return [csv_table(octets, file, headings=headings, problems=problems)]
    parts = parts_of(octets, file, suffix=".csv")
    stems = {name: PurePosixPath(name).stem for name in parts}
    form = min(stems.values(), key=len, default="")
    read = [
        csv_table(
            part,
            f"{file}/{name}",
            headings=headings,
            problems=problems,
            name=stems[name].removeprefix(form).removeprefix("-"),
        )
        for name, part in parts.items()
    ]
    return joined(read, headings, link=_LINK, problems=problems)
