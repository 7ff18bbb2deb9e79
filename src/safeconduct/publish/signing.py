"""Signatures of a release: detached, by two people at least, over the exact bytes of its MANIFEST.

It depends on the manifest, the roster and the SSH keys.
The form is SSHSIG of OpenSSH, because `ssh-keygen -Y verify` is on nearly every machine already; a
further check of a release is one more line in `verify`.

Safety: a release that does not verify is not told from a forged one; nothing is returned for it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import textwrap
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.publish.manifest import MANIFEST, SIGNATURES, files_of, hold_against_manifest
from safeconduct.publish.roster import NAMESPACE
from safeconduct.publish.ssh_keys import KIND, key_id, packed, unpacked, verifies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.publish.roster import Roster, Signer
    from safeconduct.publish.ssh_keys import SigningKey

PEOPLE_NEEDED: Final = 2
SUFFIX: Final = ".sig"
_RELEASE: Final = "release.json"
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_HASH: Final = b"sha512"
_WIDTH: Final = 70
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_PARTS: Final = 5  # of a signature: key, namespace, nothing, hash, the signature proper


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A release that holds: the SHA-256 of its manifest, its day, who signed, how many files."""

    digest: str
    made_on: date
    people: tuple[str, ...]
    files: int


def signed(manifest: bytes, key: SigningKey) -> bytes:
    """A signature over a manifest, the same bytes that `ssh-keygen -Y sign` writes."""
    proper = packed(KIND.encode(), key.sign(_to_sign(manifest)))
    body = packed(key.public, NAMESPACE.encode(), b"", _HASH, proper)
    return _armoured(_MAGIC + _VERSION + body)


def sign(folder: Path, key: SigningKey) -> Path:
    """Sign a release on disk, beside its manifest; return the file of the signature.

    Raises:
        BrokenIntegrity: the files are not those of the manifest.
        Refusal: this key signed already.
    """
    manifest = hold_against_manifest(files_of(folder))
    path = folder / SIGNATURES / f"{key_id(key.public)}{SUFFIX}"
    if path.exists():
        raise Refusal(
            "a second signature by the same key",
            rule="each key signs a release once",
            remedy="Let another person sign it with a key of their own.",
        )
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(signed(manifest, key))
    return path


def verify(folder: Path, roster: Roster, *, needed: int = PEOPLE_NEEDED) -> Verified:
    """Check every byte of a release against its manifest, and the manifest against the people.

    Raises:
        BrokenIntegrity: anything was changed, added or taken away, a signature is not by somebody
            who could sign on that day, or too few people signed.
    """
    files = files_of(folder)
    manifest = hold_against_manifest(files)
    made_on = _day_of(files)
    people = set()
    for path, octets in files.items():
        if path.startswith(f"{SIGNATURES}/"):
            signer = _signer(path, octets, roster=roster, manifest=manifest)
            if not signer.may_sign_on(made_on):
                raise BrokenIntegrity(path, hint="Its key could not sign a release of that day.")
            people.add(signer.person)
    if len(people) < needed:
        raise BrokenIntegrity(
            f"This release ({len(people)} of at least {needed} people signed it)",
            hint="Do not use it before the others have signed it.",
        )
    return Verified(
        digest=hashlib.sha256(manifest).hexdigest(),
        made_on=made_on,
        people=tuple(sorted(people)),
        files=len(files),
    )


def _signer(path: str, octets: bytes, *, roster: Roster, manifest: bytes) -> Signer:
    """The person whose key made a signature."""
    public, signature = _taken_apart(octets)
    signer = roster.signers.get(key_id(public))
    if path != f"{SIGNATURES}/{key_id(public)}{SUFFIX}" or not signature:
        raise BrokenIntegrity(path, hint="It is no signature, or has another name than its key.")
    if signer is None or signer.public != public:
        raise BrokenIntegrity(path, hint="Its key does not stand in the roster.")
    if not verifies(public, signature, message=_to_sign(manifest)):
        raise BrokenIntegrity(path, hint=f"It is not over these bytes of {MANIFEST}.")
    return signer


def _taken_apart(octets: bytes) -> tuple[bytes, bytes]:
    """The public key and the signature proper; empty where a byte is not as it is written."""
    lines = octets.decode("ascii", errors="replace").split("\n")
    try:
        blob = base64.b64decode("".join(lines[1:-2]), validate=True)
    except (binascii.Error, ValueError):
        return b"", b""
    head = len(_MAGIC + _VERSION)
    parts = unpacked(blob[head:])
    if _armoured(blob) != octets or blob[:head] != _MAGIC + _VERSION or len(parts) != _PARTS:
        return b"", b""
    public, namespace, reserved, hashed, proper = parts
    kind, signature = (*unpacked(proper), b"", b"")[:2]
    is_ours = (namespace, reserved, hashed, kind) == (NAMESPACE.encode(), b"", _HASH, KIND.encode())
    # One form only: what stands behind the signature would be signed by nobody.
    return (public, signature) if is_ours and packed(kind, signature) == proper else (b"", b"")


def _to_sign(manifest: bytes) -> bytes:
    return _MAGIC + packed(NAMESPACE.encode(), b"", _HASH, hashlib.sha512(manifest).digest())


def _armoured(blob: bytes) -> bytes:
    lines = textwrap.wrap(base64.b64encode(blob).decode(), _WIDTH)
    return "\n".join((_BEGIN, *lines, _END, "")).encode()


def _day_of(files: Mapping[str, bytes]) -> date:
    """The day of a release, which its signed bytes say."""
    try:
        return date.fromisoformat(json.loads(files[_RELEASE])["made_on"])
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BrokenIntegrity(_RELEASE, hint="It does not say the day of the release.") from None
