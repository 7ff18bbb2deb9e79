"""Intervals: the same question answered in several ways, side by side on one axis.

It depends on the axis of factors, on the lanes for labels, and on the page; rows come as plain
numbers in groups, and a row without numbers says why there is none.
Another sign on a row is a few lines in `_draw_row`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.axis import Axis
from safeconduct.pictures.lanes import label_column, write_label
from safeconduct.pictures.lettering import shortened, width_of
from safeconduct.pictures.log_axis import LogAxis, draw_log_axis, spanning
from safeconduct.pictures.marks import Disc, Letters, Line
from safeconduct.pictures.page import SMALL_SIZE, Page, centred
from safeconduct.pictures.phrases import nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("How far does the number move when it is touched?")

# More rows than this are a table, not a picture.
MOST_ROWS: Final = 40
_GAP: Final = 8
_TICK: Final = 9
_LEAST_AXIS: Final = 80
_WIDEST_NUMBER: Final = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """An interval with its median."""

    low: float
    median: float
    high: float

    def __post_init__(self) -> None:
        """Refuse ends that are out of order."""
        if not 0 <= self.low <= self.high or self.median < 0:
            raise InvalidRecord("ends", [("high", "must rise from zero over low to high")])


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalRow:
    """One answer: its group, its name, how many are on the lists, and its ends.

    `ends` is None where no number is given; `note` then says why, in a few words.
    """

    group: str
    label: str
    observed: float
    ends: Ends | None
    note: str = ""


def draw(rows: Sequence[IntervalRow], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw the rows in the order given; a group has its name above its first row."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    shown = rows[:MOST_ROWS]
    if shown:
        _draw_rows(page, shown)
    left_out = rows[MOST_ROWS:]
    most = words.number(max((row.ends.high for row in left_out if row.ends), default=0))
    notes = (
        "" if shown else nothing_to_draw(words),
        remainder(len(left_out), most, words=words),
    )
    page.notes(*notes, *_explanations(shown, words))
    return page.finish(
        "intervals",
        alt=sentences(ended(page.title), *(_finding(row, words) for row in shown), *notes),
        table=_table(rows, words, title=page.title),
    )


def _draw_rows(page: Page, rows: Sequence[IntervalRow]) -> None:
    column = label_column(page, [row.label for row in rows])
    start = page.left + (column + _GAP if column else 0)
    room = min(
        max(width_of(_short(row, page.sheet.words), SMALL_SIZE) for row in rows),
        page.width * _WIDEST_NUMBER,
    )
    axis = spanning(
        [
            value
            for row in rows
            for value in (row.observed, *((row.ends.low, row.ends.high) if row.ends else ()))
        ],
        start=start,
        end=max(page.right - room - _GAP, start + _LEAST_AXIS),
    )
    top, group = page.top, ""
    for row in rows:
        if row.group != group:
            group = row.group
            page.top += 6
            page.text(group, size=SMALL_SIZE, bold=True, ink="ink-soft", most_lines=2)
            page.top += 2
        _draw_row(page, row, axis)
    draw_log_axis(page, axis, top=max(top, page.top - 3))


def _draw_row(page: Page, row: IntervalRow, axis: LogAxis) -> None:
    """Draw the line from end to end, the median on it, and what is on the lists as a ring."""
    middle = write_label(page, row.label, axis=Axis(start=axis.start, end=axis.end, most=1))
    page.add(Disc(x=axis.at(row.observed), y=middle, radius=3, fill="paper", outline="ink-soft"))
    text, x = _short(row, page.sheet.words), axis.at(row.observed)
    if row.ends is not None:
        low, high = axis.at(row.ends.low), axis.at(row.ends.high)
        half = _TICK / 2
        page.add(
            Line(x=low, y=middle, x2=high, y2=middle, ink="bar", weight=3),
            Line(x=low, y=middle - half, x2=low, y2=middle + half, weight=1.5),
            Line(x=high, y=middle - half, x2=high, y2=middle + half, weight=1.5),
            Disc(x=axis.at(row.ends.median), y=middle, radius=4, fill="ink"),
        )
        x = max(high, x)
    page.add(
        Letters(
            x=x + _GAP,
            y=centred(middle, SMALL_SIZE),
            text=shortened(text, page.right - x - _GAP, size=SMALL_SIZE),
            size=SMALL_SIZE,
            ink="ink" if row.ends else "ink-soft",
        )
    )


def _short(row: IntervalRow, words: Words) -> str:
    """Write what has room beside a line: the two ends, or that there is no number."""
    if row.ends is None:
        return words.say(_("no number"))
    return words.say(
        _("{least}–{most}"),
        least=words.number(round(row.ends.low)),
        most=words.number(round(row.ends.high)),
    )


def _explanations(rows: Sequence[IntervalRow], words: Words) -> tuple[str, ...]:
    """Explain the signs that are used."""
    if not rows:
        return ()
    return (
        words.say(_("Each step on the axis multiplies.")),
        words.say(_("Line: 95 % interval. Disc: median. Ring: persons on the lists.")),
    )


def _finding(row: IntervalRow, words: Words) -> str:
    label = f"{row.group}, {row.label}" if row.group else row.label
    if row.ends is None:
        return words.say(_("{label}: no number. {note}"), label=label, note=row.note)
    return words.say(
        _("{label}: between {low} and {high}."),
        label=label,
        low=words.number(round(row.ends.low)),
        high=words.number(round(row.ends.high)),
    )


def _table(rows: Sequence[IntervalRow], words: Words, *, title: str) -> Table:
    grouped = any(row.group for row in rows)
    return Table(
        headings=(
            words.say(_("What is asked")),
            *((words.say(_("Kind")),) if grouped else ()),
            words.say(_("On the lists")),
            words.say(_("From")),
            words.say(_("Median")),
            words.say(_("To")),
        ),
        rows=tuple(
            (
                row.label,
                *((row.group,) if grouped else ()),
                words.number(row.observed),
                *_numbers(row, words),
            )
            for row in rows
        ),
        caption=title,
        numeric=tuple(range(2, 6)) if grouped else tuple(range(1, 5)),
    )


def _numbers(row: IntervalRow, words: Words) -> tuple[str, str, str]:
    if row.ends is None:
        return words.say(_("no number")), "–", "–"
    ends = (row.ends.low, row.ends.median, row.ends.high)
    low, median, high = (words.number(round(end)) for end in ends)
    return low, median, high
