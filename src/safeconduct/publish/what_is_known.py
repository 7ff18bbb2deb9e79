"""What is known: releases turned into the constraints that an attacker may lawfully write down.

It depends on `knowledge` and on releases, which are public; true counts are never looked at.
Tables are linked where they are about the same persons, releases where they carry a table on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

from safeconduct.publish.count_table import covers
from safeconduct.publish.knowledge import Knowledge
from safeconduct.publish.release import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import ReleasedCell, ReleasedTable

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One unknown count: of which release (by its place), table and cell."""

    release: int
    table: str
    labels: Labels


@dataclass(slots=True)
class Known:
    """Releases as knowledge, with the counts that each table holds."""

    knowledge: Knowledge = field(default_factory=Knowledge)

    def add(self, place: int, table: ReleasedTable) -> None:
        """Take in a table: its cells, its whole, and totals that say more than its cells."""
        inner = table.inner
        for cell in inner:
            self.knowledge.know(Count(place, table.id, cell.labels), (cell.low, cell.high))
        for total in (cell for cell in table.cells if cell.is_total):
            parts = [cell for cell in inner if covers(total.labels, cell.labels)]
            whole = set(total.labels) <= {TOTAL}  # the one count that categories do not change
            if not whole and says_nothing(total, parts, adds_up=table.adds_up):
                continue
            name = Count(place, table.id, total.labels)
            self.knowledge.know(name, (total.low, total.high))
            counts = [Count(place, table.id, cell.labels) for cell in parts]
            if not counts:
                continue
            if table.adds_up:
                self.knowledge.equal([name], counts)
                continue
            self.knowledge.at_most([name], counts)
            for count in counts:
                self.knowledge.at_most([count], [name])

    def link(self, place: int, tables: Sequence[ReleasedTable]) -> None:
        """Tables about the same persons have the same totals, and the same shared margins."""
        for one, other in combinations(tables, 2):
            if about(one) != about(other):
                continue
            left, right = self.margin(place, one), self.margin(place, other)
            self.knowledge.equal(left, right)
            shared = [side for side in one.dimensions if side in other.dimensions]
            if not (shared and one.adds_up and other.adds_up):
                continue
            for labels in product(*(side.labels for side in shared)):
                margin = dict(zip((side.name for side in shared), labels, strict=True))
                left = self.margin(place, one, labels=margin)
                right = self.margin(place, other, labels=margin)
                self.knowledge.equal(left, right)

    def grow(self, carried: Mapping[Count, Sequence[Count]], moved: Mapping[Labels, int]) -> None:
        """No count shrinks from one release to a later one, but by what moved to the list."""
        for name, olds in carried.items():
            self.knowledge.at_most(olds, [name], plus=moved.get(name.labels, 0))

    def margin(
        self, place: int, table: ReleasedTable, *, labels: Mapping[str, str] | None = None
    ) -> list[Count]:
        """The counts that sum to a margin of a table that adds up, or the whole of any table."""
        wanted = tuple((labels or {}).get(side.name, TOTAL) for side in table.dimensions)
        name = Count(place, table.id, wanted)
        if self.knowledge.knows(name):
            return [name]
        parts = [cell.labels for cell in table.inner if covers(wanted, cell.labels)]
        return [Count(place, table.id, labels) for labels in parts]


def says_nothing(total: ReleasedCell, parts: Sequence[ReleasedCell], *, adds_up: bool) -> bool:
    """Whether a total follows from its cells, so that it tells nothing."""
    lows = [part.low for part in parts]
    highs = [part.high for part in parts if part.high is not None]
    enough = len(highs) == len(parts)
    low = sum(lows) if adds_up else max(lows)
    return total.low <= low and (total.high is None or (enough and total.high >= sum(highs)))


def about(table: ReleasedTable | CountTable) -> tuple[object, ...]:
    """What must be equal for two tables to be about the same persons."""
    return (table.scheme, table.filters, table.measure, table.counts_listed)
