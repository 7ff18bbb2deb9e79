"""From the tables of a folder to coded incidents, on columns.

It depends on the other files of this package and on the readable path, whose parsers it asks once a
distinct cell. The result is the table `coded`, one row an incident, holding exactly what
`coded.CodedIncident` holds.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.figures.coded import ABROAD_KEY, Coded, coded_date, coded_persons, coded_value
from safeconduct.figures.columnar.adopting import ABROAD_BITS, adopt
from safeconduct.figures.columnar.door import Door, Unsuitable, script
from safeconduct.figures.columnar.reading import CODED_COLUMNS, WORD_COLUMNS, read, unknown_words
from safeconduct.figures.count import person_groups
from safeconduct.figures.lineage import text_digest
from safeconduct.record import partial_date
from safeconduct.record.account import withdrawn_by
from safeconduct.record.tables import OCCURRENCE, PERSONS, STATEMENTS
from safeconduct.record.unknown import PREFIX
from safeconduct.record.values import decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from safeconduct.record.decision import Decision

MASKED: Final = {"techniques": "techniques", "targets": "targets", "outcome": "outcomes"}
NARROW_MASK: Final = 62  # bits that a BIGINT holds, its sign left alone
LAST_MONTH: Final = 12
DAY: Final = timedelta(days=1)
WIDEST_MASK: Final = 120  # bits; what a HUGEINT holds with room to spare
VALUE_COLUMNS: Final = CODED_COLUMNS[CODED_COLUMNS.index("date") :]
PLACES: Final = ("place_of_act", "place_of_target")
TEXT_FIELDS: Final = (
    "attribution",
    "origin",
    "hosts",
    "place_of_act",
    "place_of_target",
    "setting",
)


def code_folder(door: Door, folder: Path, *, aliases: Mapping[str, str]) -> None:
    """Fill `coded` from the CSV tables of a corpus folder.

    Raises:
        Unsuitable: the folder holds what the columnar path cannot take as it is.
    """
    decisions, cells = read(door, folder, aliases=aliases)
    door.script("provenance")
    if door.rows("SELECT count(*) FROM ancestor WHERE longest >= 63 OR node = source")[0][0]:
        raise Unsuitable("A chain of reports leads back to itself.")
    door.script("revisions")
    _revise(door)
    _fill_codes(door, cells)
    door.script(
        "stated",
        value_columns=", ".join(_known(column) for column in VALUE_COLUMNS),
        abroad=_abroad(cells),
    )
    door.script("strength")
    adopt(door)
    _fill_decided(door, decisions, _positions(door, decisions))
    door.script("incidents")
    _fill_keys(door)
    for field in TEXT_FIELDS:
        door.script("detail", name=field, value=_key_part(field), certain=_tie_is_certain(field))
    door.script(
        "coded",
        text_columns=", ".join(_text_key(field) for field in TEXT_FIELDS),
        text_joins=" ".join(
            f"LEFT JOIN {table}_{field} ON {table}_{field}.incident = raw_incidents.rowid"
            for field in TEXT_FIELDS
            for table in ("detail", "decided")
        ),
    )
    # Hashed here and not in SQL: the interpreter's hash is several times quicker.
    digest = text_digest(str(door.rows(script("lines"))[0][0] or ""))
    door.fill("corpus_digest", "digest VARCHAR", rows=[(digest,)])


def _known(column: str) -> str:
    """A column of cells in which a stated unknown counts as nothing said."""
    if column not in WORD_COLUMNS or not STATEMENTS.column(column).unknown:
        return column
    unknown = ", ".join(f"'{word}'" for word in unknown_words(STATEMENTS.column(column)))
    return f"CASE WHEN {column} IN ({unknown}) THEN NULL ELSE {column} END AS {column}"


def _abroad(cells: Mapping[str, Sequence[str]]) -> str:
    """The bits of the places that a statement says to be abroad; nothing to ask where none is."""
    bits = [
        f"CASE WHEN told.{column} = '{ABROAD_KEY}' THEN {bit} ELSE 0 END"
        for column, bit in ABROAD_BITS.items()
        if ABROAD_KEY in cells[column]
    ]
    return f"({' | '.join(bits) or '0'})::UTINYINT"


def _key_part(field: str) -> str:
    if field == "hosts":
        return "unnest(string_split(hosts, ';'))"
    return f"split_part({field}, '/', 1)" if field.startswith("place") else f"{field}::VARCHAR"


def _tie_is_certain(field: str) -> str:
    """A tie between whole lists of hosts is never certain, since the lists are merged."""
    return "0" if field == "hosts" else "certain::INTEGER"


def _text_key(field: str) -> str:
    value = f"deciding.{field}::VARCHAR"
    if field in ABROAD_BITS:
        value = f"coalesce({value}, CASE WHEN abroad_{field} THEN '{ABROAD_KEY}' END)"
    return (
        f"coalesce(decided_{field}.key, detail_{field}.key,"
        f" {value} || '|' || certain_{field}::INTEGER || '|', '|0|') AS {field}"
    )


def _revise(door: Door) -> None:
    """Find what is withdrawn, and correct what a voice's live corrections name."""
    rows = door.rows("SELECT pos, revised, mode, is_own, published, id FROM revision")
    # What is published later overrides, as `record/account.py` says; what is not dated comes first.
    rows.sort(key=lambda row: (_published_on(row[4]), str(row[5])))
    revising = [(int(str(row[0])), int(str(row[1])), row[2], row[3]) for row in rows]
    _heights({pos: revised for pos, revised, _, _ in revising})
    retractions: dict[int, list[int]] = {}
    for pos, revised, mode, is_own in revising:
        if is_own and mode == "retracts":
            retractions.setdefault(revised, []).append(pos)
    withdrawn = withdrawn_by(retractions)
    door.fill("withdrawn", "pos BIGINT", rows=[(pos,) for pos in sorted(withdrawn)])
    live = {
        pos: revised
        for pos, revised, mode, is_own in revising
        if is_own and mode == "corrects" and pos not in withdrawn
    }
    touched = sorted({*live, *live.values()})
    door.fill("touched", "pos BIGINT", rows=[(pos,) for pos in touched])
    door.run(
        "CREATE TABLE corrected AS SELECT raw_statements.rowid AS pos, raw_statements.*"
        " FROM raw_statements WHERE rowid IN (SELECT pos FROM touched)"
    )
    heights = _heights(live)
    # A correction is corrected before it is laid over what it corrects.
    for height in sorted(set(heights.values()), reverse=True):
        _lay_over(door, [(pos, live[pos]) for pos in live if heights[pos] == height])


