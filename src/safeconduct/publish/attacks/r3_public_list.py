"""R3: the difference between the tables and the incidents that everybody can read about.

It depends on what is known of a release and of every earlier one.
A table that counts a listed incident, now or before it was listed, is what is left after taking the
listed persons away; where that is one to four for certain, they are singled out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import is_about_a_few
from safeconduct.publish.series import listed_persons, moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release, ReleasedTable

NAME: Final = "R3"
PLAIN: Final = MappingProxyType(
    {
        "en": "Takes the incidents of the public list away from the tables.",
        "ru": "Вычитает из таблиц случаи открытого списка.",
    }
)
UNIT: Final = "persons"  # of the public list; other units are not taken from each other
REMEDY: Final = (
    "Leave the listed incidents out of the table, or list these incidents a quarter later."
)


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Take the listed persons away from every table that counts them."""
    found = [
        breach
        for table in release.tables
        if table.counts_listed
        for breach in _left(table, listed_persons(release.listed, table))
    ]
    for before in context.earlier:
        for table in before.tables:
            found.extend(_left(table, moved(before, release, table=table)))
    return tuple(found)


def _left(table: ReleasedTable, listed: Mapping[tuple[str, ...], int]) -> Iterator[Breach]:
    if listed and table.measure != UNIT:
        yield Breach(
            attack=NAME,
            table=table.id,
            found="a table in another unit than the public list, which cannot be held against it",
            remedy="Count persons in the table, or leave the public list out.",
        )
        return
    for cell in table.cells:
        taken = listed.get(cell.labels, 0)
        # More persons than the cell can hold: they were not in it.
        if not taken or (cell.high is not None and cell.high < taken):
            continue
        low = max(0, cell.low - taken)
        high = None if cell.high is None else cell.high - taken
        # Where nobody may be left, nothing is known of anybody.
        if low and is_about_a_few((low, high), few=K_PERSONS - 1):
            yield Breach(
                attack=NAME,
                table=table.id,
                cell=cell.labels,
                low=low,
                high=high,
                found="what is left without the listed persons",
                remedy=REMEDY,
            )
