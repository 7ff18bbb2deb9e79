"""Given names that one person goes by: in another language, written otherwise, or made small.

It depends on `spelling` and on `spellings/given_names.csv`, one line a name.
A name or a diminutive that is missing is one more spelling on its line; a reading that two lines
share belongs to the first.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from safeconduct.link import spelling


def given_name(word: str) -> str:
    """Return the key of a given name: that of its line, else its own reading."""
    reading = spelling.read(word)
    by_fine, by_coarse = _lines()
    return by_fine.get(reading.fine) or by_coarse.get(reading.coarse) or reading.fine


def is_known(word: str) -> bool:
    """Tell whether a word is a given name of the table."""
    reading = spelling.read(word)
    by_fine, by_coarse = _lines()
    return reading.fine in by_fine or reading.coarse in by_coarse


def father(stem: str) -> str:
    """Return the key of the name that a patronymic is made of, by the reading of its stem."""
    heard = stem[:1] + stem[1:].rstrip(spelling.VOWELS)
    return _stems().get(heard, heard)


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Return every line of the table: the key of a name to its spellings."""
    path = resources.files("safeconduct.link") / "spellings" / "given_names.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {row["name"]: (row["name"], *row["spellings"].split(";")) for row in rows}


@cache
def _lines() -> tuple[dict[str, str], dict[str, str]]:
    by_fine: dict[str, str] = {}
    by_coarse: dict[str, str] = {}
    for key, words in spellings().items():
        for reading in map(spelling.read, words):
            by_fine.setdefault(reading.fine, key)
            by_coarse.setdefault(reading.coarse, key)
    return by_fine, by_coarse


@cache
def _stems() -> dict[str, str]:
    stems: dict[str, str] = {}
    for key, words in spellings().items():
        for word in words:
            reading = spelling.read(word).fine
            stems.setdefault(reading[:1] + reading[1:].rstrip(spelling.VOWELS), key)
    return stems
