"""What changed from one release to the next, cell by cell.

It depends on releases and on how a series carries a table on.
A further kind of change is one more field of `Change`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.publish.series import pair_of

if TYPE_CHECKING:
    from safeconduct.publish.release import ListedIncident, Release, ReleasedCell, ReleasedTable


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell before and after; None where the release has no such cell."""

    labels: tuple[str, ...]
    before: ReleasedCell | None
    after: ReleasedCell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """One table: the cells that differ, and how many do not.

    is_comparable: whether both releases count the same; if not, no cells are set side by side.
    """

    table: ReleasedTable
    is_comparable: bool
    cells: tuple[CellChange, ...]
    n_same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the later of two releases changed.

    added, dropped: tables that only the later, or only the earlier release has.
    listed: incidents that the public list names for the first time; unlisted: how many it lost.
    """

    before: Release
    after: Release
    tables: tuple[TableChange, ...]
    added: tuple[ReleasedTable, ...]
    dropped: tuple[ReleasedTable, ...]
    listed: tuple[ListedIncident, ...]
    n_unlisted: int


def change(before: Release, after: Release) -> Change:
    """Compare two releases."""
    old, new = before.by_table, after.by_table
    return Change(
        before=before,
        after=after,
        tables=tuple(
            _of_table(before, after, table=table) for name, table in new.items() if name in old
        ),
        added=tuple(table for name, table in new.items() if name not in old),
        dropped=tuple(table for name, table in old.items() if name not in new),
        listed=tuple(each for each in after.listed if each not in before.listed),
        n_unlisted=sum(each not in after.listed for each in before.listed),
    )


def _of_table(before: Release, after: Release, *, table: ReleasedTable) -> TableChange:
    pair = pair_of(before, after, table=table)
    if pair is None:
        return TableChange(table=table, is_comparable=False, cells=(), n_same=0)
    olds = {cell.labels: cell for cell in pair.before.cells}
    news = {cell.labels: cell for cell in table.cells}
    differing = tuple(
        CellChange(labels=labels, before=olds.get(labels), after=news.get(labels))
        for labels in dict.fromkeys((*news, *olds))
        if olds.get(labels) != news.get(labels)
    )
    n_same = sum(olds.get(labels) == cell for labels, cell in news.items())
    return TableChange(table=table, is_comparable=True, cells=differing, n_same=n_same)
