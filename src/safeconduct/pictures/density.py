"""Density: where the total may lie according to each method, one method under the other.

It depends on numpy for sums over distributions, on the axis of factors and on the page; a row is a
distribution with its median and its interval, or an interval alone.
Another mark on a curve is a few lines in `_draw_row`.

Symbols: N is a total of persons; the height at N is the probability of a factor of N, so that
equal areas are equal probabilities on this axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.lettering import width_of, wrapped
from safeconduct.pictures.log_axis import LogAxis, draw_log_axis, spanning
from safeconduct.pictures.marks import Box, Letters, Line
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, Page, leading
from safeconduct.pictures.phrases import nothing_to_draw, remainder
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("Where may the total lie?")

# More methods than this are a table, not a picture.
MOST_METHODS: Final = 8
_HEIGHT: Final = 46
_FINE: Final = 2.0  # pixels; a distribution in closed form
_COARSE: Final = 8.0  # pixels; a sample, whose chance humps would be read as findings
_TICK: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A distribution over totals.

    numbers: shape (M,), rising where `shares` are given. shares: shape (M,), their probabilities,
    or None where the numbers are a sample.
    """

    numbers: npt.NDArray[np.float64] | npt.NDArray[np.int64]
    shares: npt.NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DensityRow:
    """What one method says: its interval, its median, and its distribution where it has one."""

    label: str
    low: float
    median: float
    high: float
    observed: float
    curve: Curve | None = None

    def __post_init__(self) -> None:
        """Refuse an interval whose ends are out of order."""
        if not 0 <= self.low <= self.high or self.median < 0:
            raise InvalidRecord("density row", [("high", "must rise from zero over low to high")])


