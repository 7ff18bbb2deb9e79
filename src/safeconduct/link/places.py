"""Places as readings: the state by its code, the locality by its sounds in whatever alphabet.

It depends on `record.place`, `spelling` and `spellings/localities.csv`, names that no reading
joins (Kyiv and Kiev, Almaty and Alma-Ata).
A city that goes by two names is one more line of that file.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from safeconduct.link import spelling

if TYPE_CHECKING:
    from safeconduct.record.place import Place


def place_columns(place: Place | None) -> dict[str, str | None]:
    """Write a place as columns; None where there is nothing to compare."""
    if place is None:
        return {"state": None, "locality": None}
    return {"state": place.state, "locality": locality(place.locality) or None}


def locality(text: str) -> str:
    """Return the reading of a locality; cities of several names have one."""
    reading = spelling.read(text).coarse
    return _lines().get(reading, reading)


@cache
def _lines() -> dict[str, str]:
    path = resources.files("safeconduct.link") / "spellings" / "localities.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    found: dict[str, str] = {}
    for row in rows:
        first = spelling.read(row["name"]).coarse
        for word in (row["name"], *row["spellings"].split(";")):
            found.setdefault(spelling.read(word).coarse, first)
    return found
