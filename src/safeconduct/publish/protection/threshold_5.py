"""Threshold of 5: exact counts of five persons or more; smaller ones are hidden, and others too.

It depends on count tables and releases.
A hidden count could be found by taking what is shown away from the total, so further cells, the
smallest first, are hidden until at least five counts are left for each; where no cell is left to
hide, the total is hidden. Another threshold is another file.

When not to use: in a series. Two exact counts differ by an exact number, and the attack on
differences refuses what grew by one to four persons.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.count_table import coordinates
from safeconduct.publish.protecting import laid_out
from safeconduct.publish.release import TOTAL, ReleasedCell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import ReleasedTable

NAME: Final = "threshold-5"
PLAIN: Final = MappingProxyType(
    {
        "en": "Groups under 5 are not shown, nor further cells from which they could be found.",
        "ru": "Группы меньше 5 не показаны, как и другие ячейки, по которым их можно вычислить.",
    }
)
K: Final = 5
_LEAST_REST: Final = K  # what is hidden together is a group that may be known


def protect(table: CountTable, *, earlier: Sequence[ReleasedTable] = ()) -> ReleasedTable:
    """Hide small counts, and what would tell them; `earlier` changes nothing here."""
    del earlier
    counts = {labels: table.counts[labels] for labels in coordinates(table.dimensions)}
    whole = (TOTAL,) * len(table.dimensions)
    total = table.counts[whole]
    hidden = hidden_cells(counts, total=total, adds_up=table.adds_up)
    rest = total - sum(count for labels, count in counts.items() if labels not in hidden)
    tells = bool(hidden) and (len(hidden) == 1 or not _is_enough(rest, adds_up=table.adds_up))
    told = total >= K and not tells
    return laid_out(
        table,
        {labels: shown(labels, None if labels in hidden else n) for labels, n in counts.items()},
        total=shown(whole, total if told else None),
        protection_name=NAME,
    )


def hidden_cells(
    counts: Mapping[tuple[str, ...], int], *, total: int, adds_up: bool
) -> frozenset[tuple[str, ...]]:
    """The cells to hide: the small ones, and the smallest others that keep them from being found.

    Where somebody may stand in two cells, the rest is reckoned as if nobody did, since most do not.
    """
    hidden = {labels for labels, count in counts.items() if count < K}
    others = sorted((count, labels) for labels, count in counts.items() if labels not in hidden)
    for count, labels in others:
        rest = total - sum(n for place, n in counts.items() if place not in hidden)
        if not hidden or (len(hidden) > 1 and _is_enough(rest, adds_up=adds_up)):
            break
        hidden.add(labels)
        del count
    return frozenset(hidden)


def _is_enough(rest: int, *, adds_up: bool) -> bool:
    """Whether what is left for the hidden cells tells none of them; less than nobody tells none."""
    return rest >= _LEAST_REST or (rest < 0 and not adds_up)


def shown(labels: tuple[str, ...], count: int | None) -> ReleasedCell:
    """A cell with its exact count, or hidden."""
    if count is None:
        return ReleasedCell(labels=labels, shown="not shown", low=0, high=None)
    return ReleasedCell(labels=labels, shown=str(count), low=count, high=count)
