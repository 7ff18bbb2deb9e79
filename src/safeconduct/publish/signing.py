"""Signatures of a release: detached, by two people at least, over the exact bytes of its MANIFEST.

It depends on the manifest, the roster and the signatures of SSH.
The form is SSHSIG of OpenSSH, because `ssh-keygen -Y verify` is on nearly every machine already; a
further check of a release is one more line in `verify`.

Safety: a release that does not verify is not told from a forged one; nothing is returned for it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.publish.manifest import MANIFEST, SIGNATURES, files_of, hold_against_manifest
from safeconduct.publish.roster import NAMESPACE
from safeconduct.publish.ssh_keys import key_id, verifies
from safeconduct.publish.ssh_signatures import signature_over, taken_apart, to_sign

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.publish.roster import Roster, Signer
    from safeconduct.publish.ssh_keys import SigningKey

PEOPLE_NEEDED: Final = 2
SUFFIX: Final = ".sig"
_RELEASE: Final = "release.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A release that holds: the SHA-256 of its manifest, its day, who signed, how many files."""

    digest: str
    made_on: date
    people: tuple[str, ...]
    files: int


def signed(manifest: bytes, key: SigningKey) -> bytes:
    """A signature over a manifest, the same bytes that `ssh-keygen -Y sign` writes."""
    return signature_over(manifest, key, namespace=NAMESPACE)


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
    public, signature = taken_apart(octets, namespace=NAMESPACE)
    signer = roster.signers.get(key_id(public))
    if path != f"{SIGNATURES}/{key_id(public)}{SUFFIX}" or not signature:
        raise BrokenIntegrity(path, hint="It is no signature, or has another name than its key.")
    if signer is None or signer.public != public:
        raise BrokenIntegrity(path, hint="Its key does not stand in the roster.")
    if not verifies(public, signature, message=to_sign(manifest, namespace=NAMESPACE)):
        raise BrokenIntegrity(path, hint=f"It is not over these bytes of {MANIFEST}.")
    return signer


def _day_of(files: Mapping[str, bytes]) -> date:
    """The day of a release, which its signed bytes say."""
    try:
        return date.fromisoformat(json.loads(files[_RELEASE])["made_on"])
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BrokenIntegrity(_RELEASE, hint="It does not say the day of the release.") from None
