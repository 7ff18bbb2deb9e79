"""What either side remembers of a package: its id, its digest, its code, and what was said of it.

It depends on the package and its notices; the file that it makes is for its owner alone.
A further thing to remember is one more field here. Nothing of what the package holds is kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.publish.partners.notice import (
    RECALLED,
    Notice,
    require_seal,
    require_signer,
    with_seal,
)

if TYPE_CHECKING:
    from safeconduct.publish.partners.package import Package
    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

FORMAT: Final = "safeconduct-kept-package-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPackage:
    """A package as a line of the ledger; `said` holds kinds and days of notices, oldest first."""

    id: str
    digest: str
    sender: str
    partner: str
    tlp: str
    purpose: str
    consent: str
    until: str
    code: str = field(repr=False)
    said: tuple[str, ...] = ()

    @classmethod
    def of(cls, package: Package, *, code: bytes) -> KeptPackage:
        """What to remember of a package."""
        same = ("id", "digest", "sender", "partner", "tlp", "purpose", "consent", "until")
        return cls(**{name: getattr(package, name) for name in same}, code=code.hex())

    @property
    def as_kept(self) -> bytes:
        """The file for its owner alone."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1).encode() + b"\n"

    def saying(self, kind: str, *, by: str, on: str, key: SigningKey, reason: str = "") -> Notice:
        """Write a notice about the package, sealed and signed."""
        notice = Notice(kind=kind, package=self.id, digest=self.digest, by=by, on=on, reason=reason)
        return with_seal(notice, code=bytes.fromhex(self.code), key=key)

    def having_heard(self, notice: Notice, *, roster: Roster) -> KeptPackage:
        """The package after a notice that is proven, by the side that may give it.

        Raises:
            BrokenIntegrity: it is not what was sealed or signed.
            Refusal: nobody signed it, or not the side that may give such a notice.
        """
        writer = self.sender if notice.kind == RECALLED else self.partner
        # Safety: a partner who could recall in the sender's name could have evidence destroyed.
        if notice.by != writer:
            raise Refusal(
                f"a notice by {notice.by}",
                rule="a package is recalled by its sender, and opened or destroyed by its partner",
                remedy="Ask the partner by another way.",
            )
        require_signer(notice, roster=roster)
        require_seal(notice, code=bytes.fromhex(self.code), digest=self.digest)
        words = " ".join(filter(None, (notice.on, notice.kind, "by", notice.by, notice.reason)))
        return self if words in self.said else replace(self, said=(*self.said, words))


def read_kept(octets: bytes) -> KeptPackage:
    """Read the kept file.

    Raises:
        InvalidRecord: it is none.
    """
    try:
        kept = json.loads(octets)
        if kept.pop("format") != FORMAT:
            raise _none()  # one answer to everything that is wrong
        kept["said"] = tuple(kept["said"])
        found = KeptPackage(**kept)
        bytes.fromhex(found.code)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _none() from None
    return found


def _none() -> InvalidRecord:
    return InvalidRecord("kept package", [("file", f"is not of the format {FORMAT}")])
