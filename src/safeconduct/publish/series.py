"""A series: the releases that carry one table on, and how its cells correspond.

It depends on releases and on what is known.
A table is known again by its question and not by its id; categories that were merged later carry
their parts on, and a table with other dimensions is another table. What moved to the public list
has left the cells, so that they may shrink by that much.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from safeconduct.publish.labels import label_of, unknown_among
from safeconduct.publish.release import TOTAL
from safeconduct.publish.what_is_known import Known, about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import (
        ListedIncident,
        Release,
        ReleasedTable,
    )

    Issued = tuple[Release, tuple[ReleasedTable, ...]]

Labels = tuple[str, ...]
_SCHEME: Final = "scheme "


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One table in two releases, and what moved from the first to the public list of the second.

    moved: persons, by the labels of the later table.
    """

    before: ReleasedTable
    after: ReleasedTable
    moved: Mapping[Labels, int]


def in_line(release: Release, earlier: Sequence[Release]) -> list[Issued]:
    """Releases with their tables, oldest first, each table called as the last one calls it.

    Releases without tables are left out, and tables about other persons.
    """
    line: list[Issued] = []
    for each in (*sorted(earlier, key=_day), release):
        tables = tuple(
            next((old for table in release.tables if (old := carried_as(one, table))), one)
            for one in each.tables
            if any(about(one) == about(table) for table in release.tables)
        )
        if tables:
            line.append((each, tables))
    return line


def known_of(
    line: Sequence[Issued], *, presumed: str, grows: bool = True, beyond_schemes: bool = True
) -> Known:
    """A series of releases as knowledge.

    grows: that counts only grow from release to release, save in a correction. beyond_schemes: also
        from one version of a scheme to another, which may count fewer.
    """
    known = Known(presumed=presumed)
    for place, (_, tables) in enumerate(line):
        for table in tables:
            known.add(place, table)
        known.link(place, tables)
    for place, (before, tables) in enumerate(line[:-1] if grows else ()):
        for table in tables:
            for later, other in _next(line, place, table):
                after = line[later][0]
                if after.kind == "release" and (beyond_schemes or schemes_of(before, after)):
                    newly = () if table.counts_listed else newly_listed(before, after)
                    known.grow((place, table), (later, other), listed=newly)
    return known


def _next(
    line: Sequence[Issued], place: int, table: ReleasedTable
) -> Iterator[tuple[int, ReleasedTable]]:
    """The tables that a table grows into: the next of its question, or all of the next release."""
    found = (
        (later, other)
        for later in range(place + 1, len(line))
        for other in line[later][1]
        if carried_as(table, other) is not None
    )
    carrying = next(found, None)
    if carrying is not None:
        yield carrying
    if carrying is None or carrying[0] != place + 1 or carrying[1].dimensions != table.dimensions:
        yield from (
            (place + 1, other) for other in line[place + 1][1] if (place + 1, other) != carrying
        )


def schemes_of(before: Release, after: Release) -> bool:
    """Whether two releases were counted by the same versions of their schemes."""
    old, new = dict(before.lineage), dict(after.lineage)
    return all(old.get(name, digest) == digest for name, digest in new.items() if _SCHEME in name)


def newly_listed(before: Release, after: Release) -> tuple[ListedIncident, ...]:
    """The incidents that the later release lists and the earlier did not."""
    return tuple(incident for incident in after.listed if incident not in before.listed)


def _day(release: Release) -> str:
    return release.made_on


def pair_of(before: Release, after: Release, *, table: ReleasedTable) -> Pair | None:
    """A table of the later release beside the one of the earlier that it carries on, if any."""
    old = carried(before, table)
    if old is None:
        return None
    return Pair(before=old, after=table, moved=moved(before, after, table=table))


def carried(before: Release, table: ReleasedTable | CountTable) -> ReleasedTable | None:
    """The table of an earlier release that asks the same question, called and turned as this one.

    Safety: a new id, or the same sides in another order, must not hide an earlier answer.
    """
    return next((old for each in before.tables if (old := carried_as(each, table))), None)


def carried_as(old: ReleasedTable, table: ReleasedTable | CountTable) -> ReleasedTable | None:
    """An earlier table called and turned as a later one, if it asks the same question."""
    names = [side.name for side in table.dimensions]
    sides = [side.name for side in old.dimensions]
    if about(old) != about(table) or sorted(sides) != sorted(names):
        return None
    order = [sides.index(name) for name in names]
    return replace(
        old,
        id=table.id,
        dimensions=tuple(old.dimensions[at] for at in order),
        cells=tuple(
            replace(cell, labels=tuple(cell.labels[at] for at in order)) for cell in old.cells
        ),
    )


def moved(before: Release, after: Release, *, table: ReleasedTable) -> Mapping[Labels, int]:
    """Persons whom the later release lists and the earlier did not, by cell of a table."""
    return {} if table.counts_listed else listed_persons(newly_listed(before, after), table)


def listed_persons(listed: Sequence[ListedIncident], table: ReleasedTable) -> Mapping[Labels, int]:
    """The persons of listed incidents, by cell of a table, with the total over everything."""
    found: dict[Labels, int] = {}
    for incident in listed:
        known = dict(incident.coordinates)
        sides = [
            sorted({label_of(key, side.labels) for key in known.get(side.name, ())})
            or [unknown_among(side.labels)]
            for side in table.dimensions
        ]
        cells = [*product(*sides), (TOTAL,) * len(sides)] if sides else [()]
        for labels in cells:
            found[labels] = found.get(labels, 0) + incident.persons
    return found
