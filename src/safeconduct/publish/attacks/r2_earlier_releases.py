"""R2: the difference between a release and every earlier one that carries its tables.

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
from safeconduct.publish.narrowing import as_breaches, is_about_a_few, narrowed
from safeconduct.publish.series import carried, grown, pair_of
from safeconduct.publish.shared_filters import REMEDY as DIFFERING
from safeconduct.publish.shared_filters import differing
from safeconduct.publish.what_is_known import Known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.knowledge import Interval
    from safeconduct.publish.release import Release, ReleasedTable
    from safeconduct.publish.series import Pair
    from safeconduct.publish.what_is_known import Count

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
    return tuple(
        breach for table in release.tables for breach in _of_table(table, release, context)
    )


def has_anything_to_compare(release: Release, earlier: Sequence[Release]) -> bool:
    """Whether any earlier release answers a question of this one."""
    return any(carried(each, table) for each in earlier for table in release.tables)


def _of_table(table: ReleasedTable, release: Release, context: Context) -> list[Breach]:
    series = [*(each for each in context.earlier if pair_of(each, release, table=table)), release]
    known, places = grown(series, table.id)
    last = len(series) - 1
    if not last:
        return []
    alone = Known()
    alone.add(last, table)
    by_itself = narrowed(alone, [(last, table)])
    every = [
        (place, old)
        for place, each in enumerate(series)
        if (old := carried(each, table)) is not None
    ]
    counts = {
        count: interval
        for count, interval in narrowed(known, every).items()
        if count not in by_itself
    }
    growth = _growth(known, places)
    return [
        *as_breaches(counts, attack=NAME, words="a hidden count", remedy=REMEDY),
        *as_breaches(growth, attack=NAME, words="the growth of a count", remedy=REMEDY),
    ]


def _growth(known: Known, pairs: Sequence[Pair]) -> Mapping[Count, Interval]:
    """The growth since each earlier release, where it is known to be that of a few persons."""
    asked: dict[tuple[int, Count], tuple[tuple[Count, ...], tuple[Count, ...]]] = {
        (place, count): ((count,), tuple(olds))
        for place, pair in enumerate(pairs)
        for count, olds in pair.counts(place, len(pairs)).items()
    }
    found_narrow = known.knowledge.narrow(asked, alike=lambda name: name[1].labels)
    found: dict[Count, Interval] = {}
    for (place, count), (low, high) in found_narrow.items():
        more = pairs[place].moved.get(count.labels, 0)
        interval = (low + more, None if high is None else high + more)
        if is_about_a_few(interval, few=K_PERSONS - 1):
            found[count] = interval
    return found
