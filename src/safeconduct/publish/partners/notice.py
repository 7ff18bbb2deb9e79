"""Notices about a package: that it was opened or destroyed, and that it is recalled.

It depends on HMAC of the standard library, on the code in every package, and on the signatures.
A further kind of notice is one more word in `KINDS`.

A seal proves that whoever wrote it has sealed or opened the package: only these two know the code;
a signature says which of the two. It names the package by its id, and nothing that is in it, so
that it can go in the clear.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, InvalidRecord
from safeconduct.publish.partners.signature import require_signature, signature_over
from safeconduct.publish.partners.toml_card import IDENTIFIER

if TYPE_CHECKING:
    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

FORMAT: Final = "safeconduct-notice-1"
OPENED: Final = "opened"
DESTROYED: Final = "destroyed"
RECALLED: Final = "recalled"
KINDS: Final = (OPENED, DESTROYED, RECALLED)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Why a package is recalled; no word of it is about a person.
REASONS: Final = ("consent-withdrawn", "danger", "mistake", "superseded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What somebody says about a package; `reason` is blank unless it is recalled."""

    kind: str
    package: str
    digest: str
    by: str
    on: str
    reason: str = ""
    seal: str = ""
    signature: str = ""

    def __post_init__(self) -> None:
        """Refuse a notice that says nothing that is known.

        Raises:
            InvalidRecord: the kind or the reason is none.
        """
        problems = []
        if self.kind not in KINDS:
            problems.append(("kind", f"is none of {', '.join(KINDS)}"))
        if (self.reason in REASONS) != (self.kind == RECALLED):
            problems.append(("reason", f"is, of a recall only, one of {', '.join(REASONS)}"))
        if not IDENTIFIER.fullmatch(self.by):
            problems.append(("by", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if not _DAY.fullmatch(self.on):
            problems.append(("on", "is not a day as YYYY-MM-DD"))
        if problems:
            raise InvalidRecord("notice", problems)

    @property
    def as_sent(self) -> bytes:
        """The file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1).encode() + b"\n"


def with_seal(notice: Notice, *, code: bytes, key: SigningKey) -> Notice:
    """The notice with its seal, and the signature of its writer over both."""
    with_seal = replace(notice, seal=_seal(notice, code))
    return replace(with_seal, signature=signature_over(_signed(with_seal), key).decode())


def require_signer(notice: Notice, *, roster: Roster) -> None:
    """Refuse a notice that is not signed by whom it names.

    Raises:
        Refusal: nobody signed it, or somebody else.
        BrokenIntegrity: the signature is over something else.
    """
    try:
        on = date.fromisoformat(notice.on)
    except ValueError:
        raise _none() from None
    octets = notice.signature.encode()
    require_signature(_signed(notice), octets, roster=roster, by=notice.by, on=on)


def require_seal(notice: Notice, *, code: bytes, digest: str) -> None:
    """Refuse a notice about another package, or by somebody who never had it.

    Raises:
        BrokenIntegrity: it is.
    """
    # Compared in constant time, since whoever sends notices could measure it.
    is_sealed = hmac.compare_digest(_seal(notice, code), notice.seal)
    if not is_sealed or notice.digest != digest:
        raise BrokenIntegrity("The notice", hint="Ask the partner by another way.")


def read_notice(octets: bytes) -> Notice:
    """Read a notice; whether it is true is asked by `require_seal`.

    Raises:
        InvalidRecord: it is none.
    """
    try:
        said = json.loads(octets)
        form = said.pop("format")
        if form != FORMAT or not all(
            isinstance(value, str) and value.isascii() for value in said.values()
        ):
            raise _none()  # one answer to everything that is wrong
        return Notice(**said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise (problem if isinstance(problem, InvalidRecord) else _none()) from None


def _seal(notice: Notice, code: bytes) -> str:
    said = asdict(notice) | {"seal": "", "signature": ""}
    text = json.dumps(said, sort_keys=True)
    return hmac.new(code, f"{FORMAT}\n{text}".encode(), hashlib.sha256).hexdigest()


def _signed(notice: Notice) -> bytes:
    said = asdict(notice) | {"signature": ""}
    return b"notice\n" + json.dumps(said, sort_keys=True).encode()


def _none() -> InvalidRecord:
    return InvalidRecord("notice", [("file", f"is not of the format {FORMAT}")])
