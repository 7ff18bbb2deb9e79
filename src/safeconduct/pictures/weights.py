"""Weights: how much of an average each model carries.

It depends on the lanes and the page; rows come as shares of one.
What many light models carry together is one row at the end, drawn lighter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.lanes import Lane, draw_lanes
from safeconduct.pictures.page import Page
from safeconduct.pictures.phrases import nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("Which models carry the average?")

# More models than this are a table, not a picture.
MOST_MODELS: Final = 12
_FEW: Final = 3
_PER_CENT: Final = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow:
    """One model and its share of the average; `rest` marks what several carry together."""

    label: str
    share: float
    rest: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no share."""
        if not 0 <= self.share <= 1:
            raise InvalidRecord("weight row", [("share", "must be between 0 and 1")])


def draw(
    rows: Sequence[WeightRow],
    sheet: Sheet,
    *,
    title: str = "",
    note: str = "",
    headings: tuple[str, str] | None = None,
) -> Picture:
    """Draw the heaviest models first; the rest comes last.

    `note` and `headings` say of what the shares are, where it is not the weight of models.
    """
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    ordered = sorted(rows, key=lambda row: (row.rest, -row.share))
    shown, left_out = ordered[:MOST_MODELS], ordered[MOST_MODELS:]
    if shown:
        draw_lanes(
            page,
            [
                Lane(
                    label=row.label,
                    amount=exactly(round(_PER_CENT * row.share, 1)),
                    fill="bar-light" if row.rest else "bar",
                    outlined=row.rest,
                )
                for row in shown
            ],
        )
    most = words.number(round(_PER_CENT * max((row.share for row in left_out), default=0), 2))
    notes = (
        (note or words.say(_("In per cent of the weight."))) if shown else nothing_to_draw(words),
        remainder(len(left_out), most, words=words),
    )
    page.notes(*notes)
    heavy = [_finding(row, words) for row in shown if not row.rest][:_FEW]
    return page.finish(
        "weights",
        alt=sentences(ended(page.title), *heavy, *notes),
        table=Table(
            headings=headings or (words.say(_("Model")), words.say(_("Per cent of the weight"))),
            rows=tuple((row.label, _percent(row, words)) for row in ordered),
            caption=page.title,
            numeric=(1,),
        ),
    )


def _finding(row: WeightRow, words: Words) -> str:
    return words.say(_("{label}: {number}."), label=row.label, number=_percent(row, words))


def _percent(row: WeightRow, words: Words) -> str:
    return words.number(round(_PER_CENT * row.share, 2))
