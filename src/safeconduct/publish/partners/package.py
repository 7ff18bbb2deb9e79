"""A package: what it holds, for whom, how far it may go, for what, and by whose consent.

It depends on the parts, the consent, the partner, the signatures and the age format.
A further word of the manifest is a field here and a key in `manifest`.

The manifest is the same octets for the same package. Beside it lie a code, drawn once, which only
those two know who sealed and opened it, and a signature of the sender over both.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import tarfile
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.part import NAME, Part
from safeconduct.publish.partners.sharing_consent import require_consent
from safeconduct.publish.partners.signature import require_signature, signature_over
from safeconduct.publish.partners.toml_card import IDENTIFIER
from safeconduct.record.permission import AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from safeconduct.publish.partners.partner import Partner
    from safeconduct.publish.partners.sharing_consent import SharingConsent
    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

FORMAT: Final = "safeconduct-package-1"
MANIFEST: Final = "manifest.json"
CODE: Final = "code"
SIGNATURE: Final = "signature"
LARGEST: Final = 2**30  # octets of all parts together
_CODE_OCTETS: Final = 32
_ID: Final = re.compile(r"[0-9a-f]{16}")
_FIELDS: Final = ("id", "sender", "partner", "tlp", "purpose", "consent", "made_on", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What a package says about itself, and its parts.

    consent: the id of the consent. until: the last day on which it may be used.
    """

    id: str
    sender: str
    partner: str
    tlp: str
    purpose: str
    consent: str
    made_on: str
    until: str
    parts: tuple[Part, ...]

    @property
    def manifest(self) -> bytes:
        """The manifest: the same octets for the same package."""
        contents = [
            {
                "name": part.name,
                "group": part.group,
                "octets": len(part.octets),
                "sha256": hashlib.sha256(part.octets).hexdigest(),
            }
            for part in sorted(self.parts, key=lambda each: each.name)
        ]
        said = {name: getattr(self, name) for name in _FIELDS}
        written = {"format": FORMAT, **said, "contents": contents}
        return json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"

    @property
    def digest(self) -> str:
        """SHA-256 over the manifest, which names the digest of every part."""
        return hashlib.sha256(self.manifest).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under what a package goes: a blank one is declined, and so is what goes too far."""

    id: str
    sender: str
    tlp: str
    purpose: str
    consent: SharingConsent | None
    on: date


def packed(parts: Collection[Part], *, partner: Partner, terms: Terms) -> Package:
    """Put into a package what the consent lets out, and nothing else.

    Raises:
        Refusal: label, purpose or consent is missing or does not go so far; or nothing is left.
    """
    consent = require_consent(
        terms.consent, partner=partner.id, tlp=terms.tlp, purpose=terms.purpose, on=terms.on
    )
    # Safety: consent limits the octets themselves, not only what the partner is asked to respect.
    let_out = tuple(part for part in parts if part.group in consent.groups)
    if not let_out:
        raise Refusal(
            "a package of nothing",
            rule=f"the consent lets out {', '.join(consent.groups)}, and none of it is here",
            remedy="Name parts of these groups, or ask the person concerned.",
        )
    names = [part.name for part in let_out]
    if len(set(names)) != len(names) or {MANIFEST, CODE, SIGNATURE} & set(names):
        raise Refusal(
            "a package with two parts of one name",
            rule="a part is found by its name",
            remedy="Rename one of them.",
        )
    return Package(
        id=terms.id,
        sender=terms.sender,
        partner=partner.id,
        tlp=terms.tlp,
        purpose=terms.purpose,
        consent=consent.id,
        made_on=terms.on.isoformat(),
        until=consent.until.isoformat(),
        parts=let_out,
    )


def sealed(package: Package, *, partner: Partner, code: bytes, key: SigningKey) -> bytes:
    """Sign a package and encrypt it to its partner; its plaintext is in memory only."""
    parts = sorted(package.parts, key=lambda each: each.name)
    signature = signature_over(_signed(package, code), key)
    files = [(MANIFEST, package.manifest), (CODE, code), (SIGNATURE, signature)]
    octets = _archive([*files, *((part.name, part.octets) for part in parts)])
    return age_format.encrypted(octets, to=partner.keys)


def opened(octets: bytes, *, identity: str, roster: Roster, partner: str) -> tuple[Package, bytes]:
    """Open a package that came to a partner; return it with its code.

    Raises:
        InvalidRecord: the identity is none.
        BrokenIntegrity: it is not what was sealed for this key, or not what was signed.
        Refusal: nobody signed it, or somebody else than its sender; or it is for somebody else.
    """
    files = _files(age_format.decrypted(octets, identity=identity))
    code = files.pop(CODE, b"")
    manifest = files.pop(MANIFEST, b"")
    signature = files.pop(SIGNATURE, b"")
    package = _package(manifest, files)
    if package.manifest != manifest or len(code) != _CODE_OCTETS:
        raise _broken()
    require_signature(
        _signed(package, code), signature, roster=roster, by=package.sender, on=_day(package)
    )
    # Safety: a partner who passes a package on must not be taken for its sender.
    if package.partner != partner:
        raise Refusal(
            f"a package for {package.partner}",
            rule="a package is opened by the partner to whom its sender packed it",
            remedy="Ask its sender, or name yourself by --as as the sender knows you.",
        )
    return package, code


def _signed(package: Package, code: bytes) -> bytes:
    """What the sender signs: the manifest, and the code without giving it away."""
    return b"package\n" + package.manifest + hashlib.sha256(code).hexdigest().encode()


def _day(package: Package) -> date:
    try:
        return date.fromisoformat(package.made_on)
    except ValueError:
        raise _broken() from None


def _package(manifest: bytes, files: dict[str, bytes]) -> Package:
    try:
        said = json.loads(manifest)
        groups = {each["name"]: str(each["group"]) for each in said["contents"]}
        words = {name: str(said[name]) for name in _FIELDS}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _broken() from None
    # Safety: the id becomes the name of a file, and the label is what readers go by.
    if (
        set(groups) != set(files)
        or not _ID.fullmatch(words["id"])
        or words["tlp"] not in AUDIENCES
        or not all(map(IDENTIFIER.fullmatch, (words["sender"], words["partner"], words["consent"])))
    ):
        raise _broken()
    parts = [Part(name=name, group=groups[name], octets=files[name]) for name in sorted(files)]
    return Package(**words, parts=tuple(parts))


def _archive(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Write a tar whose octets depend on names and contents only."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, octets in files:
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(octets), 0o600
            archive.addfile(member, io.BytesIO(octets))
    return out.getvalue()


def _files(octets: bytes) -> dict[str, bytes]:
    """Read a tar that a partner may have made to harm: plain files with plain names, each once."""
    if len(octets) > LARGEST:
        raise _broken()
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(octets), mode="r:") as archive:
            for member in archive:
                # A sparse file could claim to be larger than any memory.
                is_plain = member.isreg() and not member.issparse()
                reader = archive.extractfile(member) if is_plain else None
                if reader is None or not NAME.fullmatch(member.name) or member.name in files:
                    raise _broken()
                files[member.name] = reader.read()
    except (tarfile.TarError, ValueError, OSError):
        raise _broken() from None
    # Safety: whatever else a tar can say (owners, times, further headers) could mark a copy.
    if _archive(list(files.items())) != octets:
        raise _broken()
    return files


def _broken() -> BrokenIntegrity:
    return BrokenIntegrity("The package", hint="Ask for it once more; nothing was written.")
