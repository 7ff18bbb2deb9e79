"""Planting faults: a file that ships is written anew with one thing wrong.

It depends on the files that ship and on nothing of their meaning.
A new kind of file needs nothing here.
"""

from pathlib import Path

import pytest

from safeconduct.errors import InvalidVocabulary


def planted(folder: Path, shipped: Path, *, instead: tuple[str, str]) -> Path:
    """Write a shipped file into a folder, with one text of it replaced."""
    text = shipped.read_text(encoding="utf-8")
    old, new = instead
    assert old in text, f"{shipped.name} no longer holds {old!r}"
    path = folder / shipped.name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def problems_of(read, path: Path) -> dict[str, str]:
    """Read a file that must be refused, and return its problems by key."""
    with pytest.raises(InvalidVocabulary) as refused:
        read(path)
    return dict(refused.value.problems)
