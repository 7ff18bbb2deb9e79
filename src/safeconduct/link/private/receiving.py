"""What is asked of every letter before anything is done with it.

It depends on the agreement and the letter; the two methods share it.
A further condition is one more line in `require_letter`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.link.private.beginning import require_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.link.private.agreement import Agreement
    from safeconduct.link.private.letter import Letter
    from safeconduct.link.private.own_part import OwnPart


def require_letter(letter: Letter, agreement: Agreement, *, kind: str) -> None:
    """Decline a letter that does not belong here.

    Raises:
        Refusal: it is of another agreement or kind, or larger than declared.
        BrokenIntegrity: what it says about itself does not hold.
    """
    if letter.agreement != agreement.digest or letter.owner not in agreement.lists:
        raise Refusal(
            "a letter of another agreement",
            rule="a letter is answered under the agreement whose digest it carries",
            remedy="Compare the agreement files of both sides.",
        )
    if letter.kind != kind:
        raise Refusal(
            f"a letter of the kind {letter.kind}",
            rule=f"here a letter of the kind {kind} is needed",
            remedy="Name the file of that kind; `safeconduct overlap look FILE` says what one is.",
        )
    begins = agreement.names.index(letter.owner)
    ring = (*agreement.names[begins:], *agreement.names[:begins])
    known = set(letter.masked_by) | {letter.owner}
    if letter.masked_by != ring[: len(letter.masked_by)] or set(letter.commitments) != known:
        raise BrokenIntegrity("The letter", hint="Ask for it once more.")
    require_size(agreement, letter.owner, number=letter.number)


def require_unanswered(letter: Letter, part: OwnPart) -> None:
    """Decline to answer an owner twice, or oneself.

    Raises:
        Refusal: the owner was answered already, or is the one who answers.
    """
    # Safety: under one exponent a second list could be compared with the first, name by name.
    if letter.owner in part.answered or letter.owner == part.name:
        raise Refusal(
            f"a second answer to {letter.owner}",
            rule="everybody answers every other list once in an epoch",
            remedy="Send the answer that was written then once more.",
        )


def require_one_commitment(letters: Iterable[Letter]) -> None:
    """Hold everybody to one list: the same commitment in every letter.

    Raises:
        BrokenIntegrity: somebody has two.
    """
    seen: dict[str, str] = {}
    for letter in letters:
        for name, digest in letter.commitments.items():
            if seen.setdefault(name, digest) != digest:
                raise BrokenIntegrity(f"The commitment of {name}", hint="Ask what was changed.")
