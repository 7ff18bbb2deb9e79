"""An .xlsx workbook of what leaves: a sheet a table, every cell a text.

It depends on the sheets that leave and on the writer of workbooks, whose library is an extra.
A corpus as a working copy, which reads back whole, is another thing: `any_form` writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import Unavailable
from safeconduct.exporters import record_values
from safeconduct.exporters.leaving_sheets import leaving_sheets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.exporters.handover import Handover

NAME: Final = "xlsx"
PLAIN: Final = "an Excel workbook, one sheet a table"
ENDING: Final = ".xlsx"
HOLDS: Final = ("corpus", "release")
ROWS: Final = "records"
CARRIES: Final = record_values.CARRIES
LEAVES: Final = record_values.LEAVES


def files(handed: Handover) -> Mapping[str, bytes]:
    """One workbook.

    Raises:
        Unavailable: the library is not installed.
    """
    try:
        from safeconduct.exporters import workbook  # noqa: PLC0415 - its library is an extra
    except ImportError as cause:
        raise Unavailable("The writing of .xlsx", hint="Install safeconduct[workbook].") from cause
    return {f"{NAME}{ENDING}": workbook.octets(leaving_sheets(handed))}
