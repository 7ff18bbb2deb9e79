"""R3: the difference between the tables and the incidents that everybody can read about.

It depends on what is known of a release and of every earlier one.
A table that counts a listed incident, now or before it was listed, is what is left after taking the
listed persons away; where that is one to four for certain, they are singled out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS, PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import is_about_a_few
from safeconduct.publish.series import listed_persons, newly_listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release, ReleasedTable

NAME: Final = "R3"
PLAIN: Final = MappingProxyType(
    {
        "en": "Takes the incidents of the public list away from the tables.",
        "ru": "Вычитает из таблиц случаи открытого списка.",
    }
)
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
        newly = newly_listed(before, release)
        for table in before.tables if newly else ():
            taken = (*before.listed, *newly) if table.counts_listed else newly
            found.extend(_left(table, listed_persons(taken, table)))
    return tuple(found)


def _left(
    table: ReleasedTable, listed: Mapping[tuple[str, ...], tuple[int, ...]]
) -> Iterator[Breach]:
    if listed and table.measure != PERSONS:
        yield Breach(
            attack=NAME,
            table=table.id,
            found="a table in another unit than the public list, which cannot be held against it",
            remedy="Count persons in the table, or leave the public list out.",
        )
        return
    for cell in table.cells:
        for taken in _sums(listed.get(cell.labels, ()), most=cell.high):
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
                break


def _sums(persons: Sequence[int], *, most: int | None) -> list[int]:
    """How many listed persons a cell may hold, the most first.

    Safety: where the cell cannot hold all, some are outside its window; whoever knows which takes
    the others away, so that every sum of some of them is tried.
    """
    whole = sum(persons)
    if most is None or whole <= most:
        return [whole] if whole else []
    sums = {0}
    for count in persons:
        sums |= {each + count for each in sums if each + count <= most}
    return sorted(sums - {0}, reverse=True)
