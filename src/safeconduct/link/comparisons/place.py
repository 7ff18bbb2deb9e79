"""Places: the same locality by whatever name, a slip apart, or the same state.

It depends on `level` only.
Cities of several names are lines of `spellings/localities.csv`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips

NAME: Final = "place"
COLUMN: Final = "state"
LEVELS: Final = (
    missing("state"),
    Level(name="same_locality", usual=0.7, condition=same("locality"), rarity_of="locality"),
    Level(name="one_slip", usual=0.05, condition=slips("locality", 2, shortest=5)),
    Level(name="same_state", usual=0.15, condition=same("state")),
    otherwise(usual=0.1),
)
