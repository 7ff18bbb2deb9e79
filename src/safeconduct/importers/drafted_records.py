"""Drafts become records: every text is read by its column, and what is wrong keeps its own place.

It depends on the drafts, on the shared words for contradictions and on the record.
A draft of a further record table needs nothing here but its class in `_RECORDS`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from safeconduct.errors import InvalidRecord, Problem
from safeconduct.importers.foreign_table import place_of
from safeconduct.importers.record_rows import contradiction
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.incident import Incident
from safeconduct.record.integrity import breaches
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.importers.row_drafts import Draft
    from safeconduct.record.columns import Cell
    from safeconduct.record.integrity import Identified

_RECORDS: Final[Mapping[str, Callable[..., Identified]]] = MappingProxyType(
    {"sources": Source, "statements": Statement, "incidents": Incident}
)


def corpus_from(
    drafts: Mapping[str, Mapping[str, Draft]], problems: list[Problem]
) -> Corpus | None:
    """Build a corpus of drafts, or note every problem with the place of its cell."""
    rows = {
        table: [(draft, _record(draft, problems)) for draft in of_table.values()]
        for table, of_table in drafts.items()
    }
    if problems:
        return None
    sources = cast("list[Source]", [record for _, record in rows["sources"]])
    statements = cast("list[Statement]", [record for _, record in rows["statements"]])
    incidents = cast("list[Incident]", [record for _, record in rows["incidents"]])
    for breach in breaches(
        sources=sources, statements=statements, incidents=incidents, figures=(), decisions=()
    ):
        draft = rows[breach.table][breach.position][0]
        problems.append(
            Problem(
                file=draft.file,
                row=draft.row,
                column=_heading(draft, breach.column),
                found=breach.found,
                allowed=breach.allowed,
                hint=breach.hint,
            )
        )
    if problems:
        return None
    # A foreign file says nothing about the corpus that takes it in.
    masthead = Masthead(title="", language="")
    return Corpus.of(masthead=masthead, sources=sources, statements=statements, incidents=incidents)


def _record(draft: Draft, problems: list[Problem]) -> Identified | None:
    cells: dict[str, Cell] = {}
    texts = {"id": (draft.id, ""), **draft.texts}
    before = len(problems)
    for column in TABLES[draft.table].columns:
        text, heading = texts.get(column.name, ("", ""))
        if not text and not column.required:
            # Most columns are blank, and reading blanks takes longer than everything else.
            cells[column.name] = () if column.many else None
            continue
        try:
            cells[column.name] = column.read(text)
        except UnreadableCell as refused:
            named = heading or f"{draft.table}.{column.name}"
            problems.append(place_of(draft.file, draft.row, column=named, refused=refused))
    if len(problems) > before:
        return None
    try:
        return _RECORDS[draft.table](**cells)
    except InvalidRecord as invalid:
        problems.extend(
            contradiction(_heading(draft, field), problem, file=draft.file, row=draft.row)
            for field, problem in invalid.problems
        )
    return None


def _heading(draft: Draft, name: str) -> str:
    """The heading of the source under which a column of the record stood, or its own name."""
    return draft.texts.get(name, ("", ""))[1] or f"{draft.table}.{name}"
