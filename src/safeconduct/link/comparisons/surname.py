"""Surnames: one reading, a coarser reading, exchanged with the given name, or a slip apart.

It depends on `level` only.
The readings are those of `spelling`; a level is one more line here and in `explained/`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips, transposed

NAME: Final = "surname"
COLUMN: Final = "surname"
LEVELS: Final = (
    missing("surname"),
    Level(name="same", usual=0.78, condition=same("surname"), rarity_of="surname"),
    Level(name="other_spelling", usual=0.04, condition=same("surname_coarse")),
    Level(name="exchanged", usual=0.03, condition="straight_l = turned_r"),
    Level(
        name="one_slip",
        usual=0.07,
        condition=f"({slips('surname', 1, shortest=4)})"
        f" or ({transposed('surname', 'surname_letters', shortest=4)})",
    ),
    Level(name="two_slips", usual=0.03, condition=slips("surname_coarse", 2, shortest=6)),
    otherwise(usual=0.05),
)
