"""Kazakh letters in Latin ones: its own by the table below, the shared ones as in Russian.

It depends on `latinisers.russian` for the letters that both alphabets share.
A letter that is read otherwise is changed in the table; the source of the table stands above it.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.latinisers import russian

LANGUAGE: Final = "kk"
# The spellings of Kazakh passports; `spellings/latin.toml` reads the new alphabet (ä, ğ, q, ş).
_TABLE: Final = str.maketrans(
    {"ә": "a", "ғ": "g", "қ": "k", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"}
)
LETTERS: Final = frozenset("әғқұһ")


def latinise(text: str) -> str:
    """Write the text in Latin letters, `text` being in small letters."""
    return russian.latinise(text.translate(_TABLE))
