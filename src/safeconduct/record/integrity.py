"""What must hold between records: ids are unique, every reference leads somewhere, nothing revises or repeats itself.

It depends on the records only.
A reader maps each breach to its file and row; a corpus refuses to be built while there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
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
    """One broken rule between records: the table, the position of the record in it (from 0), the column, the words."""

    table: str
    position: int
    identifier: str
    column: str
    found: str
    allowed: str


Row = TypeVar("Row", bound=Identified)


def breaches(
    *,
    sources: Iterable[Source],
    statements: Iterable[Statement],
    incidents: Iterable[Incident],
    figures: Iterable[ReportedFigure],
    decisions: Iterable[Decision],
) -> tuple[Breach, ...]:
    """Find everything that does not hold between the records of a corpus, all at once."""
    source_rows, statement_rows, incident_rows = list(sources), list(statements), list(incidents)
    figure_rows, decision_rows = list(figures), list(decisions)
    source_ids = {row.id for row in source_rows}
    statement_ids = {row.id for row in statement_rows}
    incident_ids = {row.id for row in incident_rows}
    figure_ids = {row.id for row in figure_rows}
    return (
        *_duplicates("sources", source_rows),
        *_dangling("sources", source_rows, "derived_from", lambda row: row.derived_from, source_ids),
        *_cycles("sources", source_rows, "derived_from", lambda row: row.derived_from),
        *_duplicates("statements", statement_rows),
        *_dangling("statements", statement_rows, "source", lambda row: (row.source,), source_ids),
        *_dangling("statements", statement_rows, "incident", lambda row: (row.incident,), incident_ids),
        *_dangling("statements", statement_rows, "derived_from", lambda row: row.derived_from, source_ids),
        *_dangling("statements", statement_rows, "revises", _revised, statement_ids),
        *_cycles("statements", statement_rows, "revises", _revised),
        *_strays(statement_rows),
        *_duplicates("incidents", incident_rows),
        *_dangling("incidents", incident_rows, "responds_to", lambda row: row.responds_to, incident_ids),
        *_dangling("incidents", incident_rows, "overlaps", lambda row: row.overlaps, incident_ids),
        *_dangling("incidents", incident_rows, "same_person_as", lambda row: row.same_person_as, incident_ids),
        *_duplicates("reported_figures", figure_rows),
        *_dangling("reported_figures", figure_rows, "source", lambda row: (row.source,), source_ids),
        *_dangling("reported_figures", figure_rows, "part_of", _whole, figure_ids),
        *_dangling("reported_figures", figure_rows, "sum_of", lambda row: row.sum_of, figure_ids),
        *_dangling("reported_figures", figure_rows, "same_quantity_as", lambda row: row.same_quantity_as, figure_ids),
        *_dangling("reported_figures", figure_rows, "about", lambda row: row.about, incident_ids),
        *_cycles("reported_figures", figure_rows, "part_of", _whole),
        *_duplicates("decisions", decision_rows),
        *_dangling("decisions", decision_rows, "incident", lambda row: (row.incident,), incident_ids),
        *_decided_twice(decision_rows),
    )


def _revised(statement: Statement) -> tuple[str, ...]:
    return (statement.revises,) if statement.revises else ()


def _whole(figure: ReportedFigure) -> tuple[str, ...]:
    return (figure.part_of,) if figure.part_of else ()


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
    for position, row in enumerate(rows):
        for reference in references(row):
            if reference not in known:
                yield Breach(
                    table=table,
                    position=position,
                    identifier=row.id,
                    column=column,
                    found=f"the id {reference}, which is nowhere in its table",
                    allowed="an id of the table it refers to",
                )


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
    """Peel off whatever ends, from both sides, until only members of cycles and paths between cycles are left."""
    left = {node: {target for target in targets if target in graph} for node, targets in graph.items()}
    for _ in range(2):
        pointed_at: dict[str, set[str]] = {node: set() for node in left}
        for node, targets in left.items():
            for target in targets:
                pointed_at[target].add(node)
        ends = [node for node, targets in left.items() if not targets]
        while ends:
            end = ends.pop()
            del left[end]
            for node in pointed_at[end]:
                left[node].discard(end)
                if not left[node]:
                    ends.append(node)
        # The second round peels the same graph with its arrows turned round.
        turned: dict[str, set[str]] = {node: set() for node in left}
        for node, targets in left.items():
            for target in targets:
                turned[target].add(node)
        left = turned
    return set(left)


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
