"""Blocks: which pairs are looked at at all, by keys that a person shares with their other lines.

It depends on numpy and on the names of the columns; a block is a key, equal on both sides.
A further block is one line of `BLOCKS`. Keys that too many share are made finer, and left out
where that is not enough: what a block costs is bounded, and what was left out is told.

Safety: keys are as personal as names; they stay in the table of columns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

# Pairs that one block may hold: so many a person, and always so many.
PAIRS_A_PERSON: Final = 5
ALWAYS: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Columns that a pair must share, and further ones for keys that too many share."""

    name: str
    columns: tuple[str, ...]
    finer: tuple[str, ...] = ()


BLOCKS: Final = (
    Block(name="surname", columns=("skeleton",), finer=("given_initial",)),
    Block(name="surname_and_year", columns=("skeleton", "born_year"), finer=("given_initial",)),
    Block(name="given_and_year", columns=("given", "born_year"), finer=("born_month",)),
    Block(name="exchanged", columns=("couple",), finer=("born_year",)),
    Block(name="day", columns=("born_day",), finer=("given_initial",)),
    Block(name="father", columns=("given", "father"), finer=("skeleton",)),
    Block(name="locality", columns=("given", "locality"), finer=("skeleton",)),
    Block(name="surname_and_locality", columns=("skeleton", "locality"), finer=("born_year",)),
    Block(name="identifier", columns=("identifier",)),
    Block(name="address", columns=("address",)),
    Block(name="postal_code", columns=("postal_code", "given_initial"), finer=("born_year",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReport:
    """What became of one block: how many persons have its key, a finer one, or none of use."""

    name: str
    n_with_key: int
    n_with_finer_key: int
    n_left_out: int
    n_pairs: int


def column_of(block: Block) -> str:
    """Name the column that holds the keys of a block."""
    return f"block_{block.name}"


def add_keys(
    table: Mapping[str, npt.NDArray[np.object_]], *, pairs: int | None = None
) -> tuple[dict[str, npt.NDArray[np.object_]], tuple[BlockReport, ...]]:
    """Add a column of keys for each block, with a report of what each costs."""
    n_persons = len(next(iter(table.values()), np.empty(0)))
    budget = max(ALWAYS, PAIRS_A_PERSON * n_persons) if pairs is None else pairs
    found, reports = dict(table), []
    for block in BLOCKS:
        column, report = _keys(table, block, budget=budget)
        found[column_of(block)] = column
        reports.append(report)
    return found, tuple(reports)


def missed_pairs(
    table: Mapping[str, npt.NDArray[np.object_]],
    *,
    left: npt.NDArray[np.int64],
    right: npt.NDArray[np.int64],
    probabilities: npt.NDArray[np.float64],
) -> float:
    """Estimate how many matches no block held, from how many blocks hold those that one did.

    It is Chao's lower bound f1 (f1 - 1) / (2 (f2 + 1)) with expected matches in one block and in
    two (Chao 1987, Biometrics 43, 783-791, doi:10.2307/2531532): blocks depend on each other, so
    that more may be missed, and hardly fewer.
    """
    held = np.zeros(len(left), dtype=np.int64)
    for block in BLOCKS:
        keys = table[column_of(block)]
        codes = {key: code for code, key in enumerate(dict.fromkeys(keys.tolist())) if key}
        numbered = np.array([codes.get(key, -1) for key in keys.tolist()], dtype=np.int64)
        held += (numbered[left] == numbered[right]) & (numbered[left] >= 0)
    once, twice = (float(probabilities[held == times].sum()) for times in (1, 2))
    return max(0.0, once * (once - 1)) / (2 * (twice + 1))


def _keys(
    table: Mapping[str, npt.NDArray[np.object_]], block: Block, *, budget: int
) -> tuple[npt.NDArray[np.object_], BlockReport]:
    plain = _joined(table, block.columns)
    kept = _within(plain, budget)
    plain_pairs = sum(kept.values())
    finer = _joined(table, block.columns + block.finer) if block.finer else [None] * len(plain)
    crowded = [
        second if first is not None and first not in kept else None
        for first, second in zip(plain, finer, strict=True)
    ]
    kept_finer = _within(crowded, budget - plain_pairs)
    column = np.empty(len(plain), dtype=np.object_)
    column[:] = [
        first if first in kept else second if second in kept_finer else None
        for first, second in zip(plain, crowded, strict=True)
    ]
    with_key = sum(first in kept for first in plain)
    with_finer = sum(second in kept_finer for second in crowded)
    return column, BlockReport(
        name=block.name,
        n_with_key=with_key,
        n_with_finer_key=with_finer,
        n_left_out=sum(first is not None for first in plain) - with_key - with_finer,
        n_pairs=plain_pairs + sum(kept_finer.values()),
    )


def _joined(
    table: Mapping[str, npt.NDArray[np.object_]], columns: tuple[str, ...]
) -> list[str | None]:
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    return [None if None in row else "\x1f".join(row) for row in rows]


def _within(joined: list[str | None], budget: int) -> dict[str, int]:
    """Keep the keys that fewest share, until their pairs fill the budget."""
    sizes = Counter(key for key in joined if key is not None)
    kept: dict[str, int] = {}
    spent = 0
    for key, size in sorted(sizes.items(), key=lambda pair: (pair[1], pair[0])):
        spent += size * (size - 1) // 2
        if spent > budget:
            break
        kept[key] = size * (size - 1) // 2
    return kept
