"""Given names: the same or an equivalent one, a slip apart, or an initial that fits.

It depends on `level` only.
Equivalents are lines of `spellings/given_names.csv`. Where surname and given name were exchanged,
the comparison of surnames has said it, so that this one is silent.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import MISSING, Level, otherwise, same, slips, transposed

NAME: Final = "given"
COLUMN: Final = "given"
LEVELS: Final = (
    Level(
        name=MISSING,
        condition="given_l is null or given_r is null or straight_l = turned_r",
    ),
    Level(name="same", usual=0.86, condition=same("given"), rarity_of="given"),
    Level(
        name="one_slip",
        usual=0.05,
        condition=f"({slips('given_spelling', 1, shortest=4)})"
        f" or ({transposed('given_spelling', 'given_letters', shortest=4)})",
    ),
    Level(
        name="initial",
        usual=0.01,
        condition="least(length(given_spelling_l), length(given_spelling_r)) = 1"
        " and substr(given_spelling_l, 1, 1) = substr(given_spelling_r, 1, 1)",
    ),
    Level(name="two_slips", usual=0.02, condition=slips("given_spelling", 2, shortest=6)),
    otherwise(usual=0.06),
)
