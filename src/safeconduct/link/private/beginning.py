"""The beginning: a list becomes keys, is committed to, and its size is held to the agreement.

It depends on the agreement, the keys and the kept part; the two methods share it.
A further condition for taking part is one more check in `require_size` or `require_first_time`.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from safeconduct.errors import NotFound, Refusal
from safeconduct.link.private.agreement import FEWEST_KEYS
from safeconduct.link.private.key_set import SALT_OCTETS, commitment
from safeconduct.link.private.own_part import OwnPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.link.private.agreement import Agreement
    from safeconduct.link.private.key_set import KeySet


def own_part(agreement: Agreement, *, name: str, keys: KeySet, secret: bytes) -> OwnPart:
    """Commit to a list under a fresh salt.

    Raises:
        NotFound: no list of the agreement has that name.
        Refusal: the list is larger than agreed, or so small that it asks about single people.
    """
    if name not in agreement.lists:
        hint = f"The agreement names {', '.join(agreement.names)}."
        raise NotFound("list of this agreement", name, hint=hint)
    require_size(agreement, name, number=len(keys.keys))
    salt = secrets.token_bytes(SALT_OCTETS)
    return OwnPart(
        name=name,
        agreement=agreement.digest,
        epoch=agreement.epoch,
        secret=secret,
        salt=salt,
        commitment=commitment(keys, salt=salt),
    )


def require_size(agreement: Agreement, name: str, *, number: int) -> None:
    """Decline a list that is not as large as agreed.

    Raises:
        Refusal: it has more keys than were agreed, or fewer than any list may have.
    """
    if number > agreement.lists[name]:
        raise Refusal(
            f"a list of {number} keys from {name}",
            rule=f"the agreement admits {agreement.lists[name]} from it",
            remedy="A list that grew is a new agreement; nobody tries names out under this one.",
        )
    if number < FEWEST_KEYS:
        raise Refusal(
            f"a list of {number} keys from {name}",
            rule=f"a list of fewer than {FEWEST_KEYS} keys asks about single people",
            remedy="Join lists, or wait until the list has grown.",
        )


def require_first_time(agreement: Agreement, earlier: Iterable[OwnPart]) -> None:
    """Decline a second run in one epoch.

    Raises:
        Refusal: a part of that epoch is kept already.
    """
    # Safety: two runs that differ by one name tell whether that name is on the other list.
    if any(part.epoch == agreement.epoch for part in earlier):
        raise Refusal(
            f"a second run in the epoch {agreement.epoch}",
            rule="an organisation takes part once in an epoch, because two runs that differ by one "
            "name answer for that name",
            remedy="Go on with the run that was begun, or agree on the next epoch.",
        )
