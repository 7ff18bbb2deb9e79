"""An amount with its bounds: low, central and high, the way every figure of this project stands.

It depends on `errors` and on the words that write it.
An open upper bound is `None`, and is always said in words; a new way to write an amount is one
function here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.words import Words, _

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Low ≤ central ≤ high; a central value that is itself a range ends at `central_most`."""

    low: float
    central: float
    high: float | None
    central_most: float | None = None

    def __post_init__(self) -> None:
        """Refuse bounds that are out of order or below zero."""
        ladder = [0, self.low, self.central]
        ladder += [step for step in (self.central_most, self.high) if step is not None]
        if ladder != sorted(ladder):
            raise InvalidRecord(
                "amount", [("bounds", "must rise from zero over low and central to high")]
            )

    @property
    def most(self) -> float:
        """The largest number that is known: what a scale must have room for."""
        return max(self.low, self.central, self.central_most or 0, self.high or 0)

    @property
    def certain(self) -> bool:
        """Whether low, central and high are one number."""
        return self.low == self.central == self.high and self.central_most in {None, self.central}


def exactly(number: float) -> Amount:
    """Give the amount whose bounds are all one number."""
    return Amount(low=number, central=number, high=number)


def total(amounts: Iterable[Amount]) -> Amount:
    """Add amounts that share nothing; one open upper bound leaves the total open."""
    listed = tuple(amounts)
    highs = [amount.high for amount in listed]
    central_most = sum(
        amount.central if amount.central_most is None else amount.central_most for amount in listed
    )
    central = sum(amount.central for amount in listed)
    return Amount(
        low=sum(amount.low for amount in listed),
        central=central,
        high=None if None in highs else sum(high for high in highs if high is not None),
        central_most=central_most if central_most > central else None,
    )


def central_text(amount: Amount, words: Words) -> str:
    """Write the central value, a range where it is one."""
    if amount.central_most is None or amount.central_most == amount.central:
        return words.number(amount.central)
    return words.say(
        _("{least}–{most}"),
        least=words.number(amount.central),
        most=words.number(amount.central_most),
    )


def high_text(amount: Amount, words: Words) -> str:
    """Write the upper bound, in words where there is none."""
    return words.say(_("no upper bound")) if amount.high is None else words.number(amount.high)


def bounds_text(amount: Amount, words: Words) -> str:
    """Write the bounds for the eye, or nothing where low, central and high are one number."""
    if amount.certain:
        return ""
    if amount.high is None:
        return words.say(_("{low} or more"), low=words.number(amount.low))
    return words.say(
        _("{least}–{most}"), least=words.number(amount.low), most=words.number(amount.high)
    )


def short_text(amount: Amount, words: Words) -> str:
    """Write what has room beside a mark: the central value, or the bounds where that is zero.

    A bare 0 would say that nothing happened, where something may have.
    """
    central = central_text(amount, words)
    return central if amount.central else bounds_text(amount, words) or central


def spoken(amount: Amount, words: Words) -> str:
    """Write an amount for the ear: the central value, and its bounds where they differ."""
    central = central_text(amount, words)
    if amount.certain:
        return central
    if amount.high is None:
        return words.say(
            _("{central} (at least {low}, no upper bound)"),
            central=central,
            low=words.number(amount.low),
        )
    return words.say(
        _("{central} (at least {low}, at most {high})"),
        central=central,
        low=words.number(amount.low),
        high=words.number(amount.high),
    )
