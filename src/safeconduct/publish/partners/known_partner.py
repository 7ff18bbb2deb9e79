"""A known partner: whose card was used before is held to the keys that it had then.

It depends on the partner and its card.
What else of a card must not change by itself is one more comparison in `require_same`.

Safety: a card is a file that anybody can write. With another key in it, under an id that is known,
a package would be read by whoever sent the card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from safeconduct.publish.partners.partner import Partner

ENDING: Final = ".known"


def require_same(partner: Partner, *, known: Partner, kept_as: str) -> None:
    """Decline a card of a known partner with other keys: another, one more, or one fewer.

    kept_as: the file that holds the card as it was known.

    Raises:
        Refusal: the keys are not those that were known.
    """
    if set(partner.keys) == set(known.keys):
        return
    more, fewer = set(partner.keys) - set(known.keys), set(known.keys) - set(partner.keys)
    changed = " and ".join(
        words for words, there in (("a key more", more), ("a key fewer", fewer)) if there
    )
    raise Refusal(
        f"a card of the known partner {partner.id} with {changed}",
        rule="a partner keeps the keys of the card by which it became known",
        remedy="Ask the partner, by another way than the card came, whether the keys are theirs; "
        f"then take {kept_as} away to take the new ones.",
    )
