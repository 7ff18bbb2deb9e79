"""What an import would change, shown before anything is written, and the corpus that comes of it.

It depends on the record only.
A record is found again by its id: a known id is updated, a new one added, and nothing is deleted
because it is missing from what comes in. To show more of a change, extend `Change`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.integrity import Identified
from safeconduct.record.layout import SETTINGS
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.tables import TableOfRecords

Record = TypeVar("Record", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record that would change: its id, and the names of the columns that differ."""

    id: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """One table, by ids: added, changed, unchanged, and kept though they do not come in."""

    table: str
    added: tuple[str, ...]
    changed: tuple[Change, ...]
    unchanged: tuple[str, ...]
    only_in_current: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would change: settings of the masthead, and the five tables.

    It holds ids and names of columns, never the text of a cell.
    """

    settings: tuple[str, ...]
    tables: tuple[TablePreview, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether the import would leave another corpus than there is now."""
        return bool(self.settings) or any(table.added or table.changed for table in self.tables)


def preview(current: Corpus, incoming: Corpus) -> Preview:
    """Compare a corpus with what would be imported into it, record by record."""
    after = _masthead(current.masthead, incoming.masthead)
    names = (*SETTINGS, "aliases", "ignored_columns")
    return Preview(
        settings=tuple(
            name for name in names if getattr(current.masthead, name) != getattr(after, name)
        ),
        tables=tuple(
            _table_preview(TABLES[name], records, incoming.tables[name])
            for name, records in current.tables.items()
        ),
    )


def merged(current: Corpus, incoming: Corpus) -> Corpus:
    """Import a corpus into another: what comes in wins by id, and the order of rows is kept.

    Importing the same twice leaves what importing it once left.

    Raises:
        InvalidRecord: together the records break a rule that each corpus kept, such as one decision
            a field.
    """
    return Corpus.of(
        masthead=_masthead(current.masthead, incoming.masthead),
        sources=_merged(current.sources, incoming.sources),
        statements=_merged(current.statements, incoming.statements),
        incidents=_merged(current.incidents, incoming.incidents),
        figures=_merged(current.figures, incoming.figures),
        decisions=_merged(current.decisions, incoming.decisions),
    )


def _merged(current: Mapping[str, Record], incoming: Mapping[str, Record]) -> Iterable[Record]:
    return {**current, **incoming}.values()


def _masthead(current: Masthead, incoming: Masthead) -> Masthead:
    aliases = _aliases(current.aliases, incoming.aliases)
    ignored = dict.fromkeys((*current.ignored_columns, *incoming.ignored_columns))
    # A setting that comes in blank says nothing, so it takes nothing away.
    settings = {name: getattr(incoming, name) or getattr(current, name) for name in SETTINGS}
    return Masthead(**settings, aliases=aliases, ignored_columns=tuple(ignored))


def _aliases(current: Mapping[str, str], incoming: Mapping[str, str]) -> Mapping[str, str]:
    """Both tables of names, the incoming one winning; who stands for others has no other name."""
    standing = set(incoming.values())
    kept = {other: name for other, name in current.items() if other not in standing}
    return {
        other: incoming.get(name, name)
        for other, name in {**kept, **incoming}.items()
        if other != incoming.get(name, name)
    }


def _table_preview(
    table: TableOfRecords, current: Iterable[Identified], incoming: Iterable[Identified]
) -> TablePreview:
    now = {record.id: record for record in current}
    then = {record.id: record for record in incoming}
    changes = {
        identifier: _columns_that_differ(table, now[identifier], record)
        for identifier, record in then.items()
        if identifier in now
    }
    return TablePreview(
        table=table.name,
        added=tuple(identifier for identifier in then if identifier not in now),
        changed=tuple(
            Change(id=identifier, columns=columns)
            for identifier, columns in changes.items()
            if columns
        ),
        unchanged=tuple(identifier for identifier, columns in changes.items() if not columns),
        only_in_current=tuple(identifier for identifier in now if identifier not in then),
    )


def _columns_that_differ(
    table: TableOfRecords, now: Identified, then: Identified
) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in table.columns
        if getattr(now, column.name) != getattr(then, column.name)
    )
