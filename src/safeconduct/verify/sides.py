"""Sides: which statements give which value for a field, and whether two values agree.

It depends on the record's accounts and values.
A field that may disagree without harm (labels of actors, lists of techniques) is left out of
`COMPARED`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from safeconduct.record.account import SUPPORTS
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import PERSONS
from safeconduct.record.values import Value
from safeconduct.verify.quantity import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.record.account import Account
    from safeconduct.record.columns import Cell
    from safeconduct.record.standing import Assessment

# The fields in which two statements cannot both be right. Actors are free labels, lists add up, and
# the motive has a check of its own.
COMPARED: Final = (
    "date",
    "place_of_act",
    "place_of_target",
    "origin",
    "hosts",
    "setting",
    "actor_organ_of",
    "attribution",
    PERSONS,
)

Said = tuple["Account", Value]


def said(assessment: Assessment, field: str) -> list[Said]:
    """The live supporting statements that give a known value, in the order of the table."""
    pairs = []
    for account in assessment.accounts:
        if account.role == SUPPORTS and account.is_live:
            value = _known(account, field)
            if value is not None:
                pairs.append((account, value))
    return pairs


def strongest(pairs: list[Said]) -> list[Said]:
    """What strong statements say; where no strong one speaks, what the weak ones say."""
    return [pair for pair in pairs if pair[0].is_strong] or pairs


def speaker(account: Account) -> str:
    """Whose word it is: its voice, or for a compilation, which has none, the source itself."""
    return account.voice or account.statement.source


def agree(one: Value, other: Value) -> bool:
    """Tell whether two values can both be right, one being as fine as the other or finer."""
    return _within(one, other) or _within(other, one)


def sides(pairs: Iterable[Said]) -> str:
    """Every value with the statements that give it: "shelter (st4, st8); home (st5)"."""
    behind: dict[str, list[str]] = {}
    for account, value in pairs:
        behind.setdefault(show(value), []).append(account.statement.id)
    return "; ".join(f"{value} ({', '.join(ids)})" for value, ids in behind.items())


def show(value: Value) -> str:
    """A value as a finding may show it."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, Place) and value.locality:
        # Safety: a locality is free text and may be somebody's address; the statement named beside
        # it has it.
        return f"{value.state}/…"
    if isinstance(value, PersonRange):
        return written((value.minimum, math.inf if value.maximum is None else value.maximum))
    return str(value)


def _known(account: Account, field: str) -> Value | None:
    if field == PERSONS:
        return _persons(account.values["persons_min"], account.values["persons_max"])
    value = account.values[field]
    return value if isinstance(value, str | PartialDate | Place | tuple) and value else None


def _persons(lowest: Cell, highest: Cell) -> PersonRange | None:
    if not isinstance(lowest, int):
        return None
    return PersonRange(lowest, highest if isinstance(highest, int) else None)


def _within(coarse: Value, fine: Value) -> bool:
    if isinstance(coarse, tuple) and isinstance(fine, tuple):
        return set(coarse) <= set(fine)
    if isinstance(coarse, PartialDate) and isinstance(fine, PartialDate):
        return coarse.contains(fine)
    if isinstance(coarse, Place) and isinstance(fine, Place):
        return coarse.contains(fine)
    if isinstance(coarse, PersonRange) and isinstance(fine, PersonRange):
        return coarse.contains(fine)
    return coarse == fine
