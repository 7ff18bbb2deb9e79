"""Permission: how far the records of a corpus may go, and for what, as its masthead says.

It depends on the masthead, on the vocabulary of audiences and purposes, and on the errors.
An audience is a label of the Traffic Light Protocol, from the narrowest to the widest; a further
purpose is one new file in `vocabulary/purposes/`.

The rule is small and whole: a corpus says the widest audience and every purpose that **all** its
records admit. Blank promises nothing, so nothing leaves. Consent of a single person lives at the
desk; whoever takes records out of the desk writes the narrowest of their consents here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Refusal
from safeconduct.record.columns import SEPARATOR
from safeconduct.vocabulary import ids

if TYPE_CHECKING:
    from safeconduct.record.corpus import Masthead

# From the narrowest to the widest; the last is everybody.
AUDIENCES: Final = ("red", "amber-strict", "amber", "green", "clear")
EVERYBODY: Final = AUDIENCES[-1]
PUBLICATION: Final = "publication"


def purposes(masthead: Masthead) -> tuple[str, ...]:
    """What the records of a corpus may be used for; () where it says nothing."""
    return tuple(each for each in masthead.for_purposes.split(SEPARATOR) if each)


def require_permission(masthead: Masthead, *, audience: str, purpose: str) -> None:
    """Decline where a corpus does not say that its records may go to an audience for a purpose.

    Raises:
        NotFound: there is no such audience or purpose.
        Refusal: the corpus does not admit it.
    """
    if audience not in AUDIENCES:
        raise NotFound("audience", audience, hint=f"The audiences are {', '.join(AUDIENCES)}.")
    known = sorted(ids("purposes"))
    if purpose not in known:
        raise NotFound("purpose", purpose, hint=f"The purposes are {', '.join(known)}.")
    # Safety: silence is no consent, so a corpus that says nothing goes to nobody.
    widest = masthead.may_go_to
    if widest not in AUDIENCES or AUDIENCES.index(audience) > AUDIENCES.index(widest):
        raise Refusal(
            f"an export for the audience {audience}",
            rule=f"this corpus may go {f'to {widest} at most' if widest else 'to nobody yet'}",
            remedy="Export for a narrower audience, or leave out what may not go so far and write "
            "`may_go_to` into corpus.toml.",
        )
    if purpose not in purposes(masthead):
        admitted = ", ".join(purposes(masthead)) or "nothing yet"
        raise Refusal(
            f"an export for {purpose}",
            rule=f"this corpus may be used for: {admitted}",
            remedy="Name a purpose that every record admits, or add it to `for_purposes` in "
            "corpus.toml once each does.",
        )
