"""Memberships on a day: where the two states stand in each organisation that knows either.

It depends on the organisations of the vocabulary and on the stretches.
Overlapping standings are lines of their own: a member in law may have suspended its part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exposure.stretch import Holding, holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from safeconduct.vocabulary import Membership, Organisation

NO_MEMBER: Final = "no-member"
NOT_KNOWN: Final = "not-known"


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipLine:
    """One state in one standing in one organisation on the day.

    status: a word of the vocabulary, no-member where the list is complete without the state, or
        not-known.
    is_certain: whether it surely holds on the day, by its dates.
    """

    organisation: str
    state: str
    status: str
    since: str
    until: str
    source: str
    doubt: Mapping[str, str]
    is_certain: bool


def memberships(states: tuple[str, ...], *, on: date) -> tuple[MembershipLine, ...]:
    """Tell the standings of some states, in every organisation in which one of them has any."""
    found: list[MembershipLine] = []
    for organisation in vocabulary.organisations().values():
        lines = [(state, tuple(_standings(organisation, state, on))) for state in states]
        if any(standings for _, standings in lines):
            for state, standings in lines:
                found += standings or (_absent(organisation, state),)
    return tuple(found)


def _standings(organisation: Organisation, state: str, on: date) -> Iterable[MembershipLine]:
    for row in organisation.memberships:
        held = holding(row.since, row.until, on=on)
        if row.state == state and held:
            yield _line(organisation, row, is_certain=held is Holding.YES)


def _line(organisation: Organisation, row: Membership, *, is_certain: bool) -> MembershipLine:
    return MembershipLine(
        organisation=organisation.id,
        state=row.state,
        status=row.status,
        since=row.since,
        until=row.until,
        source=row.source,
        doubt=row.doubt or {},
        is_certain=is_certain,
    )


def _absent(organisation: Organisation, state: str) -> MembershipLine:
    return MembershipLine(
        organisation=organisation.id,
        state=state,
        status=NO_MEMBER if organisation.complete else NOT_KNOWN,
        since="",
        until="",
        source=f"Safeconduct, list of memberships, {organisation.id}",
        doubt={},
        is_certain=organisation.complete,
    )
