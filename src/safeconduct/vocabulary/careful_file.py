"""A data file read as a careful table: opened whole, and refused with everything that is wrong.

It depends on the careful table and on the errors.
A kind of file adds what it demands between the opening and the end; the folder and the name of a
file stand for it in every message.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidVocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.vocabulary.careful_table import CarefulTable


def parsed(path: Path) -> Mapping[str, object]:
    """Parse a file.

    Raises:
        InvalidVocabulary: it is not TOML in UTF-8.
    """
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
        # A file of nothing but brackets exhausts the parser's stack: one more malformed file.
        raise InvalidVocabulary(
            _named(path), [("file", "is not TOML in UTF-8")], hint=f"Mend it: {problem}."
        ) from problem


def closed(table: CarefulTable, path: Path, *, page: str) -> None:
    """End the reading of a file; `page` is the one that describes the keys of such files.

    Raises:
        InvalidVocabulary: something in it was a surprise; every problem is named.
    """
    table.finish()
    if table.problems:
        raise InvalidVocabulary(
            _named(path), table.problems, hint=f"The keys are described in {page}."
        )


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
