"""A foreign file taken in: its tables, by a mapping, become a corpus, or every problem is named.

It depends on the mapping, on the drafts of records and on the record; it writes nothing.
`read` is the one way in; what each column became and what was dropped travel with the corpus, so
that a person sees it before anything is written.

Safety: what is dropped is told as kind, table, column and number; a value is never kept or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from safeconduct.errors import Problem, RejectedRows
from safeconduct.importers import forms
from safeconduct.importers.csv_text import whole
from safeconduct.importers.drafted_records import corpus_from
from safeconduct.importers.foreign_table import octets_of
from safeconduct.importers.mapping import ADDRESS, LEAVE
from safeconduct.importers.markings import narrowest
from safeconduct.importers.row_drafts import Drafting
from safeconduct.importers.unkept import kind_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from safeconduct.importers.foreign_table import ForeignTable, Tables
    from safeconduct.importers.mapping import MappedColumn, MappedTable, SourceMapping
    from safeconduct.record.corpus import Corpus

# Beyond so many, a person mends the mapping and not the cells.
MOST_PROBLEMS: Final = 200
_NOT_NAMED: Final = "the mapping does not name it"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFate:
    """What became of one column: the record columns, or dropped of a kind, or left out and why.

    heading: "" stands for a whole table, or for all columns that the mapping does not name.
    filled: in how many rows there is anything.
    """

    table: str
    heading: str
    filled: int
    becomes: tuple[str, ...] = ()
    dropped: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What must not be kept, by kind, table and column: in how many cells it stood."""

    kind: str
    table: str
    heading: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A foreign file as a corpus, with what each of its columns became.

    plain: what the mapping says of the source, by language; {} where it says nothing.
    audience: the narrowest to which the file says that it may go; "" where it says nothing.
    """

    plain: Mapping[str, str]
    corpus: Corpus
    columns: tuple[ColumnFate, ...]
    dropped: tuple[Dropped, ...]
    audience: str = ""


def read(path: Path, mapping: SourceMapping) -> TakenIn:
    """Read a foreign file by a mapping.

    Raises:
        NotFound: there is no such file.
        RejectedRows: anything in it is not what it has to be; every problem is named at once.
        Unavailable: it cannot be opened.
    """
    octets = octets_of(path)
    problems: list[Problem] = []
    tables = _form(mapping.form)(octets, path.name, headings=mapping.headings, problems=problems)
    if set(mapping.tables) == {""}:
        tables = _the_one(tables, mapping.left_tables)
    drafting = Drafting(mapping, path.name, problems)
    fates: list[ColumnFate] = []
    taken = set()
    for table in tables:
        mapped = mapping.tables.get(table.name)
        fates += _fates(table, mapped, mapping=mapping, problems=problems)
        if mapped is not None:
            taken.add(table.name)
            for row in table.rows:
                drafting.take(row, table, mapped=mapped)
    if not taken and not problems:
        named = ", ".join(name or "a table" for name in mapping.tables)
        problems.append(whole(path.name, "nothing that the mapping names", allowed=named))
    corpus = corpus_from(drafting.drafts, problems)
    if corpus is None:
        raise RejectedRows(path.name, _not_too_many(problems, path.name))
    dropped = [
        Dropped(kind=fate.dropped, table=fate.table, heading=fate.heading, number=fate.filled)
        for fate in fates
        if fate.dropped and fate.filled
    ]
    dropped += [
        Dropped(kind=kind, table=table, heading=heading, number=number)
        for (kind, table, heading), number in sorted(drafting.dropped.items())
    ]
    return TakenIn(
        plain=mapping.plain,
        corpus=corpus,
        columns=tuple(fates),
        dropped=tuple(dropped),
        audience=narrowest(octets, mapping.form),
    )


def _the_one(tables: list[ForeignTable], left: frozenset[str]) -> list[ForeignTable]:
    """Where a mapping knows one table only, the only sheet is that table, whatever its name."""
    others = [table for table in tables if table.name not in left]
    if len(others) != 1:
        return tables
    return [replace(table, name="") if table is others[0] else table for table in tables]


def _form(name: str) -> Tables:
    return cast("Tables", import_module(f"{forms.__name__}.{name.replace('-', '_')}").tables)


def _fates(
    table: ForeignTable,
    mapped: MappedTable | None,
    *,
    mapping: SourceMapping,
    problems: list[Problem],
) -> Iterable[ColumnFate]:
    """Say what becomes of each column; one that nobody spoke of is a problem."""
    if mapped is None:
        yield from _fates_of_other(table, mapping=mapping, problems=problems)
        return
    named = {*mapped.columns, *mapped.key}
    others: list[str] = []
    for place, heading in enumerate(table.headings, start=1):
        if not heading:
            continue
        fate = _fate(table, heading, mapped.columns.get(heading))
        if heading in named or fate.dropped:
            yield fate
        elif mapping.rest == LEAVE or _repeats_a_choice(heading, mapped.columns):
            others.append(heading)
        else:
            problems.append(_unspoken(table, heading, place=place, named=named))
    if others:
        # Safety: a column that nobody named may have anything for a heading, so none is shown.
        filled = sum(1 for row in table.rows if any(row.cells.get(each) for each in others))
        yield ColumnFate(table=table.name, heading="", filled=filled, left=_NOT_NAMED)
    problems.extend(
        Problem(
            file=table.file,
            row=1,
            column=heading,
            found="no column of this name",
            allowed="every column that makes the key",
        )
        for heading in mapped.key
        if heading not in table.headings
    )


def _fates_of_other(
    table: ForeignTable, *, mapping: SourceMapping, problems: list[Problem]
) -> Iterable[ColumnFate]:
    """What becomes of a table that makes no record: it is dropped, or left out as a whole."""
    kind = mapping.dropped_tables.get(table.name) or kind_of_heading(table.name)
    if kind:
        yield ColumnFate(table=table.name, heading="", filled=len(table.rows), dropped=kind)
        return
    for heading in table.headings:
        fate = _fate(table, heading, None)
        if fate.dropped:
            yield fate
    yield ColumnFate(table=table.name, heading="", filled=len(table.rows), left=_NOT_NAMED)
    if mapping.rest != LEAVE and table.name not in mapping.left_tables:
        problems.append(
            whole(
                table.file,
                "a table that the mapping does not name",
                allowed=f"the tables {', '.join(mapping.tables)}",
                hint="Name it in the mapping, or under leave_tables.",
            )
        )


def _fate(table: ForeignTable, heading: str, column: MappedColumn | None) -> ColumnFate:
    filled = sum(1 for row in table.rows if row.cells.get(heading))
    becomes = column.becomes if column else ()
    kind = column.drop if column else ""
    # Safety: what must not be kept is dropped though a mapping leaves it out only, so that it is
    #     told; the address of a page is the one thing whose heading may speak of an address.
    if not kind and becomes != (ADDRESS,):
        kind = kind_of_heading(heading)
    if kind:
        return ColumnFate(table=table.name, heading=heading, filled=filled, dropped=kind)
    left = "" if becomes else column.leave if column else _NOT_NAMED
    return ColumnFate(table=table.name, heading=heading, filled=filled, becomes=becomes, left=left)


def _repeats_a_choice(heading: str, columns: Iterable[str]) -> bool:
    """Whether it is `question/option`, which says again what the column `question` says."""
    question = heading.rpartition("/")[0]
    return bool(question) and question in columns


def _unspoken(table: ForeignTable, heading: str, *, place: int, named: set[str]) -> Problem:
    near = get_close_matches(heading, named, n=1)
    # Safety: where a header row is missing, a heading is a value; it is quoted only where most of
    #     its neighbours are headings that the mapping knows.
    is_quotable = 2 * len(named.intersection(table.headings)) >= len(named)
    return Problem(
        file=table.file,
        row=1,
        column=heading[:60] if is_quotable else f"number {place}",
        found="a column of which the mapping says nothing",
        allowed="columns that become something, are dropped, or are left out with a reason",
        hint=f"Did you mean {near[0]}?" if near else "",
    )


def _not_too_many(problems: list[Problem], file: str) -> list[Problem]:
    ordered = sorted(problems, key=lambda problem: (problem.file, problem.row))
    if len(ordered) <= MOST_PROBLEMS:
        return ordered
    more = len(ordered) - MOST_PROBLEMS
    return [
        *ordered[:MOST_PROBLEMS],
        whole(file, f"{more} more problems", allowed="none", hint="Mend these first."),
    ]
