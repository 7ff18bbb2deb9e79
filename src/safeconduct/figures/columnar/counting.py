"""Answers a question from the table `coded`: the columnar form of `figures/count.py`.

It depends on `door` and on the clauses and buckets of the readable path, each asked once for each distinct value.
Clause answers are numbers (0 out, 1 undecided, 2 in), so that the least of them is what the scheme says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.figures import clause
from safeconduct.figures.caveats import Ground
from safeconduct.figures.coded import Coded, CodedDate
from safeconduct.figures.count import ROW_ORDER, UNIT_MEASURES, finish, window_answer
from safeconduct.figures.dimension import (
    FIELD_OF,
    Bucket,
    field_buckets,
    matches,
    standing_bucket,
    year_bucket,
)
from safeconduct.figures.figure import Bounds, Figure, Row
from safeconduct.figures.scheme import Scheme, scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from safeconduct.figures.clause import Answer
    from safeconduct.figures.columnar.door import Door
    from safeconduct.figures.question import Question

_WORTH: Final[Mapping[str, int]] = {clause.OUT: 0, clause.UNDECIDED: 1, clause.IN: 2}
_PASSES: Final[Mapping[str, int]] = {"no": 0, "unknown": 1, "perhaps": 2, "yes": 3}
_DATE_KEY: Final = (
    "coalesce(first::VARCHAR, '') || '|' || coalesce(last::VARCHAR, '') || '|' || lasting::INTEGER || '|'"
    " || hedged::INTEGER || '|' || known::INTEGER"
)
_PLACES: Final = ("origin", "hosts", "place_of_act", "place_of_target")


def count_coded(door: Door, question: Question, *, as_of: str) -> tuple[Figure, ...]:
    """Answer a question from `coded`: one figure a scheme, in the order asked."""
    asked = [scheme(identifier) for identifier in question.schemes]
    door.run("CREATE TABLE dated AS SELECT *, " + _DATE_KEY + " AS date FROM coded")
    _judge(door, asked, question)
    _filter(door, question)
    _level(door, asked)
    _bucket(door, question)
    digest = str(door.rows("SELECT digest FROM corpus_digest")[0][0])
    return tuple(
        _figure(door, question, one, number, digest=digest, as_of=as_of)
        for number, one in enumerate(asked)
    )


def _judge(door: Door, asked: Sequence[Scheme], question: Question) -> None:
    """Ask every clause of every scheme once for each distinct value that it looks at."""
    clauses: dict[tuple[str, ...], Callable[[Scheme, Sequence[str]], Answer]] = {
        ("kind",): lambda one, keys: clause.kind_clause(one, keys[0]),
        ("standing",): lambda one, keys: clause.standing_clause(one, int(keys[0])),
        ("techniques",): lambda one, keys: clause.techniques_clause(one, Coded.of_key(keys[0])),
        ("attribution",): lambda one, keys: clause.attribution_clause(one, Coded.of_key(keys[0])),
        ("targets",): lambda one, keys: clause.targets_clause(one, Coded.of_key(keys[0])),
        _PLACES: _place,
    }
    if question.own_scope:
        clauses["origin",] = lambda one, keys: clause.origins_clause(one, Coded.of_key(keys[0]))
        clauses["date",] = lambda one, keys: clause.years_clause(one, CodedDate.of_key(keys[0]))
    joins = []
    for place, (columns, ask) in enumerate(clauses.items()):
        names = ", ".join(columns)
        distinct = door.rows(f"SELECT DISTINCT {names} FROM dated")
        answered = [
            (*keys, *(_WORTH[ask(one, [str(key) for key in keys]).says] for one in asked))
            for keys in distinct
        ]
        kinds = ["INTEGER" if column == "standing" else "VARCHAR" for column in columns]
        says = ", ".join(f"says_{place}_{number} UTINYINT" for number in range(len(asked)))
        keyed = ", ".join(f"{column} {kind}" for column, kind in zip(columns, kinds, strict=True))
        door.fill(f"clause_{place}", f"{keyed}, {says}", answered)
        joins.append(f"JOIN clause_{place} USING ({names})")
    least = ", ".join(
        f"least({', '.join(f'says_{place}_{number}' for place in range(len(clauses)))}) AS says_{number}"
        for number in range(len(asked))
    )
    door.run(f"CREATE TABLE judged AS SELECT dated.*, {least} FROM dated {' '.join(joins)}")


def _place(one: Scheme, keys: Sequence[str]) -> Answer:
    origin, hosts, act, target = (Coded.of_key(key) for key in keys)
    return clause.place_clause(
        one, origin=origin, hosts=hosts, place_of_act=act, place_of_target=target
    )


def _filter(door: Door, question: Question) -> None:
    """Say of each incident whether it passes all filters (3 yes, 2 perhaps, 1 unknown, 0 no), and which is unknown."""
    joins, passing, unknown = [], [], []
    filters: list[tuple[str, str, Callable[[str], str]]] = [
        (dimension, _source(dimension), _passer(dimension, value))
        for dimension, value in question.where
    ]
    if question.has_window:
        filters.append(
            ("date", "date", lambda key: window_answer(CodedDate.of_key(key), question.window))
        )
    for place, (name, column, passer) in enumerate(filters):
        distinct = door.rows(f"SELECT DISTINCT {column}::VARCHAR FROM dated")
        answers = [(str(key), _PASSES[passer(str(key))]) for (key,) in distinct]
        door.fill(f"filter_{place}", f"key VARCHAR, pass_{place} UTINYINT", answers)
        joins.append(f"JOIN filter_{place} ON filter_{place}.key = judged.{column}::VARCHAR")
        passing.append(f"pass_{place}")
        unknown.append(f"WHEN pass_{place} = 1 THEN '{name}'")
    least = f"least({', '.join(passing)}, 3)" if passing else "3"
    first_unknown = f"CASE {' '.join(unknown)} ELSE '' END" if unknown else "''"
    door.run(
        f"CREATE TABLE filtered AS SELECT judged.*, {least} AS passes, {first_unknown} AS unknown_filter"
        f" FROM judged {' '.join(joins)}"
    )


def _source(dimension: str) -> str:
    return {"year": "date", "standing": "standing"}.get(dimension) or FIELD_OF[dimension]


def _passer(dimension: str, value: str) -> Callable[[str], str]:
    return lambda key: matches(dimension, _buckets_of(dimension, key), value)


def _buckets_of(dimension: str, key: str) -> tuple[Bucket, ...]:
    if dimension == "year":
        return (year_bucket(CodedDate.of_key(key)),)
    if dimension == "standing":
        return (standing_bucket(int(key)),)
    return field_buckets(dimension, Coded.of_key(key))


def _level(door: Door, asked: Sequence[Scheme]) -> None:
    """The bounds in which each incident counts, by scheme: before filters (`raw_N`) and after (`level_N`)."""
    raw = ", ".join(
        f"CASE WHEN says_{number} = 0 OR standing < 3 THEN 0 WHEN says_{number} = 1 OR standing < 5 THEN 1"
        f" WHEN standing < 6 THEN 2 ELSE 3 END::UTINYINT AS raw_{number}"
        for number in range(len(asked))
    )
    after = ", ".join(
        f"CASE passes WHEN 3 THEN raw_{number} WHEN 2 THEN least(raw_{number}, 1) ELSE 0 END::UTINYINT AS level_{number}"
        for number in range(len(asked))
    )
    door.run(f"CREATE TABLE leveled AS SELECT *, {after} FROM (SELECT *, {raw} FROM filtered)")


def _bucket(door: Door, question: Question) -> None:
    """Give each incident its rows: one table a dimension from keys to buckets."""
    for place, dimension in enumerate(question.by):
        distinct = door.rows(f"SELECT DISTINCT {_source(dimension)}::VARCHAR FROM dated")
        rows = [
            (str(key), bucket.kind, bucket.key, bucket.only_weak)
            for (key,) in distinct
            for bucket in _buckets_of(dimension, str(key))
        ]
        columns = f"key VARCHAR, kind_{place} VARCHAR, key_{place} VARCHAR, weak_{place} BOOLEAN"
        door.fill(f"bucket_{place}", columns, rows)


def _figure(
    door: Door, question: Question, one: Scheme, number: int, *, digest: str, as_of: str
) -> Figure:
    measure = question.measure or UNIT_MEASURES[one.unit]
    step, sums = _sums(measure)
    counted = f"SELECT *, level_{number} AS level FROM leveled WHERE kind = 'incident' AND level_{number} > 0"
    total = _bounds(
        door.rows(f"WITH placed AS ({counted}) {step.format(keys='')} {sums.format(keys='')}")[0]
    )
    rows, unknown = _rows(door, question, counted, measure)
    ids = door.rows(f"SELECT id, level FROM ({counted}) ORDER BY id")
    return finish(
        corpus_digest=digest,
        as_of=as_of,
        scheme=one,
        question=question,
        total=total,
        rows=rows,
        unknown=unknown,
        ground=_ground(door, counted, number),
        levels={str(identifier): int(str(found)) for identifier, found in ids},
    )


def _sums(measure: str) -> tuple[str, str]:
    """The SQL that sums one measure: a step that takes chains or persons once, and the sums."""
    if measure == "incidents":
        step = ""
        sums = (
            "SELECT {keys} count(*) FILTER (level >= 3), count(*) FILTER (level >= 2),"
            " count(*) FILTER (level >= 2), count(*) FROM placed"
        )
    elif measure == "chains":
        step = ", one AS (SELECT {keys} chain, max(level) AS level FROM placed GROUP BY ALL)"
        sums = (
            "SELECT {keys} count(*) FILTER (level >= 3), count(*) FILTER (level >= 2),"
            " count(*) FILTER (level >= 2), count(*) FROM one"
        )
    else:
        step = (
            ", one AS (SELECT {keys} persons_group,"
            " max(persons_min) FILTER (level >= 3) AS low, max(persons_min) FILTER (level >= 2) AS central,"
            " max(persons_max) FILTER (level >= 2) AS central_max, max(persons_max) AS high,"
            " bool_or(persons_max IS NULL) FILTER (level >= 2) AS central_open, bool_or(persons_max IS NULL) AS high_open"
            " FROM placed GROUP BY ALL)"
        )
        sums = (
            "SELECT {keys} coalesce(sum(low), 0), coalesce(sum(central), 0),"
            " CASE WHEN bool_or(central_open) THEN NULL ELSE coalesce(sum(central_max), 0) END,"
            " CASE WHEN bool_or(high_open) THEN NULL ELSE coalesce(sum(high), 0) END FROM one"
        )
    return step, sums


def _bounds(numbers: Sequence[object]) -> Bounds:
    low, central, central_max, high = (
        None if number is None else int(str(number)) for number in numbers
    )
    return Bounds(low=low or 0, central=central or 0, central_max=central_max, high=high)


def _rows(
    door: Door, question: Question, counted: str, measure: str
) -> tuple[tuple[Row, ...], Bounds]:
    step, sums = _sums(measure)
    if not question.by:
        empty = Bounds(low=0, central=0, central_max=0, high=0)
        return (), empty
    places = range(len(question.by))
    joins = " ".join(
        f"JOIN bucket_{place} ON bucket_{place}.key = counted.{_source(dimension)}::VARCHAR"
        for place, dimension in enumerate(question.by)
    )
    weak = " OR ".join(f"weak_{place}" for place in places)
    keys = ", ".join(f"kind_{place}, key_{place}" for place in places) + ","
    placed = (
        f"WITH counted AS ({counted}), placed AS (SELECT counted.* EXCLUDE (level), {keys}"
        f" CASE WHEN {weak} THEN least(level, 1) ELSE level END AS level FROM counted {joins})"
    )
    found = door.rows(f"{placed} {step.format(keys=keys)} {sums.format(keys=keys)} GROUP BY ALL")
    rows = []
    for row in found:
        named = [str(text) for text in row[:-4]]
        buckets = tuple(zip(named[::2], named[1::2], strict=True))
        rows.append(Row(buckets=buckets, bounds=_bounds(row[-4:])))
    rows.sort(key=lambda row: [(ROW_ORDER[kind], text) for kind, text in row.buckets])
    unknown = " OR ".join(f"kind_{place} = 'unknown'" for place in places)
    alone = f"WITH counted AS ({counted}), placed AS (SELECT * FROM counted WHERE pos IN (SELECT pos FROM counted {joins} WHERE {unknown}))"
    return tuple(rows), _bounds(
        door.rows(f"{alone} {step.format(keys='')} {sums.format(keys='')}")[0]
    )


def _ground(door: Door, counted: str, number: int) -> Ground:
    central, high, undated, hedged, placeless, official, repeats, unknown_persons = door.rows(
        f"""
        WITH counted AS ({counted}), central AS (SELECT * FROM counted WHERE level >= 2)
        SELECT count(*), (SELECT count(*) FROM counted), count(*) FILTER (NOT known), count(*) FILTER (hedged),
               count(*) FILTER (starts_with(place_of_act, '|')), count(*) FILTER (official),
               coalesce(sum(repeats), 0), count(*) FILTER (NOT persons_known) FROM central
        """
    )[0]
    voices = door.rows(
        f"SELECT sole_voice, count(*) FROM ({counted}) WHERE level >= 2 AND sole_voice <> ''"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    )
    patterns = door.rows(
        f"SELECT count(*) FROM leveled WHERE kind <> 'incident' AND level_{number} > 0"
    )[0][0]
    excluded = door.rows(
        f"SELECT unknown_filter, count(*) FROM leveled WHERE kind = 'incident' AND passes = 1 AND raw_{number} > 0"
        " GROUP BY 1 ORDER BY 1"
    )
    voice, n_sole = voices[0] if voices else ("", 0)
    return Ground(
        central=_number(central),
        high=_number(high),
        date_unknown=_number(undated),
        date_hedged=_number(hedged),
        place_unknown=_number(placeless),
        sole_voice=str(voice),
        n_sole_voice=_number(n_sole),
        official=_number(official),
        repeats=_number(repeats),
        persons_unknown=_number(unknown_persons),
        patterns=_number(patterns),
        excluded={str(name): _number(number) for name, number in excluded},
    )


def _number(value: object) -> int:
    return int(str(value))
