"""Signatures of packages and notices: who sent them, by a roster of partners that everybody keeps.

It depends on the SSH keys and on the roster of releases.
The form is SSHSIG of OpenSSH under a name of its own, so that no signature over a release is one
over a package; a further kind of thing to sign is one more word before its octets.

Safety: a signature lies inside the encryption, or in a notice that names nobody but its writer.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, Refusal, RejectedRows
from safeconduct.publish import roster as releases
from safeconduct.publish.ssh_keys import KIND, key_id, packed, unpacked, verifies

if TYPE_CHECKING:
    from datetime import date

    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

NAMESPACE: Final = "safeconduct-package"
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_HASH: Final = b"sha512"
_WIDTH: Final = 70
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_RULE: Final = "whoever sends a package, a receipt or a recall signs it with a key of the roster"


def roster_line(partner: str, key: SigningKey) -> str:
    """The line by which others know the signatures of a partner."""
    public = base64.b64encode(key.public).decode()
    return f'{partner} namespaces="{NAMESPACE}" {KIND} {public}\n'


def read_partners(octets: bytes, *, file: str) -> Roster:
    """Read a roster of partners: one that lets keys sign packages, and nothing else.

    Raises:
        RejectedRows: a line cannot be used, or a key stands twice; every problem at once.
    """
    # The roster of releases knows its own name only, so that each takes the place of the other.
    ours, theirs = f'"{NAMESPACE}"'.encode(), f'"{releases.NAMESPACE}"'.encode()
    swapped = octets.replace(theirs, b'"another"').replace(ours, theirs)
    try:
        return releases.read_roster(swapped, file=file)
    except RejectedRows as rejected:
        allowed = releases.ALLOWED.replace(releases.NAMESPACE, NAMESPACE)
        problems = [replace(each, allowed=allowed) for each in rejected.problems]
        raise RejectedRows(file, problems) from None


def signature_over(octets: bytes, key: SigningKey) -> bytes:
    """A signature, the same bytes that `ssh-keygen -Y sign -n safeconduct-package` writes."""
    proper = packed(KIND.encode(), key.sign(_to_sign(octets)))
    return _armoured(packed(key.public, NAMESPACE.encode(), b"", _HASH, proper))


def require_signature(
    octets: bytes, signature: bytes, *, roster: Roster, by: str, on: date
) -> None:
    """Refuse what is not signed, by whom it says, with a key that the roster knew on that day.

    Raises:
        Refusal: it is not signed, or by somebody else.
        BrokenIntegrity: the signature is none, or over other octets.
    """
    if not signature:
        raise Refusal(
            "what nobody signed",
            rule=_RULE,
            remedy="Ask for it once more, signed; earlier versions of this program did not sign.",
        )
    public, proper = _taken_apart(signature)
    signer = roster.signers.get(key_id(public))
    if not public:
        raise BrokenIntegrity("The signature", hint="Ask for it once more.")
    if signer is None or signer.public != public:
        raise Refusal(
            "a signature by nobody in the roster",
            rule=_RULE,
            remedy="Ask the partner, by another way, for the line of its key.",
        )
    if signer.person != by or not signer.may_sign_on(on):
        raise Refusal(
            f"a signature that is not {by}'s",
            rule="a key signs for the partner, and on the days, of its line in the roster",
            remedy="Ask the partner by another way who sent it.",
        )
    if not verifies(public, proper, message=_to_sign(octets)):
        raise BrokenIntegrity("The signature", hint="It is over something else; ask once more.")


def _taken_apart(octets: bytes) -> tuple[bytes, bytes]:
    """The public key and the signature proper; empty where a byte is not as it is written."""
    lines = octets.decode("ascii", errors="replace").split("\n")
    try:
        blob = base64.b64decode("".join(lines[1:-2]), validate=True)
    except (binascii.Error, ValueError):
        return b"", b""
    body = blob[len(_MAGIC + _VERSION) :]
    parts = unpacked(body) or (b"",)
    public, signature = parts[0], (*unpacked(parts[-1]), b"", b"")[1]
    # One form only: a second form of a signature would be a mark that nobody signed.
    again = packed(public, NAMESPACE.encode(), b"", _HASH, packed(KIND.encode(), signature))
    return (public, signature) if signature and _armoured(again) == octets else (b"", b"")


def _to_sign(octets: bytes) -> bytes:
    return _MAGIC + packed(NAMESPACE.encode(), b"", _HASH, hashlib.sha512(octets).digest())


def _armoured(body: bytes) -> bytes:
    lines = textwrap.wrap(base64.b64encode(_MAGIC + _VERSION + body).decode(), _WIDTH)
    return "\n".join((_BEGIN, *lines, _END, "")).encode()
