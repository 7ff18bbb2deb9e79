"""KoboToolbox: an XLSX export with a sheet for the form and one for each repeat, or its CSV.

It depends on foreign sheets and on the joining of repeats.
Kobo names the parent of a row of a repeat by its table and its number.

Source: KoboToolbox, formpack, `src/formpack/reporting/export.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from safeconduct.importers.foreign_sheets import sheets_or_csv
from safeconduct.importers.repeats import Link, joined

if TYPE_CHECKING:
    from safeconduct.errors import Problem
    from safeconduct.importers.foreign_table import ForeignTable

NAME: Final = "kobotoolbox"
_LINK: Final = Link(own="_index", parent="_parent_index", parent_table="_parent_table_name")


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """The form and its repeats; the form is "", a repeat has the name of its sheet."""
    read = sheets_or_csv(octets, file, headings=headings, problems=problems)
    forms = [place for place, table in enumerate(read) if _LINK.parent not in table.headings]
    linked = joined(read, headings, link=_LINK, problems=problems)
    if len(forms) == 1:
        linked[forms[0]] = replace(linked[forms[0]], name="")
    return linked
