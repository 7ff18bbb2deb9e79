"""What may be shown of the counts: shared cells in groups of five, and nothing of one list alone.

It depends on the counts only.
Whoever needs every number for an estimate takes the counts themselves, and keeps them in the house.

Safety: the size of each list is known to all who took part. With the cells of one list alone beside
them a hidden cell could be worked out, so these are left out; each shared cell is shown as the
group of five numbers that it is in, as the rounding of releases shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BASE: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCount:
    """How many keys exactly these lists share: between low and high, and as it is shown."""

    lists: tuple[str, ...]
    shown: str
    low: int
    high: int


def shown_counts(counts: Mapping[int, int], *, names: Sequence[str]) -> tuple[ShownCount, ...]:
    """Round every shared cell, the empty ones too."""
    found = []
    for code in range(1, 1 << len(names)):
        lists = tuple(name for at, name in enumerate(names) if code >> at & 1)
        if len(lists) > 1:
            found.append(_shown(lists, counts.get(code, 0)))
    return tuple(found)


def _shown(lists: tuple[str, ...], count: int) -> ShownCount:
    low = count // BASE * BASE
    high = low + BASE - 1
    return ShownCount(
        lists=lists, shown=f"{low}–{high}" if low else f"under {BASE}", low=low, high=high
    )
