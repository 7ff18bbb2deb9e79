"""R4: what the tables of one release say about each other, through the persons that they share.

It depends on what is known of a release.
Tables of one scheme and window count the same persons, so that their totals and shared margins are
equal; a cell is broken where fewer than five counts are left for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import as_breaches, narrowed
from safeconduct.publish.shared_filters import REMEDY as DIFFERING
from safeconduct.publish.shared_filters import differing
from safeconduct.publish.what_is_known import Known

if TYPE_CHECKING:
    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release

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
    known, alone = Known(), Known()
    for table in release.tables:
        known.add(0, table)
        alone.add(0, table)
    known.link(0, release.tables)
    if not alone.knowledge.is_possible():
        return ()  # R1 says of which table that is.
    if not known.knowledge.is_possible():
        return (
            Breach(
                attack=NAME,
                table=", ".join(table.id for table in release.tables),
                found="tables that contradict each other",
                remedy="Build the release anew; its tables do not count the same persons.",
            ),
        )
    placed = [(0, table) for table in release.tables]
    by_itself = narrowed(alone, placed)
    together = narrowed(known, placed)
    found = {count: interval for count, interval in together.items() if count not in by_itself}
    return tuple(as_breaches(found, attack=NAME, words="a hidden count", remedy=REMEDY))
