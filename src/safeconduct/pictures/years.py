"""Years: how often each tactic was used in each year, one band of bars to a tactic, on one scale.

It depends on the page, the periods and the amounts; rows come as plain numbers.
A count that belongs to several years is a light bar as long as those years, below the zero line of
its band;
a count without any year stands hatched beside the years. A new sign is one function called from
`_draw_band`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.amount import Amount, central_text, high_text, short_text, spoken, total
from safeconduct.pictures.lettering import width_of, wrapped
from safeconduct.pictures.marks import Box, Letters, Line, hatched
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, Page, centred, leading, lines_of
from safeconduct.pictures.periods import Period, period_text, years_of
from safeconduct.pictures.phrases import (
    not_known,
    nothing_to_draw,
    overlap_note,
    remainder,
    zero_note,
)
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("In which years, and by which tactic?")

# More bands or years than these are a table, not a picture.
MOST_BANDS: Final = 12
_LEAST_COLUMN: Final = 22
_FEWEST_COLUMNS: Final = 6
_YEAR_ROOM: Final = 36
_NAMED_IN_ALT: Final = 12
_WIDEST_BAR: Final = 30
_WIDEST_LABEL: Final = 0.24
_GAP: Final = 12
_BAR_ZONE: Final = 46
_NUMBER_ZONE: Final = 17
_NUMBER_GAP: Final = 6
_SPAN_BAR: Final = 14
_SPAN_STEP: Final = 17
_OPEN_YEARS: Final = 3
_BAND_GAP: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """The count of one tactic in one period."""

    label: str
    period: Period
    amount: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """The counts of one tactic, by period."""

    label: str
    amounts: Mapping[Period, Amount]

    @property
    def size(self) -> float:
        """The central total, by which the bands are ordered."""
        return sum(amount.central for amount in self.amounts.values())

    @property
    def bars(self) -> list[Amount]:
        """The counts that stand upright: those of one year, and that of no year."""
        return [
            amount
            for period, amount in self.amounts.items()
            if period.unknown or period.year is not None
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """Where the years stand; the first one takes in all earlier ones where they are too many."""

    years: range
    gathered: bool
    start: float
    step: float
    unknown: float
    apart: bool
    scale: float = 1

    @property
    def end(self) -> float:
        """Where the last year ends."""
        return self.start + self.step * len(self.years)

    @property
    def bar(self) -> float:
        """The width of a bar."""
        return min(_WIDEST_BAR, self.step * 0.66)

    def edge(self, year: int) -> float:
        """Give where a year begins."""
        place = min(max(year - self.years.start, 0), len(self.years))
        return self.start + self.step * place


def draw(
    rows: Sequence[YearRow],
    sheet: Sheet,
    *,
    title: str = "",
    heading: str = "",
    overlapping: bool = False,
) -> Picture:
    """Draw a band of bars for each label.

    `heading` names what the labels are; `overlapping` says that one incident can stand in several
    bands.
    """
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    bands = _bands(rows)
    drawn = bands[:MOST_BANDS]
    left_out = bands[MOST_BANDS:]
    if drawn:
        grid = _grid(page, drawn)
        gathered = [_gathered(band, grid) for band in drawn]
        most = max((bar.most for band in gathered for bar in band.bars), default=0)
        grid = replace(grid, scale=_BAR_ZONE / (most or 1))
        for band in gathered:
            _draw_band(page, band, grid)
        _draw_years(page, grid)
    notes = (
        "" if drawn else nothing_to_draw(words),
        overlap_note(words) if overlapping and drawn else "",
        remainder(len(left_out), _most_text(left_out, words), words=words),
    )
    page.notes(*notes, *_explanations(drawn, words))
    return page.finish(
        "years",
        alt=sentences(ended(page.title), *(_finding(band, words) for band in drawn), *notes),
        table=_table(bands, words, title=page.title, heading=heading),
    )


def _bands(rows: Iterable[YearRow]) -> list[_Band]:
    """Gather the rows by label, the largest band first; rows of one label and period are added."""
    gathered: dict[str, dict[Period, list[Amount]]] = {}
    for row in rows:
        gathered.setdefault(row.label, {}).setdefault(row.period, []).append(row.amount)
    bands = [
        _Band(label=label, amounts={period: total(amounts) for period, amounts in periods.items()})
        for label, periods in gathered.items()
    ]
    return sorted(bands, key=lambda band: (-band.size, band.label))


def _grid(page: Page, bands: Sequence[_Band]) -> _Grid:
    """Divide the width among the years, and keep a column apart for what has no year."""
    words = page.sheet.words
    periods = [period for band in bands for period in band.amounts]
    labels = 0.0
    if not page.sheet.narrow:
        widest = max(width_of(band.label, TEXT_SIZE) for band in bands)
        labels = min(widest, page.width * _WIDEST_LABEL) + _GAP
    unknown = any(period.unknown for period in periods)
    apart = max(40.0, width_of(words.say(_("not known")), SMALL_SIZE)) if unknown else 0
    years = years_of(periods)
    room = page.width - labels - (apart + 2 * _GAP if unknown else 0)
    numbers = [
        width_of(short_text(bar, words), SMALL_SIZE, bold=True) + _NUMBER_GAP
        for band in bands
        for bar in band.bars
    ]
    kept = years[-max(int(room // max(_LEAST_COLUMN, *numbers, 0)), 1) :]
    step = room / max(len(kept), _FEWEST_COLUMNS)
    start = page.left + labels
    return _Grid(
        years=kept,
        gathered=len(kept) < len(years),
        start=start,
        step=step,
        unknown=start + step * len(kept) + 2 * _GAP + apart / 2,
        apart=unknown,
    )


def _gathered(band: _Band, grid: _Grid) -> _Band:
    """Move the years before the first column into it."""
    first = grid.years.start
    moved: dict[Period, list[Amount]] = {}
    for period, amount in band.amounts.items():
        early = grid.gathered and period.last is not None and period.last <= first
        place = Period(first=first, last=first) if early else period
        moved.setdefault(place, []).append(amount)
    return _Band(
        label=band.label, amounts={period: total(amounts) for period, amounts in moved.items()}
    )


def _draw_band(page: Page, band: _Band, grid: _Grid) -> None:
    """Draw one tactic: its label, its bars on the zero line, the counts of several years below."""
    narrow = page.sheet.narrow
    room = page.width if narrow else grid.start - _GAP - page.left
    lines = wrapped(band.label, room, size=TEXT_SIZE, most_lines=2 if narrow else 3)
    height = leading(TEXT_SIZE) * len(lines)
    if narrow:
        page.add(*lines_of(lines, x=page.left, y=page.top + height / 2, size=TEXT_SIZE))
        page.top += height
    # All bands share one scale, but a band of small counts needs no room for large ones.
    tallest = max((_height(bar, grid) for bar in band.bars), default=0)
    zero = page.top + max(_NUMBER_ZONE + tallest, height if not narrow else 0)
    if not narrow:
        x, y = grid.start - _GAP, zero - height / 2 + 3
        page.add(*lines_of(lines, x=x, y=y, size=TEXT_SIZE, anchor="end"))
    page.add(Line(x=grid.start, y=zero, x2=grid.end, y2=zero, ink="line"))
    spans = []
    for period, amount in sorted(band.amounts.items(), key=lambda pair: _place(pair[0])):
        if period.unknown:
            _draw_bar(page, amount, x=grid.unknown, zero=zero, grid=grid, unknown=True)
        elif period.year is not None:
            x = (grid.edge(period.year) + grid.edge(period.year + 1)) / 2
            _draw_bar(page, amount, x=x, zero=zero, grid=grid)
        else:
            spans.append((period, amount))
    page.top = zero + 5
    _draw_spans(page, spans, grid)
    page.top += _BAND_GAP


def _place(period: Period) -> tuple[float, float]:
    """Give the place of a period in time, open ends outermost."""
    return (
        -math.inf if period.first is None else period.first,
        math.inf if period.last is None else period.last,
    )


def _draw_bar(
    page: Page, amount: Amount, *, x: float, zero: float, grid: _Grid, unknown: bool = False
) -> None:
    """Draw an upright bar with its bounds as a thin line and its central count above it."""
    tallest = _height(amount, grid)
    bar = Box(
        x=x - grid.bar / 2,
        y=zero - amount.central * grid.scale,
        width=grid.bar,
        height=amount.central * grid.scale,
        fill="paper" if unknown else "bar",
        outline="line" if unknown else "",
    )
    page.add(bar)
    if unknown:
        page.add(
            *hatched(bar),
            Line(x=bar.x - 4, y=zero, x2=bar.x + bar.width + 4, y2=zero, ink="line"),
        )
    if not amount.certain:
        low, top = zero - amount.low * grid.scale, zero - tallest
        page.add(
            Line(x=x, y=low, x2=x, y2=top, weight=1.5),
            Line(x=x - 3, y=low, x2=x + 3, y2=low, weight=1.5),
        )
        open_end = 4 if amount.high is None else 0
        page.add(
            Line(x=x - 3, y=top + open_end, x2=x, y2=top, weight=1.5),
            Line(x=x + 3, y=top + open_end, x2=x, y2=top, weight=1.5),
        )
    page.add(
        Letters(
            x=x,
            y=zero - tallest - 5,
            size=SMALL_SIZE,
            bold=True,
            text=short_text(amount, page.sheet.words),
            anchor="middle",
        )
    )


def _height(amount: Amount, grid: _Grid) -> float:
    """Give how far a bar and its thin line reach; a bar without upper bound reaches the top."""
    return _BAR_ZONE if amount.high is None else amount.most * grid.scale


def _draw_spans(page: Page, spans: Sequence[tuple[Period, Amount]], grid: _Grid) -> None:
    """Draw the counts of several years as light bars, in as few lines as they need."""
    ends: list[float] = []
    for period, amount in spans:
        start, end = _reach(period, grid)
        line = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        ends[line : line + 1] = [end]
        _draw_span(
            page,
            period,
            amount,
            box=Box(
                x=start + 2,
                y=page.top + _SPAN_STEP * line,
                width=end - start - 4,
                height=_SPAN_BAR,
                # What may have happened is drawn, but not as something that did.
                fill="bar-light" if amount.central else "paper",
                outline="" if amount.central else "bar-light",
            ),
        )
    page.top += _SPAN_STEP * len(ends)


def _reach(period: Period, grid: _Grid) -> tuple[float, float]:
    """Give where a light bar begins and ends; an open end runs on for a few years and an arrow."""
    open_length = _OPEN_YEARS * grid.step
    if period.first is None:
        end = grid.edge((period.last or 0) + 1)
        return max(grid.start, end - open_length), end
    start = grid.edge(period.first)
    if period.last is None:
        return start, min(grid.end, start + open_length)
    return start, grid.edge(period.last + 1)


def _draw_span(page: Page, period: Period, amount: Amount, *, box: Box) -> None:
    """Draw one light bar with its count."""
    middle = box.y + box.height / 2
    page.add(
        box,
        *_span_end(box.x, middle, outwards=-4 if period.first is None else 0),
        *_span_end(box.x + box.width, middle, outwards=4 if period.last is None else 0),
        Letters(
            x=box.x + box.width / 2,
            y=centred(middle, SMALL_SIZE),
            size=SMALL_SIZE,
            bold=True,
            text=short_text(amount, page.sheet.words),
            anchor="middle",
        ),
    )


def _span_end(x: float, middle: float, *, outwards: float) -> tuple[Line, Line]:
    """Close a light bar with a straight end, or with an arrow where it is open."""
    half = _SPAN_BAR / 2
    return (
        Line(x=x - outwards, y=middle - half, x2=x, y2=middle, ink="accent", weight=1.5),
        Line(x=x - outwards, y=middle + half, x2=x, y2=middle, ink="accent", weight=1.5),
    )


def _draw_years(page: Page, grid: _Grid) -> None:
    """Write the years below the last band, as many as have room."""
    words = page.sheet.words
    page.top += 2
    y = page.top + SMALL_SIZE
    every = max(math.ceil(_YEAR_ROOM / grid.step), 1)
    for year in grid.years:
        first = grid.gathered and year == grid.years.start
        crowded = grid.gathered and (year - grid.years.start) * grid.step < _YEAR_ROOM
        if first or ((grid.years[-1] - year) % every == 0 and not crowded):
            text = f"≤{year}" if first else str(year)
            half = width_of(text, SMALL_SIZE) / 2
            x = max((grid.edge(year) + grid.edge(year + 1)) / 2, page.left + half)
            page.add(Letters(x=x, y=y, text=text, size=SMALL_SIZE, ink="ink-soft", anchor="middle"))
    if grid.apart:
        page.add(
            Letters(
                x=grid.unknown,
                y=y,
                text=words.say(_("not known")),
                size=SMALL_SIZE,
                ink="ink-soft",
                anchor="middle",
            )
        )
    page.top += leading(SMALL_SIZE)


def _explanations(bands: Sequence[_Band], words: Words) -> tuple[str, ...]:
    """Explain the signs that are used, and no others."""
    amounts = [amount for band in bands for amount in band.amounts.values()]
    periods = [period for band in bands for period in band.amounts]
    several = any(period.year is None and not period.unknown for period in periods)
    return (
        words.say(_("Number: central count.")) if bands else "",
        zero_note(amounts, words),
        words.say(_("Thin line: from the low to the high count."))
        if any(not amount.certain for amount in amounts)
        else "",
        words.say(_("Light bar below the line: in one of these years, not known which."))
        if several
        else "",
        words.say(_("Arrow: or earlier, or later."))
        if any(not period.unknown and None in {period.first, period.last} for period in periods)
        else "",
        not_known(words) if any(period.unknown for period in periods) else "",
    )


def _most_text(bands: Sequence[_Band], words: Words) -> str:
    return words.number(max((band.size for band in bands), default=0))


def _finding(band: _Band, words: Words) -> str:
    """Say one band in words: every period with its count, in the order of time."""
    listed = sorted(band.amounts.items(), key=lambda pair: (pair[0].unknown, _place(pair[0])))
    shown = listed[-_NAMED_IN_ALT:]
    said = "; ".join(
        words.say(
            _("{period}: {amount}"), period=period_text(period, words), amount=spoken(amount, words)
        )
        for period, amount in shown
    )
    return words.say(_("{label}, by year: {counts}."), label=band.label, counts=said)


def _table(bands: Sequence[_Band], words: Words, *, title: str, heading: str) -> Table:
    """Give one row for each band and period, in the order of the picture and of time."""
    return Table(
        headings=(
            heading or words.say(_("Tactic")),
            words.say(_("Year")),
            words.say(_("Low")),
            words.say(_("Central")),
            words.say(_("High")),
        ),
        rows=tuple(
            (
                band.label,
                period_text(period, words),
                words.number(amount.low),
                central_text(amount, words),
                high_text(amount, words),
            )
            for band in bands
            for period, amount in sorted(
                band.amounts.items(), key=lambda pair: (pair[0].unknown, _place(pair[0]))
            )
        ),
        caption=title,
        numeric=(2, 3, 4),
    )