def _published_on(text: object) -> int:
    return partial_date.parse(str(text)).latest.toordinal() if text else 1


def _heights(revised_by: Mapping[int, int]) -> Mapping[int, int]:
    """How many revisions lie between each revising statement and what is revised in the end."""
    heights: dict[int, int] = {}
    for pos in revised_by:
        at, height = pos, 0
        while at in revised_by:
            at, height = revised_by[at], height + 1
            if height > len(revised_by):
                raise Unsuitable("A chain of revisions leads back to itself.")
        heights[pos] = height
    return heights


def _lay_over(door: Door, pairs: Sequence[tuple[int, int]]) -> None:
    last = ", ".join(
        f"arg_max({column}, place) FILTER ({column} IS NOT NULL) AS {column}"
        for column in VALUE_COLUMNS
    )
    kept = ", ".join(
        f"{column} = coalesce(laid.{column}, corrected.{column})" for column in VALUE_COLUMNS
    )
    door.run("DROP TABLE IF EXISTS pair")
    placed = [(*pair, place) for place, pair in enumerate(pairs)]
    door.fill("pair", "pos BIGINT, revised BIGINT, place BIGINT", rows=placed)
    door.run(
        f"UPDATE corrected SET {kept} FROM (SELECT revised, {last} FROM pair"
        " JOIN corrected USING (pos) GROUP BY revised) AS laid WHERE corrected.pos = laid.revised"
    )


