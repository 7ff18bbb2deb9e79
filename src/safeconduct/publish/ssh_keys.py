"""SSH keys: reads the files that `ssh-keygen -t ed25519` writes, signs and verifies with them.

It depends on cryptography, and is its only door.
Ed25519 is the one kind of key: its signatures are the same bytes each time, and every OpenSSH of
the last ten years verifies them. A further kind is one more name here.

Safety: a private key stands in no message and no repr.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_ssh_private_key,
)

from safeconduct.errors import Problem, RejectedRows

if TYPE_CHECKING:
    from collections.abc import Callable

KIND: Final = "ssh-ed25519"
_SHOWN: Final = 32  # hexadecimal digits; a name of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A private key, for as long as one command runs."""

    public: bytes
    sign: Callable[[bytes], bytes] = field(repr=False)


def packed(*parts: bytes) -> bytes:
    """Texts one after the other, each with its length before it, as SSH writes them."""
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def unpacked(octets: bytes) -> tuple[bytes, ...]:
    """Take such texts apart; () where the lengths do not fit."""
    found = []
    while octets:
        (length,) = struct.unpack(">I", octets[:4].rjust(4, b"\xff"))
        if length > len(octets) - 4:
            return ()
        found.append(octets[4 : 4 + length])
        octets = octets[4 + length :]
    return tuple(found)


def key_id(public: bytes) -> str:
    """The name of a public key in a file name: the beginning of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:_SHOWN]


def public_key(kind: str, text: str) -> bytes:
    """Read a public key as a line of a key file holds it; b"" where it is none of ours."""
    try:
        octets = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    parts = unpacked(octets)
    sound = kind == KIND and len(parts) == 2 and parts[0] == KIND.encode()  # noqa: PLR2004
    return octets if sound and _is_key(parts[1]) else b""


def _is_key(octets: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(octets)
    except ValueError:
        return False
    return True


def verifies(public: bytes, signature: bytes, *, message: bytes) -> bool:
    """Tell whether a signature over a message is that of a key that `public_key` returned."""
    key = Ed25519PublicKey.from_public_bytes(unpacked(public)[1])
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def signing_key(octets: bytes, *, file: str, passphrase: str = "") -> SigningKey:
    """Read a private key of OpenSSH.

    Raises:
        RejectedRows: it is no private key, of another kind, or locked by another passphrase.
    """
    try:
        key = load_ssh_private_key(octets, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _rejected(file, "a file that is no key, or is locked by another passphrase") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _rejected(file, "a key of another kind")
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return SigningKey(public=packed(KIND.encode(), raw), sign=key.sign)


def is_locked(octets: bytes) -> bool:
    """Tell whether a private key needs a passphrase."""
    try:
        load_ssh_private_key(octets, None)
    except TypeError:
        return True
    except (ValueError, UnsupportedAlgorithm):
        return False
    return False


def _rejected(file: str, found: str) -> RejectedRows:
    allowed = "a private key that ssh-keygen -t ed25519 wrote"
    problem = Problem(file=file, row=0, column="", found=found, allowed=allowed)
    return RejectedRows(file, [problem])
