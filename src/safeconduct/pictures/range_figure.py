"""Range figure: a published or computed figure with its bounds, or several side by side.

It depends on the lanes and the page; rows come as plain numbers with the qualifier that their
source used.
Totals that do not agree are both drawn and both said; neither wins.
A new qualifier is a message in `_QUALIFIED` and a mark in `_draw_total`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, Literal

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.amount import Amount
from safeconduct.pictures.lanes import (
    BAR,
    draw_axis,
    draw_range,
    fitted_axis,
    label_column,
    write_label,
)
from safeconduct.pictures.lettering import width_of, wrapped
from safeconduct.pictures.marks import Box, Letters, Line
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, Page, centred, leading
from safeconduct.pictures.phrases import nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.axis import Axis
    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("What does the figure say, and how wide is it?")

# More totals than this are a table, not a picture.
MOST_TOTALS: Final = 12
_MOST_PARTS: Final = 12

Qualifier = Literal["exactly", "at-least", "approximately", "up-to", "over"]
_QUALIFIED: Final[dict[Qualifier, str]] = {
    "exactly": _("{number}"),
    "at-least": _("at least {number}"),
    "approximately": _("about {number}"),
    "up-to": _("up to {number}"),
    "over": _("over {number}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One addend of a total."""

    label: str
    number: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure as its source gives it, or as it was computed.

    `least` and `most` are the value or its two ends; `central` is for computed figures, whose ends
    are low and high.
    `parts` are drawn as one bar, piece by piece; they need not add up to what the source says.
    """

    label: str
    least: float | None
    most: float | None
    qualifier: Qualifier = "exactly"
    central: float | None = None
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a figure without any number, and ends that are out of order or below zero."""
        ends = [end for end in (self.least, self.central, self.most) if end is not None]
        problems = []
        if not ends and not self.parts:
            problems.append(("least", "a number, an end or parts must be given"))
        if [0, *ends] != sorted([0, *ends]):
            problems.append(("most", "must rise from zero over least and central"))
        if any(part.number < 0 for part in self.parts):
            problems.append(("parts", "must not be below zero"))
        if problems:
            raise InvalidRecord("total", problems)

    @property
    def sum(self) -> float:
        """What the parts add up to."""
        return sum(part.number for part in self.parts)

    @property
    def ends(self) -> tuple[float, float | None]:
        """The lower and the upper end, the upper one `None` where the source leaves it open."""
        if self.least is None and self.most is None:
            return self.sum, self.sum
        if self.qualifier in {"at-least", "over"}:
            return self.least or 0, None
        if self.qualifier == "up-to":
            return 0, self.least if self.most is None else self.most
        return self.least or 0, self.most


