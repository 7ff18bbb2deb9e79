"""An organisation of states, with who belonged to it, in which standing, from when until when.

It depends on the term beside it.
A change of membership is one more `[[membership]]` in its file; nothing is overwritten there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.vocabulary.term import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

# "outside" is for a state known not to belong, where the list names not every member.
STATUSES = (
    "full",
    "associate",
    "observer",
    "partner",
    "signatory",
    "suspended",
    "withdrawn",
    "outside",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One state in one standing for one stretch of time.

    Dates are EDTF strings; an empty `until` means that it still holds, an empty `since` that no
    date was found.
    Two rows of one state may overlap: a member in law may have suspended its part in practice.
    `doubt` says in words what is weak or contested about the row.
    """

    state: str
    status: str
    since: str
    until: str
    source: str
    doubt: Mapping[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Term):
    """An organisation of states.

    `complete` is true where `memberships` names every full member, so absence means non-member.
    `security_cooperation` is what the paper's Table 1 prints, or what the file's own source says.
    """

    founded: str
    security_cooperation: bool
    complete: bool
    memberships: tuple[Membership, ...]
