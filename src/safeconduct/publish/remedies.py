"""Remedies: the cheapest change to a release that keeps an attack from getting through, by trying.

It depends on count tables, protections and attacks.
Tried, in the order of what they cost a reader, are: merging the category with another one, leaving
the table to the next quarter, dropping a dimension, leaving the table out. A further remedy is a
line in `_changes`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.publish.attacking import attacks
from safeconduct.publish.labels import UNKNOWN
from safeconduct.publish.protecting import protections
from safeconduct.publish.release import TOTAL, ReleasedDimension
from safeconduct.publish.series import carried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.publish.breach import Breach, Context
    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import Release

OF_TIME: Final = frozenset({"R2", "R3", "R6"})
BY_COUNTS: Final = ("R1", "R2", "R3", "R4", "R5", "R6")
ORDERED: Final = "year"  # only neighbouring years make a category together
_MOST_PARTNERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Change:
    """A change to one table: what it is, and the table after it; None where it is left out."""

    words: str
    table: CountTable | None


def with_remedies(
    breaches: Iterable[Breach], release: Release, *, context: Context
) -> tuple[Breach, ...]:
    """The breaches with the cheapest remedy of each attack on each table, found by trying.

    A breach of a table whose true counts are not at hand keeps the remedy that its attack names.
    """
    found: dict[tuple[str, str], str] = {}
    told = []
    for breach in breaches:
        key = (breach.attack, breach.table)
        if key not in found and breach.attack in BY_COUNTS and breach.table in context.counts:
            found[key] = _cheapest(breach, release, context)
        told.append(replace(breach, remedy=found.get(key) or breach.remedy))
    return tuple(told)


def _cheapest(breach: Breach, release: Release, context: Context) -> str:
    """The first change that works, in the order of cost; "" where none was found."""
    return next(
        (
            change.words
            for change in _changes(breach, context.counts[breach.table])
            if _works(change, breach, release, context)
        ),
        "",
    )


def _changes(breach: Breach, table: CountTable) -> Iterator[_Change]:
    places = [
        (len(side.labels), place) for place, side in enumerate(table.dimensions) if breach.cell
    ]
    # A merger in the longer dimension costs the smaller share of the cells.
    for _, place in sorted(places, reverse=True):
        yield from _mergers(breach, table, place)
    if breach.attack in OF_TIME:
        yield _Change("Wait for the next quarter with this table.", None)
    for place, side in enumerate(table.dimensions):
        if len(table.dimensions) > 1:
            yield _Change(f"Drop the dimension {side.name}.", dropped(table, place))
    yield _Change("Leave this table out.", None)


def _mergers(breach: Breach, table: CountTable, place: int) -> Iterator[_Change]:
    side, label = table.dimensions[place], breach.cell[place]
    if label not in side.labels or label == UNKNOWN:
        return
    others = [other for other in side.labels if other not in (label, UNKNOWN)]
    if side.name == ORDERED:
        where = side.labels.index(label)
        others = [o for o in others if abs(side.labels.index(o) - where) == 1]
    size = {
        other: sum(n for labels, n in table.counts.items() if labels[place] == other)
        for other in others
    }
    for other in sorted(others, key=lambda o: (size[o], o))[:_MOST_PARTNERS]:
        words = f"Merge {label} and {other} in the dimension {side.name}."
        yield _Change(words, merged(table, place, pair=(label, other)))


def merged(table: CountTable, place: int, *, pair: tuple[str, str]) -> CountTable:
    """A table with two categories of a dimension made one.

    Where somebody stands in both, the sum is a little too great; the plan's own count is exact.
    """
    one, other = pair
    both = f"{one}+{other}"
    side = table.dimensions[place]
    labels = tuple(both if label == one else label for label in side.labels if label != other)
    dimensions = list(table.dimensions)
    dimensions[place] = ReleasedDimension(name=side.name, labels=labels)
    counts: dict[tuple[str, ...], int] = {}
    for cell, count in table.counts.items():
        moved = tuple(
            both if at == place and label in pair else label for at, label in enumerate(cell)
        )
        counts[moved] = counts.get(moved, 0) + count
    return replace(table, dimensions=tuple(dimensions), counts=counts)


def dropped(table: CountTable, place: int) -> CountTable:
    """A table without one of its dimensions: its totals over it."""
    return replace(
        table,
        dimensions=tuple(side for at, side in enumerate(table.dimensions) if at != place),
        counts={
            tuple(label for at, label in enumerate(cell) if at != place): count
            for cell, count in table.counts.items()
            if cell[place] == TOTAL
        },
    )


def _works(change: _Change, breach: Breach, release: Release, context: Context) -> bool:
    """Whether no attack by counts gets anything out of the table any more."""
    counts = {name: table for name, table in context.counts.items() if name != breach.table}
    kept = [table for table in release.tables if table.id != breach.table]
    if change.table is not None:
        counts[breach.table] = change.table
        earlier = [
            old for before in context.earlier if (old := carried(before, change.table)) is not None
        ]
        name = release.by_table[breach.table].protection
        kept.append(protections()[name].protect(change.table, earlier=earlier))
    tried = replace(release, tables=tuple(kept))
    knows = replace(context, counts=counts)
    # The attack that got through is tried first: most changes fail there, and soon.
    return not any(
        found.table == breach.table
        for name in (breach.attack, *(each for each in BY_COUNTS if each != breach.attack))
        for found in attacks()[name].attack(tried, knows)
    )