def draw(
    totals: Sequence[Total],
    sheet: Sheet,
    *,
    title: str = "",
    same_quantity: bool = False,
    caveat: str = "",
) -> Picture:
    """Draw each total as a bar from zero; `same_quantity` says that they ought to agree."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    shown = totals[:MOST_TOTALS]
    if shown:
        _draw_totals(page, shown)
    left_out = totals[MOST_TOTALS:]
    most = words.number(max((_reach(one) for one in left_out), default=0))
    notes = (
        "" if shown else nothing_to_draw(words),
        _disagreement(shown, words) if same_quantity else "",
        caveat,
        remainder(len(left_out), most, words=words),
    )
    page.notes(*notes, *_explanations(shown, words))
    return page.finish(
        "range_figure",
        alt=sentences(ended(page.title), *(_finding(one, words) for one in shown), *notes),
        table=_table(totals, words, title=page.title),
    )


def _reach(one: Total) -> float:
    """Give the largest number that a total names."""
    return max(one.ends[0], one.ends[1] or 0, one.central or 0, one.sum)


def _draw_totals(page: Page, totals: Sequence[Total]) -> None:
    """Draw the bars on one axis, the parts of a total named below its bar."""
    words = page.sheet.words
    axis = fitted_axis(
        page,
        [
            (
                None if one.ends[1] is None else _reach(one),
                width_of(_written(one, words), TEXT_SIZE, bold=True),
            )
            for one in totals
        ],
        column=label_column(page, [one.label for one in totals]),
        most=max(_reach(one) for one in totals),
    )
    top = page.top
    for one in totals:
        middle = write_label(page, one.label, axis=axis)
        _draw_total(page, one, axis, middle=middle)
        x = axis.end if one.ends[1] is None else axis.at(_reach(one))
        page.add(
            Letters(
                x=x + 7,
                y=centred(middle, TEXT_SIZE),
                text=_written(one, words),
                size=TEXT_SIZE,
                bold=True,
            )
        )
        _write_parts(page, one, axis)
    draw_axis(page, axis, top=top)


def _draw_total(page: Page, one: Total, axis: Axis, *, middle: float) -> None:
    """Draw what is certain as a full bar, what is possible as a light one, the ends as a line."""
    low, high = one.ends
    known = low if one.central is None else one.central
    y = middle - BAR / 2
    at = axis.at
    if one.parts:
        for start, end in pairwise(accumulate([0, *(part.number for part in one.parts)])):
            page.add(
                Box(
                    x=at(start),
                    y=y,
                    width=at(end) - at(start),
                    height=BAR,
                    fill="bar",
                    outline="paper",
                )
            )
    else:
        page.add(Box(x=axis.start, y=y, width=at(known) - axis.start, height=BAR, fill="bar"))
        if one.central is None and high is not None:
            page.add(Box(x=at(low), y=y, width=at(high) - at(low), height=BAR, fill="bar-light"))
    page.add(Line(x=axis.start, y=y - 2, x2=axis.start, y2=y + BAR + 2, ink="ink-soft"))
    if one.qualifier == "approximately":
        for end in {low, low if high is None else high}:
            page.add(Line(x=at(end), y=y - 4, x2=at(end), y2=y + BAR + 4, weight=1.5, dashed=True))
    elif low != high:
        draw_range(page, Amount(low=low, central=known, high=high), axis=axis, middle=middle)


def _written(one: Total, words: Words) -> str:
    """Write the number of a total with its qualifier, the way its source does."""
    if one.least is None and one.most is None:
        return words.number(one.sum)
    ends = [end for end in (one.least, one.most) if end is not None]
    if ends[0] == ends[-1]:
        number = words.number(ends[0])
    else:
        number = words.say(
            _("{least}–{most}"), least=words.number(ends[0]), most=words.number(ends[-1])
        )
    if one.central is not None:
        return words.say(
            _("{central} ({bounds})"), central=words.number(one.central), bounds=number
        )
    if one.qualifier == "exactly" and len(ends) == 1:
        # An end without a qualifier says by its place which way it is open.
        qualifier: Qualifier = "at-least" if one.most is None else "up-to"
        return words.say(_QUALIFIED[qualifier], number=number)
    return words.say(_QUALIFIED[one.qualifier], number=number)


def _parts_text(one: Total, words: Words) -> str:
    """Write the addends of a total with their labels, and what they add up to."""
    listed = [f"{words.number(part.number)} {part.label}" for part in one.parts[:_MOST_PARTS]]
    if len(one.parts) > _MOST_PARTS:
        listed.append(
            words.say(
                _("{number} further parts"), number=words.number(len(one.parts) - _MOST_PARTS)
            )
        )
    return f"{' + '.join(listed)} = {words.number(one.sum)}" if listed else ""


def _write_parts(page: Page, one: Total, axis: Axis) -> None:
    """Write the addends below the bar, where a total has any."""
    text = _parts_text(one, page.sheet.words)
    if not text:
        return
    # Beside the labels the zero line runs through, and the text keeps clear of it.
    inset = 5 if axis.start > page.left else 0
    page.top -= 4
    for line in wrapped(text, page.right - axis.start - inset, size=SMALL_SIZE, most_lines=4):
        page.add(
            Letters(
                x=axis.start + inset,
                y=page.top + SMALL_SIZE,
                text=line,
                size=SMALL_SIZE,
                ink="ink-soft",
            )
        )
        page.top += leading(SMALL_SIZE)
    page.top += 8


def _disagreement(totals: Sequence[Total], words: Words) -> str:
    """Say which totals do not agree, without choosing one: no value lies within all of them."""
    lows = [one.ends[0] for one in totals if one.qualifier != "approximately"]
    highs = [
        high
        for one in totals
        if (high := one.ends[1]) is not None and one.qualifier != "approximately"
    ]
    if not lows or not highs or max(lows) <= min(highs):
        return ""
    return words.say(
        _("These totals do not agree: {totals}. Both sides stand as their sources give them."),
        totals="; ".join(f"{one.label}: {_written(one, words)}" for one in totals),
    )


def _explanations(totals: Sequence[Total], words: Words) -> tuple[str, ...]:
    """Explain the signs that are used, and no others."""
    return (
        words.say(_("Thin line: from the lower to the upper end, an arrow where there is none."))
        if any(one.ends[0] != one.ends[1] and one.qualifier != "approximately" for one in totals)
        else "",
        words.say(_("Dashed end: approximate."))
        if any(one.qualifier == "approximately" for one in totals)
        else "",
    )


def _finding(one: Total, words: Words) -> str:
    """Say one total in words, with its parts."""
    parts = _parts_text(one, words)
    if parts:
        return words.say(
            _("{label}: {number} ({parts})."),
            label=one.label,
            number=_written(one, words),
            parts=parts,
        )
    return words.say(_("{label}: {number}."), label=one.label, number=_written(one, words))


def _table(totals: Sequence[Total], words: Words, *, title: str) -> Table:
    """Give every total, and below each its parts."""
    rows: list[tuple[str, str]] = []
    for one in totals:
        rows.append((one.label, _written(one, words)))
        rows += [
            (words.say(_("part: {label}"), label=part.label), words.number(part.number))
            for part in one.parts
        ]
    return Table(
        headings=(words.say(_("Figure")), words.say(_("Number"))),
        rows=tuple(rows),
        caption=title,
        numeric=(1,),
    )
