"""What either side remembers of a package: its id, its digest, its code, and what was said of it.

It depends on the package and its notices; the file that it makes is for its owner alone.
A further thing to remember is one more field here. Nothing of what the package holds is kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.publish.partners.notice import Notice, require_seal, with_seal

if TYPE_CHECKING:
    from safeconduct.publish.partners.package import Package

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

    def saying(self, kind: str, *, by: str, on: str, reason: str = "") -> Notice:
        """Write a notice about the package, with its seal."""
        notice = Notice(kind=kind, package=self.id, digest=self.digest, by=by, on=on, reason=reason)
        return with_seal(notice, code=bytes.fromhex(self.code))

    def having_heard(self, notice: Notice) -> KeptPackage:
        """The package after a notice that is proven.

        Raises:
            BrokenIntegrity: it is not.
        """
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
