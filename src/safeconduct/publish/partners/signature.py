"""Signatures of packages and notices: who sent them, by a roster of partners that everybody keeps.

It depends on the signatures and keys of SSH and on the roster of releases.
The form is SSHSIG of OpenSSH under a name of its own, so that no signature over a release is one
over a package; a further kind of thing to sign is one more word before its octets.

Safety: a signature lies inside the encryption, or in a notice that names nobody but its writer.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.publish import ssh_signatures
from safeconduct.publish.roster import read_roster
from safeconduct.publish.ssh_keys import KIND, key_id, verifies

if TYPE_CHECKING:
    from datetime import date

    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

NAMESPACE: Final = "safeconduct-package"
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
    return read_roster(octets, file=file, namespace=NAMESPACE)


def signature_over(octets: bytes, key: SigningKey) -> bytes:
    """A signature, the same bytes that `ssh-keygen -Y sign -n safeconduct-package` writes."""
    return ssh_signatures.signature_over(octets, key, namespace=NAMESPACE)


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
    public, proper = ssh_signatures.taken_apart(signature, namespace=NAMESPACE)
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
    message = ssh_signatures.to_sign(octets, namespace=NAMESPACE)
    if not verifies(public, proper, message=message):
        raise BrokenIntegrity("The signature", hint="It is over something else; ask once more.")
