"""From the tables of a folder to coded incidents, on columns.

It depends on the other files of this package and on the readable path, whose parsers it asks once a
distinct cell. The result is the table `coded`, one row an incident, holding exactly what
`coded.CodedIncident` holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.figures.coded import Coded, coded_date, coded_persons, coded_value
from safeconduct.figures.columnar.adopting import adopt
from safeconduct.figures.columnar.door import Door, Unsuitable
from safeconduct.figures.columnar.reading import CODED_COLUMNS, read
from safeconduct.figures.count import person_groups
from safeconduct.record import partial_date
from safeconduct.record.account import withdrawn_by
from safeconduct.record.tables import OCCURRENCE, PERSONS
from safeconduct.record.unknown import PREFIX
from safeconduct.record.values import decided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from safeconduct.record.decision import Decision

MASKED: Final = {"techniques": "techniques", "targets": "targets", "outcome": "outcomes"}
WIDEST_MASK: Final = 120  # bits; what a HUGEINT holds with room to spare
TEXT_FIELDS: Final = (
    "attribution",
    "origin",
    "hosts",
    "place_of_act",
    "place_of_target",
    "setting",
)


def code_folder(door: Door, folder: Path, aliases: Mapping[str, str]) -> None:
    """Fill `coded` from the CSV tables of a corpus folder.

    Raises:
        Unsuitable: the folder holds what the columnar path cannot take as it is.
    """
    decisions = read(door, folder, aliases)
    door.script("provenance")
    if door.rows("SELECT count(*) FROM ancestor WHERE longest >= 63 OR node = source")[0][0]:
        raise Unsuitable("A chain of reports leads back to itself.")
    door.script("revisions")
    _revise(door)
    door.script("strength")
    _fill_codes(door)
    door.script("values")
    adopt(door)
    _fill_decided(door, decisions)
    door.script("incidents")
    _fill_keys(door, decisions)
    door.script("coded")


def _revise(door: Door) -> None:
    """Find what is withdrawn and lay a voice's live corrections over the statements that they revise."""
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
    door.fill("withdrawn", "pos BIGINT", [(pos,) for pos in sorted(withdrawn)])
    live = {
        pos: revised
        for pos, revised, mode, is_own in revising
        if is_own and mode == "corrects" and pos not in withdrawn
    }
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
    named = [
        column
        for column in CODED_COLUMNS
        if column not in ("mode", "basis", "basis_by", "basis_against", "credibility")
    ]
    last = ", ".join(
        f"arg_max({column}, place) FILTER ({column} IS NOT NULL) AS {column}" for column in named
    )
    kept = ", ".join(
        f"{column} = coalesce(laid.{column}, raw_statements.{column})" for column in named
    )
    door.run("DROP TABLE IF EXISTS pair")
    door.fill(
        "pair",
        "pos BIGINT, revised BIGINT, place BIGINT",
        [(*pair, place) for place, pair in enumerate(pairs)],
    )
    door.run(
        f"""
        UPDATE raw_statements SET {kept}
        FROM (SELECT revised, {last} FROM pair JOIN raw_statements ON raw_statements.rowid = pair.pos GROUP BY revised)
             AS laid
        WHERE raw_statements.rowid = laid.revised
        """
    )


def _fill_codes(door: Door) -> None:
    """Read each distinct cell once and keep what counting needs of it."""
    dates = []
    for text in _distinct(door, "date"):
        when = partial_date.parse(text)
        dates.append(
            (
                text,
                when.earliest.toordinal(),
                when.latest.toordinal(),
                when.approximate or when.uncertain,
            )
        )
    door.fill("date_code", "text VARCHAR, first INTEGER, last INTEGER, hedged BOOLEAN", dates)
    hosts = [(text, ";".join(sorted(text.split(";")))) for text in _distinct(door, "hosts")]
    door.fill("hosts_code", "text VARCHAR, hosts VARCHAR", hosts)
    for column, terms in MASKED.items():
        order = {term: place for place, term in enumerate(sorted(vocabulary.ids(terms)))}
        if len(order) > WIDEST_MASK:
            raise Unsuitable("A vocabulary is too large for the columnar path.")
        masks = [
            (text, str(sum(1 << order[term] for term in text.split(";"))))
            for text in _distinct(door, column)
        ]
        door.fill(f"{column}_text", "text VARCHAR, mask VARCHAR", masks)
        door.run(
            f"CREATE TABLE {column}_code AS SELECT text, mask::HUGEINT AS mask FROM {column}_text"
        )


def _distinct(door: Door, column: str) -> list[str]:
    rows = door.rows(
        f"SELECT DISTINCT {column} FROM raw_statements WHERE {column} IS NOT NULL ORDER BY 1"
    )
    return [text for (text,) in rows if isinstance(text, str) and not text.startswith(PREFIX)]


def _fill_decided(door: Door, decisions: Sequence[Decision]) -> None:
    by_incident: dict[str, dict[str, str]] = {}
    for decision in decisions:
        by_incident.setdefault(decision.incident, {})[decision.field] = decision.value
    rows = []
    for incident, fields in by_incident.items():
        actor = fields.get("actor_organ_of")
        rows.append(
            (
                incident,
                fields.get(OCCURRENCE),
                None if actor and actor.startswith(PREFIX) else actor,
            )
        )
    door.fill("decided", "incident VARCHAR, occurrence VARCHAR, actor_organ_of VARCHAR", rows)


def _fill_keys(door: Door, decisions: Sequence[Decision]) -> None:
    """Write each field's value as the key by which definitions and breakdowns are asked."""
    for column, terms in MASKED.items():
        order = sorted(vocabulary.ids(terms))
        pairs = door.rows(
            f"SELECT DISTINCT coalesce(strong_{column}, 0)::VARCHAR,"
            f" coalesce(every_{column}, 0)::VARCHAR FROM assessed"
        )
        keys = [
            (strong, every, _mask_key(order, int(str(strong)), int(str(every))))
            for strong, every in pairs
        ]
        door.fill(f"{column}_key", "strong VARCHAR, every VARCHAR, key VARCHAR", keys)
    groups = _groups(door)
    door.fill(
        "person_group",
        "id VARCHAR, name VARCHAR",
        [pair for pair in groups.items() if pair[0] != pair[1]],
    )
    for field in (*MASKED, *TEXT_FIELDS):
        chosen = [
            (decision.incident, coded_value(decided(decision)).key)
            for decision in decisions
            if decision.field == field
        ]
        door.fill(f"decided_{field}", "id VARCHAR, key VARCHAR", chosen)
    extents = {
        decision.incident: decision.value
        for decision in decisions
        if decision.field == "date_extent"
    }
    door.fill("decided_extent", "id VARCHAR, extent VARCHAR", list(extents.items()))
    door.fill(
        "decided_date",
        "id VARCHAR, first INTEGER, last INTEGER, hedged BOOLEAN, known BOOLEAN",
        [_decided_date(decision) for decision in decisions if decision.field == "date"],
    )
    door.fill(
        "decided_persons",
        "id VARCHAR, persons_min BIGINT, persons_max BIGINT, known BOOLEAN",
        [_decided_persons(decision) for decision in decisions if decision.field == PERSONS],
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


def _decided_date(decision: Decision) -> tuple[str, int | None, int | None, bool, bool]:
    when = coded_date(decided(decision), None)
    return decision.incident, when.first, when.last, when.hedged, when.known


def _decided_persons(decision: Decision) -> tuple[str, int, int | None, bool]:
    return decision.incident, *coded_persons(decided(decision))
