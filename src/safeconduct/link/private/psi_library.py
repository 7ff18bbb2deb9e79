"""Two lists by OpenMined's library for private set intersection; its only importer.

It depends on `private_set_intersection`, which masks on NIST P-256 in the mode that tells only how
many. Masking and comparing are the library's own; this file calls it and counts tokens.
It holds the library's messages as octets, so that nothing else needs to know its classes.

Source: OpenMined, "PSI: Private Set Intersection protocol based on ECDH", cardinality mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import private_set_intersection.python as library
from google.protobuf.message import DecodeError

from safeconduct.errors import BrokenIntegrity

if TYPE_CHECKING:
    from collections.abc import Iterable

# Raw elements: exact, where a Bloom filter would let a stranger in now and then.
_STRUCTURE: Final = library.DataStructure.RAW
_UNUSED_RATE: Final = 1e-9  # of false positives; raw elements have none
_MESSAGES: Final = {
    "request": library.Request,
    "setup": library.ServerSetup,
    "response": library.Response,
}
_REVEALS: Final = False  # only the number, never which


def asking(keys: Iterable[str]) -> tuple[bytes, bytes]:
    """Mask the list of who asks; return the secret and the request."""
    client = library.client.CreateWithNewKey(_REVEALS)
    return client.GetPrivateKeyBytes(), client.CreateRequest(list(keys)).SerializeToString()


def offering(keys: Iterable[str], *, most_asked: int) -> tuple[bytes, bytes]:
    """Mask the list of who answers; return the secret and the setup."""
    server = library.server.CreateWithNewKey(_REVEALS)
    setup = server.CreateSetupMessage(_UNUSED_RATE, most_asked, sorted(keys), _STRUCTURE)
    return server.GetPrivateKeyBytes(), setup.SerializeToString()


def answering(request: bytes, *, secret: bytes) -> bytes:
    """Mask a request once more; the library sorts, so that no position leads back.

    Raises:
        BrokenIntegrity: the library does not accept it.
    """
    server = library.server.CreateFromKey(secret, _REVEALS)
    try:
        message = library.Request.FromString(request)
        return bytes(server.ProcessRequest(message).SerializeToString())
    except (DecodeError, RuntimeError, ValueError):
        raise BrokenIntegrity("The request", hint="Ask for it once more.") from None


def how_many(setup: bytes, response: bytes, *, secret: bytes) -> int:
    """Count how many tokens two masked lists share.

    Raises:
        BrokenIntegrity: the library does not accept them.
    """
    client = library.client.CreateFromKey(secret, _REVEALS)
    try:
        offered = library.ServerSetup.FromString(setup)
        answered = library.Response.FromString(response)
        return int(client.GetIntersectionSize(offered, answered))
    except (DecodeError, RuntimeError, ValueError):
        raise BrokenIntegrity("The answer", hint="Ask for it once more.") from None


def n_tokens(octets: bytes, kind: str) -> int:
    """Count the distinct tokens of a message; -1 where it is none, or asks for more than a number.

    A message that is not in the library's own form to the octet is none.
    """
    try:
        message = _MESSAGES[kind].FromString(octets)
    except DecodeError:
        return -1
    holder = message.raw if kind == "setup" else message
    elements = list(holder.encrypted_elements)
    is_plain = message.SerializeToString() == octets and not getattr(
        message, "reveal_intersection", False
    )
    return len(elements) if is_plain and len(set(elements)) == len(elements) else -1
