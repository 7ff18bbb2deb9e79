"""Any spreadsheet: a CSV file, or the sheets of a workbook, each row one record.

It depends on foreign sheets.
What a column becomes is said by a mapping, never here.
"""

from __future__ import annotations

from typing import Final

from safeconduct.importers.foreign_sheets import sheets_or_csv

NAME: Final = "table"
tables = sheets_or_csv
