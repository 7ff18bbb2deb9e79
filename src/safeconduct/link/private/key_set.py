"""The keys of a list, each once, and the salted commitment to them.

It depends on the choice of key; it knows no protocol.
What a list loses on the way to its keys is counted here, so that nobody takes the number of keys
for the number of people.

Safety: neither repr nor message holds a key.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.link.private.key_choice import KeyChoice
    from safeconduct.link.private.named_person import NamedPerson

SALT_OCTETS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySet:
    """The keys, sorted; how many lines had none, and how many had that of an earlier line."""

    keys: tuple[str, ...] = field(repr=False)
    without: int = 0
    repeated: int = 0


def keys_of(people: Iterable[NamedPerson], *, choice: KeyChoice) -> KeySet:
    """Find the keys of a list."""
    found = [choice.key(person) for person in people]
    keyed = [key for key in found if key]
    keys = tuple(sorted(set(keyed)))
    return KeySet(keys=keys, without=len(found) - len(keyed), repeated=len(keyed) - len(keys))


def commitment(keys: KeySet, *, salt: bytes) -> str:
    """Commit to a set of keys: HMAC-SHA-256 under a secret salt, in hexadecimal digits.

    Safety: without the salt nobody can try out names on it; whoever made it can show salt and list
    to an arbiter later, and cannot show another list.
    """
    digest = hmac.new(salt, digestmod=hashlib.sha256)
    for key in keys.keys:
        octets = key.encode()
        digest.update(len(octets).to_bytes(4, "big") + octets)
    return digest.hexdigest()
