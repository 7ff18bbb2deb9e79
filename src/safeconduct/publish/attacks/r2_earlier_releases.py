"""R2: the difference between a release and all earlier ones, whatever their tables are by.

It depends on what is known of both.
Counts only grow from one release to the next, save what moved to the public list, so that what is
shown then bounds what is hidden now, and the other way round. What grew by one to four persons, for
certain, singles them out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS
from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import as_breaches, hidden, is_about_a_few, moved_by, narrowed
from safeconduct.publish.series import (
    ended_by,
    grown,
    in_line,
    known_of,
    lists_of,
    schemes_of,
    shifts_by_the_list,
)
from safeconduct.publish.shared_filters import REMEDY as DIFFERING
from safeconduct.publish.shared_filters import differing
from safeconduct.publish.shared_margins import shared
from safeconduct.publish.what_is_known import Count, presumptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.knowledge import Interval
    from safeconduct.publish.release import Release
    from safeconduct.publish.series import Issued
    from safeconduct.publish.what_is_known import Known

NAME: Final = "R2"
PLAIN: Final = MappingProxyType(
    {
        "en": "Takes every earlier release away from this one.",
        "ru": "Вычитает из этого выпуска каждый прежний.",
    }
)
REMEDY: Final = "Wait for the next quarter with this table, or merge categories in it."


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Compare every table with all its earlier releases at once."""
    pair = differing(release.tables, context.earlier) if context.earlier else None
    if pair:
        return (
            Breach(
                attack=NAME,
                table=", ".join(pair),
                found="tables that differ by their filters",
                remedy=DIFFERING,
            ),
        )
    line = in_line(release, context.earlier)
    if len(line) == 1 or not release.tables:
        return ()
    counts: dict[Count, Interval] = {}
    growth: dict[Count, Interval] = {}
    ended = ended_by((*context.earlier, release))
    versions = (True,) if all(schemes_of(each, release) for each, _ in line) else (True, False)
    tables = [table for _, each in line for table in each]
    for presumed in presumptions(tables):
        for beyond in versions:
            known = grown(line, presumed=presumed, ended=ended, beyond_schemes=beyond)
            if known is not None:
                counts = {**_narrow(known, line), **counts}
                growth = {**_growth(known, line), **growth}
    return (
        *as_breaches(counts, attack=NAME, words="a hidden count", remedy=REMEDY),
        *as_breaches(growth, attack=NAME, words="the growth of a count", remedy=REMEDY),
    )


def has_anything_to_compare(release: Release, earlier: Sequence[Release]) -> bool:
    """Whether any earlier release counts persons of this one."""
    return bool(release.tables) and len(in_line(release, earlier)) > 1


def _narrow(known: Known, line: Sequence[Issued]) -> Mapping[Count, Interval]:
    """Counts of any release that the series narrows, and no release by itself."""
    placed = [(place, table) for place, (_, tables) in enumerate(line) for table in tables]
    found = narrowed(known, placed)
    if not found:
        return {}
    alone = known_of(line, presumed=known.presumed)
    by_itself = alone.knowledge.narrow(
        {count: (sums, ()) for count, sums in hidden(alone, placed).items() if count in found}
    )
    return {count: each for count, each in found.items() if by_itself.get(count) != each}


def _growth(known: Known, line: Sequence[Issued]) -> Mapping[Count, Interval]:
    """The growth since each earlier release, where it is known to be that of a few persons."""
    last = len(line) - 1
    asked: dict[tuple[int, Count], tuple[tuple[Count, ...], tuple[Count, ...]]] = {}
    moved: dict[tuple[int, Count], tuple[int, ...]] = {}
    for table in line[last][1]:
        for place, old in ((at, each) for at, (_, some) in enumerate(line[:last]) for each in some):
            lists = lists_of(line[place][0], line[last][0], table=table)
            sides = [side for side, _ in shared(old.dimensions, table.dimensions)]
            for labels, cells, then, now in known.same((place, old), (last, table)):
                name = (place, Count(last, table.id, labels))
                asked[name] = (tuple(now), tuple(then))
                moved[name] = shifts_by_the_list(*lists, sides=sides, cells=cells)
    found: dict[Count, Interval] = {}
    for name, interval in known.knowledge.narrow(
        asked, alike=lambda name: (name[1].table, name[1].labels)
    ).items():
        for more in moved[name]:
            shifted = moved_by(interval, more)
            if is_about_a_few(shifted, few=K_PERSONS - 1):
                found[name[1]] = shifted
    return found
