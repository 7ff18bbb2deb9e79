"""A letter: the one file that goes from an organisation to the next, and what is in it.

It depends on JSON for the first line; the octets behind it are the tokens, or the library's own.
A further kind of letter is one more word in `KINDS`.

A letter is a line of JSON that a person can read, and then what the line announces: so many tokens
in so many octets. There is nothing else in it, and no compression in which anything could hide.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "safeconduct-overlap-1"
TOKENS: Final = "tokens"
REQUEST: Final = "request"
SETUP: Final = "setup"
RESPONSE: Final = "response"
KINDS: Final = (TOKENS, REQUEST, SETUP, RESPONSE)
_LONGEST_HEAD: Final = 4096  # octets; eight lists and their commitments take a quarter of it
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_FIELDS: Final = frozenset(
    {"format", "kind", "agreement", "epoch", "owner", "masked_by", "number", "commitments"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What one organisation hands to another.

    kind: what the octets are. agreement: its digest. owner: whose list it is. masked_by: who has
    masked it, in order. number: how many tokens. commitments: of everybody who has masked it.
    """

    kind: str
    agreement: str
    epoch: str
    owner: str
    masked_by: tuple[str, ...]
    number: int
    commitments: Mapping[str, str]
    octets: bytes = field(repr=False)

    @property
    def as_sent(self) -> bytes:
        """The whole file."""
        head = {
            "format": FORMAT,
            "kind": self.kind,
            "agreement": self.agreement,
            "epoch": self.epoch,
            "owner": self.owner,
            "masked_by": list(self.masked_by),
            "number": self.number,
            "commitments": dict(sorted(self.commitments.items())),
        }
        return json.dumps(head).encode() + b"\n" + self.octets


def read(octets: bytes, file: str) -> Letter:
    """Read a letter; whether it fits the agreement is asked by who receives it.

    Raises:
        InvalidRecord: it is no letter.
    """
    line, newline, _ = octets[: _LONGEST_HEAD + 1].partition(b"\n")
    if not newline or len(line) > _LONGEST_HEAD:
        raise InvalidRecord("letter", [(file, "has no first line that says what it is")])
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidRecord("letter", [(file, "has a first line that is not JSON")]) from None
    if not isinstance(head, dict) or set(head) != _FIELDS or head["format"] != FORMAT:
        raise InvalidRecord("letter", [(file, f"is not of the format {FORMAT}")])
    problems = _wrong(head)
    if problems:
        raise InvalidRecord("letter", [(f"{file} {name}", what) for name, what in problems])
    return Letter(
        kind=head["kind"],
        agreement=head["agreement"],
        epoch=head["epoch"],
        owner=head["owner"],
        masked_by=tuple(head["masked_by"]),
        number=head["number"],
        commitments=head["commitments"],
        octets=octets[len(line) + 1 :],
    )


def _wrong(head: Mapping[str, object]) -> list[tuple[str, str]]:
    problems = [
        (name, "is not a text")
        for name in ("agreement", "epoch", "owner")
        if not isinstance(head[name], str)
    ]
    if head["kind"] not in KINDS:
        problems.append(("kind", f"is none of {', '.join(KINDS)}"))
    if type(head["number"]) is not int or head["number"] < 0:
        problems.append(("number", "is not a whole number"))
    masked_by, commitments = head["masked_by"], head["commitments"]
    if not isinstance(masked_by, list) or not all(isinstance(one, str) for one in masked_by):
        problems.append(("masked_by", "is not a list of names"))
    if not isinstance(commitments, dict) or not all(
        isinstance(one, str) and _DIGEST.fullmatch(one) for one in commitments.values()
    ):
        problems.append(("commitments", "are not digests"))
    return problems
