"""Addresses: the same words in any order, or nearly the same.

It depends on `level` only.
People in exile move; an address that differs says little, and training finds how little.
"""

from __future__ import annotations

from typing import Final

from safeconduct.link.level import Level, missing, otherwise, same, slips

NAME: Final = "address"
COLUMN: Final = "address"
LEVELS: Final = (
    missing("address"),
    Level(name="same", usual=0.5, condition=same("address"), rarity_of="address"),
    Level(name="few_slips", usual=0.25, condition=slips("address", 3, shortest=8)),
    otherwise(usual=0.25),
)
