"""A bond: whether a state is bound by an instrument on a day, as far as the list of parties says.

It depends on the rules of instruments, the memberships of the vocabulary, and the stretches.
A state of which a list says nothing is "not known", save where the list is said to be complete; a
new status of parties is sorted into one of the sets below.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exposure.stretch import Holding, holding
from safeconduct.vocabulary import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from safeconduct.exposure.instrument_rules import InstrumentRules

SIGNATORY: Final = "signatory"
RESERVED: Final = "reserved"
_BINDS: Final = frozenset({"party", RESERVED, "full"})
_ENDS: Final = frozenset({"suspended", "withdrawn"})


class Bound(StrEnum):
    """Whether a state is bound."""

    YES = "bound"
    MAY = "may-be-bound"
    NO = "not-bound"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """One state's tie to one instrument on one day.

    standings: what the list records for the day, each a status with the date since when; several
        where they overlap. notes: what the list adds in words.
    """

    instrument: str
    state: str
    bound: Bound
    standings: tuple[tuple[str, str], ...]
    source: Citation
    is_weak: bool
    notes: tuple[Mapping[str, str], ...]

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses recorded for the day."""
        return frozenset(status for status, _ in self.standings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What parties and memberships have in common."""

    status: str
    since: str
    until: str
    source: Citation
    is_weak: bool
    note: Mapping[str, str]


def bond(rules: InstrumentRules, state: str, *, towards: str, on: date) -> Bond:
    """Tell how a state is tied to an instrument on a day, in its relation to another state."""
    rows = tuple(_rows(rules, state, towards))
    live = [(row, holding(row.since, row.until, on=on)) for row in rows]
    live = [(row, held) for row, held in live if held]
    shown = tuple(row for row, _ in live)
    return Bond(
        instrument=rules.id,
        state=state,
        bound=_bound(rules, live) if rows else _absent(rules, state),
        standings=tuple((row.status, row.since) for row in shown),
        source=shown[0].source if shown else _list_of(rules),
        is_weak=any(row.is_weak for row in shown),
        notes=tuple(row.note for row in shown if row.note),
    )


def together(bonds: Iterable[Bond]) -> Bound:
    """Tell whether all are bound: one that is not settles it, one that is not known leaves it."""
    found = {each.bound for each in bonds}
    for answer in (Bound.NO, Bound.NOT_KNOWN, Bound.MAY):
        if answer in found:
            return answer
    return Bound.YES


def _rows(rules: InstrumentRules, state: str, towards: str) -> Iterable[_Row]:
    if rules.organisation:
        for membership in vocabulary.organisations()[rules.organisation].memberships:
            if membership.state == state:
                yield _Row(
                    status=membership.status,
                    since=membership.since,
                    until=membership.until,
                    source=Citation(
                        title=membership.source, section=f"membership, {rules.organisation}"
                    ),
                    is_weak=False,
                    note=membership.doubt or {},
                )
        return
    for party in rules.parties:
        if party.state == state and (not party.towards or towards in party.towards):
            yield _Row(
                status=party.status,
                since=party.since,
                until=party.until,
                source=party.source,
                is_weak=party.is_weak,
                note=party.note,
            )


def _bound(rules: InstrumentRules, live: Sequence[tuple[_Row, Holding]]) -> Bound:
    binding = [held for row, held in live if row.status in _BINDS]
    ending = [held for row, held in live if row.status in _ENDS]
    if not binding:
        signed = any(row.status == SIGNATORY and not row.until for row, _ in live)
        # A signature that led nowhere may only be one whose ratification nobody found.
        return Bound.NOT_KNOWN if signed and not rules.organisation else Bound.NO
    # In an organisation a suspension stands beside a membership that goes on in law.
    if Holding.YES in ending and not rules.organisation:
        return Bound.NO
    return Bound.MAY if ending or Holding.YES not in binding else Bound.YES


def _absent(rules: InstrumentRules, state: str) -> Bound:
    return Bound.NO if _is_complete(rules) or _is_stranger(rules, state) else Bound.NOT_KNOWN


def _is_stranger(rules: InstrumentRules, state: str) -> bool:
    """Tell whether an instrument is for the states of an organisation, and this was never one."""
    if not rules.among:
        return False
    memberships = vocabulary.organisations()[rules.among].memberships
    return state not in {membership.state for membership in memberships}


def _is_complete(rules: InstrumentRules) -> bool:
    if rules.organisation:
        return vocabulary.organisations()[rules.organisation].complete
    return rules.complete


def _list_of(rules: InstrumentRules) -> Citation:
    return Citation(
        title="Safeconduct, list of parties",
        section=rules.organisation or rules.id,
        date=rules.as_of,
    )
