"""Adopts a value for each field of each incident, on columns: the form of `record/values.py`.

It depends on `door` and expects the table `said`, one row a live supporting statement.
Most incidents are of one mind; one pass over all statements settles them. The rest are few, and
for them the candidates of a field are ranked as the readable path ranks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.figures.columnar.door import Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that takes one value.

    columns: its columns in `said`. contains: when one value (`coarse`) contains another (`fine`).
    is_span: whether the columns are the two ends of a span. is_chain: for spans that all contain
    the finest, an aggregate that tells that of any two one contains the other.
    looked_at: the column that counting looks at, where it looks at less than the whole value.
    abroad: the bit of `said.abroad` that tells of this field that it lies outside the origin state;
    0 for a field of which nobody can say so.
    """

    name: str
    columns: tuple[str, ...]
    contains: str
    is_span: bool = False
    is_chain: str = ""
    looked_at: str = ""
    abroad: int = 0

    @property
    def contained(self) -> str:
        """The same question with coarse and fine in each other's place."""
        turned = self.contains.replace("coarse.", "\0").replace("fine.", "coarse.")
        return turned.replace("\0", "fine.")

    def named(self, alias: str) -> str:
        """Its columns under an alias, as an SQL list."""
        return ", ".join(f"{alias}.{column}" for column in self.columns)

    @property
    def aggregates(self) -> str:
        """What one pass over the statements of an incident keeps of the field.

        Values that agree in what counting looks at are one value. So are spans that all contain the
        finest one: where of any two one contains the other, or where all stand equally near their
        roots, no voice that differs within itself can change that.
        """
        first, last = self.columns[0], self.columns[-1]
        if not self.is_span:
            seen = self.looked_at or first
            return f"min({seen}) AS {first}, min({seen}) = max({seen}) AS is_one_{self.name}"
        same = " AND ".join(f"min({column}) = max({column})" for column in self.columns)
        nested = f"min({last} - {first}) = min({last}) - max({first})"
        return (
            f"max({first}) AS {first}, min({last}) AS {last}, ({same}) OR"
            f" ({nested} AND (min(depth) = max(depth) OR {self.is_chain})) AS is_one_{self.name}"
        )

    @property
    def chosen(self) -> str:
        """The strong half of what was kept where it says anything, else the weak half."""
        is_certain = f"strong.{self.columns[0]} IS NOT NULL"
        if self.abroad:
            is_certain = f"({is_certain} OR {self._is_abroad('strong')})"
        kept = (*self.columns, f"is_one_{self.name}")
        halves = [
            f"CASE WHEN {is_certain} THEN strong.{name} ELSE weak.{name} END AS {name}"
            for name in kept
        ]
        if self.abroad:
            halves.append(
                f"CASE WHEN {is_certain} THEN {self._is_abroad('strong')}"
                f" ELSE {self._is_abroad('weak')} END AS abroad_{self.name}"
            )
        return ", ".join([f"{is_certain} AS certain_{self.name}", *halves])

    def _is_abroad(self, half: str) -> str:
        return f"coalesce({half}.abroad, 0) & {self.abroad} <> 0"


def _equal(name: str) -> Field:
    return Field(name=name, columns=(name,), contains=f"coarse.{name} = fine.{name}")


def _place(name: str, *, state: str, abroad: int) -> Field:
    within = f"starts_with(fine.{name}, coarse.{name} || '/') AND NOT contains(coarse.{name}, '/')"
    return Field(
        name=name,
        columns=(name,),
        contains=f"(coarse.{name} = fine.{name} OR ({within}))",
        looked_at=state,
        abroad=abroad,
    )


def _span(name: str, lower: str, upper: str, *, is_chain: str) -> Field:
    return Field(
        name=name,
        columns=(lower, upper),
        contains=f"coarse.{lower} <= fine.{lower} AND fine.{upper} <= coarse.{upper}",
        is_span=True,
        is_chain=is_chain,
    )


# Whole days, months and years that share a day lie within each other.
_WHOLE_DATES: Final = "coalesce(bool_and(is_whole_date), false)"
_WIDE: Final = "(persons_min < persons_max)"
# Beside exact numbers there is one range.
_ONE_RANGE: Final = " AND ".join(
    f"coalesce(min({column}) FILTER {_WIDE} = max({column}) FILTER {_WIDE}, true)"
    for column in ("persons_min", "persons_max")
)
_HOSTS_WITHIN: Final = (
    "list_has_all(string_split(fine.hosts, ';'), string_split(coarse.hosts, ';'))"
)
SINGLE_FIELDS: Final = (
    _span("date", "first", "last", is_chain=_WHOLE_DATES),
    _equal("extent"),
    _place("place_of_act", state="state_of_act", abroad=1),
    _place("place_of_target", state="state_of_target", abroad=2),
    _equal("origin"),
    Field(name="hosts", columns=("hosts",), contains=_HOSTS_WITHIN, abroad=4),
    _equal("setting"),
    _equal("attribution"),
    _span("persons", "persons_min", "persons_max", is_chain=f"({_ONE_RANGE})"),
)

ABROAD_BITS: Final = MappingProxyType(
    {field.name: field.abroad for field in SINGLE_FIELDS if field.abroad}
)


def adopt(door: Door) -> None:
    """Fill `deciding`, one row an incident, and `adopted_NAME` for those not of one mind.

    `adopted_NAME(incident, columns…, certain, tied)` has one row a value, several in a tie.
    """
    door.script(
        "deciding",
        aggregates=", ".join(field.aggregates for field in SINGLE_FIELDS),
        chosen=", ".join(field.chosen for field in SINGLE_FIELDS),
        unsettled_columns=", ".join(column for field in SINGLE_FIELDS for column in field.columns),
        is_settled=" AND ".join(f"coalesce(is_one_{field.name}, true)" for field in SINGLE_FIELDS),
    )
    for field in SINGLE_FIELDS:
        door.script(
            "adopting",
            name=field.name,
            first=field.columns[0],
            columns=", ".join(field.columns),
            unsettled_columns=field.named("unsettled"),
            fine_columns=field.named("fine"),
            contains=field.contains,
            contained=field.contained,
        )
