"""Answers a question from the table `coded`: the columnar form of `figures/count.py`.

It depends on `door` and on the clauses and buckets of the readable path, each asked once for each
distinct value.
The answers of all schemes to one clause stand side by side in one number, two bits a scheme, so
that one operation finds for every scheme the least of what its clauses say.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from safeconduct.figures import clause
from safeconduct.figures.caveats import Ground
from safeconduct.figures.coded import ABROAD_KEY, Coded, CodedDate
from safeconduct.figures.count import Tallied, finish, in_row_order, measure_of
from safeconduct.figures.dimension import (
    FIELD_OF,
    PLACES,
    Bucket,
    field_buckets,
    matches,
    standing_bucket,
    year_bucket,
)
from safeconduct.figures.figure import Bounds, Figure, Row
from safeconduct.figures.lineage import LISTED_IDS, Counted, ids_by_level, text_digest
from safeconduct.figures.scheme import Scheme, scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from safeconduct.figures.clause import Answer
    from safeconduct.figures.columnar.door import Door
    from safeconduct.figures.question import Question

# The least of several answers is what their bits have in common.
_SAYS: Final[Mapping[str, int]] = {clause.OUT: 0b00, clause.UNDECIDED: 0b01, clause.IN: 0b11}
_PASSES: Final[Mapping[str, int]] = {"no": 0, "unknown": 1, "perhaps": 2, "yes": 3}
# What tallying looks at, beside the columns that are broken down.
_TALLIED: Final = (
    "id",
    "place",
    "kind",
    "chain",
    "persons_group",
    "persons_min",
    "persons_max",
    "persons_known",
    "standing",
    "known",
    "hedged",
    "official",
    "repeats",
    "sole_voice",
    "passes",
    "unknown_filter",
)
_PLACES: Final = ("origin", "hosts", "place_of_act", "place_of_target")


# A few thousand keys are asked about by every scheme, clause and bucket.
_coded = lru_cache(maxsize=1 << 16)(Coded.of_key)


def count_coded(door: Door, question: Question, *, as_of: str) -> tuple[Figure, ...]:
    """Answer a question from `coded`: one figure a scheme, in the order asked."""
    asked = [scheme(identifier) for identifier in question.schemes]
    _judge(door, asked, question)
    _filter(door, question)
    _level(door, asked, by=question.by)
    _bucket(door, question)
    return _figures(door, question, asked, as_of=as_of)


def _judge(door: Door, asked: Sequence[Scheme], question: Question) -> None:
    """Ask every clause of every scheme once for each distinct value that it looks at."""
    clauses: dict[tuple[str, ...], Callable[[Scheme, Sequence[str]], Answer]] = {
        ("kind",): lambda one, keys: clause.kind_clause(one, keys[0]),
        ("standing",): lambda one, keys: clause.standing_clause(one, int(keys[0])),
        ("techniques",): lambda one, keys: clause.techniques_clause(one, _coded(keys[0])),
        ("attribution",): lambda one, keys: clause.attribution_clause(one, _coded(keys[0])),
        ("targets",): lambda one, keys: clause.targets_clause(one, _coded(keys[0])),
        _PLACES: _place,
    }
    if question.own_scope:
        clauses["origin",] = lambda one, keys: clause.origins_clause(one, _coded(keys[0]))
        clauses["date",] = lambda one, keys: clause.years_clause(one, CodedDate.of_key(keys[0]))
    joins = []
    for place, (columns, ask) in enumerate(clauses.items()):
        names = ", ".join(columns)
        distinct = door.rows(f"SELECT DISTINCT {names} FROM coded")
        answered = [
            (*keys, _packed([ask(one, [str(key) for key in keys]).says for one in asked]))
            for keys in distinct
        ]
        kinds = ["INTEGER" if column == "standing" else "VARCHAR" for column in columns]
        keyed = ", ".join(f"{column} {kind}" for column, kind in zip(columns, kinds, strict=True))
        door.fill(f"clause_{place}", f"{keyed}, says_{place} BIGINT", rows=answered)
        joins.append(f"JOIN clause_{place} USING ({names})")
    says = " & ".join(f"says_{place}" for place in range(len(clauses)))
    door.run(f"CREATE VIEW judged AS SELECT coded.*, {says} AS says FROM coded {' '.join(joins)}")


def _packed(answers: Sequence[str]) -> int:
    return sum(_SAYS[says] << 2 * number for number, says in enumerate(answers))


def _place(one: Scheme, keys: Sequence[str]) -> Answer:
    origin, hosts, act, target = (_coded(key) for key in keys)
    return clause.place_clause(
        one, origin=origin, hosts=hosts, place_of_act=act, place_of_target=target
    )


def _filter(door: Door, question: Question) -> None:
    """Say whether each incident passes all filters (see `_PASSES`), and which is unknown."""
    joins, passing, unknown = [], [], []
    filters: list[tuple[str, str, Callable[[str], str]]] = [
        (dimension, _source(dimension), _passer(dimension, value))
        for dimension, value in question.where
    ]
    if question.has_window:
        filters.append(("date", "date", lambda key: CodedDate.of_key(key).answer(*question.window)))
    for place, (name, column, passer) in enumerate(filters):
        distinct = door.rows(f"SELECT DISTINCT {column} FROM coded")
        answers = [(str(key), _PASSES[passer(str(key))]) for (key,) in distinct]
        door.fill(f"filter_{place}", f"key VARCHAR, pass_{place} UTINYINT", rows=answers)
        joins.append(f"JOIN filter_{place} ON filter_{place}.key = judged.{column}")
        passing.append(f"pass_{place}")
        unknown.append(f"WHEN pass_{place} = 1 THEN '{name}'")
    least = f"least({', '.join(passing)}, 3)" if passing else "3"
    first_unknown = f"CASE {' '.join(unknown)} ELSE '' END" if unknown else "''"
    door.run(
        f"CREATE VIEW filtered AS SELECT judged.*, {least} AS passes,"
        f" {first_unknown} AS unknown_filter FROM judged {' '.join(joins)}"
    )


def _column(dimension: str) -> str:
    return {"year": "date", "standing": "standing"}.get(dimension) or FIELD_OF[dimension]


def _source(dimension: str) -> str:
    return "standing::VARCHAR" if dimension == "standing" else _column(dimension)


def _passer(dimension: str, value: str) -> Callable[[str], str]:
    return lambda key: matches(dimension, value, found=_buckets_of(dimension, key))


def _buckets_of(dimension: str, key: str) -> tuple[Bucket, ...]:
    if dimension == "year":
        return (year_bucket(CodedDate.of_key(key)),)
    if dimension == "standing":
        return (standing_bucket(int(key)),)
    return field_buckets(dimension, _coded(key))


def _level(door: Door, asked: Sequence[Scheme], *, by: Sequence[str]) -> None:
    """The bounds in which each incident counts, by scheme, with what tallying looks at.

    `raw_N`: before filters; `level_N`: after them.
    """
    raw = ", ".join(
        f"CASE WHEN (says >> {2 * number}) & 3 = {_SAYS[clause.OUT]} OR standing < 3 THEN 0"
        f" WHEN (says >> {2 * number}) & 3 = {_SAYS[clause.UNDECIDED]} OR standing < 5 THEN 1"
        f" WHEN standing < 6 THEN 2 ELSE 3 END::UTINYINT AS raw_{number}"
        for number in range(len(asked))
    )
    after = ", ".join(
        f"CASE passes WHEN 3 THEN raw_{number} WHEN 2 THEN least(raw_{number}, 1)"
        f" ELSE 0 END::UTINYINT AS level_{number}"
        for number in range(len(asked))
    )
    unnamed = " OR ".join(f"starts_with(place_of_act, '{key}')" for key in ("|", ABROAD_KEY))
    kept = ", ".join(dict.fromkeys((*_TALLIED, *(_column(dimension) for dimension in by))))
    door.run(
        f"CREATE TABLE leveled AS SELECT *, {after} FROM"
        f" (SELECT {kept}, {unnamed} AS place_unknown, {raw} FROM filtered)"
    )
    door.run("CREATE VIEW counted AS SELECT * FROM leveled WHERE kind = 'incident'")


def _bucket(door: Door, question: Question) -> None:
    """Give each incident its rows: one table a dimension from keys to buckets."""
    for place, dimension in enumerate(question.by):
        distinct = door.rows(f"SELECT DISTINCT {_source(dimension)} FROM coded")
        rows = [
            (str(key), bucket.kind, bucket.key, bucket.only_weak)
            for (key,) in distinct
            for bucket in _buckets_of(dimension, str(key))
        ]
        columns = f"key VARCHAR, kind_{place} VARCHAR, key_{place} VARCHAR, weak_{place} BOOLEAN"
        door.fill(f"bucket_{place}", columns, rows=rows)


def _figures(
    door: Door, question: Question, asked: Sequence[Scheme], *, as_of: str
) -> tuple[Figure, ...]:
    digest = str(door.rows("SELECT digest FROM corpus_digest")[0][0])
    measures = [measure_of(one, question) for one in asked]
    grounds = [
        replace(ground, abroad=_abroad(door, number, question.by))
        for number, ground in enumerate(_grounds(door, len(asked)))
    ]
    summed = _counted(door, len(asked))
    totals: dict[int, Bounds] = {}
    rows: dict[int, list[Row]] = {}
    unknown: dict[int, Bounds] = {}
    for measure in dict.fromkeys(measures):
        numbers = [number for number, found in enumerate(measures) if found == measure]
        totals |= _totals(door, measure, numbers)
        rows |= _rows(door, question, measure, numbers)
        unknown |= _totals(door, measure, numbers, where=_is_unknown(question))
    return tuple(
        finish(
            Tallied(
                total=totals[number],
                rows=in_row_order(rows[number]),
                unknown=unknown[number],
                ground=grounds[number],
                counted=summed[number],
            ),
            scheme=one,
            question=question,
            corpus_digest=digest,
            as_of=as_of,
        )
        for number, one in enumerate(asked)
    )


def _steps(measure: str, numbers: Sequence[int]) -> tuple[str, str]:
    """What one unit of a measure keeps of its incidents, by scheme, and how units are summed."""
    if measure == "persons":
        step = ", ".join(
            f"max(persons_min) FILTER (level_{n} >= 3) AS low_{n},"
            f" max(persons_min) FILTER (level_{n} >= 2) AS central_{n},"
            f" max(persons_max) FILTER (level_{n} >= 2) AS most_{n},"
            f" max(persons_max) FILTER (level_{n} >= 1) AS high_{n},"
            f" bool_or(persons_max IS NULL) FILTER (level_{n} >= 2) AS most_open_{n},"
            f" bool_or(persons_max IS NULL) FILTER (level_{n} >= 1) AS high_open_{n}"
            for n in numbers
        )
        sums = ", ".join(
            f"coalesce(sum(low_{n}), 0), coalesce(sum(central_{n}), 0),"
            f" CASE WHEN bool_or(most_open_{n}) THEN NULL ELSE coalesce(sum(most_{n}), 0) END,"
            f" CASE WHEN bool_or(high_open_{n}) THEN NULL ELSE coalesce(sum(high_{n}), 0) END,"
            f" bool_or(high_open_{n} IS NOT NULL)"
            for n in numbers
        )
        return step, sums
    step = ", ".join(f"max(level_{n}) AS level_{n}" for n in numbers)
    sums = ", ".join(
        f"count(*) FILTER (level_{n} >= 3), count(*) FILTER (level_{n} >= 2),"
        f" count(*) FILTER (level_{n} >= 2), count(*) FILTER (level_{n} >= 1),"
        f" count(*) FILTER (level_{n} >= 1) > 0"
        for n in numbers
    )
    return step, sums


_UNITS: Final[Mapping[str, str]] = {"persons": "persons_group", "chains": "chain"}
_PER_SCHEME: Final = 5  # numbers in a row for each scheme: four bounds, and whether any counts


def _query(measure: str, numbers: Sequence[int], placed: str, keys: str = "") -> str:
    step, sums = _steps(measure, numbers)
    grouped = " GROUP BY ALL" if keys else ""
    if measure == "incidents":
        return f"SELECT {keys} {sums} FROM ({placed}){grouped}"
    unit = f"SELECT {keys} {_UNITS[measure]}, {step} FROM ({placed}) GROUP BY ALL"
    return f"SELECT {keys} {sums} FROM ({unit}){grouped}"


def _bounds(numbers: Sequence[object]) -> Bounds:
    low, central, most, high = (
        None if number is None else int(str(number)) for number in numbers[:4]
    )
    return Bounds(low=low or 0, central=central or 0, central_max=most, high=high)


def _totals(
    door: Door, measure: str, numbers: Sequence[int], *, where: str = "true"
) -> dict[int, Bounds]:
    """The bounds over all incidents, by scheme."""
    found = door.rows(_query(measure, numbers, f"SELECT * FROM counted WHERE {where}"))[0]
    return {number: _bounds(found[place * _PER_SCHEME :]) for place, number in enumerate(numbers)}


def _rows(
    door: Door, question: Question, measure: str, numbers: Sequence[int]
) -> dict[int, list[Row]]:
    """The rows of the breakdown, by scheme."""
    rows: dict[int, list[Row]] = {number: [] for number in numbers}
    if not question.by:
        return rows
    places = range(len(question.by))
    weak = " OR ".join(f"weak_{place}" for place in places)
    keys = ", ".join(f"kind_{place}, key_{place}" for place in places) + ","
    levels = ", ".join(
        f"CASE WHEN {weak} THEN least(level_{n}, 1) ELSE level_{n} END AS level_{n}"
        for n in numbers
    )
    joins = " ".join(
        f"JOIN bucket_{place} ON bucket_{place}.key = counted.{_source(dimension)}"
        for place, dimension in enumerate(question.by)
    )
    columns = "chain, persons_group, persons_min, persons_max"
    placed = f"SELECT {keys} {columns}, {levels} FROM counted {joins}"
    n_keys = 2 * len(question.by)
    for row in door.rows(_query(measure, numbers, placed, keys)):
        named = [str(text) for text in row[:n_keys]]
        buckets = tuple(zip(named[::2], named[1::2], strict=True))
        for place, number in enumerate(numbers):
            begin = n_keys + place * _PER_SCHEME
            if row[begin + _PER_SCHEME - 1]:
                rows[number].append(Row(buckets=buckets, bounds=_bounds(row[begin:])))
    return rows


def _is_unknown(question: Question) -> str:
    """Whether an incident stands in a row with an unknown value; false without a breakdown."""
    asked = [
        f"{_source(dimension)} IN (SELECT key FROM bucket_{place} WHERE kind_{place} = 'unknown')"
        for place, dimension in enumerate(question.by)
    ]
    return " OR ".join(asked) or "false"


def _counted(door: Door, n_schemes: int) -> list[Counted]:
    """The lineage of every scheme: a digest over ids and levels, and the ids where they are few."""
    parts = ", ".join(
        f"count(*) FILTER (level_{n} > 0),"
        f" string_agg(id || chr(9) || level_{n}, chr(10) ORDER BY place) FILTER (level_{n} > 0)"
        for n in range(n_schemes)
    )
    found = door.rows(f"SELECT {parts} FROM counted")[0]
    summed = []
    for n in range(n_schemes):
        number = _number(found[2 * n])
        ids = None
        if number <= LISTED_IDS:
            rows = door.rows(f"SELECT id, level_{n} FROM counted WHERE level_{n} > 0")
            ids = ids_by_level({str(identifier): _number(level) for identifier, level in rows})
        summed.append(
            Counted(digest=text_digest(str(found[2 * n + 1] or "")), number=number, ids=ids)
        )
    return summed


def _grounds(door: Door, n_schemes: int) -> list[Ground]:
    """What every figure rests on, over the incidents of its central bound."""
    conditions = (
        "true",
        "NOT known",
        "hedged",
        "place_unknown",
        "official",
        "NOT persons_known",
    )
    parts = ", ".join(
        ", ".join(f"count(*) FILTER (level_{n} >= 2 AND {condition})" for condition in conditions)
        + f", coalesce(sum(repeats) FILTER (level_{n} >= 2), 0)"
        + f", count(*) FILTER (level_{n} > 0)"
        for n in range(n_schemes)
    )
    found = door.rows(f"SELECT {parts} FROM counted")[0]
    others = ", ".join(f"count(*) FILTER (level_{n} > 0)" for n in range(n_schemes))
    patterns = door.rows(f"SELECT {others} FROM leveled WHERE kind <> 'incident'")[0]
    width = len(conditions) + 2
    grounds = []
    for n in range(n_schemes):
        numbers = [_number(value) for value in found[n * width : (n + 1) * width]]
        voice, n_sole = _sole_voice(door, n)
        grounds.append(
            Ground(
                central=numbers[0],
                high=numbers[7],
                date_unknown=numbers[1],
                date_hedged=numbers[2],
                place_unknown=numbers[3],
                sole_voice=voice,
                n_sole_voice=n_sole,
                official=numbers[4],
                repeats=numbers[6],
                persons_unknown=numbers[5],
                patterns=_number(patterns[n]),
                excluded=_excluded(door, n),
            )
        )
    return grounds


def _sole_voice(door: Door, number: int) -> tuple[str, int]:
    found = door.rows(
        f"SELECT sole_voice, count(*) FROM counted WHERE level_{number} >= 2 AND sole_voice <> ''"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    )
    return (str(found[0][0]), _number(found[0][1])) if found else ("", 0)


def _excluded(door: Door, number: int) -> Mapping[str, int]:
    found = door.rows(
        "SELECT unknown_filter, count(*) FROM leveled"
        f" WHERE kind = 'incident' AND passes = 1 AND raw_{number} > 0 GROUP BY 1 ORDER BY 1"
    )
    return {str(name): _number(left_out) for name, left_out in found}


def _abroad(door: Door, number: int, by: Sequence[str]) -> Mapping[str, int]:
    places = [name for name in by if name in PLACES]
    found = {}
    for name in places:
        column = FIELD_OF[name]
        rows = door.rows(
            f"SELECT count(*) FROM counted WHERE level_{number} > 0"
            f" AND starts_with({column}, '{ABROAD_KEY}')"
        )
        found[name] = _number(rows[0][0])
    return found


def _number(value: object) -> int:
    return int(str(value))
