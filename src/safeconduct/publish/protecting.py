"""Protecting: finds the protection that a plan names, and lays a table out for publication.

It depends on the registry, on count tables and on releases.
A further protection is a file in `protection/`; what all of them share stands here.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from safeconduct.errors import NotFound
from safeconduct.publish import protection
from safeconduct.publish.count_table import coordinates, covers, totals
from safeconduct.publish.release import TOTAL, ReleasedCell, ReleasedTable
from safeconduct.registry import members

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.publish.count_table import CountTable


class Protection(Protocol):
    """What a module of `protection/` offers."""

    NAME: str
    PLAIN: Mapping[str, str]

    def protect(self, table: CountTable, *, earlier: Sequence[ReleasedTable] = ()) -> ReleasedTable:
        """Make a table that may be published, given its earlier releases, oldest first."""
        ...


@cache
def protections() -> Mapping[str, Protection]:
    """Every protection, by its name."""
    found = members(protection, required=("NAME", "PLAIN", "protect"))
    return MappingProxyType({module.NAME: cast("Protection", module) for module in found})


def protection_named(name: str) -> Protection:
    """One protection.

    Raises:
        NotFound: there is none of that name.
    """
    if name not in protections():
        raise NotFound("protection", name, hint=f"Known: {', '.join(protections())}.")
    return protections()[name]


def laid_out(
    table: CountTable,
    cells: Mapping[tuple[str, ...], ReleasedCell],
    *,
    total: ReleasedCell,
    protection_name: str,
) -> ReleasedTable:
    """A table with these cells and this total over everything.

    Every other total follows from the cells.

    Safety: a total that said more than its cells would let an attacker take the rest of a row away
    from it, and would tell whoever knows all cases but one in which row and column that one stands.
    """
    margins = [
        _following(labels, cells.values(), adds_up=table.adds_up)
        for labels in totals(table.dimensions)
        if set(labels) != {TOTAL} and labels
    ]
    inner = [cells[labels] for labels in coordinates(table.dimensions)]
    return ReleasedTable(
        id=table.id,
        title=table.title,
        scheme=table.scheme,
        filters=table.filters,
        measure=table.measure,
        protection=protection_name,
        adds_up=table.adds_up,
        counts_listed=table.counts_listed,
        dimensions=table.dimensions,
        cells=(*inner, *margins, total),
    )


def _following(
    labels: tuple[str, ...], cells: Iterable[ReleasedCell], *, adds_up: bool
) -> ReleasedCell:
    parts = [cell for cell in cells if covers(labels, cell.labels)]
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    low = sum(lows) if adds_up else max(lows)
    known = [high for high in highs if high is not None]
    high = sum(known) if len(known) == len(highs) else None
    return ReleasedCell(labels=labels, shown=span(low, high), low=low, high=high)


def span(low: int, high: int | None) -> str:
    """How a range of counts is shown."""
    if high is None:
        return f"{low} or more" if low else "not shown"
    if low == high:
        return str(low)
    return f"{low}–{high}" if low else f"under {high + 1}"
