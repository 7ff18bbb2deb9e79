"""Reads columns of 0 and 1 and a column of counts into the cells of a capture-history table.

It depends on numpy only; `capture_history` raises what is found wrong here, all at once.
A new kind of mistake in a table is one more check in `problems`.

Symbols: K is the number of lists; a code has bit k set when list k saw the persons of a row.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

MOST_IN_A_ROW: Final = 100_000_000
_NAMED_ROWS: Final = 5


def cells(
    table: Mapping[str, Sequence[int | float]], lists: Sequence[str], *, count: str
) -> npt.NDArray[np.int64]:
    """Return the cells of a table without problems, shape (2^K,), unit persons."""
    counts = np.zeros(1 << len(lists), dtype=np.int64)
    codes = _codes(table, lists)
    counts[codes] = np.asarray(table[count], dtype=np.float64).astype(np.int64)
    return counts


def problems(
    table: Mapping[str, Sequence[int | float]], lists: Sequence[str], *, count: str
) -> list[tuple[str, str]]:
    """Name everything that is wrong with a table; rows are counted from 1, the header apart."""
    if count not in table:
        return [(count, "there is no column of that name with the counts")]
    lengths = {len(column) for column in table.values()}
    if len(lengths) > 1:
        return [
            ("table", f"columns have different lengths: {', '.join(map(str, sorted(lengths)))}")
        ]
    wrong = {name: ~np.isin(_numbers(table[name]), (0.0, 1.0)) for name in lists}
    found = [
        (name, f"holds something other than 0 and 1 in {_rows(rows)}")
        for name, rows in wrong.items()
        if rows.any()
    ]
    found += _count_problems(_numbers(table[count]), count)
    if lists:
        whole = ~np.any(list(wrong.values()), axis=0)
        found += _pattern_problems(table, lists, whole=whole)
    return found


def _count_problems(counts: npt.NDArray[np.float64], count: str) -> list[tuple[str, str]]:
    finite = np.isfinite(counts)
    kinds = {
        "holds no finite number in": ~finite,
        "is negative in": finite & (counts < 0),
        "is a fraction in": finite & (counts != np.floor(counts)),
        f"is above {MOST_IN_A_ROW:,} in": finite & (counts > MOST_IN_A_ROW),
    }
    found = [(count, f"{kind} {_rows(wrong)}") for kind, wrong in kinds.items() if wrong.any()]
    if not found and counts.sum() == 0:
        found.append((count, "nobody is observed"))
    return found


def _pattern_problems(
    table: Mapping[str, Sequence[int | float]],
    lists: Sequence[str],
    *,
    whole: npt.NDArray[np.bool_],
) -> list[tuple[str, str]]:
    """Look at the rows whose pattern can be read; the others are complained of already."""
    readable = {name: np.where(whole, _numbers(table[name]), 0.0) for name in lists}
    codes = _codes(readable, lists)
    nobody = whole & (codes == 0)
    repeated = whole.copy()
    repeated[np.flatnonzero(whole)[np.unique(codes[whole], return_index=True)[1]]] = False
    found = []
    if nobody.any():
        found.append(
            ("pattern", f"{_rows(nobody)}: on no list; whom no list saw cannot be counted")
        )
    if repeated.any():
        found.append(("pattern", f"{_rows(repeated)}: the pattern of an earlier row again"))
    return found


def _codes(
    table: Mapping[str, Sequence[int | float] | npt.NDArray[np.float64]], lists: Sequence[str]
) -> npt.NDArray[np.int64]:
    columns = [_numbers(table[name]).astype(np.int64) << place for place, name in enumerate(lists)]
    return np.array(np.sum(columns, axis=0), dtype=np.int64)


def _numbers(column: Sequence[int | float] | npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Take a column as numbers; what is no number becomes NaN, and is refused as such."""
    return np.array([_number(cell) for cell in column], dtype=np.float64)


def _number(cell: object) -> float:
    if not isinstance(cell, int | float | np.number):
        return math.nan
    try:
        return float(cell)
    except OverflowError:  # An integer beyond every float is beyond every limit too.
        return math.inf


def _rows(wrong: npt.NDArray[np.bool_]) -> str:
    """Name the first rows that are wrong, and how many more there are."""
    rows = (np.flatnonzero(wrong) + 1).tolist()
    named = ", ".join(map(str, rows[:_NAMED_ROWS]))
    more = f" and {len(rows) - _NAMED_ROWS} more" if len(rows) > _NAMED_ROWS else ""
    return f"row{'s' if len(rows) > 1 else ''} {named}{more}"
