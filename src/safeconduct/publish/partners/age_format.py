"""The age format: octets encrypted to the key of a partner; the only importer of `pyrage`.

It depends on pyrage, which is the Rust implementation of age; no cipher is chosen here.
A further kind of key that age knows is one more line in `_recipient`.

Source: C2SP, "The age file encryption format, version 1".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
from pyrage import x25519

from safeconduct.errors import BrokenIntegrity, InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Iterable


def fresh_identity() -> str:
    """Draw a secret key, as age writes it."""
    return str(x25519.Identity.generate())


def public_key(identity: str) -> str:
    """The public key of a secret one.

    Raises:
        InvalidRecord: it is no secret key.
    """
    return str(_identity(identity).to_public())


def require_public_key(text: str) -> None:
    """Refuse what is no public key.

    Raises:
        InvalidRecord: it is none.
    """
    _recipient(text)


def encrypted(octets: bytes, *, to: Iterable[str]) -> bytes:
    """Encrypt to public keys; whoever holds one of the secret ones can open it.

    Raises:
        InvalidRecord: one of them is no public key.
    """
    return bytes(pyrage.encrypt(octets, [_recipient(each) for each in to]))


def decrypted(octets: bytes, *, identity: str) -> bytes:
    """Open what was encrypted to this key.

    Raises:
        InvalidRecord: it is no secret key.
        BrokenIntegrity: it was encrypted to another key, or has been changed.
    """
    try:
        return bytes(pyrage.decrypt(octets, [_identity(identity)]))
    except pyrage.DecryptError:
        raise BrokenIntegrity(
            "The package", hint="Ask whether it was encrypted to this key, and for it once more."
        ) from None


def _recipient(text: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise InvalidRecord("partner", [("age", "is not a public key of age")]) from None


def _identity(text: str) -> x25519.Identity:
    # Safety: the library's own words could quote the key, so that they are not passed on.
    try:
        return x25519.Identity.from_str(text.strip())
    except pyrage.IdentityError:
        raise InvalidRecord("identity", [("file", "is not a secret key of age")]) from None
