"""Bars: how often each kind of thing happened, with its bounds and with what is not known.

It depends on the lanes and the page; rows come as plain numbers, whatever was counted.
The rows stand by size, the unknown row last and hatched; another order is `keep_order`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.amount import Amount, central_text, spoken
from safeconduct.pictures.amount_table import amount_table
from safeconduct.pictures.lanes import Lane, draw_lanes
from safeconduct.pictures.page import Page
from safeconduct.pictures.phrases import (
    bounds_note,
    not_known,
    nothing_to_draw,
    overlap_note,
    remainder,
)
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.picture import Picture
    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("How often did it happen?")

# More bars than this are a table, not a picture.
MOST_BARS: Final = 30
MOST_UNKNOWN: Final = 4
_NAMED_IN_ALT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One row of a breakdown."""

    label: str
    amount: Amount
    unknown: bool = False


def draw(
    rows: Sequence[BarRow],
    sheet: Sheet,
    *,
    title: str = "",
    heading: str = "",
    overlapping: bool = False,
    keep_order: bool = False,
) -> Picture:
    """Draw the rows as horizontal bars.

    `heading` names what the labels are; `overlapping` says that the rows do not add up to a total.
    """
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    known = [row for row in rows if not row.unknown]
    unknown = [row for row in rows if row.unknown]
    if not keep_order:
        known.sort(key=lambda row: (-row.amount.central, -row.amount.most, row.label))
    drawn = (*known[:MOST_BARS], *unknown[:MOST_UNKNOWN])
    if drawn:
        draw_lanes(
            page, [Lane(label=row.label, amount=row.amount, unknown=row.unknown) for row in drawn]
        )
    notes = (
        "" if drawn else nothing_to_draw(words),
        overlap_note(words) if overlapping and drawn else "",
        _left_out(known[MOST_BARS:], words),
    )
    page.notes(
        *notes,
        not_known(words) if unknown else "",
        bounds_note((row.amount for row in drawn), words),
    )
    return page.finish(
        "bars",
        alt=sentences(ended(page.title), *_findings(known, unknown, words), *notes),
        table=amount_table(
            (*known, *unknown),
            words,
            title=page.title,
            heading=heading or words.say(_("Row")),
        ),
    )


def _findings(known: Sequence[BarRow], unknown: Sequence[BarRow], words: Words) -> tuple[str, ...]:
    """Say the rows in words, from the largest on, and what is not known."""
    said = [
        words.say(_("{label}: {amount}."), label=row.label, amount=spoken(row.amount, words))
        for row in known[:_NAMED_IN_ALT]
    ]
    if len(known) > _NAMED_IN_ALT:
        said.append(
            words.say(
                _("Further rows: {number}, down to {amount}."),
                number=words.number(len(known) - _NAMED_IN_ALT),
                amount=central_text(known[-1].amount, words),
            )
        )
    said += [
        words.say(
            _("Not known, {label}: {amount}."), label=row.label, amount=spoken(row.amount, words)
        )
        for row in unknown[:MOST_UNKNOWN]
    ]
    return tuple(said)


def _left_out(rows: Sequence[BarRow], words: Words) -> str:
    """Say what the picture leaves to the table."""
    most = max((row.amount.central for row in rows), default=0)
    return remainder(len(rows), words.number(most), words=words)
