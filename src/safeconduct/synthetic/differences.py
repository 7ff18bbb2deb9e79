"""Differences: on what two sources may contradict each other, and what each then says.

It depends on `act`, `dice` and `plan`.
A further field to differ on is a line in `COLUMNS_OF` and a branch of `right_and_wrong`.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.synthetic.act import Act
    from safeconduct.synthetic.dice import Dice
    from safeconduct.synthetic.plan import Plan
    from safeconduct.synthetic.pool import Row

# The columns that hold each field.
COLUMNS_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "date": ("date", "date_extent"),
        "persons": ("persons_min", "persons_max"),
        "setting": ("setting",),
        "place_of_act": ("place_of_act",),
        "attribution": ("attribution",),
        "origin": ("origin",),
    }
)
CORRECTABLE: Final = ("date", "persons", "setting")
_SETTINGS: Final = ("street", "home")


def differing(dice: Dice, plan: Plan, *, free: bool) -> str:
    """Draw a field other than the date; `free` admits those that say who is accused."""
    fields = ["persons", "setting", "place_of_act"]
    if free:
        fields += ["attribution", "origin"] if len(plan.origins) > 1 else ["attribution"]
    return dice.pick(fields)


def right_and_wrong(column: str, act: Act, *, plan: Plan) -> tuple[Row, Row]:
    """Say what the act was in one field, and something else that it was not."""
    if column == "date":
        return _dates(act)
    if column == "persons":
        right = int(act.persons[0][0])
        return _persons(right), _persons(right + 7)
    if column == "place_of_act":
        other = plan.hosts[plan.hosts.index(act.hosts[0]) - 1]
        elsewhere = other if other != act.hosts[0] else act.origin
        return {column: f"{act.hosts[0]}/{act.town}"}, {column: elsewhere}
    if column == "origin":
        return {column: act.origin}, {column: plan.origins[plan.origins.index(act.origin) - 1]}
    if column == "attribution":
        other = "private" if act.attribution != "private" else "state-aligned"
        return {column: act.attribution}, {column: other}
    said = act.setting or _SETTINGS[0]
    return {column: said}, {column: _SETTINGS[said == _SETTINGS[0]]}


def text_of(column: str, row: Row) -> str:
    """Write what a statement says in one field as a decision writes it."""
    return row["persons_min"] if column == "persons" else row[column]


def _persons(number: int) -> Row:
    return {"persons_min": str(number), "persons_max": str(number)}


def _dates(act: Act) -> tuple[Row, Row]:
    month = act.dates[1]
    iso = date.fromordinal(act.day).isoformat()
    wrong = f"{int(iso[:4]) - 1:04}{iso[4:7]}"
    return (
        {"date": month, "date_extent": act.extents[1]},
        {"date": wrong, "date_extent": ""},
    )
