"""The corpus folder: `corpus.toml`, five CSV files, their description and their codebook.

It depends on the record and on the writers beside it.
A new table of the record is written without a change here; a further file is a line in `files`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidRecord
from safeconduct.exporters.codebook import codebook_rows
from safeconduct.exporters.data_package import as_data_package
from safeconduct.exporters.masthead_toml import as_toml
from safeconduct.exporters.swap import swap_in
from safeconduct.record.corpus import cells
from safeconduct.record.layout import (
    CODEBOOK_FILE,
    CORPUS_FILE,
    PACKAGE_FILE,
    masthead_problems,
)
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from safeconduct.record.corpus import Corpus


def write(corpus: Corpus, folder: Path) -> None:
    """Write a corpus into a folder: all of it or nothing, and no other file is touched.

    Raises:
        InvalidRecord: the masthead holds what a corpus folder cannot.
        Unavailable: the folder cannot be written; what was there is still there.
    """
    swap_in(files(corpus), folder)


def files(corpus: Corpus) -> Mapping[str, bytes]:
    """The files of a corpus folder by name: the same bytes for the same corpus.

    Raises:
        InvalidRecord: the masthead holds what a corpus folder cannot.
    """
    problems = masthead_problems(corpus.masthead)
    if problems:
        raise InvalidRecord("masthead", problems)
    written = {CORPUS_FILE: as_toml(corpus.masthead).encode()}
    for name, records in corpus.tables.items():
        table = TABLES[name]
        rows = (cells(table, record) for record in records)
        written[table.file] = csv_octets((table.headings, *rows))
    written[CODEBOOK_FILE] = csv_octets(codebook_rows())
    written[PACKAGE_FILE] = as_data_package(corpus.masthead, written).encode()
    return written


def csv_octets(rows: Iterable[tuple[str, ...]]) -> bytes:
    """The bytes of a CSV file with these rows."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
