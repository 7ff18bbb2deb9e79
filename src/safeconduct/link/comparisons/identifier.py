"""Numbers of papers: the same, or a slip apart.

It depends on `level` only.
A person has several papers: a number that differs says less than one that agrees.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips, transposed

NAME: Final = "identifier"
COLUMN: Final = "identifier"
LEVELS: Final = (
    missing("identifier"),
    Level(name="same", usual=0.85, condition=same("identifier")),
    Level(
        name="one_slip",
        usual=0.08,
        condition=f"({slips('identifier', 1, shortest=5)})"
        f" or ({transposed('identifier', 'identifier_letters', shortest=5)})",
    ),
    otherwise(usual=0.07),
)
