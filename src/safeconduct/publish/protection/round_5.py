"""Round to 5: every cell and the total are rounded down to base 5 on their own, under 5 hidden.

It depends on count tables and releases.
A count is shown as the five counts that it may be ("10–14"), so that each shown value, the hidden
"under 5" among them, stands for at least five counts. Where the total over everything would say
more than the cells, near the least and the greatest sum that they allow, neighbouring values of it
are merged; which ones depends on the shown cells only, so that merging gives nothing away either.
Another base is another file.

Symbols: n cells show [l, l + 4] each; L and H are the sums of the least and greatest counts. A
total may begin at most at H - 4 and must reach at least L + 4: then any one cell may still be
anything that it shows, whatever the rest is.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.count_table import coordinates
from safeconduct.publish.protecting import laid_out, span
from safeconduct.publish.release import TOTAL, ReleasedCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import ReleasedTable

NAME: Final = "round-5"
PLAIN: Final = MappingProxyType(
    {
        "en": "Each number is shown as a group of five counts; under 5 is shown as “under 5”.",
        "ru": "Каждое число показано как группа из пяти значений; меньше 5 — «меньше 5».",
    }
)
BASE: Final = 5
_ROOM: Final = BASE - 1  # by how much a cell may exceed the least count that it shows


def protect(table: CountTable, *, earlier: Sequence[ReleasedTable] = ()) -> ReleasedTable:
    """Round every cell, and the total as far as it gives nothing away."""
    cells = {
        labels: rounded(labels, table.counts[labels]) for labels in coordinates(table.dimensions)
    }
    total = _total(table, cells, earlier)
    return laid_out(table, cells, total=total, protection_name=NAME)


def rounded(labels: tuple[str, ...], count: int) -> ReleasedCell:
    """One count as the group of five that it is in."""
    low = count // BASE * BASE
    return ReleasedCell(labels=labels, shown=span(low, low + _ROOM), low=low, high=low + _ROOM)


def _total(
    table: CountTable,
    cells: Mapping[tuple[str, ...], ReleasedCell],
    earlier: Sequence[ReleasedTable],
) -> ReleasedCell:
    labels = (TOTAL,) * len(table.dimensions)
    plain = rounded(labels, table.counts[labels])
    if not cells:
        return plain
    lows = [cell.low for cell in cells.values()]
    least = sum(lows) if table.adds_up else max(lows)
    greatest = sum(lows) + _ROOM * len(lows)
    # What is below the first end, or above the last start, is merged into one value there.
    reach = max([least + _ROOM, *(_reach(before, cells) for before in earlier if table.adds_up)])
    first_end = reach // BASE * BASE + _ROOM
    last_start = (greatest - _ROOM) // BASE * BASE
    top = greatest // BASE * BASE + _ROOM
    low, high = plain.low, plain.low + _ROOM
    if first_end >= last_start:
        low, high = least, max(top, first_end)
    elif high <= first_end:
        low, high = least, first_end
    elif low >= last_start:
        low, high = last_start, top
    return ReleasedCell(labels=labels, shown=span(low, high), low=low, high=high)


def _reach(before: ReleasedTable, cells: Mapping[tuple[str, ...], ReleasedCell]) -> int:
    """How far a total must reach so that the growth since an earlier release gives nothing away.

    Where a cell was seen to grow and the total was not, whoever takes the two releases together
    knows that nothing else grew. The bound is the least total that goes with the earlier one, and
    room for any one cell to be what it shows.
    """
    olds = {cell.labels: cell for cell in before.inner}
    if set(olds) != set(cells) or not before.adds_up:
        return 0
    grown = [labels for labels, cell in cells.items() if cell.low > olds[labels].low]
    kept = [labels for labels in cells if labels not in set(grown)]
    room = _sum(olds[labels].high for labels in grown)
    rest = max(_sum(cells[labels].low for labels in kept), before.total.low - room)
    return _sum(cells[labels].low for labels in grown) + rest + _ROOM


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count for count in counts if count is not None)
