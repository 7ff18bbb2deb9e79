"""Adopts a value for each field of each incident, on columns: the SQL form of `record/values.py`.

It depends on `door` and expects the table `said`, one row a live supporting statement.
Most incidents are of one mind; one pass over all statements settles them. The rest are few, and for
them the candidates of a field are ranked as the readable path ranks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.figures.columnar.door import Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that takes one value: its columns in `said`, and when one value (`coarse`) contains another (`fine`)."""

    name: str
    columns: tuple[str, ...]
    contains: str
    is_span: bool = False

    @property
    def contained(self) -> str:
        """The same question with coarse and fine in each other's place."""
        return (
            self.contains.replace("coarse.", "\0")
            .replace("fine.", "coarse.")
            .replace("\0", "fine.")
        )

    def named(self, alias: str) -> str:
        """Its columns under an alias, as an SQL list."""
        return ", ".join(f"{alias}.{column}" for column in self.columns)


def _equal(name: str) -> Field:
    return Field(name=name, columns=(name,), contains=f"coarse.{name} = fine.{name}")


def _place(name: str) -> Field:
    same = f"coarse.{name} = fine.{name}"
    within = f"starts_with(fine.{name}, coarse.{name} || '/') AND NOT contains(coarse.{name}, '/')"
    return Field(name=name, columns=(name,), contains=f"({same} OR ({within}))")


SINGLE_FIELDS: Final = (
    Field(
        name="date",
        columns=("first", "last"),
        contains="coarse.first <= fine.first AND fine.last <= coarse.last",
        is_span=True,
    ),
    _equal("extent"),
    _place("place_of_act"),
    _place("place_of_target"),
    _equal("origin"),
    Field(
        name="hosts",
        columns=("hosts",),
        contains="list_has_all(string_split(fine.hosts, ';'), string_split(coarse.hosts, ';'))",
    ),
    _equal("setting"),
    _equal("attribution"),
    Field(
        name="persons",
        columns=("persons_min", "persons_max"),
        contains="coarse.persons_min <= fine.persons_min AND fine.persons_max <= coarse.persons_max",
        is_span=True,
    ),
)


def adopt(door: Door) -> None:
    """Fill `adopted_NAME(incident, columns…, certain)` for every single field: one row for each tied value."""
    for field in SINGLE_FIELDS:
        _considered(door, field)
        _nearest_the_root(door, field)
        _ranked(door, field)
        if field.name == "date":
            door.run("CREATE TABLE heard_date AS SELECT pos, incident FROM heard")


def _considered(door: Door, field: Field) -> None:
    """Strong statements where there are any, else weak ones; incidents of one mind are settled at once."""
    first = field.columns[0]
    one_mind = " AND ".join(f"min({column}) = max({column})" for column in field.columns)
    values = [f"min({column}) AS {column}" for column in field.columns]
    if field.is_span:
        # Spans that all contain the finest one are one value; where all stand equally near their
        # roots, no voice that differs within itself can change that.
        lower, upper = field.columns
        nested = f"min({upper} - {lower}) = min({upper}) - max({lower}) AND min(depth) = max(depth)"
        one_mind = f"({one_mind}) OR ({nested})"
        values = [f"max({lower}) AS {lower}", f"min({upper}) AS {upper}"]
    door.run(
        f"""
        CREATE OR REPLACE TABLE mind AS
        SELECT incident, is_strong, {one_mind} AS is_one, {", ".join(values)}
        FROM said WHERE {first} IS NOT NULL GROUP BY incident, is_strong;
        CREATE OR REPLACE TABLE deciding AS
        SELECT incident, bool_or(is_strong) AS certain, arg_max(is_one, is_strong) AS is_one,
               {", ".join(f"arg_max({column}, is_strong) AS {column}" for column in field.columns)}
        FROM mind GROUP BY incident;
        CREATE OR REPLACE TABLE considered AS
        SELECT said.pos, incident, voice, depth, grade, hedged, certain, {field.named("said")}
        FROM said JOIN deciding USING (incident)
        WHERE NOT deciding.is_one AND said.is_strong = deciding.certain AND said.{first} IS NOT NULL;
        """
    )


def _nearest_the_root(door: Door, field: Field) -> None:
    """Keep, for a voice that differs within itself, what its statements nearest the root say."""
    columns = ", ".join(field.columns)
    door.run(
        f"""
        CREATE OR REPLACE TABLE heard AS
        WITH own AS (SELECT DISTINCT incident, voice, {columns} FROM considered WHERE voice IS NOT NULL),
        torn AS (
            SELECT DISTINCT coarse.incident, coarse.voice FROM own AS coarse
            JOIN own AS fine ON fine.incident = coarse.incident AND fine.voice = coarse.voice
            WHERE NOT ({field.contains}) AND NOT ({field.contained})
        ),
        nearest AS (
            SELECT incident, voice, min(depth) AS depth FROM considered JOIN torn USING (incident, voice)
            GROUP BY ALL
        )
        SELECT considered.* FROM considered LEFT JOIN nearest USING (incident, voice)
        WHERE nearest.depth IS NULL OR considered.depth = nearest.depth;
        """
    )


def _ranked(door: Door, field: Field) -> None:
    """Rank the finest values by voices and grade; tied ones all stay."""
    columns = ", ".join(field.columns)
    door.run(
        f"""
        CREATE OR REPLACE TABLE adopted_{field.name} AS
        WITH distinct_value AS (SELECT DISTINCT incident, {columns} FROM heard),
        finest AS (
            SELECT * FROM distinct_value AS coarse WHERE NOT EXISTS (
                SELECT 1 FROM distinct_value AS fine
                WHERE fine.incident = coarse.incident AND {field.contains} AND NOT ({field.contained})
            )
        ),
        supported AS (
            SELECT fine.incident, {field.named("fine")}, bool_or(certain) AS certain,
                   count(DISTINCT voice) AS n_voices, min(grade) AS grade
            FROM finest AS fine JOIN heard AS coarse ON coarse.incident = fine.incident AND {field.contains}
            GROUP BY ALL
        ),
        placed AS (
            SELECT *, rank() OVER (PARTITION BY incident ORDER BY n_voices DESC, grade) AS place FROM supported
        )
        SELECT incident, {columns}, certain, count(*) OVER (PARTITION BY incident) > 1 AS tied
        FROM placed WHERE place = 1
        UNION ALL
        SELECT incident, {columns}, certain, false FROM deciding WHERE is_one;
        """
    )
