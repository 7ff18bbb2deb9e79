"""Membership: whether a state was in an organisation on a day, as far as the vocabulary can tell.

It depends on the vocabulary of organisations and on partial dates.
A change of membership is one more row in the file of the organisation; a new status of membership
is weighed here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record import partial_date

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate
    from safeconduct.vocabulary import Membership, Organisation

# A signatory that never ratified takes part in some bodies; nobody is told here that it stands
# outside.
INSIDE: Final = frozenset({"full", "associate", "signatory"})
SUSPENDED: Final = "suspended"


def is_surely_outside(organisation: Organisation, state: str, *, on: PartialDate) -> bool:
    """Tell whether the state cannot have been a member on any day that the date may mean.

    An organisation whose list of members is not complete excludes nobody.
    """
    return organisation.complete and not any(
        row.state == state and row.status in INSIDE and _may_hold(row, on)
        for row in organisation.memberships
    )


def is_surely_suspended(organisation: Organisation, state: str, *, on: PartialDate) -> bool:
    """Tell whether the state's participation was suspended on every day that the date may mean."""
    return any(
        row.state == state and row.status == SUSPENDED and _surely_holds(row, on)
        for row in organisation.memberships
    )


def _may_hold(row: Membership, on: PartialDate) -> bool:
    begins = partial_date.parse(row.since).earliest if row.since else date.min
    ends = partial_date.parse(row.until).latest if row.until else date.max
    return begins <= on.latest and on.earliest <= ends


def _surely_holds(row: Membership, on: PartialDate) -> bool:
    if not row.since:
        return False
    ends = partial_date.parse(row.until).earliest if row.until else date.max
    return partial_date.parse(row.since).latest <= on.earliest and on.latest <= ends
