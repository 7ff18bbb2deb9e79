"""What an organisation keeps to itself during one run: secret, salt, commitment, whom it answered.

It depends on JSON and on the agreement; the file it makes is for its owner alone and is never sent.
A further thing to remember is one more field here.

Safety: the secret is forgotten once everybody has been answered, so that nobody can be made to
undo a mask later; neither repr nor message holds secret or salt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Refusal

if TYPE_CHECKING:
    from safeconduct.link.private.agreement import Agreement

FORMAT: Final = "safeconduct-overlap-secret-1"
_FIELDS: Final = frozenset(
    {"format", "name", "agreement", "epoch", "secret", "salt", "commitment", "answered"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """One organisation's part in one run.

    secret: the exponent, or the key of the library; empty once it has been forgotten.
    answered: whose lists it has masked; nobody is answered twice.
    """

    name: str
    agreement: str
    epoch: str
    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    commitment: str
    answered: tuple[str, ...] = ()

    @property
    def as_kept(self) -> bytes:
        """The file for its owner alone."""
        kept = {
            "format": FORMAT,
            "name": self.name,
            "agreement": self.agreement,
            "epoch": self.epoch,
            "secret": self.secret.hex(),
            "salt": self.salt.hex(),
            "commitment": self.commitment,
            "answered": list(self.answered),
        }
        return json.dumps(kept, indent=1).encode() + b"\n"

    def having_answered(self, owner: str, *, is_last: bool) -> OwnPart:
        """The part after an answer; the secret goes with the last one."""
        secret = b"" if is_last else self.secret
        return replace(self, answered=(*self.answered, owner), secret=secret)

    def forgetting(self) -> OwnPart:
        """The part without its secret."""
        return replace(self, secret=b"")


def read(octets: bytes, file: str) -> OwnPart:
    """Read the kept file.

    Raises:
        InvalidRecord: it is none.
    """
    try:
        kept = json.loads(octets)
        if set(kept) != _FIELDS or kept["format"] != FORMAT:
            raise _none(file)  # one answer to everything that is wrong
        return OwnPart(
            name=str(kept["name"]),
            agreement=str(kept["agreement"]),
            epoch=str(kept["epoch"]),
            secret=bytes.fromhex(kept["secret"]),
            salt=bytes.fromhex(kept["salt"]),
            commitment=str(kept["commitment"]),
            answered=tuple(map(str, kept["answered"])),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _none(file) from None


def _none(file: str) -> InvalidRecord:
    return InvalidRecord("own part", [(file, f"is not of the format {FORMAT}")])


def require_part(part: OwnPart, agreement: Agreement) -> None:
    """Decline a part that belongs to another agreement.

    Raises:
        Refusal: it does.
    """
    if part.agreement != agreement.digest or part.name not in agreement.names:
        raise Refusal(
            "an answer under another agreement",
            rule="a secret serves the one agreement for which it was drawn",
            remedy="Use the agreement with which you began, or begin a new epoch.",
        )
    if not part.secret:
        raise Refusal(
            "a further answer",
            rule="the secret of this run was forgotten with its last answer",
            remedy="Send the file that was written then once more, or agree on a new epoch.",
        )