def draw(rows: Sequence[DensityRow], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw the rows in the order given, on one axis, with what was observed as a dashed line."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    shown = rows[:MOST_METHODS]
    if shown:
        axis = spanning(
            [end for row in shown for end in (row.low, row.high, row.observed)],
            start=page.left,
            end=page.right,
        )
        _draw_observed(page, axis, shown[0].observed)
        for row in shown:
            _draw_row(page, row, axis)
        draw_log_axis(page, axis, top=page.top)
    left_out = rows[MOST_METHODS:]
    most = words.number(max((row.high for row in left_out), default=0))
    notes = (
        "" if shown else nothing_to_draw(words),
        remainder(len(left_out), most, words=words),
    )
    page.notes(*notes, *_explanations(shown, words))
    return page.finish(
        "density",
        alt=sentences(ended(page.title), *(_finding(row, words) for row in shown), *notes),
        table=_table(rows, words, title=page.title),
    )


def _draw_observed(page: Page, axis: LogAxis, observed: float) -> None:
    """Name the dashed line of what was observed, above the first row."""
    text = page.sheet.words.say(
        _("on the lists: {number}"), number=page.sheet.words.number(observed)
    )
    width = width_of(text, SMALL_SIZE)
    page.top += leading(SMALL_SIZE)
    page.add(
        Letters(
            x=max(page.left, min(axis.at(observed), page.right - width)),
            y=page.top - 4,
            text=text,
            size=SMALL_SIZE,
            ink="ink-soft",
        )
    )


def _draw_row(page: Page, row: DensityRow, axis: LogAxis) -> None:
    """Draw the name, the numbers, the curve on its base line, and the interval on that line."""
    page.top += 8
    _write_head(page, row)
    base = page.top + (_HEIGHT if row.curve is not None else 10)
    if row.curve is not None:
        for x, width, share in heights(row.curve, axis):
            # What falls outside the interval is lighter, not gone.
            inside = axis.at(row.low) <= x + width / 2 <= axis.at(row.high)
            fill = "bar" if inside else "bar-light"
            height = _HEIGHT * share
            page.add(Box(x=x, y=base - height, width=width, height=height, fill=fill))
    low, median, high = axis.at(row.low), axis.at(row.median), axis.at(row.high)
    half, observed = _TICK / 2, axis.at(row.observed)
    page.add(
        # The line of what was observed breaks off at the names of the rows.
        Line(x=observed, y=page.top, x2=observed, y2=base + half, dashed=True),
        Line(x=page.left, y=base, x2=page.right, y2=base, ink="rule"),
        Line(x=low, y=base, x2=high, y2=base, weight=1.5),
        Line(x=low, y=base - half, x2=low, y2=base + half, weight=1.5),
        Line(x=high, y=base - half, x2=high, y2=base + half, weight=1.5),
        Line(x=median, y=base - 2 * half, x2=median, y2=base + half, weight=3),
    )
    page.top = base + 10


def _write_head(page: Page, row: DensityRow) -> None:
    """Write the name of the method, and behind or below it what it says."""
    text = _said(row, page.sheet.words)
    width = width_of(text, SMALL_SIZE)
    beside = width_of(row.label, TEXT_SIZE, bold=True) + 12 + width < page.width
    page.text(row.label, bold=True, most_lines=2)
    if beside:
        page.add(
            Letters(
                x=page.right,
                y=page.top - leading(TEXT_SIZE) * 0.28,
                text=text,
                size=SMALL_SIZE,
                ink="ink-soft",
                anchor="end",
            )
        )
    else:
        page.top -= 2
        for line in wrapped(text, page.width, size=SMALL_SIZE):
            page.text(line, size=SMALL_SIZE, ink="ink-soft", most_lines=1)
    page.top += 2


def heights(curve: Curve, axis: LogAxis) -> list[tuple[float, float, float]]:
    """Give the columns of a curve: left edge and width in pixels, height as a share of the top."""
    step = _COARSE if curve.shares is None else _FINE
    n_steps = max(int((axis.end - axis.start) / step), 1)
    places = [axis.start + step * number for number in range(n_steps + 1)]
    edges = np.array([axis.value(place) for place in places])
    masses = np.diff(np.interp(edges, *_distribution(curve)))
    tallest = float(masses.max())
    if tallest <= 0:
        return []
    return [
        (place, step, float(mass) / tallest)
        for place, mass in zip(places, masses, strict=False)
        if mass > 0
    ]


def _distribution(curve: Curve) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give points of the distribution function; a whole number stands for half a one each side."""
    if curve.shares is None:
        ordered = np.sort(np.asarray(curve.numbers, dtype=np.float64))
        return ordered, (np.arange(ordered.size) + 0.5) / ordered.size
    numbers = np.asarray(curve.numbers, dtype=np.float64)
    return (
        np.concatenate([[numbers[0] - 0.5], numbers + 0.5]),
        np.concatenate([[0.0], np.cumsum(curve.shares)]),
    )


def _said(row: DensityRow, words: Words) -> str:
    return words.say(
        _("between {low} and {high}, middle {median}"),
        low=words.number(round(row.low)),
        high=words.number(round(row.high)),
        median=words.number(round(row.median)),
    )


def _explanations(rows: Sequence[DensityRow], words: Words) -> tuple[str, ...]:
    """Explain the signs that are used, and no others."""
    if not rows:
        return ()
    return (
        words.say(_("Each step on the axis multiplies.")),
        words.say(_("Line with ticks: 95 % interval. Thick tick: median.")),
        words.say(_("Hill: how likely each number is, scaled row by row; light outside the line."))
        if any(row.curve is not None for row in rows)
        else "",
    )


def _finding(row: DensityRow, words: Words) -> str:
    return words.say(_("{label}: {number}."), label=row.label, number=_said(row, words))


def _table(rows: Sequence[DensityRow], words: Words, *, title: str) -> Table:
    return Table(
        headings=(
            words.say(_("Method")),
            words.say(_("On the lists")),
            words.say(_("From")),
            words.say(_("Median")),
            words.say(_("To")),
        ),
        rows=tuple(
            (
                row.label,
                words.number(row.observed),
                words.number(round(row.low)),
                words.number(round(row.median)),
                words.number(round(row.high)),
            )
            for row in rows
        ),
        caption=title,
        numeric=(1, 2, 3, 4),
    )
