"""The group: ristretto255 of libsodium, in which tokens are masked; the only importer of `rbcl`.

It depends on `rbcl`, which wraps libsodium, and on SHA-512 of the standard library.
Nothing of the arithmetic is done here: hashing to the group, random exponents, raising and the
check of a point are calls of the library.

Sources: RFC 9496 (ristretto255 and its map from 64 octets); libsodium, "Finite field arithmetic".
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import rbcl

if TYPE_CHECKING:
    from collections.abc import Iterable

OCTETS: Final = 32
_DOMAIN: Final = b"safeconduct/overlap/1\x00"


def token_of(key: str, *, context: str) -> bytes:
    """Map a key to a point, apart from every other agreement; it is never sent as it is."""
    hashed = hashlib.sha512(_DOMAIN + context.encode() + b"\x00" + key.encode()).digest()
    return bytes(rbcl.crypto_core_ristretto255_from_hash(hashed))


def fresh_exponent() -> bytes:
    """Draw a secret exponent."""
    return bytes(rbcl.crypto_core_ristretto255_scalar_random())


def raised(tokens: Iterable[bytes], *, exponent: bytes) -> tuple[bytes, ...]:
    """Raise tokens to a secret exponent and sort them.

    Safety: sorted masked tokens stand in an order that says nothing of the order before.
    """
    raise_to = rbcl.crypto_scalarmult_ristretto255
    return tuple(sorted(bytes(raise_to(exponent, token)) for token in tokens))


def is_token(octets: bytes) -> bool:
    """Tell whether octets are a point of the group, and not its neutral element."""
    return any(octets) and bool(rbcl.crypto_core_ristretto255_is_valid_point(octets))
