"""The reference page of the corpus folder, column by column, as Markdown.

It depends on the record only, so that the page says what the code does.
A new column or table appears by itself; what holds for all of them stands in `corpus_page.txt`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from safeconduct.record.columns import FORMULA_STARTS, LONGEST_CELL
from safeconduct.record.layout import (
    ALIAS,
    CODEBOOK_FILE,
    CORPUS_FILE,
    CORPUS_SHEET,
    HELP_SHEETS,
    IGNORED_COLUMN,
    OPTIONAL_TABLES,
    PACKAGE_FILE,
    REFERENCES,
    SETTINGS,
    SWAP_FOLDER,
)
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.record.columns import Column
    from safeconduct.record.tables import TableOfRecords

_TEXT: Final = Path(__file__).with_name("corpus_page.txt")
_HEAD: Final = "| column | holds | required | description | example |\n|---|---|---|---|---|\n"


def page() -> str:
    """The whole page."""
    return _TEXT.read_text(encoding="utf-8").format(
        files="".join(_files()),
        masthead="".join(_masthead()),
        tables="".join(part for table in TABLES.values() for part in _table(table)),
        corpus_file=CORPUS_FILE,
        corpus_sheet=CORPUS_SHEET.name,
        alias=ALIAS.name,
        ignored=IGNORED_COLUMN.name,
        help_sheets=", ".join(f"`{name}`" for name in HELP_SHEETS),
        longest=f"{LONGEST_CELL:,}",
        starts=" ".join(f"`{sign}`" for sign in FORMULA_STARTS),
        swap_folder=SWAP_FOLDER,
    )


def _files() -> Iterator[str]:
    yield f"| `{CORPUS_FILE}` | what the corpus says about itself |\n"
    for table in TABLES.values():
        absent = " (may be absent)" if table.name in OPTIONAL_TABLES else ""
        yield f"| `{table.file}`{absent} | a row is {table.row_is} |\n"
    yield f"| `{PACKAGE_FILE}` (written anew) | the same for programs, as a Data Package 2.0 |\n"
    yield f"| `{CODEBOOK_FILE}` (written anew) | every column and term, for people |\n"


def _masthead() -> Iterator[str]:
    yield f"\n## {CORPUS_FILE}\n\n{_HEAD}"
    yield from _rows("", SETTINGS.values())
    yield (
        f"\n`ignored_columns` is a list of names. {IGNORED_COLUMN.description}\n"
        '`[aliases]` holds lines such as `"Example Monitor" = ["Ex. Monitor", "EM"]`: '
        "the name that stands for a publisher's voice, and its other names.\n"
    )


def _table(table: TableOfRecords) -> Iterator[str]:
    yield f"\n## {table.file}\n\nA row is {table.row_is}.\n\n{_HEAD}"
    yield from _rows(table.name, table.columns)


def _rows(table: str, columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        led_to = REFERENCES.get((table, column.name))
        holds = f"{column.allowed}, found in `{led_to}`" if led_to else column.allowed
        told = (
            f"`{column.name}`",
            holds,
            "yes" if column.required else "",
            column.description,
            f"`{column.example}`" if column.example else "",
        )
        yield f"| {' | '.join(text.replace('|', chr(92) + '|') for text in told)} |\n"
