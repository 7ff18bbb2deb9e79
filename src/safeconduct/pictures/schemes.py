"""Schemes: the same corpus counted under several definitions, side by side.

It depends on the lanes and the page; rows come as plain numbers.
Schemes that count different units (incidents, persons) stand in blocks of their own, each with its
own axis from zero:
a person and an incident have no common length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.amount import Amount, central_text, high_text, spoken
from safeconduct.pictures.lanes import Lane, draw_lanes, label_column
from safeconduct.pictures.page import SMALL_SIZE, Page
from safeconduct.pictures.phrases import bounds_note, nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("How does the count change with the definition?")

# More schemes of one unit than this are a table, not a picture.
MOST_SCHEMES: Final = 20
MOST_UNITS: Final = 4
_BLOCK_GAP: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """The count under one scheme, and what that scheme counts."""

    label: str
    unit: str
    amount: Amount


def draw(rows: Sequence[SchemeRow], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw a block of bars for each unit, the largest central count first."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    blocks = _blocks(rows)
    drawn = {unit: block[:MOST_SCHEMES] for unit, block in list(blocks.items())[:MOST_UNITS]}
    lanes = {
        unit: [Lane(label=row.label, amount=row.amount) for row in block]
        for unit, block in drawn.items()
    }
    column = label_column(page, [lane.label for block in lanes.values() for lane in block])
    for number, (unit, block) in enumerate(lanes.items()):
        page.top += _BLOCK_GAP if number else 0
        if len(blocks) > 1:
            page.text(unit, size=SMALL_SIZE, bold=True, ink="ink-soft", most_lines=2)
            page.top += 4
        draw_lanes(page, block, label_width=column)
    shown = [row for block in drawn.values() for row in block]
    ordered = [row for block in blocks.values() for row in block]
    notes = (
        "" if shown else nothing_to_draw(words),
        words.say(_("Counted: {unit}."), unit=next(iter(blocks))) if len(blocks) == 1 else "",
        _left_out(ordered, shown, words),
    )
    page.notes(*notes, bounds_note((row.amount for row in shown), words))
    return page.finish(
        "schemes",
        alt=sentences(ended(page.title), *(_finding(row, words) for row in shown), *notes),
        table=_table(ordered, words, title=page.title),
    )


def _blocks(rows: Iterable[SchemeRow]) -> dict[str, list[SchemeRow]]:
    """Gather the rows by unit, the unit with most schemes first, and order each block."""
    blocks: dict[str, list[SchemeRow]] = {}
    for row in rows:
        blocks.setdefault(row.unit, []).append(row)
    for block in blocks.values():
        block.sort(key=lambda row: (-row.amount.central, -row.amount.most, row.label))
    return dict(sorted(blocks.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _finding(row: SchemeRow, words: Words) -> str:
    return words.say(
        _("{label}, {unit}: {amount}."),
        label=row.label,
        unit=row.unit,
        amount=spoken(row.amount, words),
    )


def _left_out(rows: Sequence[SchemeRow], shown: Sequence[SchemeRow], words: Words) -> str:
    """Say what the picture leaves to the table."""
    kept = set(map(id, shown))
    rest = [row for row in rows if id(row) not in kept]
    most = max((row.amount.central for row in rest), default=0)
    return remainder(len(rest), words.number(most), words=words)


def _table(rows: Sequence[SchemeRow], words: Words, *, title: str) -> Table:
    """Give every row, also those that are not drawn."""
    return Table(
        headings=(
            words.say(_("Scheme")),
            words.say(_("Counts")),
            words.say(_("Low")),
            words.say(_("Central")),
            words.say(_("High")),
        ),
        rows=tuple(
            (
                row.label,
                row.unit,
                words.number(row.amount.low),
                central_text(row.amount, words),
                high_text(row.amount, words),
            )
            for row in rows
        ),
        caption=title,
        numeric=(2, 3, 4),
    )