def _fill_codes(door: Door, cells: Mapping[str, Sequence[str]]) -> None:
    """Keep what counting needs of each distinct cell."""
    said = {
        column: [text for text in texts if not text.startswith(PREFIX)]
        for column, texts in cells.items()
    }
    dates = []
    for text in said["date"]:
        when = partial_date.parse(text)
        dates.append(
            (
                text,
                when.earliest.toordinal(),
                when.latest.toordinal(),
                when.approximate or when.uncertain,
                _is_whole(when.earliest, when.latest),
            )
        )
    columns = "text VARCHAR, first INTEGER, last INTEGER, hedged BOOLEAN, is_whole_date BOOLEAN"
    door.fill("date_code", columns, rows=dates)
    hosts = {text: ";".join(sorted(text.split(";"))) for text in said["hosts"]}
    _words(door, "said_hosts", hosts.values())
    door.fill("hosts_code", "text VARCHAR, hosts said_hosts", rows=list(hosts.items()))
    for column in PLACES:
        states = {text: text.split("/", 1)[0] for text in said[column]}
        _words(door, f"said_{column}", states)
        _words(door, f"state_{column}", states.values())
        kinds = f"text VARCHAR, place said_{column}, state state_{column}"
        door.fill(f"{column}_code", kinds, rows=[(text, text, states[text]) for text in states])
    for column, terms in MASKED.items():
        order = {term: place for place, term in enumerate(sorted(vocabulary.ids(terms)))}
        masks = [
            (text, str(sum(1 << order[term] for term in text.split(";")))) for text in said[column]
        ]
        door.fill(f"{column}_text", "text VARCHAR, mask VARCHAR", rows=masks)
        width = mask_type(len(order))
        door.run(
            f"CREATE TABLE {column}_code AS SELECT text, mask::{width} AS mask FROM {column}_text"
        )


def _is_whole(first: date, last: date) -> bool:
    """Whether a span is one day, one month or one year of the calendar."""
    if first == last:
        return True
    begins, ends = first.day == 1, last < date.max and (last + DAY).day == 1
    months = (last.year - first.year) * 12 + last.month - first.month
    return begins and ends and (months == 0 or (months == LAST_MONTH - 1 and first.month == 1))


def _words(door: Door, name: str, words: Iterable[str]) -> None:
    """Name a type that holds one of these words as a number; an empty text stands for no words."""
    door.fill(f"{name}_word", "word VARCHAR", rows=[(word,) for word in sorted({"", *words})])
    door.run(f"CREATE TYPE {name} AS ENUM (SELECT word FROM {name}_word ORDER BY word)")


def mask_type(n_terms: int) -> str:
    """The type of column that holds one bit for each of so many terms.

    Raises:
        Unsuitable: no column does.
    """
    if n_terms > WIDEST_MASK:
        raise Unsuitable("A vocabulary is too large for the columnar path.")
    return "BIGINT" if n_terms < NARROW_MASK else "HUGEINT"


def _positions(door: Door, decisions: Sequence[Decision]) -> Mapping[str, int]:
    """The rows of the incidents that decisions are about."""
    named = sorted({decision.incident for decision in decisions})
    rows = door.rows("SELECT id, rowid FROM raw_incidents WHERE list_contains(?, id)", [named])
    return {str(identifier): int(str(pos)) for identifier, pos in rows}


