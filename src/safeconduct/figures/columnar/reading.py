"""Reads the tables of a corpus folder as columns, and checks what counting needs first.

It depends on `door` and on the columns of the record: each distinct cell is read once by the same
reader that reads every cell of a small corpus. What does not fit is `Unsuitable`, and the careful
reader says where and why.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord
from safeconduct.figures.columnar.door import Door, Unsuitable, quoted, script
from safeconduct.record.columns import LONGEST_CELL, Column, UnreadableCell
from safeconduct.record.decision import Decision
from safeconduct.record.tables import DECISIONS, INCIDENTS, SOURCES, STATEMENTS, TableOfRecords
from safeconduct.record.unknown import PREFIX
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# The columns that counting looks at; the others are checked by the careful reader when the corpus
# is checked.
SOURCE_COLUMNS: Final = (
    "id",
    "publisher",
    "published",
    "derived_from",
    "organ_of",
    "reliability",
    "voice",
    "voice_reason",
)
INCIDENT_COLUMNS: Final = ("id", "kind", "chain", "same_person_as")
FREE_COLUMNS: Final = ("id", "source", "incident", "revises", "derived_from")
CODED_COLUMNS: Final = (
    "mode",
    "basis",
    "basis_by",
    "basis_against",
    "credibility",
    "date",
    "date_extent",
    "place_of_act",
    "place_of_target",
    "origin",
    "hosts",
    "setting",
    "techniques",
    "actor_organ_of",
    "attribution",
    "targets",
    "persons_min",
    "persons_max",
    "outcome",
)
# Of these, the columns that hold one word of a known set.
WORD_COLUMNS: Final = (
    "mode",
    "basis",
    "basis_by",
    "basis_against",
    "credibility",
    "date_extent",
    "origin",
    "setting",
    "actor_organ_of",
    "attribution",
)
CREDIBILITIES: Final = frozenset("123456")
_IDENTIFIER: Final = r"[^\W_][\w.\-]{0,79}"


def read(
    door: Door, folder: Path, *, aliases: Mapping[str, str]
) -> tuple[tuple[Decision, ...], Mapping[str, tuple[str, ...]]]:
    """Load the tables of a folder as `raw_sources`, `raw_statements`, `raw_incidents` and `alias`.

    Returns: the decisions, read as records, since there are few; and the distinct cells of the
    statements by column, blanks and the columns of known words left out.

    Raises:
        Unsuitable: a file is missing, has another header, or holds what counting cannot take as it
        is.
    """
    _load(door, folder, SOURCES, SOURCE_COLUMNS)
    _load(door, folder, STATEMENTS, (*FREE_COLUMNS, *CODED_COLUMNS))
    _load(door, folder, INCIDENTS, INCIDENT_COLUMNS)
    door.fill("alias", "other VARCHAR, publisher VARCHAR", rows=list(aliases.items()))
    _check_cells(door, SOURCES, ("published", "organ_of", "reliability"))
    others = tuple(name for name in CODED_COLUMNS if name not in WORD_COLUMNS)
    cells = _check_cells(door, STATEMENTS, others)
    _check_cells(door, INCIDENTS, ("kind",))
    _check_identifiers(door)
    breaches = script("breaches").format(longest=LONGEST_CELL)
    if any(broken for (broken,) in door.rows(breaches)):
        raise Unsuitable("The records break a rule.")
    return _decisions(folder, door), cells


def _load(door: Door, folder: Path, table: TableOfRecords, columns: tuple[str, ...]) -> None:
    path = folder / table.file
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header = tuple(next(csv.reader(file), ()))
    except (OSError, UnicodeDecodeError, csv.Error) as unreadable:
        raise Unsuitable("A table cannot be opened.") from unreadable
    if header != table.headings:
        raise Unsuitable("A table has another header.")
    coded = {} if table is not STATEMENTS else _coded_types(door)
    names = ", ".join(f"'{name}': '{coded.get(name, 'VARCHAR')}'" for name in table.headings)
    chosen = ", ".join(f'"{name}"' for name in columns)
    door.run(
        f"CREATE TABLE raw_{table.name} AS SELECT {chosen} FROM read_csv({quoted(path)},"
        f" columns = {{{names}}}, header = true, auto_detect = false,"
        " delim = ',', quote = '\"', escape = '\"', nullstr = '', strict_mode = true,"
        " new_line = '\\n')"
    )


def _coded_types(door: Door) -> Mapping[str, str]:
    """Types that hold one word of a known set in a byte or two, and admit no other word."""
    types = {}
    for name in WORD_COLUMNS:
        words = [word for word in words_of(STATEMENTS.column(name)) if "'" not in word]
        listed = ", ".join(f"'{word}'" for word in words)
        door.run(f"CREATE TYPE word_{name} AS ENUM ({listed})")
        types[name] = f"word_{name}"
    return types


def words_of(column: Column) -> tuple[str, ...]:
    """Every word that a cell of a column with a known set of words may hold, sorted."""
    known: frozenset[str]
    if column.kind == "term":
        known = vocabulary.ids(column.terms)
    else:
        known = territory.codes() if column.kind == "state" else CREDIBILITIES
    return tuple(sorted({*known, *unknown_words(column)}))


def unknown_words(column: Column) -> tuple[str, ...]:
    """The words by which a cell of a column may say that something is not known."""
    return tuple(PREFIX + reason for reason in column.reasons)


def _check_cells(
    door: Door, table: TableOfRecords, columns: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Read each distinct cell once; one that is not in its plain form is for the careful reader.

    Returns: the distinct cells of each column, sorted.
    """
    found = {}
    for name in columns:
        column = table.column(name)
        cells = [text for (text,) in door.rows(f'SELECT DISTINCT "{name}" FROM raw_{table.name}')]
        texts = tuple(sorted(text for text in cells if isinstance(text, str)))
        if column.required and len(texts) < len(cells):
            raise Unsuitable("A required cell is empty.")
        if not all(_is_plain(column, text) for text in texts):
            raise Unsuitable("A cell is not written in its plain form.")
        found[name] = texts
    return found


