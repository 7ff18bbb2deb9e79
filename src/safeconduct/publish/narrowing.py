"""Narrowing: which hidden counts leave too few possibilities, put as breaches.

It depends on what is known and on breaches.
All attacks that bound counts share it; an attack that gets something else writes its own breach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.publish.allowed import K_PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.release import TOTAL
from safeconduct.publish.what_is_known import Count, Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.publish.knowledge import Interval
    from safeconduct.publish.release import ReleasedCell, ReleasedTable


def narrowed(known: Known, tables: Iterable[tuple[int, ReleasedTable]]) -> Mapping[Count, Interval]:
    """The cells and totals of tables that leave too few counts, given what is known.

    Each table comes with the place of its release.
    """
    found = known.knowledge.narrow(
        {count: (sums, ()) for count, sums in hidden(known, tables).items()},
        alike=lambda count: (count.table, count.labels),
    )
    # A total of five persons or more singles nobody out, however exactly it is found.
    return {
        count: (low, high)
        for count, (low, high) in found.items()
        if low < K_PERSONS or (count.labels and TOTAL not in count.labels)
    }


def hidden(
    known: Known, tables: Iterable[tuple[int, ReleasedTable]]
) -> Mapping[Count, Sequence[Count]]:
    """The hidden cells and totals of tables, each with the known counts that sum to it.

    Safety: a total that follows from its cells may be found though none of them is.
    """
    return {
        Count(place, table.id, cell.labels): known.margin(place, table, labels=named(table, cell))
        for place, table in tables
        for cell in table.cells
        if hides(cell)
    }


def named(table: ReleasedTable, cell: ReleasedCell) -> Mapping[str, str]:
    """The labels of a cell or total, by the names of their dimensions."""
    names = (side.name for side in table.dimensions)
    return {name: label for name, label in zip(names, cell.labels, strict=True) if label != TOTAL}


def hides(cell: ReleasedCell) -> bool:
    """Whether a cell hides its count, so that finding it is a breach."""
    return cell.low != cell.high


def as_breaches(
    found: Mapping[Count, Interval], *, attack: str, words: str, remedy: str
) -> list[Breach]:
    """Put narrow intervals as breaches, in order."""
    return [
        Breach(
            attack=attack,
            table=count.table,
            cell=count.labels,
            low=low,
            high=high,
            found=words,
            remedy=remedy,
        )
        for count, (low, high) in found.items()
    ]


def is_about_a_few(interval: Interval, *, few: int) -> bool:
    """Whether an interval leaves fewer than `few` + 1 counts, one of which is 1 to `few`.

    Growth and what is left after taking something away are such counts; nobody, for certain, is no
    breach, and a group of more than `few` is none either. A count may be negative in a correction.
    """
    low, high = interval
    if high is None or high - low >= few:
        return False
    return any(1 <= abs(count) <= few for count in range(low, high + 1))


def moved_by(interval: Interval, more: int) -> Interval:
    """An interval, greater by some persons."""
    low, high = interval
    return low + more, None if high is None else high + more