def _fill_decided(door: Door, decisions: Sequence[Decision], positions: Mapping[str, int]) -> None:
    by_incident: dict[int, dict[str, str]] = {}
    for decision in decisions:
        by_incident.setdefault(positions[decision.incident], {})[decision.field] = decision.value
    rows = []
    for incident, fields in by_incident.items():
        actor = fields.get("actor_organ_of")
        is_known = actor is not None and not actor.startswith(PREFIX)
        rows.append((incident, fields.get(OCCURRENCE), actor if is_known else None))
    door.fill("decided", "incident BIGINT, occurrence VARCHAR, actor_organ_of VARCHAR", rows=rows)
    for field in (*MASKED, *TEXT_FIELDS):
        chosen = [
            (positions[decision.incident], coded_value(decided(decision)).key)
            for decision in decisions
            if decision.field == field
        ]
        door.fill(f"decided_{field}", "incident BIGINT, key VARCHAR", rows=chosen)
    extents = [
        (positions[decision.incident], decision.value)
        for decision in decisions
        if decision.field == "date_extent"
    ]
    door.fill("decided_extent", "incident BIGINT, extent VARCHAR", rows=extents)
    dates = [decision for decision in decisions if decision.field == "date"]
    door.fill(
        "decided_date",
        "incident BIGINT, first INTEGER, last INTEGER, hedged BOOLEAN, known BOOLEAN",
        rows=[(positions[decision.incident], *_decided_date(decision)) for decision in dates],
    )
    persons = [decision for decision in decisions if decision.field == PERSONS]
    door.fill(
        "decided_persons",
        "incident BIGINT, persons_min BIGINT, persons_max BIGINT, known BOOLEAN",
        rows=[
            (positions[decision.incident], *coded_persons(decided(decision)))
            for decision in persons
        ],
    )


def _fill_keys(door: Door) -> None:
    """Write what several things were listed for a field as the key by which counting asks."""
    for column, terms in MASKED.items():
        order = sorted(vocabulary.ids(terms))
        pairs = door.rows(
            f"SELECT DISTINCT coalesce(strong_{column}, 0)::VARCHAR,"
            f" coalesce(every_{column}, 0)::VARCHAR"
            " FROM raw_incidents LEFT JOIN deciding ON deciding.incident = raw_incidents.rowid"
        )
        keys = [
            (strong, every, _mask_key(order, int(str(strong)), int(str(every))))
            for strong, every in pairs
        ]
        door.fill(f"{column}_text_key", "strong VARCHAR, every VARCHAR, key VARCHAR", rows=keys)
        door.run(
            f"CREATE TABLE {column}_key AS SELECT strong::HUGEINT AS strong,"
            f" every::HUGEINT AS every, key FROM {column}_text_key"
        )
    groups = _groups(door)
    shared = [pair for pair in groups.items() if pair[0] != pair[1]]
    door.fill("shared_person", "id VARCHAR, name VARCHAR", rows=shared)
    door.run(
        "CREATE TABLE person_group AS SELECT raw_incidents.rowid AS incident, name"
        " FROM shared_person JOIN raw_incidents USING (id)"
    )


def _mask_key(order: Sequence[str], strong: int, every: int) -> str:
    adopted = strong or every
    additions = every & ~adopted
    return Coded(_terms(order, adopted), bool(strong), _terms(order, additions)).key


def _terms(order: Sequence[str], mask: int) -> tuple[str, ...]:
    return tuple(term for place, term in enumerate(order) if mask >> place & 1)


def _groups(door: Door) -> Mapping[str, str]:
    rows = door.rows(
        "SELECT id, same_person_as FROM raw_incidents WHERE same_person_as IS NOT NULL"
    )
    same = {str(identifier): str(others).split(";") for identifier, others in rows}
    every = dict.fromkeys([*same, *(other for others in same.values() for other in others)])
    return person_groups({identifier: same.get(identifier, ()) for identifier in every})


def _decided_date(decision: Decision) -> tuple[int | None, int | None, bool, bool]:
    when = coded_date(decided(decision), None)
    return when.first, when.last, when.hedged, when.known
