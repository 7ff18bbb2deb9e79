"""Postal codes: the same, or one character apart.

It depends on `level` only.
A code of another state is another code; states are compared in `place`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips

NAME: Final = "postal_code"
COLUMN: Final = "postal_code"
LEVELS: Final = (
    missing("postal_code"),
    Level(name="same", usual=0.7, condition=same("postal_code"), rarity_of="postal_code"),
    Level(name="few_slips", usual=0.15, condition=slips("postal_code", 2, shortest=4)),
    otherwise(usual=0.15),
)
