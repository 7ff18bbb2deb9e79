"""A series: the releases that carry one table on, and how its cells correspond.

It depends on releases and on what is known.
A table is known again by its question and not by its id; categories that were merged later carry
their parts on, and a table with other dimensions is another table. What moved to the public list
has left the cells, so that they may shrink by that much.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from safeconduct.publish.release import TOTAL
from safeconduct.publish.what_is_known import Count, Known, about

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import (
        ListedIncident,
        Release,
        ReleasedDimension,
        ReleasedTable,
    )

Labels = tuple[str, ...]
OTHER: Final = "other"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One table in two releases, and what moved from the first to the public list of the second.

    moved: persons, by the labels of the later table.
    """

    before: ReleasedTable
    after: ReleasedTable
    moved: Mapping[Labels, int]

    def counts(self, before: int, after: int) -> Mapping[Count, list[Count]]:
        """Each count of the later table, and the earlier ones that it carries on."""
        found = {}
        sides = (self.before.dimensions, self.after.dimensions)
        same = self.before.dimensions == self.after.dimensions
        for cell in self.after.cells:
            if cell.is_total and not all(label == TOTAL for label in cell.labels):
                continue
            olds = [
                Count(before, self.before.id, old)
                for old in ([cell.labels] if same else [each.labels for each in self.before.cells])
                if same or _is_carried_on(old, cell.labels, sides=sides)
            ]
            if olds:
                found[Count(after, self.after.id, cell.labels)] = olds
        return found


def _is_carried_on(
    old: Labels,
    new: Labels,
    *,
    sides: tuple[tuple[ReleasedDimension, ...], tuple[ReleasedDimension, ...]],
) -> bool:
    """Whether everybody in the old cell belongs into the new one.

    Categories that were merged carry on the cells of their parts. "Other" is carried on only where
    it has kept its meaning.
    """
    for wide, narrow, then, now in zip(new, old, *sides, strict=True):
        if TOTAL in (wide, narrow):
            if wide != narrow:
                return False
            continue
        same_others = categories(then) == categories(now)
        if OTHER in (wide, narrow) and not same_others:
            return False
        if not set(narrow.split("+")) <= set(wide.split("+")):
            return False
    return True


def categories(dimension: ReleasedDimension) -> frozenset[str]:
    """Every category of a dimension, merged ones taken apart."""
    return frozenset(part for label in dimension.labels for part in label.split("+"))


def grown(series: Sequence[Release], table: str) -> tuple[Known, Sequence[Pair]]:
    """A table in a series of releases as knowledge, and its pairs with the last of them.

    Where the releases cannot all have grown, because one was put right, nothing is held to grow.
    """
    last = series[-1]
    pairs = [
        pair
        for each in series[:-1]
        if (pair := pair_of(each, last, table=last.by_table[table])) is not None
    ]
    tables = [carried(each, last.by_table[table]) for each in series]
    known = _known(series, tables, grows=True)
    if not known.knowledge.is_possible():
        known = _known(series, tables, grows=False)
    return known, pairs


def _known(
    series: Sequence[Release], tables: Sequence[ReleasedTable | None], *, grows: bool
) -> Known:
    known = Known()
    carrying = [
        (place, each, table)
        for place, (each, table) in enumerate(zip(series, tables, strict=True))
        if table is not None
    ]
    for place, each, table in carrying:
        known.add(place, table)
        before = series[place - 1] if place else None
        pair = before and pair_of(before, each, table=table)
        if grows and pair and each.kind == "release":
            known.grow(pair.counts(place - 1, place), pair.moved)
    return known


def pair_of(before: Release, after: Release, *, table: ReleasedTable) -> Pair | None:
    """A table of the later release beside the one of the earlier that it carries on, if any."""
    old = carried(before, table)
    if old is None:
        return None
    return Pair(before=old, after=table, moved=moved(before, after, table=table))


def carried(before: Release, table: ReleasedTable | CountTable) -> ReleasedTable | None:
    """The table of an earlier release that asks the same question, called and turned as this one.

    Safety: a new id, or the same sides in another order, must not hide an earlier answer.
    """
    names = [side.name for side in table.dimensions]
    for old in before.tables:
        sides = [side.name for side in old.dimensions]
        if about(old) != about(table) or sorted(sides) != sorted(names):
            continue
        order = [sides.index(name) for name in names]
        return replace(
            old,
            id=table.id,
            dimensions=tuple(old.dimensions[at] for at in order),
            cells=tuple(
                replace(cell, labels=tuple(cell.labels[at] for at in order)) for cell in old.cells
            ),
        )
    return None


def moved(before: Release, after: Release, *, table: ReleasedTable) -> Mapping[Labels, int]:
    """Persons whom the later release lists and the earlier did not, by cell of a table."""
    newly = [incident for incident in after.listed if incident not in before.listed]
    return {} if table.counts_listed else listed_persons(newly, table)


def listed_persons(listed: Sequence[ListedIncident], table: ReleasedTable) -> Mapping[Labels, int]:
    """The persons of listed incidents, by cell of a table, with the total over everything."""
    found: dict[Labels, int] = {}
    for incident in listed:
        known = dict(incident.coordinates)
        sides = [
            sorted({label_of(key, side.labels) for key in known.get(side.name, ())}) or [UNKNOWN]
            for side in table.dimensions
        ]
        cells = [*product(*sides), (TOTAL,) * len(sides)] if sides else [()]
        for labels in cells:
            found[labels] = found.get(labels, 0) + incident.persons
    return found


def label_of(key: str, labels: Sequence[str]) -> str:
    """The label under which a term, state or year is counted."""
    return next((label for label in labels if key in label.split("+")), OTHER)
