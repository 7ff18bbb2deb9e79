"""Signatures of OpenSSH (SSHSIG): what `ssh-keygen -Y sign` writes, over octets and in a namespace.

It depends on the SSH keys.
The namespace says what is signed, so that a signature over one kind of thing is none over another;
a further kind of thing is one more namespace at its owner's.

Source: the file PROTOCOL.sshsig of OpenSSH.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import textwrap
from typing import TYPE_CHECKING, Final

from safeconduct.publish.ssh_keys import KIND, packed, unpacked

if TYPE_CHECKING:
    from safeconduct.publish.ssh_keys import SigningKey

_MAGIC: Final = b"SSHSIG"
_HEAD: Final = _MAGIC + (1).to_bytes(4, "big")  # with the version of the form
_HASH: Final = b"sha512"
_WIDTH: Final = 70
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"


def signature_over(octets: bytes, key: SigningKey, *, namespace: str) -> bytes:
    """A signature, the same bytes that `ssh-keygen -Y sign -n NAMESPACE` writes."""
    proper = packed(KIND.encode(), key.sign(to_sign(octets, namespace=namespace)))
    return _armoured(key.public, proper, namespace=namespace)


def taken_apart(signature: bytes, *, namespace: str) -> tuple[bytes, bytes]:
    """The public key and the signature proper; empty where a byte is not as it is written.

    Safety: one form only; what stands in a second form, or behind the signature, nobody signed.
    """
    lines = signature.decode("ascii", errors="replace").split("\n")
    try:
        blob = base64.b64decode("".join(lines[1:-2]), validate=True)
    except (binascii.Error, ValueError):
        return b"", b""
    parts = unpacked(blob[len(_HEAD) :]) or (b"",)
    public, proper = parts[0], (*unpacked(parts[-1]), b"", b"")[1]
    again = _armoured(public, packed(KIND.encode(), proper), namespace=namespace)
    return (public, proper) if proper and again == signature else (b"", b"")


def to_sign(octets: bytes, *, namespace: str) -> bytes:
    """What the key of a signature signs: the digest of the octets with the namespace."""
    return _MAGIC + packed(namespace.encode(), b"", _HASH, hashlib.sha512(octets).digest())


def _armoured(public: bytes, proper: bytes, *, namespace: str) -> bytes:
    body = packed(public, namespace.encode(), b"", _HASH, proper)
    lines = textwrap.wrap(base64.b64encode(_HEAD + body).decode(), _WIDTH)
    return "\n".join((_BEGIN, *lines, _END, "")).encode()
