"""Sentences that several pictures share, so that a translator meets each of them once.

It depends on the words only.
A sentence that only one picture says stands in that picture's own file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.pictures.words import Words, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.pictures.amount import Amount


def nothing_to_draw(words: Words) -> str:
    """Say calmly that there are no rows."""
    return words.say(_("There is nothing to draw: nothing was counted here."))


def not_known(words: Words) -> str:
    """Explain the hatching."""
    return words.say(_("Hatched: not known."))


def bounds_note(amounts: Iterable[Amount], words: Words) -> str:
    """Explain the thin line, where any is drawn."""
    if all(amount.certain for amount in amounts):
        return ""
    return words.say(
        _("Bar and bold number: central count. Thin line: from the low to the high count.")
    )


def zero_note(amounts: Iterable[Amount], words: Words) -> str:
    """Explain two numbers at a mark, where any are written."""
    if all(amount.central or amount.certain for amount in amounts):
        return ""
    return words.say(_("Two numbers: low and high, where the central count is 0."))


def overlap_note(words: Words) -> str:
    """Say that rows do not add up."""
    return words.say(
        _("One incident can stand in several rows, so the rows do not add up to a total.")
    )


def remainder(number: int, most: str, *, words: Words) -> str:
    """Say how many rows only the table holds, and that none of them is above a number."""
    if not number:
        return ""
    return words.say(
        _("Rows that only the table shows: {number}, none of them above {most}."),
        number=words.number(number),
        most=most,
    )
