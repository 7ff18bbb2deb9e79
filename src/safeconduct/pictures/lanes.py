"""Lanes: horizontal bars on one axis from zero, with their bounds and their numbers.

It depends on the page, the axis and the marks; `bars`, `schemes` and `standing` draw with it.
A new sign on a lane is a field of `Lane` and a few marks here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.amount import Amount, bounds_text, central_text
from safeconduct.pictures.axis import Axis, round_step
from safeconduct.pictures.lettering import width_of, wrapped
from safeconduct.pictures.marks import Box, Letters, Line, hatched
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, centred, leading, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.pictures.page import Page

BAR: Final = 14
_TICK: Final = 9
_TICKS: Final = 5
_NARROW_TICKS: Final = 3
_GAP: Final = 8
_NUMBER_GAP: Final = 6
_WIDEST_LABEL: Final = 0.36
_UNKNOWN_GAP: Final = 10
# A line without upper bound runs on beyond the largest number that is known.
_OPEN_END: Final = 1.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One bar: its label, its amount, and whether it stands for what is not known.

    `rule` is a total to print under the lane, as under a column of figures.
    """

    label: str
    amount: Amount
    unknown: bool = False
    fill: str = "bar"
    outlined: bool = False
    rule: str = ""


def draw_lanes(page: Page, lanes: Sequence[Lane], *, label_width: float | None = None) -> None:
    """Draw the lanes in their order below what stands on the page, and their axis below them."""
    column = (
        label_column(page, [lane.label for lane in lanes]) if label_width is None else label_width
    )
    most = max((lane.amount.most for lane in lanes), default=0)
    axis = fitted_axis(
        page,
        [
            (lane.amount.most if lane.amount.high is not None else None, _number_width(page, lane))
            for lane in lanes
        ],
        column=column,
        most=most,
    )
    top = page.top
    for number, lane in enumerate(lanes):
        if lane.unknown and number:
            page.top += _UNKNOWN_GAP
        middle = write_label(page, lane.label, axis=axis)
        _draw_bar(page, lane, axis, middle=middle)
        _draw_numbers(page, lane, axis, middle=middle)
        if lane.rule:
            _draw_rule(page, lane.rule)
    draw_axis(page, axis, top=top)


def label_column(page: Page, labels: Sequence[str]) -> float:
    """Give the width of the labels beside the bars; on a narrow sheet they stand above."""
    if page.sheet.narrow:
        return 0
    widest = max((width_of(label, TEXT_SIZE) for label in labels), default=0)
    return min(page.width * _WIDEST_LABEL, widest + 1)


def fitted_axis(
    page: Page, reaches: Sequence[tuple[float | None, float]], *, column: float, most: float
) -> Axis:
    """Give the longest axis on which every bar keeps room for the text behind it.

    A reach is the end of a bar and the width of its text; an end that is `None` is open and runs to
    the end of the axis.
    """
    start = page.left + (column + _GAP if column else 0)
    top = (most or 1) * (_OPEN_END if any(end is None for end, _width in reaches) else 1)
    length = min(
        (page.right - start - width - _NUMBER_GAP) * top / (top if end is None else end or top)
        for end, width in reaches
    )
    return Axis(start=start, end=start + min(length, page.right - start), most=top)


def write_label(page: Page, label: str, *, axis: Axis) -> float:
    """Write a label beside its bar or above it, move below both, and give the middle of the bar."""
    beside = axis.start > page.left
    room = axis.start - _GAP - page.left if beside else page.width
    lines = wrapped(label, room, size=TEXT_SIZE, most_lines=3 if beside else 2)
    height = len(lines) * leading(TEXT_SIZE)
    if beside:
        row = max(height + 8, BAR + 12)
        middle = page.top + row / 2
        page.add(*lines_of(lines, x=axis.start - _GAP, y=middle, size=TEXT_SIZE, anchor="end"))
    else:
        row = height + BAR + 14
        middle = page.top + height + BAR / 2 + 3
        page.add(*lines_of(lines, x=page.left, y=page.top + height / 2, size=TEXT_SIZE))
    page.top += row
    return middle


def _number_width(page: Page, lane: Lane) -> float:
    words = page.sheet.words
    bounds = bounds_text(lane.amount, words)
    central = width_of(central_text(lane.amount, words), TEXT_SIZE, bold=True)
    return central + (width_of(bounds, SMALL_SIZE) + _NUMBER_GAP if bounds else 0)


