"""The table beside a picture of amounts: every row with its low, central and high count.

It depends on the amounts and the words. Rows that a picture leaves out for want of room stand here
all the same.
A picture with other columns builds its own table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from safeconduct.pictures.amount import Amount, central_text, high_text
from safeconduct.pictures.picture import Table
from safeconduct.pictures.words import Words, _

if TYPE_CHECKING:
    from collections.abc import Iterable


class Labelled(Protocol):
    """A row with a label and an amount."""

    @property
    def label(self) -> str:
        """What the row is called."""

    @property
    def amount(self) -> Amount:
        """How much it counts."""


def amount_table(rows: Iterable[Labelled], words: Words, *, title: str, heading: str) -> Table:
    """Give every row; `heading` names what the rows are, `title` is the caption."""
    return Table(
        headings=(
            heading,
            words.say(_("Low")),
            words.say(_("Central")),
            words.say(_("High")),
        ),
        rows=tuple(
            (
                row.label,
                words.number(row.amount.low),
                central_text(row.amount, words),
                high_text(row.amount, words),
            )
            for row in rows
        ),
        caption=title,
        numeric=(1, 2, 3),
    )
