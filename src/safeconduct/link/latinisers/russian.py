"""Russian letters in Latin ones, by the schema that the iuliia project keeps as Wikipedia's.

It depends on `iuliia` only.
A better schema is one other name here; the readings in `spellings/latin.toml` take all of them in.
"""

from __future__ import annotations

from typing import Final

import iuliia

LANGUAGE: Final = "ru"
# No letter tells Russian from its neighbours, so that it is the language of last resort.
LETTERS: Final = frozenset[str]()


def latinise(text: str) -> str:
    """Write the text in Latin letters; what is no Russian letter stays as it is."""
    return str(iuliia.WIKIPEDIA.translate(text))