def _draw_bar(page: Page, lane: Lane, axis: Axis, *, middle: float) -> None:
    """Draw the bar to the central value, and over it the line from low to high with its ticks."""
    amount = lane.amount
    bar = Box(
        x=axis.start,
        y=middle - BAR / 2,
        width=axis.at(amount.central) - axis.start,
        height=BAR,
        fill="paper" if lane.unknown else lane.fill,
        outline="line" if lane.unknown or lane.outlined else "",
    )
    if lane.unknown:
        page.add(bar, *hatched(bar))
    else:
        page.add(bar)
    if amount.central_most is not None:
        page.add(
            Box(
                x=axis.at(amount.central),
                y=bar.y,
                height=BAR,
                fill="bar-light",
                width=axis.at(amount.central_most) - axis.at(amount.central),
            )
        )
    page.add(Line(x=axis.start, y=bar.y - 2, x2=axis.start, y2=bar.y + BAR + 2, ink="ink-soft"))
    if not amount.certain:
        draw_range(page, amount, axis=axis, middle=middle)


def draw_range(page: Page, amount: Amount, *, axis: Axis, middle: float) -> None:
    """Draw the thin line from low to high, with a tick or an arrow at its ends."""
    low = axis.at(amount.low)
    high = axis.end if amount.high is None else axis.at(amount.high)
    page.add(
        Line(x=low, y=middle, x2=high, y2=middle, weight=1.5),
        Line(x=low, y=middle - _TICK / 2, x2=low, y2=middle + _TICK / 2, weight=1.5),
    )
    if amount.high is None:
        page.add(
            Line(x=high - 5, y=middle - 4, x2=high, y2=middle, weight=1.5),
            Line(x=high - 5, y=middle + 4, x2=high, y2=middle, weight=1.5),
        )
    else:
        page.add(Line(x=high, y=middle - _TICK / 2, x2=high, y2=middle + _TICK / 2, weight=1.5))


def _draw_numbers(page: Page, lane: Lane, axis: Axis, *, middle: float) -> None:
    """Write the central value, and the bounds behind it where they differ."""
    words = page.sheet.words
    central = central_text(lane.amount, words)
    x = (axis.end if lane.amount.high is None else axis.at(lane.amount.most)) + _NUMBER_GAP
    page.add(Letters(x=x, y=centred(middle, TEXT_SIZE), text=central, size=TEXT_SIZE, bold=True))
    bounds = bounds_text(lane.amount, words)
    if bounds:
        x += width_of(central, TEXT_SIZE, bold=True) + _NUMBER_GAP
        page.add(
            Letters(x=x, y=centred(middle, TEXT_SIZE), text=bounds, size=SMALL_SIZE, ink="ink-soft")
        )


def _draw_rule(page: Page, total: str) -> None:
    """Draw a rule with a running total under it, as at the foot of a column."""
    page.top += 2
    page.add(
        Line(x=page.left, y=page.top, x2=page.right, y2=page.top, ink="line"),
        Letters(
            x=page.right,
            y=page.top + SMALL_SIZE + 3,
            text=total,
            size=SMALL_SIZE,
            ink="ink-soft",
            anchor="end",
        ),
    )
    page.top += leading(SMALL_SIZE) + 6


def draw_axis(page: Page, axis: Axis, *, top: float) -> None:
    """Draw the zero line, and below it the round numbers."""
    words = page.sheet.words
    if axis.start > page.left:
        # Beside the labels the zero line runs through; below them it would cross their first
        # letters.
        page.add(Line(x=axis.start, y=top, x2=axis.start, y2=page.top + 3, ink="ink-soft"))
    for tick in _ticks(page, axis):
        x = axis.at(tick)
        page.add(
            Line(x=x, y=page.top - 1, x2=x, y2=page.top + 3, ink="line"),
            Letters(
                x=x,
                y=page.top + 4 + SMALL_SIZE,
                text=words.number(tick),
                size=SMALL_SIZE,
                ink="ink-soft",
                anchor="middle",
            ),
        )
    page.top += 8 + SMALL_SIZE


def _ticks(page: Page, axis: Axis) -> tuple[float, ...]:
    """Give as many round numbers as have room beside one another."""
    words = page.sheet.words
    widest = width_of(words.number(axis.most), SMALL_SIZE) + _GAP
    at_most = _NARROW_TICKS if page.sheet.narrow else _TICKS
    while at_most > 1 and widest > axis.at(round_step(axis.most, at_most)) - axis.start:
        at_most -= 1
    return axis.ticks(at_most=at_most)
