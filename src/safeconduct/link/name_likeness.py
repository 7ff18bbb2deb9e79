"""How alike two names are by themselves, between 0 and 1, whatever alphabets they stand in.

It depends on `names` and `rapidfuzz`; nothing is trained, so that two names suffice.
For lists, `linking` weighs more than names; this is for a look at one pair, and for benchmarks.

Safety: only the number leaves here.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from safeconduct.link.names import NameKeys, PersonName, keys

# At this likeness, of names with one given name, fewer than one in two hundred strangers agree.
AGREE: Final = 0.8
_OTHER_SPELLING: Final = 0.95


def likeness(one: PersonName, other: PersonName) -> float:
    """Compare two names; the less alike of surname and given name decides, in either order."""
    first, second = keys(one), keys(other)
    straight = min(_surnames(first, second), _given(first, second))
    turned = min(
        OSA.normalized_similarity(first.surname, second.given_spelling),
        OSA.normalized_similarity(first.given_spelling, second.surname),
    )
    return min(max(straight, turned), _fathers(first, second))


def _surnames(first: NameKeys, second: NameKeys) -> float:
    if first.surname == second.surname:
        return 1.0
    if first.surname_coarse == second.surname_coarse:
        return _OTHER_SPELLING
    return max(
        OSA.normalized_similarity(first.surname, second.surname),
        OSA.normalized_similarity(first.surname_coarse, second.surname_coarse),
    )


def _given(first: NameKeys, second: NameKeys) -> float:
    if first.given == second.given:
        return 1.0
    return max(
        OSA.normalized_similarity(first.given_spelling, second.given_spelling),
        OSA.normalized_similarity(first.given_coarse, second.given_coarse),
    )


def _fathers(first: NameKeys, second: NameKeys) -> float:
    """A patronymic may be missing; another father is another person, a slip apart."""
    if not first.father or not second.father or first.father == second.father:
        return 1.0
    if 1 in {len(first.father), len(second.father)}:
        return float(first.father[0].lower() == second.father[0].lower())
    return OSA.normalized_similarity(first.father, second.father)
