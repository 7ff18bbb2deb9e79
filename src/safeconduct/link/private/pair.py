"""Two lists by the library: the first asks and counts, the second offers and answers.

It depends on `psi_library` and on the letters.
The protocol, its assumptions and what it gives away stand in `docs/private-overlap.md`.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.link.private import psi_library
from safeconduct.link.private.beginning import own_part
from safeconduct.link.private.letter import REQUEST, RESPONSE, SETUP, Letter
from safeconduct.link.private.own_part import require_part
from safeconduct.link.private.receiving import (
    require_letter,
    require_one_commitment,
    require_unanswered,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.link.private.agreement import Agreement
    from safeconduct.link.private.key_set import KeySet
    from safeconduct.link.private.own_part import OwnPart


def begin(agreement: Agreement, *, name: str, keys: KeySet) -> tuple[OwnPart, Letter]:
    """Mask one's own list: the first of the agreement asks, the second offers.

    Raises:
        NotFound: no list of the agreement has that name.
        Refusal: the list is not as large as agreed.
    """
    part = own_part(agreement, name=name, keys=keys, secret=b"")
    # The digest of the agreement keeps tokens of one run apart from those of every other.
    words = [f"{agreement.digest}\x1f{key}" for key in keys.keys]
    # Safety: the library keeps the order of a request, and that of the keys is the alphabet's.
    random.SystemRandom().shuffle(words)
    asks = name == agreement.counted_by
    if asks:
        secret, octets = psi_library.asking(words)
    else:
        most = agreement.lists[agreement.counted_by]
        secret, octets = psi_library.offering(words, most_asked=most)
    return replace(part, secret=secret), Letter(
        kind=REQUEST if asks else SETUP,
        agreement=agreement.digest,
        epoch=agreement.epoch,
        owner=name,
        masked_by=(name,),
        number=len(words),
        commitments={name: part.commitment},
        octets=octets,
    )


def answer(letter: Letter, agreement: Agreement, *, part: OwnPart) -> tuple[OwnPart, Letter]:
    """Mask the request once more; the letter goes back to who asked.

    Raises:
        Refusal: it is no request, or was answered before.
        BrokenIntegrity: the letter does not hold what it says.
    """
    require_part(part, agreement)
    _require_whole(letter, agreement, kind=REQUEST)
    require_unanswered(letter, part)
    octets = psi_library.answering(letter.octets, secret=part.secret)
    return part.having_answered(letter.owner, is_last=True), Letter(
        kind=RESPONSE,
        agreement=letter.agreement,
        epoch=letter.epoch,
        owner=letter.owner,
        masked_by=(*letter.masked_by, part.name),
        number=letter.number,
        commitments={**letter.commitments, part.name: part.commitment},
        octets=octets,
    )


def pattern_counts(
    setup: Letter, response: Letter, *, agreement: Agreement, part: OwnPart
) -> Mapping[int, int]:
    """Count the three patterns of two lists; code 1 is the first alone, 2 the second, 3 both.

    Raises:
        Refusal: a letter does not belong here, or the secret was forgotten.
        BrokenIntegrity: a letter does not hold what it says.
    """
    require_part(part, agreement)
    _require_whole(setup, agreement, kind=SETUP)
    _require_whole(response, agreement, kind=RESPONSE)
    if part.name != agreement.counted_by or response.owner != part.name or setup.owner == part.name:
        raise Refusal(
            "a count of these letters",
            rule="the first list of the agreement counts, from the offer and the answer of the "
            "second",
            remedy="Name both files of the other organisation.",
        )
    require_one_commitment((setup, response))
    if response.commitments[part.name] != part.commitment:
        raise BrokenIntegrity("The commitment of this list", hint="Ask what was changed.")
    both = psi_library.how_many(setup.octets, response.octets, secret=part.secret)
    return {
        code: count
        for code, count in ((1, response.number - both), (2, setup.number - both), (3, both))
        if count
    }


def _require_whole(letter: Letter, agreement: Agreement, *, kind: str) -> None:
    require_letter(letter, agreement, kind=kind)
    if psi_library.n_tokens(letter.octets, kind) != letter.number:
        raise BrokenIntegrity("The letter", hint="Ask for it once more.")
