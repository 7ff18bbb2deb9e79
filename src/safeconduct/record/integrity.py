"""What must hold between records: unique ids, references that lead somewhere, no circles.

It depends on the records and on the layout, which says where references lead.
A reader maps each breach to its file and row; a corpus refuses to be built while there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from safeconduct.record.layout import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from safeconduct.record.decision import Decision
    from safeconduct.record.incident import Incident
    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.record.source import Source
    from safeconduct.record.statement import Statement


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One broken rule between records: table, position of the record (from 0), column, words.

    leads_to: for a reference that leads nowhere, the table that has no such id; else empty.
    """

    table: str
    position: int
    identifier: str
    column: str
    found: str
    allowed: str
    hint: str = ""
    leads_to: str = ""


Row = TypeVar("Row", bound=Identified)
# Comparing one id with every other takes time; whoever broke more than these has another problem.
_SUGGESTED: Final = 20
_COMPARED: Final = 5_000


def breaches(
    *,
    sources: Iterable[Source],
    statements: Iterable[Statement],
    incidents: Iterable[Incident],
    figures: Iterable[ReportedFigure],
    decisions: Iterable[Decision],
) -> tuple[Breach, ...]:
    """Find everything that does not hold between the records of a corpus, all at once."""
    rows = _Rows(
        sources=list(sources),
        statements=list(statements),
        incidents=list(incidents),
        figures=list(figures),
        decisions=list(decisions),
    )
    return (
        *_in_sources(rows),
        *_in_statements(rows),
        *_in_incidents(rows),
        *_in_figures(rows),
        *_in_decisions(rows),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of every table, read once."""

    sources: list[Source]
    statements: list[Statement]
    incidents: list[Incident]
    figures: list[ReportedFigure]
    decisions: list[Decision]


def _in_sources(rows: _Rows) -> Iterable[Breach]:
    table, known = "sources", _ids(rows.sources)
    yield from _duplicates(table, rows.sources)
    yield from _dangling(table, rows.sources, "derived_from", _repeated, known)
    yield from _cycles(table, rows.sources, "derived_from", _repeated)


def _in_statements(rows: _Rows) -> Iterable[Breach]:
    table, found, sources = "statements", rows.statements, _ids(rows.sources)
    yield from _duplicates(table, found)
    yield from _dangling(table, found, "source", lambda row: (row.source,), sources)
    yield from _dangling(
        table, found, "incident", lambda row: (row.incident,), _ids(rows.incidents)
    )
    yield from _dangling(table, found, "derived_from", lambda row: row.derived_from, sources)
    yield from _dangling(table, found, "revises", _revised, _ids(found))
    yield from _cycles(table, found, "revises", _revised)
    yield from _strays(found)


def _in_incidents(rows: _Rows) -> Iterable[Breach]:
    table, found, known = "incidents", rows.incidents, _ids(rows.incidents)
    yield from _duplicates(table, found)
    yield from _dangling(table, found, "responds_to", lambda row: row.responds_to, known)
    yield from _dangling(table, found, "overlaps", lambda row: row.overlaps, known)
    yield from _dangling(table, found, "same_person_as", lambda row: row.same_person_as, known)


def _in_figures(rows: _Rows) -> Iterable[Breach]:
    table, found, known = "reported_figures", rows.figures, _ids(rows.figures)
    yield from _duplicates(table, found)
    yield from _dangling(table, found, "source", lambda row: (row.source,), _ids(rows.sources))
    yield from _dangling(table, found, "part_of", _whole, known)
    yield from _dangling(table, found, "sum_of", _parts, known)
    yield from _dangling(table, found, "same_quantity_as", lambda row: row.same_quantity_as, known)
    yield from _dangling(table, found, "about", lambda row: row.about, _ids(rows.incidents))
    yield from _cycles(table, found, "part_of", _whole)
    yield from _cycles(table, found, "sum_of", _parts)


def _in_decisions(rows: _Rows) -> Iterable[Breach]:
    table, found = "decisions", rows.decisions
    yield from _duplicates(table, found)
    yield from _dangling(
        table, found, "incident", lambda row: (row.incident,), _ids(rows.incidents)
    )
    yield from _decided_twice(found)


def _ids(rows: Iterable[Identified]) -> set[str]:
    return {row.id for row in rows}


def _repeated(source: Source) -> tuple[str, ...]:
    return source.derived_from


def _revised(statement: Statement) -> tuple[str, ...]:
    return (statement.revises,) if statement.revises else ()


def _whole(figure: ReportedFigure) -> tuple[str, ...]:
    return (figure.part_of,) if figure.part_of else ()


def _parts(figure: ReportedFigure) -> tuple[str, ...]:
    return figure.sum_of


def _duplicates(table: str, rows: list[Row]) -> Iterable[Breach]:
    seen: set[str] = set()
    for position, row in enumerate(rows):
        if row.id in seen:
            yield Breach(
                table=table,
                position=position,
                identifier=row.id,
                column="id",
                found="an id that stands above already",
                allowed="each id once",
            )
        seen.add(row.id)


def _dangling(
    table: str,
    rows: list[Row],
    column: str,
    references: Callable[[Row], tuple[str, ...]],
    known: set[str],
) -> Iterable[Breach]:
    led_to, n_found = REFERENCES[table, column], 0
    for position, row in enumerate(rows):
        for reference in references(row):
            # A blank where an id is required is told of where the cell is read.
            if reference and reference not in known:
                n_found += 1
                yield Breach(
                    table=table,
                    position=position,
                    identifier=row.id,
                    column=column,
                    found=f"the id {reference}, which no row of {led_to} has",
                    allowed=f"an id of {led_to}",
                    hint=_nearest(reference, known) if n_found <= _SUGGESTED else "",
                    leads_to=led_to,
                )


def _nearest(reference: str, known: set[str]) -> str:
    # Needed for messages only; imported above it would slow every start.
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(reference, sorted(known), n=2) if len(known) <= _COMPARED else []
    return f"Did you mean {' or '.join(near)}?" if near else ""


def _cycles(
    table: str,
    rows: list[Row],
    column: str,
    references: Callable[[Row], tuple[str, ...]],
) -> Iterable[Breach]:
    graph: Mapping[str, tuple[str, ...]] = {row.id: references(row) for row in rows}
    in_a_cycle = _members_of_cycles(graph)
    for position, row in enumerate(rows):
        if row.id in in_a_cycle:
            yield Breach(
                table=table,
                position=position,
                identifier=row.id,
                column=column,
                found="a chain that leads back to itself",
                allowed="chains that end",
            )


def _members_of_cycles(graph: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Name what leads back to itself: the strongly connected parts of a graph, after Kosaraju."""
    forward = {node: [each for each in targets if each in graph] for node, targets in graph.items()}
    turned: dict[str, list[str]] = {node: [] for node in graph}
    for node, targets in forward.items():
        for target in targets:
            turned[target].append(node)
    placed: set[str] = set()
    members: set[str] = set()
    for start in reversed(_finishing_order(forward)):
        if start not in placed:
            part = _reached(turned, start, placed)
            placed |= part
            # A circle of one is no matter here: no record may name itself.
            if len(part) > 1:
                members |= part
    return members


def _finishing_order(graph: Mapping[str, list[str]]) -> list[str]:
    # Without recursion: a hostile chain is longer than the interpreter's stack.
    seen: set[str] = set()
    order: list[str] = []
    for start in graph:
        path = [] if start in seen else [(start, iter(graph[start]))]
        seen.add(start)
        while path:
            unseen = next((target for target in path[-1][1] if target not in seen), None)
            if unseen is None:
                order.append(path.pop()[0])
            else:
                seen.add(unseen)
                path.append((unseen, iter(graph[unseen])))
    return order


def _reached(graph: Mapping[str, list[str]], start: str, placed: set[str]) -> set[str]:
    found, pending = {start}, [start]
    while pending:
        new = {target for target in graph[pending.pop()] if target not in placed} - found
        found |= new
        pending.extend(new)
    return found


def _strays(rows: list[Statement]) -> Iterable[Breach]:
    incident_of = {row.id: row.incident for row in rows}
    for position, row in enumerate(rows):
        if row.revises in incident_of and incident_of[row.revises] != row.incident:
            yield Breach(
                table="statements",
                position=position,
                identifier=row.id,
                column="revises",
                found="a statement about another incident",
                allowed="a statement about the same incident",
            )


def _decided_twice(rows: list[Decision]) -> Iterable[Breach]:
    seen: set[tuple[str, str]] = set()
    for position, row in enumerate(rows):
        if (row.incident, row.field) in seen:
            yield Breach(
                table="decisions",
                position=position,
                identifier=row.id,
                column="field",
                found="a second decision on the same field of the same incident",
                allowed="one decision a field; change or remove the earlier one",
            )
        seen.add((row.incident, row.field))
