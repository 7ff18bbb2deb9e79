"""Standing: how well the incidents are supported, from established down to refuted.

It depends on the lanes, the page and the palette's ordered scale; rows come as plain numbers.
Lightness carries the order and the words carry the meaning, so that the picture reads in grey.
Rules mark where the low, the central and the high count end, as rules mark totals in a column of
figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.lanes import Lane, draw_lanes
from safeconduct.pictures.page import Page
from safeconduct.pictures.palette import STANDINGS
from safeconduct.pictures.phrases import nothing_to_draw
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("How well are the incidents supported?")

Bound = Literal["low", "central", "high", "none"]
_BOUNDS: Final[tuple[Bound, ...]] = ("low", "central", "high")
_TOTALS: Final = {
    "low": _("Low count: {number}"),
    "central": _("Central count: {number}"),
    "high": _("High count: {number}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """The incidents of one standing, and the lowest count that takes them in."""

    standing: str
    label: str
    number: int
    counted_from: Bound

    def __post_init__(self) -> None:
        """Refuse a standing that has no place on the scale, and a number below zero."""
        problems = []
        if self.standing not in STANDINGS:
            problems.append(("standing", f"is not one of {', '.join(STANDINGS)}"))
        if self.number < 0:
            problems.append(("number", "must not be below zero"))
        if problems:
            raise InvalidRecord("standing row", problems)


def draw(rows: Sequence[StandingRow], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw one bar for each standing, the firmest first; rows of one standing are added."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    ordered = _ordered(rows)
    if ordered:
        draw_lanes(page, _lanes(ordered, words))
    totals = _totals(ordered)
    page.notes(
        words.say(_("Each count takes in every row above its rule."))
        if ordered
        else nothing_to_draw(words)
    )
    return page.finish(
        "standing",
        alt=sentences(
            ended(page.title),
            *(
                words.say(_("{label}: {amount}."), label=row.label, amount=words.number(row.number))
                for row in ordered
            ),
            *(
                f"{words.say(_TOTALS[bound], number=words.number(number))}."
                for bound, number in totals.items()
            ),
            "" if ordered else nothing_to_draw(words),
        ),
        table=_table(ordered, words, title=page.title),
    )


def _ordered(rows: Iterable[StandingRow]) -> list[StandingRow]:
    """Put the rows on the scale; rows of one standing are added under the name of the first."""
    gathered: dict[str, StandingRow] = {}
    for row in rows:
        first = gathered.setdefault(row.standing, replace(row, number=0))
        gathered[row.standing] = replace(first, number=first.number + row.number)
    return sorted(
        gathered.values(),
        key=lambda row: (_rank(row.counted_from), STANDINGS.index(row.standing)),
    )


def _rank(bound: Bound) -> int:
    return (*_BOUNDS, "none").index(bound)


def _totals(rows: Sequence[StandingRow]) -> dict[str, int]:
    """Give the three counts: each takes in the rows of the one before."""
    return {
        bound: sum(row.number for row in rows if _rank(row.counted_from) <= _rank(bound))
        for bound in _BOUNDS
        if rows
    }


def _lanes(rows: Sequence[StandingRow], words: Words) -> list[Lane]:
    """Give a lane for each row, the last one of each count with the rule that closes it."""
    totals = _totals(rows)
    last = {row.counted_from: row for row in rows}
    lanes = []
    for row in rows:
        closes = last[row.counted_from] is row and row.counted_from in totals
        rule = (
            words.say(_TOTALS[row.counted_from], number=words.number(totals[row.counted_from]))
            if closes
            else ""
        )
        lanes.append(
            Lane(
                label=row.label,
                amount=exactly(row.number),
                fill=f"standing-{row.standing}",
                outlined=True,
                rule=rule,
            )
        )
    return lanes


def _table(rows: Sequence[StandingRow], words: Words, *, title: str) -> Table:
    """Give the standings with the lowest count that takes each of them in."""
    counted = {
        "low": words.say(_("low, central and high")),
        "central": words.say(_("central and high")),
        "high": words.say(_("high only")),
        "none": words.say(_("no count")),
    }
    return Table(
        headings=(
            words.say(_("Standing")),
            words.say(_("Incidents")),
            words.say(_("Counted in")),
        ),
        rows=tuple(
            (row.label, words.number(row.number), counted[row.counted_from]) for row in rows
        ),
        caption=title,
        numeric=(1,),
    )
