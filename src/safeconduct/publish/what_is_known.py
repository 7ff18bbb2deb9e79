"""What is known: releases turned into the constraints that an attacker may lawfully write down.

It depends on `knowledge` and on releases, which are public; true counts are never looked at.
Tables are linked where they are about the same persons, releases where they carry a table on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Final

from safeconduct.figures.dimension import OVERLAPPING
from safeconduct.publish.count_table import covers, totals
from safeconduct.publish.knowledge import Knowledge
from safeconduct.publish.labels import label_of, unknown_among
from safeconduct.publish.release import TOTAL
from safeconduct.publish.shared_margins import below, crossed, same, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import (
        ListedIncident,
        ReleasedCell,
        ReleasedDimension,
        ReleasedTable,
    )
    from safeconduct.publish.shared_margins import Sides

Labels = tuple[str, ...]
Placed = tuple[int, "ReleasedTable"]  # a table, and the place of its release
# What an attacker presumes of who stands in two rows: what the table says of itself, that some
# dimensions allow it and others do not, that nobody does.
TOLD: Final = "told"
BY_DIMENSION: Final = "by dimension"
NOBODY_TWICE: Final = "nobody twice"


@dataclass(frozen=True, slots=True)
class Count:
    """One unknown count: of which release (by its place), table and cell."""

    release: int
    table: str
    labels: Labels


@dataclass(slots=True)
class Known:
    """Releases as knowledge, with the counts that each table holds.

    presumed: what the attacker presumes of who stands in two rows of a table.
    """

    presumed: str = TOLD
    knowledge: Knowledge = field(default_factory=Knowledge)

    def add(self, place: int, table: ReleasedTable) -> None:
        """Take in a table: its cells, its whole, and totals that say more than its cells."""
        for cell in table.inner:
            self.knowledge.know(Count(place, table.id, cell.labels), (cell.low, cell.high))
        if self._sums(table):
            self._add_sums(place, table)
        else:
            self._add_every_total(place, table)

    def _sums(self, table: ReleasedTable) -> bool:
        """Whether every total of a table is the sum of its cells."""
        return len(stand_once(table, self.presumed)) == len(table.dimensions)

    def _add_sums(self, place: int, table: ReleasedTable) -> None:
        for total in (cell for cell in table.cells if cell.is_total):
            parts = [cell for cell in table.inner if covers(total.labels, cell.labels)]
            whole = set(total.labels) <= {TOTAL}  # the one count that categories do not change
            if not whole and says_nothing(total, parts):
                continue
            name = Count(place, table.id, total.labels)
            self.knowledge.know(name, (total.low, total.high))
            if parts:
                counts = [Count(place, table.id, cell.labels) for cell in parts]
                self.knowledge.equal([name], counts)

    def _add_every_total(self, place: int, table: ReleasedTable) -> None:
        """Totals over a dimension in which somebody may stand twice lie between two bounds."""
        shown = {cell.labels: (cell.low, cell.high) for cell in table.cells}
        once = stand_once(table, self.presumed)
        for labels in totals(table.dimensions):
            name = Count(place, table.id, labels)
            self.knowledge.know(name, shown.get(labels, (0, None)))
            for at, side in enumerate(table.dimensions):
                if labels[at] != TOTAL:
                    continue
                parts = [
                    Count(place, table.id, (*labels[:at], label, *labels[at + 1 :]))
                    for label in side.labels
                ]
                if side.name in once:
                    self.knowledge.equal([name], parts)
                    continue
                self.knowledge.at_most([name], parts)
                for part in parts:
                    self.knowledge.at_most([part], [name])

    def link(self, place: int, tables: Sequence[ReleasedTable]) -> None:
        """Tables, which are about the same persons, have the same totals and shared margins."""
        for one, other in combinations(tables, 2):
            same_labels = all(
                side == each for side, each in shared(one.dimensions, other.dimensions)
            )
            for left, right in self.below((place, one), (place, other)):
                if same_labels:
                    self.knowledge.equal(left, right)
                else:
                    self.knowledge.at_most(left, right)
            if not same_labels:
                for left, right in self.below((place, other), (place, one)):
                    self.knowledge.at_most(left, right)

    def grow(self, one: Placed, other: Placed, *, listed: Sequence[ListedIncident]) -> None:
        """No count shrinks from one release to a later one, but by what moved to the list.

        Safety: a count that was put right has shrunk for certain; every other is held to grow.
        """
        sides = shared(one[1].dimensions, other[1].dimensions)
        for cells, left, right in self._below(one, other):
            plus = persons_in(listed, [side for side, _ in sides], cells=cells)
            if self.knowledge.may_reach(left, right, plus=plus):
                self.knowledge.at_most(left, right, plus=plus)

    def below(self, one: Placed, other: Placed) -> Iterator[tuple[list[Count], list[Count]]]:
        """Counts of the first table, and those of the second that hold everybody in them."""
        for _, left, right in self._below(one, other):
            yield left, right

    def _below(
        self, one: Placed, other: Placed
    ) -> Iterator[tuple[list[Labels], list[Count], list[Count]]]:
        """The same, with the cells of the first table by the dimensions that both share."""
        sides = shared(one[1].dimensions, other[1].dimensions)
        yield [], self.margin(*one), self.margin(*other)
        if not sides:
            return
        steps = [below(pair, alone=pair[0].name in self._once(one[1], other[1])) for pair in sides]
        for lefts, rights in crossed(steps):
            left = [
                count
                for labels in lefts
                for count in self.margin(*one, labels=_by(sides, 0, labels))
            ]
            right = [
                count
                for labels in rights
                for count in self.margin(*other, labels=_by(sides, 1, labels))
            ]
            yield lefts, left, right

    def same(
        self, one: Placed, other: Placed
    ) -> Iterator[tuple[Labels, list[Labels], list[Count], list[Count]]]:
        """Sums of two tables that hold the same persons, called by the labels of the second.

        The cells of the first table come with them, by the dimensions that both share.
        """
        sides = shared(one[1].dimensions, other[1].dimensions)
        whole = (TOTAL,) * len(other[1].dimensions)
        yield whole, [], self.margin(*one), self.margin(*other)
        if not sides:
            return
        steps = [same(pair, alone=pair[0].name in self._once(one[1], other[1])) for pair in sides]
        for lefts, rights in crossed(steps):
            names = {
                side.name: "+".join(dict.fromkeys(cell[at] for cell in rights))
                for at, (_, side) in enumerate(sides)
            }
            called = tuple(names.get(side.name, TOTAL) for side in other[1].dimensions)
            left = [
                count
                for labels in lefts
                for count in self.margin(*one, labels=_by(sides, 0, labels))
            ]
            right = [
                count
                for labels in rights
                for count in self.margin(*other, labels=_by(sides, 1, labels))
            ]
            yield called, lefts, left, right

    def _once(self, one: ReleasedTable, other: ReleasedTable) -> frozenset[str]:
        return stand_once(one, self.presumed) | stand_once(other, self.presumed)

    def margin(
        self, place: int, table: ReleasedTable, *, labels: Mapping[str, str] | None = None
    ) -> list[Count]:
        """The counts that sum to a margin of a table."""
        wanted = tuple((labels or {}).get(side.name, TOTAL) for side in table.dimensions)
        name = Count(place, table.id, wanted)
        if self.knowledge.knows(name):
            return [name]
        parts = [cell.labels for cell in table.inner if covers(wanted, cell.labels)]
        return [Count(place, table.id, labels) for labels in parts]


def stand_once(table: ReleasedTable, presumed: str) -> frozenset[str]:
    """The dimensions of a table under whose labels nobody stands twice, by what is presumed."""
    names = frozenset(side.name for side in table.dimensions)
    if table.adds_up or presumed == NOBODY_TWICE:
        return names
    return names - OVERLAPPING if presumed == BY_DIMENSION else frozenset()


def presumptions(tables: Sequence[ReleasedTable]) -> tuple[str, ...]:
    """What an attacker may presume of tables, each once; what they say of themselves first.

    Safety: a table by state does not add up, but most people stand in one row of it; somebody who
    holds that of everybody is right about nearly all, so what that gives away is given away.
    """
    told: dict[tuple[frozenset[str], ...], str] = {}
    for presumed in (TOLD, BY_DIMENSION, NOBODY_TWICE):
        told.setdefault(tuple(stand_once(table, presumed) for table in tables), presumed)
    return tuple(told.values())


def persons_in(
    listed: Sequence[ListedIncident],
    sides: Sequence[ReleasedDimension],
    *,
    cells: Sequence[Labels],
) -> int:
    """The persons of listed incidents that stand in any of some cells; in the whole if none."""
    total = 0
    for incident in listed:
        known = dict(incident.coordinates)
        found = [
            {label_of(key, side.labels) for key in known.get(side.name, ())}
            or {unknown_among(side.labels)}
            for side in sides
        ]
        if not cells or any(
            all(label in some for label, some in zip(labels, found, strict=True))
            for labels in cells
        ):
            total += incident.persons
    return total


def _by(sides: Sequence[Sides], which: int, labels: Labels) -> Mapping[str, str]:
    return {pair[which].name: label for pair, label in zip(sides, labels, strict=True)}


def says_nothing(total: ReleasedCell, parts: Sequence[ReleasedCell]) -> bool:
    """Whether a total follows from its cells, so that it tells nothing."""
    lows = [part.low for part in parts]
    highs = [part.high for part in parts if part.high is not None]
    enough = len(highs) == len(parts)
    return total.low <= sum(lows) and (total.high is None or (enough and total.high >= sum(highs)))


def about(table: ReleasedTable | CountTable) -> tuple[object, ...]:
    """What must be equal for two tables to be about the same persons."""
    return (table.scheme, table.filters, table.measure, table.counts_listed)
