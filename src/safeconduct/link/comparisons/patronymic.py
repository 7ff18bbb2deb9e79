"""Patronymics: the same father's name, an initial that fits, or a slip apart.

It depends on `level` only.
Most lists leave patronymics out; where one of two is missing, this comparison weighs nothing.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips

NAME: Final = "patronymic"
COLUMN: Final = "father"
LEVELS: Final = (
    missing("father"),
    Level(name="same", usual=0.88, condition=same("father"), rarity_of="father"),
    Level(
        name="initial",
        usual=0.02,
        condition="least(length(father_l), length(father_r)) = 1"
        " and lower(substr(father_l, 1, 1)) = lower(substr(father_r, 1, 1))",
    ),
    Level(name="one_slip", usual=0.04, condition=slips("father", 1, shortest=4)),
    otherwise(usual=0.06),
)
