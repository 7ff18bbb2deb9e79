"""Levels: how closely two persons agree in one respect, in conditions that each engine reads alike.

It depends on nothing; the conditions use equality, `levenshtein`, `substr`, `length`, `least` and
`greatest`, which DuckDB and Spark share.
A comparison is one file in `comparisons/` and is found there; its levels are told in words in
`explained/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MISSING: Final = "missing"
OTHERWISE: Final = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One degree of agreement: its name, its condition, and the column whose rarity counts.

    `usual` is the share of matches that training begins with; what it ends with, the lists say.
    """

    name: str
    condition: str
    usual: float = 0.0
    rarity_of: str = ""


def missing(*columns: str) -> Level:
    """Tell that one of two persons lacks what would be compared; it weighs nothing."""
    lacks = " or ".join(f"{column}_l is null or {column}_r is null" for column in columns)
    return Level(name=MISSING, condition=lacks)


def otherwise(usual: float = 0.05) -> Level:
    """Tell that no level above it holds."""
    return Level(name=OTHERWISE, condition="ELSE", usual=usual)


def same(column: str) -> str:
    """Write that both have one value."""
    return f"{column}_l = {column}_r"


def slips(column: str, most: int, *, shortest: int) -> str:
    """Write that at most so many letters differ, in words that are long enough to tell."""
    return (
        f"least(length({column}_l), length({column}_r)) >= {shortest}"
        f" and levenshtein({column}_l, {column}_r) <= {most}"
    )


def transposed(column: str, letters: str, *, shortest: int) -> str:
    """Write that two neighbours changed places: the same letters, two substitutions apart."""
    return f"{slips(column, 2, shortest=shortest)} and {same(letters)}"
