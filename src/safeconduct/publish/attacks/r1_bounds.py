"""R1: what the cells and totals of one table say about each other, by linear programming.

It depends on what is known of a table.
A cell is broken where fewer than five counts are left for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS, PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import as_breaches, narrowed
from safeconduct.publish.what_is_known import Known, presumptions

if TYPE_CHECKING:
    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release, ReleasedTable

NAME: Final = "R1"
PLAIN: Final = MappingProxyType(
    {
        "en": "Takes what is shown of a table away from its totals.",
        "ru": "Вычитает показанное в таблице из её итогов.",
    }
)
REMEDY: Final = "Merge categories of this table, or drop a dimension."


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Bound every cell of every table by itself."""
    del context
    return tuple(breach for table in release.tables for breach in _of_table(table))


def _of_table(table: ReleasedTable) -> list[Breach]:
    if table.measure != PERSONS:
        return [
            Breach(
                attack=NAME,
                table=table.id,
                found="a table that does not count persons",
                remedy="Count persons: five incidents may be those of one.",
            )
        ]
    told, *others = presumptions([table])
    known = _known(table, told)
    if not known.knowledge.is_possible():
        return [
            Breach(
                attack=NAME,
                table=table.id,
                found="a table that contradicts itself",
                remedy="Build the table anew; its totals and cells do not go together.",
            )
        ]
    bare = [
        Breach(
            attack=NAME,
            table=table.id,
            cell=cell.labels,
            low=cell.low,
            high=cell.low,
            found="a small count, shown as it is",
            remedy=REMEDY,
        )
        for cell in table.cells
        if cell.low == cell.high and 0 < cell.low < K_PERSONS
    ]
    found = dict(narrowed(known, [(0, table)]))
    for each in (_known(table, presumed) for presumed in others):
        if each.knowledge.is_possible():
            found = {**narrowed(each, [(0, table)]), **found}
    return bare + as_breaches(found, attack=NAME, words="a hidden count", remedy=REMEDY)


def _known(table: ReleasedTable, presumed: str) -> Known:
    known = Known(presumed=presumed)
    known.add(0, table)
    return known
