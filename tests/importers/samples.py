"""Small corpus folders for the tests of readers: the invented example, changed in one place.

It depends on the exporters, which write the example, and on the standard library.
A test names the cell or the file that it changes and leaves the rest as it is.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from safeconduct.errors import Problem, RejectedRows
from safeconduct.exporters.corpus_folder import files
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.record.corpus import Corpus

Files = dict[str, bytes]


def sample() -> Files:
    """The files of the invented example."""
    return dict(files(example_corpus()))


def rows(octets: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(octets.decode(), newline="")))


def octets(table: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue().encode()


def with_cell(table: bytes, row: int, **cells: str) -> bytes:
    """Change cells of a row, numbered as a spreadsheet numbers it."""
    changed = rows(table)
    for column, text in cells.items():
        changed[row - 1][changed[0].index(column)] = text
    return octets(changed)


def put(folder: Path, changes: Mapping[str, bytes | None] | None = None) -> Path:
    """Write the example into a folder, with some files changed; None leaves a file out."""
    folder.mkdir(exist_ok=True)
    for name, content in {**sample(), **(changes or {})}.items():
        if content is not None:
            (folder / name).write_bytes(content)
    return folder


def problems_of(read: Callable[[Path], Corpus], path: Path) -> tuple[Problem, ...]:
    """Every problem with which a reader refuses what lies there."""
    with pytest.raises(RejectedRows) as refused:
        read(path)
    return refused.value.problems


def places(problems: Iterable[Problem]) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.row, problem.column) for problem in problems]