def _is_plain(column: Column, text: str) -> bool:
    try:
        return column.write(column.read(text)) == text
    except UnreadableCell:
        return False


def _check_identifiers(door: Door) -> None:
    for table, column in (
        ("sources", "id"),
        ("incidents", "id"),
        ("incidents", "chain"),
        ("statements", "id"),
    ):
        odd = f'"{column}" IS NOT NULL AND NOT regexp_full_match("{column}", ?)'
        if column == "id":
            odd += ' OR "id" IS NULL'
        if door.rows(f"SELECT count(*) FROM raw_{table} WHERE {odd}", [_IDENTIFIER])[0][0]:
            raise Unsuitable("An id is not one.")
    for column in ("publisher", "voice"):
        odd = f"{column} <> trim({column}) OR regexp_matches({column}, ?)"
        if door.rows(
            f"SELECT count(*) FROM raw_sources WHERE {odd}", [r"^[=+\-@]|[\x00-\x1f\x7f]"]
        )[0][0]:
            raise Unsuitable("A publisher is not written in its plain form.")


def _decisions(folder: Path, door: Door) -> tuple[Decision, ...]:
    path = folder / DECISIONS.file
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        if not rows or tuple(rows[0]) != DECISIONS.headings:
            raise Unsuitable("The decisions have another header.")
        read = tuple(_decision(row) for row in rows[1:])
    except (
        OSError,
        UnicodeDecodeError,
        csv.Error,
        UnreadableCell,
        InvalidRecord,
        ValueError,
    ) as unreadable:
        raise Unsuitable("The decisions cannot be read as they are.") from unreadable
    named = {decision.incident for decision in read}
    fields = {(decision.incident, decision.field) for decision in read}
    if len({decision.id for decision in read}) != len(read) or len(fields) != len(read):
        raise Unsuitable("A decision stands twice.")
    door.fill(
        "decided_incident", "id VARCHAR", rows=[(identifier,) for identifier in sorted(named)]
    )
    if door.rows("SELECT count(*) FROM decided_incident ANTI JOIN raw_incidents USING (id)")[0][0]:
        raise Unsuitable("A decision is about no incident.")
    return read


def _decision(row: list[str]) -> Decision:
    cells = {
        column.name: column.read(text) for column, text in zip(DECISIONS.columns, row, strict=True)
    }
    return Decision(**cells)  # type: ignore[arg-type]  # every column's reader gives what its field takes
