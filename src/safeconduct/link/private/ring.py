"""The ring: everybody raises every list to a secret exponent, so that only patterns can be counted.

It depends on the group and on the letters; two lists and more go the same way.
The protocol, its assumptions and what it gives away stand in `docs/private-overlap.md`: it is for
those who follow it, and one who cheats learns which of its own names are shared.

Each list goes once round the ring. Raising commutes, so that after the whole round the same key is
the same token in every list, and nobody knows the exponent that leads there. Each organisation
sorts what it has raised, so that no position leads back to a line.

Sources: C. Meadows, IEEE S&P 1986; B. Huberman, M. Franklin and T. Hogg, EC 1999, for commuting
exponents; J. Vaidya and C. Clifton, "Secure set intersection cardinality", Journal of Computer
Security 13 (2005), for the ring.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.link.private import group
from safeconduct.link.private.beginning import own_part
from safeconduct.link.private.letter import TOKENS, Letter
from safeconduct.link.private.own_part import require_part
from safeconduct.link.private.receiving import (
    require_letter,
    require_one_commitment,
    require_unanswered,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.link.private.agreement import Agreement
    from safeconduct.link.private.key_set import KeySet
    from safeconduct.link.private.own_part import OwnPart


def begin(agreement: Agreement, *, name: str, keys: KeySet) -> tuple[OwnPart, Letter]:
    """Mask one's own list; the letter goes to the next in the ring.

    Raises:
        NotFound: no list of the agreement has that name.
        Refusal: the list is not as large as agreed.
    """
    part = own_part(agreement, name=name, keys=keys, secret=group.fresh_exponent())
    points = (group.token_of(key, context=agreement.digest) for key in keys.keys)
    tokens = group.raised(points, exponent=part.secret)
    letter = Letter(
        kind=TOKENS,
        agreement=agreement.digest,
        epoch=agreement.epoch,
        owner=name,
        masked_by=(name,),
        number=len(tokens),
        commitments={name: part.commitment},
        octets=b"".join(tokens),
    )
    return part, letter


def answer(letter: Letter, agreement: Agreement, *, part: OwnPart) -> tuple[OwnPart, Letter]:
    """Mask somebody else's list once more; the letter goes to the next, or to who counts.

    Raises:
        Refusal: it is not this organisation's turn, or the owner was answered before.
        BrokenIntegrity: the letter does not hold what it says.
    """
    require_part(part, agreement)
    tokens = _tokens(letter, agreement)
    require_unanswered(letter, part)
    if agreement.next_after(letter.masked_by[-1]) != part.name:
        raise Refusal(
            f"an answer by {part.name}",
            rule=f"in the ring {agreement.next_after(letter.masked_by[-1])} comes next",
            remedy="Pass the letter to that organisation.",
        )
    raised = group.raised(tokens, exponent=part.secret)
    onwards = Letter(
        kind=TOKENS,
        agreement=letter.agreement,
        epoch=letter.epoch,
        owner=letter.owner,
        masked_by=(*letter.masked_by, part.name),
        number=letter.number,
        commitments={**letter.commitments, part.name: part.commitment},
        octets=b"".join(raised),
    )
    is_last = len(part.answered) + 2 == len(agreement.lists)
    return part.having_answered(letter.owner, is_last=is_last), onwards


def goes_to(letter: Letter, agreement: Agreement) -> str:
    """Who gets the letter next."""
    if len(letter.masked_by) == len(agreement.lists):
        return agreement.counted_by
    return agreement.next_after(letter.masked_by[-1])


def pattern_counts(letters: Sequence[Letter], agreement: Agreement) -> Mapping[int, int]:
    """Count how many keys each combination of lists has; bit k of a code is the k-th list.

    Raises:
        Refusal: a list is missing, stands twice, or was not masked by everybody.
        BrokenIntegrity: a letter does not hold what it says, or a list has two commitments.
    """
    finished = [letter for letter in letters if len(letter.masked_by) == len(agreement.lists)]
    if sorted(letter.owner for letter in finished) != sorted(agreement.names) or len(
        finished
    ) != len(letters):
        raise Refusal(
            "a count of these letters",
            rule="every list is there once, masked by everybody",
            remedy=f"Name one finished letter for each of {', '.join(agreement.names)}.",
        )
    require_one_commitment(letters)
    codes: Counter[bytes] = Counter()
    for letter in letters:
        bit = 1 << agreement.names.index(letter.owner)
        for token in _tokens(letter, agreement):
            codes[token] += bit
    return dict(sorted(Counter(codes.values()).items()))


def _tokens(letter: Letter, agreement: Agreement) -> tuple[bytes, ...]:
    """Take the tokens out of a letter.

    Raises:
        Refusal: the letter does not belong here, or is larger than declared.
        BrokenIntegrity: they are not so many distinct points of the group in order.
    """
    require_letter(letter, agreement, kind=TOKENS)
    octets, size = letter.octets, group.OCTETS
    tokens = tuple(octets[at : at + size] for at in range(0, len(octets), size))
    # Safety: what is no point of the group could make the answer give the exponent away, and an
    # order that is not that of the tokens could carry the order of the list.
    if (
        len(octets) != letter.number * size
        or not letter.masked_by
        or any(one >= other for one, other in pairwise(tokens))
        or not all(map(group.is_token, tokens))
    ):
        raise BrokenIntegrity("The letter", hint="Ask for it once more.")
    return tokens
