"""An .ods workbook of what leaves: a sheet a table, every cell a text.

It depends on the sheets that leave and on the house's own writer of OpenDocument.
A corpus as a working copy, which reads back whole, is another thing: `any_form` writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.exporters import open_document, record_values
from safeconduct.exporters.leaving_sheets import leaving_sheets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.exporters.handover import Handover

NAME: Final = "ods"
PLAIN: Final = "an OpenDocument workbook, one sheet a table"
ENDING: Final = ".ods"
HOLDS: Final = ("corpus", "release")
ROWS: Final = "records"
CARRIES: Final = record_values.CARRIES
LEAVES: Final = record_values.LEAVES


def files(handed: Handover) -> Mapping[str, bytes]:
    """One workbook."""
    return {f"{NAME}{ENDING}": open_document.octets(leaving_sheets(handed))}
