"""The corpus folder: `corpus.toml` and five CSV files, read into a corpus or refused as a whole.

It depends on the record, on the errors and on the shared reading of rows.
A new table of the record is read without a change here; a new file beside the tables is a name in
`safeconduct.record.layout`.
"""

from __future__ import annotations

import stat
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Problem, RejectedRows, Unavailable
from safeconduct.importers.csv_text import numbered_rows, whole
from safeconduct.importers.masthead import from_toml
from safeconduct.importers.record_rows import (
    ReadTable,
    TextTable,
    corpus_of,
    read_table,
)
from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import CORPUS_FILE, OPTIONAL_TABLES, SWAP_FOLDER
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.tables import TableOfRecords

LARGEST_FILE: Final = 2**31  # bytes; a table of a million statements takes less than a quarter
_TABLE_SUFFIXES: Final = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx", ".ods"})
_NEAR_ENOUGH: Final = 0.85


def looks_like_corpus(folder: Path) -> bool:
    """Tell whether a folder is meant to be a corpus: whether it has a masthead."""
    return (folder / CORPUS_FILE).is_file() or (folder / SWAP_FOLDER / CORPUS_FILE).is_file()


def read(folder: Path) -> Corpus:
    """Read a corpus folder.

    Raises:
        NotFound: there is no such folder.
        RejectedRows: anything in it is not what it has to be; every problem is named at once.
        Unavailable: a file is there and cannot be opened.
    """
    if not folder.exists():
        raise NotFound("corpus folder", folder.name, hint="`safeconduct new` begins one.")
    if not folder.is_dir():
        problem = whole(
            folder.name, "a file", allowed="a folder that holds corpus.toml and the tables"
        )
        raise RejectedRows(folder.name, [problem], hint="Give the folder, or a workbook.")
    octets = _octets(folder, CORPUS_FILE)
    masthead, problems = (
        from_toml(octets, CORPUS_FILE)
        if isinstance(octets, bytes)
        else (Masthead(), [octets or _missing(CORPUS_FILE)])
    )
    ignored = frozenset(masthead.ignored_columns)
    tables = {
        name: _read_file(folder, table, ignored=ignored, problems=problems)
        for name, table in TABLES.items()
    }
    return corpus_of(folder.resolve().name, masthead, tables=tables, problems=problems)


def _read_file(
    folder: Path, table: TableOfRecords, *, ignored: frozenset[str], problems: list[Problem]
) -> ReadTable:
    octets = _octets(folder, table.file)
    if isinstance(octets, bytes):
        rows = numbered_rows(octets, table.file, headings=table.headings)
        text = TextTable(table=table, file=table.file, rows=rows)
        return read_table(text, ignored=ignored, problems=problems)
    misnamed = _namesake(folder, table.file)
    if octets is None and table.name in OPTIONAL_TABLES and not misnamed:
        return ReadTable(file=table.file, rows=[], numbers=[], is_whole=True)
    problems.append(octets or _missing(table.file, misnamed))
    return ReadTable(file=table.file, rows=[], numbers=[], is_whole=False)


def _octets(folder: Path, name: str) -> bytes | Problem | None:
    """The bytes of a file of the corpus, None where there is none, a problem where it is no file.

    A write that was interrupted has left the new state complete in the swap folder; it is the
    state of the corpus until the next write has moved it.
    """
    swapped = folder / SWAP_FOLDER / name
    path = swapped if swapped.exists() else folder / name
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            # Safety: a folder that somebody sent may hold a link to a private file of the reader,
            #     or a device that never ends.
            kind = "a link" if stat.S_ISLNK(status.st_mode) else "what is not a file"
            return whole(name, kind, allowed="a file of its own")
        if status.st_size > LARGEST_FILE:
            return whole(name, f"{status.st_size} bytes", allowed=f"at most {LARGEST_FILE} bytes")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise Unavailable(name, hint="Check who may read it.") from cause


def _missing(name: str, misnamed: str = "") -> Problem:
    return whole(
        name,
        "no such file",
        allowed=f"a file {name}, even where it holds a header only",
        hint=f"Rename {misnamed}." if misnamed else "`safeconduct new` writes an empty one.",
    )


def _namesake(folder: Path, name: str) -> str:
    """A file of so near a name that its rows would be missed in silence; "" if there is none."""
    stem = name.partition(".")[0]
    candidates = {
        path.name: path.stem.casefold().replace("-", "_").replace(" ", "_")
        for path in folder.iterdir()
        if path.suffix.casefold() in _TABLE_SUFFIXES and path.name != name
    }
    near = get_close_matches(stem, candidates.values(), n=1, cutoff=_NEAR_ENOUGH)
    return next((file for file, plain in sorted(candidates.items()) if plain in near), "")
