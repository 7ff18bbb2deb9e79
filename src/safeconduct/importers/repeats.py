"""Repeats: what a form asks again and again stands in tables of its own, and is joined here.

It depends on the foreign tables.
A row of a repeat sees what its parent says as `../heading`, and its place among the rows of that
parent as `@place`; a parent sees all that a repeat says as `repeat/heading`. Another tool's way to
name the parent is one more `Link`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem

if TYPE_CHECKING:
    from safeconduct.importers.foreign_table import ForeignRow, ForeignTable
    from safeconduct.importers.record_rows import RawCell

PLACE: Final = "@place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """By which headings a repeat knows its parent: the parent's number, and the parent's table."""

    own: str
    parent: str
    parent_table: str = ""


def joined(
    tables: list[ForeignTable], headings: frozenset[str], *, link: Link, problems: list[Problem]
) -> list[ForeignTable]:
    """Join repeats and parents, as far as a mapping asks; one without a parent is a problem."""
    places = {
        (table.name, own[0]): (place, number)
        for place, table in enumerate(tables)
        for number, row in enumerate(table.rows)
        if (own := row.cells.get(link.own))
    }
    names = [table.name for table in tables]
    cells: list[list[dict[str, tuple[RawCell, ...]]]] = [
        [dict(row.cells) for row in table.rows] for table in tables
    ]
    for place, table in enumerate(tables):
        if link.parent not in table.headings:
            continue
        siblings: Counter[tuple[int, int]] = Counter()
        for number, row in enumerate(table.rows):
            found = _parent(row, names, places=places, link=link)
            if found is None:
                problems.append(_orphan(table, row, link.parent))
                continue
            # The tools number the rows of an export anew each time; the place below a parent stays.
            siblings[found] += 1
            cells[place][number][PLACE] = (str(siblings[found]),)
            above = tables[found[0]].rows[found[1]].cells
            cells[place][number].update({f"../{heading}": said for heading, said in above.items()})
            parent = cells[found[0]][found[1]]
            for heading, said in row.cells.items():
                below = f"{table.name}/{heading}"
                parent[below] = (*parent.get(below, ()), *said)
    return [_with(table, cells[place], headings=headings) for place, table in enumerate(tables)]


def _parent(
    row: ForeignRow,
    names: list[str],
    *,
    places: dict[tuple[str, RawCell], tuple[int, int]],
    link: Link,
) -> tuple[int, int] | None:
    numbers = row.cells.get(link.parent, ())
    told = row.cells.get(link.parent_table, ())
    for name in _called(str(told[0]), names) if told else names:
        if numbers and (name, numbers[0]) in places:
            return places[name, numbers[0]]
    return None


def _called(told: str, names: list[str]) -> list[str]:
    """The tables of a name; a workbook cuts a long name and ends it with three dots."""
    return [
        name
        for name in names
        if told == name or (name[-3:] == "..." and told.startswith(name[:-3]))
    ]


def _orphan(table: ForeignTable, row: ForeignRow, heading: str) -> Problem:
    return Problem(
        file=table.file,
        row=row.number,
        column=heading,
        found="a parent that is not in this file",
        allowed="the number of a row of the table above",
    )


def _with(
    table: ForeignTable,
    cells: list[dict[str, tuple[RawCell, ...]]],
    *,
    headings: frozenset[str],
) -> ForeignTable:
    known = dict.fromkeys(heading for row in cells for heading in row if heading in headings)
    more = tuple(heading for heading in known if heading not in table.headings)
    return replace(
        table,
        headings=(*table.headings, *more),
        rows=tuple(replace(row, cells=said) for row, said in zip(table.rows, cells, strict=True)),
    )
