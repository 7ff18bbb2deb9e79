"""A series: the releases that carry one table on, and how its cells correspond.

It depends on releases and on what is known.
A table is known again by its question and not by its id; categories that were merged later carry
their parts on, and a table with other dimensions is another table. What moved to the public list
has left the cells, so that they may shrink by that much.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.labels import label_of, unknown_among
from safeconduct.publish.release import TOTAL
from safeconduct.publish.what_is_known import Known, about, persons_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import (
        ListedIncident,
        Release,
        ReleasedDimension,
        ReleasedTable,
    )
    from safeconduct.publish.what_is_known import Placed

    Issued = tuple[Release, tuple[ReleasedTable, ...]]
    Listed = tuple[ListedIncident, ...]
    Step = tuple[Placed, Placed]  # a table, and a later one that counts everybody in it

Labels = tuple[str, ...]
_SCHEME: Final = "scheme "
NOTHING_ENDED: Final[Mapping[str, str]] = MappingProxyType({})


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


def grown(
    line: Sequence[Issued],
    *,
    presumed: str,
    ended: Mapping[str, str] = NOTHING_ENDED,
    beyond_schemes: bool = True,
) -> Known | None:
    """A series as knowledge, with its growth; None where it is not as the attacker presumes.

    Safety: where not everything can have grown, because one release was put right, each step that
    cannot is held not to have grown, and every other one still is.
    """
    steps = steps_of(line, ended=ended, beyond_schemes=beyond_schemes)
    known = known_of(line, presumed=presumed, steps=steps)
    if known.knowledge.is_possible():
        return known
    kept: list[Step] = []
    for step in steps:
        if known_of(line, presumed=presumed, steps=(*kept, step)).knowledge.is_possible():
            kept.append(step)
    known = known_of(line, presumed=presumed, steps=kept)
    return known if known.knowledge.is_possible() else None


def known_of(line: Sequence[Issued], *, presumed: str, steps: Sequence[Step] = ()) -> Known:
    """A series of releases as knowledge, and that counts only grow over some steps."""
    known = Known(presumed=presumed)
    for place, (_, tables) in enumerate(line):
        for table in tables:
            known.add(place, table)
        known.link(place, tables)
    for one, other in steps:
        before, after = line[one[0]][0], line[other[0]][0]
        newly = () if one[1].counts_listed else newly_listed(before, after)
        known.grow(one, other, listed=newly)
    return known


def steps_of(
    line: Sequence[Issued], *, ended: Mapping[str, str] = NOTHING_ENDED, beyond_schemes: bool = True
) -> list[Step]:
    """Each table with those that it grew into, by the day up to which their releases know.

    ended: how releases ended, by digest; nothing grows from one that was put right.
    beyond_schemes: also from one version of a scheme to another, which may count fewer.
    """
    order = sorted(range(len(line)), key=lambda at: (line[at][0].as_of, line[at][0].made_on))
    how = [ended.get(each.digest, "") for each, _ in line]
    standing = [at for at in order if not how[at]]
    ways = [standing[at:] for at in range(len(standing) - 1)]
    # Safety: what was taken back may be right, and whoever read it knows it; it comes last, so that
    # a wrong number of it is what is left out.
    for gone in (place for place, at in enumerate(order) if how[at] == "withdrawal"):
        before = [at for at in order[:gone] if not how[at]]
        after = [at for at in order[gone + 1 :] if not how[at]]
        ways += [[*before[-1:], order[gone]], [order[gone], *after]]
    return [
        ((way[0], table), (later, other))
        for way in ways
        if len(way) > 1
        for table in line[way[0]][1]
        for later, other in _next(line, way, table)
        if beyond_schemes or schemes_of(line[way[0]][0], line[later][0])
    ]


def ended_by(releases: Sequence[Release]) -> Mapping[str, str]:
    """The kind of what put a release right or took it back, by the digest of that release."""
    return {each.concerns: each.kind for each in sorted(releases, key=_kind) if each.concerns}


def _kind(release: Release) -> bool:
    return release.kind == "correction"  # last, since what was put right is known to be wrong


def is_withdrawn(release: Release, others: Sequence[Release]) -> bool:
    """Whether one of the others takes a release back."""
    return any(each.kind == "withdrawal" and each.concerns == release.digest for each in others)


def _next(line: Sequence[Issued], way: Sequence[int], table: ReleasedTable) -> Iterator[Placed]:
    """The tables that a table grows into: the next of its question, or all of the next release."""
    found = (
        (later, other)
        for later in way[1:]
        for other in line[later][1]
        if carried_as(table, other) is not None
    )
    carrying = next(found, None)
    if carrying is not None:
        yield carrying
    if carrying is None or carrying[0] != way[1] or carrying[1].dimensions != table.dimensions:
        yield from ((way[1], other) for other in line[way[1]][1] if (way[1], other) != carrying)


def schemes_of(before: Release, after: Release) -> bool:
    """Whether two releases were counted by the same versions of their schemes."""
    old, new = dict(before.lineage), dict(after.lineage)
    return all(old.get(name, digest) == digest for name, digest in new.items() if _SCHEME in name)


def newly_listed(before: Release, after: Release) -> tuple[ListedIncident, ...]:
    """The incidents that the later release lists and the earlier did not.

    Safety: one that got another source or another label is the same one still. Taken for a new
    one, it would excuse a growth that it has nothing to do with.
    """
    left, new = list(before.listed), list(after.listed)
    for is_same in (_is_equal, _is_called_the_same, _is_reported_in_the_same):
        for incident in tuple(new):
            twin = next((each for each in left if is_same(each, incident)), None)
            if twin is not None:
                left.remove(twin)
                new.remove(incident)
    return tuple(new)


def shifts_by_the_list(
    newly: Sequence[ListedIncident],
    back: Sequence[ListedIncident],
    *,
    sides: Sequence[ReleasedDimension],
    cells: Sequence[Labels],
) -> tuple[int, ...]:
    """By how many persons more than it shows a sum may have grown; `back` are listed no longer.

    Safety: whom the list gave back may be counted again, or have been refuted; both are tried.
    """
    more = persons_in(newly, sides, cells=cells) if newly else 0
    given = persons_in(back, sides, cells=cells) if back else 0
    return (more, more - given) if given else (more,)


def lists_of(before: Release, after: Release, *, table: ReleasedTable) -> tuple[Listed, Listed]:
    """Who was listed since, and who no longer is; nobody where the table counts them all."""
    if table.counts_listed:
        return (), ()
    return newly_listed(before, after), newly_listed(after, before)


def _is_equal(one: ListedIncident, other: ListedIncident) -> bool:
    return one == other


def _is_called_the_same(one: ListedIncident, other: ListedIncident) -> bool:
    return one.label == other.label and one.coordinates == other.coordinates


def _is_reported_in_the_same(one: ListedIncident, other: ListedIncident) -> bool:
    return bool(set(one.sources) & set(other.sources)) and one.coordinates == other.coordinates


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
    newly = () if table.counts_listed else newly_listed(before, after)
    return {labels: sum(persons) for labels, persons in listed_persons(newly, table).items()}


def listed_persons(
    listed: Sequence[ListedIncident], table: ReleasedTable
) -> Mapping[Labels, tuple[int, ...]]:
    """The persons of each listed incident, by cell of a table, with the total over everything."""
    found: dict[Labels, tuple[int, ...]] = {}
    for incident in listed:
        known = dict(incident.coordinates)
        sides = [
            sorted({label_of(key, side.labels) for key in known.get(side.name, ())})
            or [unknown_among(side.labels)]
            for side in table.dimensions
        ]
        cells = [*product(*sides), (TOTAL,) * len(sides)] if sides else [()]
        for labels in cells:
            found[labels] = (*found.get(labels, ()), incident.persons)
    return found
