"""Kyrgyz letters in Latin ones: its own by the table below, the shared ones as in Russian.

It depends on `latinisers.russian` for the letters that both alphabets share.
A letter that is read otherwise is changed in the table; the source of the table stands above it.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.latinisers import russian

LANGUAGE: Final = "ky"
# The spellings of Kyrgyz passports, where ж is written j or zh; both have one reading.
_TABLE: Final = str.maketrans({"ң": "ng", "ө": "o", "ү": "u"})
LETTERS: Final = frozenset("ңөү")


def latinise(text: str) -> str:
    """Write the text in Latin letters, `text` being in small letters."""
    return russian.latinise(text.translate(_TABLE))
