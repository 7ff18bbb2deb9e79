"""A corpus: sources, statements, incidents, figures and decisions, in memory and whole.

It depends on the records; it opens no file and knows no format.
It cannot be built while a reference leads nowhere, and it never changes: a new state of knowledge
is a new corpus.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from safeconduct.errors import InvalidRecord
from safeconduct.record.integrity import Identified, breaches
from safeconduct.record.tables import TABLES, TableOfRecords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.decision import Decision
    from safeconduct.record.incident import Incident
    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.record.source import Source
    from safeconduct.record.statement import Statement

Row = TypeVar("Row", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What a corpus says about itself in `corpus.toml`.

    `aliases` maps a publisher's other names to the one that stands for its voice; `as_of` is an
    EDTF date; `may_go_to` and `for_purposes` are read by `permission`.
    """

    title: str = "Untitled corpus"
    publisher: str = ""
    licence: str = ""
    language: str = "en"
    as_of: str = ""
    vocabulary: str = "1"
    may_go_to: str = ""
    for_purposes: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)
    ignored_columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Keep the aliases as they are now: a masthead never changes."""
        object.__setattr__(self, "aliases", MappingProxyType(dict(self.aliases)))


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All records of a corpus, in the order of the tables, with the indexes derivations need."""

    masthead: Masthead = Masthead()
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    incidents: Mapping[str, Incident]
    figures: Mapping[str, ReportedFigure]
    decisions: Mapping[str, Decision]

    @classmethod
    def of(
        cls,
        *,
        masthead: Masthead | None = None,
        sources: Iterable[Source] = (),
        statements: Iterable[Statement] = (),
        incidents: Iterable[Incident] = (),
        figures: Iterable[ReportedFigure] = (),
        decisions: Iterable[Decision] = (),
    ) -> Corpus:
        """Build a corpus from records.

        Raises:
            InvalidRecord: an id stands twice, a reference leads nowhere, or a chain leads back to
                itself.
        """
        # Read once: what is checked and what is kept are the same rows, whatever was handed in.
        sources, statements, incidents = tuple(sources), tuple(statements), tuple(incidents)
        figures, decisions = tuple(figures), tuple(decisions)
        broken = breaches(
            sources=sources,
            statements=statements,
            incidents=incidents,
            figures=figures,
            decisions=decisions,
        )
        if broken:
            raise InvalidRecord(
                "corpus",
                [
                    (f"{breach.table} {breach.identifier} {breach.column}", breach.found)
                    for breach in broken
                ],
            )
        return cls(
            masthead=masthead or Masthead(),
            sources=_by_id(sources),
            statements=_by_id(statements),
            incidents=_by_id(incidents),
            figures=_by_id(figures),
            decisions=_by_id(decisions),
        )

    @cached_property
    def statements_on(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements about each incident, in the order of the table, if only ()."""
        found: dict[str, list[Statement]] = {identifier: [] for identifier in self.incidents}
        for statement in self.statements.values():
            found[statement.incident].append(statement)
        return MappingProxyType({identifier: tuple(rows) for identifier, rows in found.items()})

    @cached_property
    def decisions_on(self) -> Mapping[str, Mapping[str, Decision]]:
        """The decisions on each incident by field; every incident has an entry."""
        found: dict[str, dict[str, Decision]] = {identifier: {} for identifier in self.incidents}
        for decision in self.decisions.values():
            found[decision.incident][decision.field] = decision
        return MappingProxyType(found)

    @cached_property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        """The incidents of each chain, in table order; one without is a chain of one."""
        found: dict[str, list[str]] = {}
        for incident in self.incidents.values():
            found.setdefault(incident.chain_id, []).append(incident.id)
        return MappingProxyType({chain: tuple(members) for chain, members in found.items()})

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all records and the publisher aliases, independent of the order of rows.

        Two corpora with the same digest give the same figures.
        """
        lines: list[str] = []
        for name, records in self.tables.items():
            lines.extend(f"{name}\x1f{row_text(TABLES[name], row)}" for row in records)
        # An alias is no cell and may hold any character, so it is written with its own quoting.
        lines.extend(f"alias\x1f{json.dumps(pair)}" for pair in self.masthead.aliases.items())
        return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()

    @property
    def tables(self) -> Mapping[str, tuple[Identified, ...]]:
        """The records of each table of the corpus folder, by the table's name."""
        return {
            "sources": tuple(self.sources.values()),
            "statements": tuple(self.statements.values()),
            "incidents": tuple(self.incidents.values()),
            "reported_figures": tuple(self.figures.values()),
            "decisions": tuple(self.decisions.values()),
        }


def _by_id(rows: Iterable[Row]) -> Mapping[str, Row]:
    return MappingProxyType({row.id: row for row in rows})


def cells(table: TableOfRecords, record: Identified) -> tuple[str, ...]:
    """A record as the texts of its cells, in the order of the table's columns."""
    return tuple(column.write(getattr(record, column.name)) for column in table.columns)


def row_text(table: TableOfRecords, record: Identified) -> str:
    """A record as one line of text that no other record of its table shares."""
    return "\x1f".join(text.replace("\n", "\x1e") for text in cells(table, record))
