"""R4: what the tables of one release say about each other, through the persons that they share.

It depends on what is known of a release.
Tables count the same persons, so that their totals and shared margins are equal, also where their
labels differ; a cell is broken where fewer than five counts are left for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import as_breaches, narrowed
from safeconduct.publish.shared_filters import REMEDY as DIFFERING
from safeconduct.publish.shared_filters import differing
from safeconduct.publish.what_is_known import Known, presumptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.publish.breach import Context
    from safeconduct.publish.knowledge import Interval
    from safeconduct.publish.release import Release
    from safeconduct.publish.what_is_known import Count

NAME: Final = "R4"
PLAIN: Final = MappingProxyType(
    {
        "en": "Lays tables about the same persons over each other.",
        "ru": "Накладывает друг на друга таблицы об одних и тех же людях.",
    }
)
REMEDY: Final = "Drop one of the tables, or merge categories in the finer one."


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Bound every cell by all tables of the release at once."""
    del context
    pair = differing(release.tables)
    if pair:
        return (
            Breach(
                attack=NAME,
                table=", ".join(pair),
                found="tables that differ by their filters",
                remedy=DIFFERING,
            ),
        )
    told, *others = presumptions(release.tables)
    if not _known(release, told, linked=False).knowledge.is_possible():
        return ()  # R1 says of which table that is.
    if not _known(release, told, linked=True).knowledge.is_possible():
        return (
            Breach(
                attack=NAME,
                table=", ".join(table.id for table in release.tables),
                found="tables that contradict each other",
                remedy="Build the release anew; its tables do not count the same persons.",
            ),
        )
    found: dict[Count, Interval] = {}
    for presumed in (told, *others):
        found = {**_together(release, presumed), **found}
    return tuple(as_breaches(found, attack=NAME, words="a hidden count", remedy=REMEDY))


def _together(release: Release, presumed: str) -> Mapping[Count, Interval]:
    """What the tables give away together and no table does by itself."""
    known = _known(release, presumed, linked=True)
    if not known.knowledge.is_possible():
        return {}  # It is not as the attacker presumes.
    placed = [(0, table) for table in release.tables]
    together = narrowed(known, placed)
    by_itself = narrowed(_known(release, presumed, linked=False), placed) if together else {}
    return {count: interval for count, interval in together.items() if count not in by_itself}


def _known(release: Release, presumed: str, *, linked: bool) -> Known:
    known = Known(presumed=presumed)
    for table in release.tables:
        known.add(0, table)
    if linked:
        known.link(0, release.tables)
    return known
