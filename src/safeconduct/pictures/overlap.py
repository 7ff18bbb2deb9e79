"""Overlap: how many persons stand on which lists together, and the row that nobody can fill.

It depends on the lanes and the page; a row is a set of lists and the persons on just these.
The form is the UpSet of Lex and others (2014), laid on its side so that it has room on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.axis import Axis
from safeconduct.pictures.lanes import BAR, Lane, draw_lanes
from safeconduct.pictures.lettering import width_of
from safeconduct.pictures.marks import Box, Disc, Letters, Line, hatched
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, Page, centred, leading
from safeconduct.pictures.phrases import nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("How do the lists overlap?")

# More lists, or more sets of them, are a table, not a picture.
MOST_LISTS: Final = 8
MOST_SETS: Final = 20
_COLUMN: Final = 18
_ROW: Final = 21
_DOT: Final = 5
_UNKNOWN: Final = 64
_FEW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapRow:
    """How many persons stand on just these lists and on no other."""

    lists: tuple[str, ...]
    number: int

    def __post_init__(self) -> None:
        """Refuse a row of no list, and a number below zero."""
        if not self.lists or self.number < 0:
            raise InvalidRecord(
                "overlap row", [("number", "must be 0 or more persons on one list or more")]
            )


def draw(rows: Sequence[OverlapRow], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw every list with its total, then the sets of lists, the fullest first."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    totals = _totals(rows)
    columns = list(totals)[:MOST_LISTS]
    ordered = sorted((row for row in rows if row.number), key=lambda row: -row.number)
    fitting = [row for row in ordered if set(row.lists) <= set(columns)]
    shown = fitting[:MOST_SETS]
    left_out = [row for row in ordered if row not in shown]
    if columns:
        _draw_totals(page, {name: totals[name] for name in columns})
        _draw_sets(page, shown, columns)
    most = words.number(max((row.number for row in left_out), default=0))
    notes = (
        "" if columns else nothing_to_draw(words),
        words.say(_("Hatched: persons on none of the lists, whose number is not known."))
        if columns
        else "",
        remainder(len(left_out), most, words=words),
    )
    page.notes(*notes)
    return page.finish(
        "overlap",
        alt=sentences(
            ended(page.title),
            *(_total_finding(name, totals[name], words) for name in columns),
            *(_finding(row, words) for row in shown[:_FEW]),
            *notes,
        ),
        table=_table(ordered, totals, words, title=page.title),
    )


def _totals(rows: Sequence[OverlapRow]) -> dict[str, int]:
    """Count the persons of each list, the longest list first."""
    totals: dict[str, int] = {}
    for row in rows:
        for name in row.lists:
            totals[name] = totals.get(name, 0) + row.number
    return dict(sorted(totals.items(), key=lambda pair: -pair[1]))


def _draw_totals(page: Page, totals: dict[str, int]) -> None:
    """Draw the lists with the numbers that head their columns below."""
    lanes = [
        Lane(label=f"{number}  {name}", amount=exactly(total), fill="bar-light", outlined=True)
        for number, (name, total) in enumerate(totals.items(), start=1)
    ]
    _write_head(page, page.sheet.words.say(_("Persons on each list")))
    draw_lanes(page, lanes)


def _draw_sets(page: Page, rows: Sequence[OverlapRow], columns: Sequence[str]) -> None:
    """Draw a row of dots for each set of lists, with its bar, and the row of none of them."""
    words = page.sheet.words
    page.top += 12
    _write_head(page, words.say(_("Persons on just these lists")))
    start = page.left + _COLUMN * len(columns) + 8
    room = max(
        [width_of(words.number(row.number), TEXT_SIZE, bold=True) for row in rows], default=0
    )
    axis = Axis(
        start=start, end=page.right - room - 6, most=max([row.number for row in rows] or [1])
    )
    page.top += leading(SMALL_SIZE)
    for number, _name in enumerate(columns):
        page.add(
            Letters(
                x=_middle_of(page, number),
                y=page.top - 4,
                text=str(number + 1),
                size=SMALL_SIZE,
                ink="ink-soft",
                anchor="middle",
            )
        )
    for row in rows:
        middle = _draw_dots(page, [columns.index(name) for name in row.lists], n=len(columns))
        width = axis.at(row.number) - axis.start
        page.add(
            Box(x=axis.start, y=middle - BAR / 2, width=width, height=BAR, fill="bar"),
            _number(words.number(row.number), x=axis.start + width + 6, middle=middle),
        )
    middle = _draw_dots(page, [], n=len(columns))
    unknown = Box(
        x=axis.start,
        y=middle - BAR / 2,
        width=_UNKNOWN,
        height=BAR,
        fill="paper",
        outline="line",
    )
    page.add(unknown, *hatched(unknown))
    page.add(_number(words.say(_("not known")), x=axis.start + _UNKNOWN + 6, middle=middle))


def _draw_dots(page: Page, on: list[int], *, n: int) -> float:
    """Draw full dots for the lists of a set, joined by a line, and pale ones for the others."""
    middle = page.top + _ROW / 2
    if len(on) > 1:
        page.add(
            Line(
                x=_middle_of(page, min(on)),
                y=middle,
                x2=_middle_of(page, max(on)),
                y2=middle,
                weight=1.5,
            )
        )
    for number in range(n):
        page.add(
            Disc(x=_middle_of(page, number), y=middle, radius=_DOT, fill="ink")
            if number in on
            else Disc(
                x=_middle_of(page, number), y=middle, radius=_DOT, fill="paper", outline="line"
            )
        )
    page.top += _ROW
    return middle


def _middle_of(page: Page, number: int) -> float:
    return page.left + _COLUMN * number + _COLUMN / 2


def _number(text: str, *, x: float, middle: float) -> Letters:
    return Letters(x=x, y=centred(middle, TEXT_SIZE), text=text, size=TEXT_SIZE, bold=True)


def _write_head(page: Page, text: str) -> None:
    page.text(text, size=SMALL_SIZE, bold=True, ink="ink-soft", most_lines=2)
    page.top += 4


def _total_finding(name: str, total: int, words: Words) -> str:
    return words.say(_("On {list} stand {number} persons."), list=name, number=words.number(total))


def _finding(row: OverlapRow, words: Words) -> str:
    return words.say(
        _("On just {lists}: {number}."),
        lists=", ".join(row.lists),
        number=words.number(row.number),
    )


def _table(
    rows: Sequence[OverlapRow], totals: dict[str, int], words: Words, *, title: str
) -> Table:
    """Give each list as a whole, then each set of lists."""
    return Table(
        headings=(words.say(_("Lists")), words.say(_("Persons"))),
        rows=(
            *(
                (words.say(_("{list}, in all"), list=name), words.number(total))
                for name, total in totals.items()
            ),
            *(
                (words.say(_("just {lists}"), lists=", ".join(row.lists)), words.number(row.number))
                for row in rows
            ),
        ),
        caption=title,
        numeric=(1,),
    )
