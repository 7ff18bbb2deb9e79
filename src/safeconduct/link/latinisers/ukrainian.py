"""Ukrainian letters in Latin ones: its own by the table below, the shared ones as in Russian.

It depends on `latinisers.russian` for the letters that both alphabets share.
A letter that is read otherwise is changed in the table; the source of the table stands above it.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.latinisers import russian

LANGUAGE: Final = "uk"
# Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010, inside a word.
_TABLE: Final = str.maketrans(
    {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ь": "", "щ": "shch"}
)
LETTERS: Final = frozenset("ґєії")


def latinise(text: str) -> str:
    """Write the text in Latin letters, `text` being in small letters."""
    return russian.latinise(text.translate(_TABLE))
