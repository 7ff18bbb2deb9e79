"""R5: the perpetrator who knows all cases but one, and looks for that one in the tables.

It depends on the true counts, which only the house has; a stranger cannot run this attack.
Whoever made people disappear may know every case but the one that somebody else reported. For each
hidden cell with somebody in it, that one is put into every other cell, and out of the table
altogether: where none of these would have been published in the same way, the cell gives the one
away.

What is not held to be a breach: that the one belongs to a shown group of five or more. Any table of
numbers without noise tells that, at some count, to somebody who knows all the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.release import TOTAL
from safeconduct.publish.shared_margins import holding, meeting
from safeconduct.publish.what_is_known import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import Release, ReleasedTable

NAME: Final = "R5"
PLAIN: Final = MappingProxyType(
    {
        "en": "Knows all cases but one, and looks where that one must be.",
        "ru": "Знает все случаи, кроме одного, и ищет, где он должен быть.",
    }
)
REMEDY: Final = "Drop the table that shares a dimension with this one, or merge categories."

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """One way in which a table, its totals or another table shows a cell: by some of its labels."""

    places: tuple[int, ...]  # which labels of the cell; None of them for the whole
    called: tuple[Mapping[str, str], ...]  # how this view calls the label at each of them
    shown: Mapping[Labels, tuple[int, int, int | None]]  # count, low, high

    def of(self, labels: Labels) -> Labels:
        """The cell of this view in which a cell of the table stands."""
        return tuple(
            called[labels[place]] for place, called in zip(self.places, self.called, strict=True)
        )

    def allows_taking(self, labels: Labels) -> bool:
        """Whether one person fewer would be shown the same."""
        count, low, _ = self.shown[self.of(labels)]
        return count - 1 >= low

    def allows_moving(self, one: Labels, other: Labels) -> bool:
        """Whether one person in the other cell rather than in the one would be shown the same."""
        if self.of(one) == self.of(other):
            return True
        count, _, high = self.shown[self.of(other)]
        return self.allows_taking(one) and (high is None or count + 1 <= high)


@dataclass(frozen=True, slots=True)
class _Pin:
    """A cell of a table by further dimensions, which one person fewer would show otherwise.

    Whoever is in it stands in one of the labels that the cell allows, by place in the table.
    """

    allowed: Mapping[int, frozenset[str]]

    def meets(self, labels: Labels) -> bool:
        """Whether somebody can stand in both."""
        return all(labels[place] in some for place, some in self.allowed.items())


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Look for the one in every hidden cell of every table whose true counts are at hand."""
    return tuple(
        breach
        for table in release.tables
        if table.id in context.counts
        for breach in _of_table(table, release, context.counts)
    )


def _of_table(
    table: ReleasedTable, release: Release, counts: Mapping[str, CountTable]
) -> Iterator[Breach]:
    views = list(_views(table, release, counts))
    pinning = list(_pinning(table, release, counts))
    true = counts[table.id].counts
    inner = [cell.labels for cell in table.inner]
    for cell in table.inner:
        # Shown as it is, or with others: the first is R1's, the second a group of five or more.
        if cell.low == cell.high or cell.low >= K_PERSONS or not true[cell.labels]:
            continue
        pins = [pin for pin in pinning if pin.meets(cell.labels)]
        if _is_hidden(cell.labels, views, inner=inner, pins=pins):
            continue
        yield Breach(
            attack=NAME,
            table=table.id,
            cell=cell.labels,
            low=true[cell.labels],
            high=true[cell.labels],
            found="the one person of whom the attacker did not know",
            remedy=REMEDY,
        )


def _is_hidden(
    labels: Labels, views: Sequence[_View], *, inner: Sequence[Labels], pins: Sequence[_Pin]
) -> bool:
    """Whether the one of a cell may also be elsewhere, or nowhere, by everything that is shown."""
    elsewhere = (
        other
        for other in inner
        if other != labels and all(view.allows_moving(labels, other) for view in views)
    )
    if not pins:
        nowhere = all(view.allows_taking(labels) for view in views)
        return nowhere or next(elsewhere, None) is not None
    places = list(elsewhere)
    return all(any(map(pin.meets, places)) for pin in pins)


def _views(
    table: ReleasedTable, release: Release, counts: Mapping[str, CountTable]
) -> Iterator[_View]:
    """The table itself, its totals, and every other table by some of its dimensions."""
    names = {side.name: place for place, side in enumerate(table.dimensions)}
    for other in release.tables:
        if other.id not in counts or about(other) != about(table):
            continue
        sides = [
            (names[side.name], holding((table.dimensions[names[side.name]], side)))
            for side in other.dimensions
            if side.name in names
        ]
        if len(sides) < len(other.dimensions) or not all(called for _, called in sides):
            continue
        true = counts[other.id].counts
        kept: dict[tuple[int, ...], dict[Labels, tuple[int, int, int | None]]] = {}
        for cell in other.cells:
            named = [place for place, label in enumerate(cell.labels) if label != TOTAL]
            labels = tuple(cell.labels[place] for place in named)
            kept.setdefault(tuple(named), {})[labels] = (true[cell.labels], cell.low, cell.high)
        for at, shown in kept.items():
            chosen = [sides[place] for place in at]
            yield _View(
                tuple(place for place, _ in chosen), tuple(called for _, called in chosen), shown
            )


def _pinning(
    table: ReleasedTable, release: Release, counts: Mapping[str, CountTable]
) -> Iterator[_Pin]:
    """The cells of other tables that would be shown otherwise without one of their persons."""
    names = [side.name for side in table.dimensions]
    for other in release.tables:
        if other.id == table.id or other.id not in counts or about(other) != about(table):
            continue
        met = {
            place: (names.index(side.name), meeting((side, mine)))
            for place, side in enumerate(other.dimensions)
            for mine in table.dimensions
            if side.name == mine.name
        }
        for cell in other.inner if met else ():
            if 0 < counts[other.id].counts[cell.labels] == cell.low < (cell.high or cell.low + 1):
                yield _Pin({at: some[cell.labels[place]] for place, (at, some) in met.items()})
