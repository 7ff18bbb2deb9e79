"""Chain: linked acts as a line of dated stations, each date as exact as it is known.

It depends on the page and the marks; stations come in the order of time, their dates already in
words.
Responses branch off the line. A new precision is a length and a sentence below, and a mark in
`_sign`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from safeconduct.pictures.lettering import width_of, wrapped
from safeconduct.pictures.marks import Box, Disc, Letters, Line, Mark, dashed_outline, hatched
from safeconduct.pictures.page import SMALL_SIZE, TEXT_SIZE, Page, leading, lines_of
from safeconduct.pictures.phrases import nothing_to_draw
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("What happened, and when?")

# More stations than this are a table, not a picture.
MOST_STATIONS: Final = 40

Precision = Literal["day", "month", "year", "longer", "unknown"]
_HALF_LENGTH: Final[dict[Precision, float]] = {
    "day": 5,
    "month": 10,
    "year": 20,
    "longer": 27,
    "unknown": 14,
}
_EXPLAINED: Final[dict[Precision, str]] = {
    "day": _("Dot: the day is known."),
    "month": _("Short bar: the month is known."),
    "year": _("Long bar: the year is known."),
    "longer": _("Long bar with ends: within a longer time."),
    "unknown": _("Dashed bar: date not known."),
}
_BAR: Final = 9
_BRANCH: Final = 28
_BRANCH_STEP: Final = 18
_MOST_BRANCHES: Final = 3
_GAP: Final = 14
_STATION_GAP: Final = 14
_WIDEST_DATE: Final = 0.24
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """An act of a chain, or a response to one; `when` is its date in words."""

    id: str
    label: str
    when: str
    precision: Precision
    responds_to: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A station as it stands on the sheet: its sign at a point, and its lines of text."""

    station: Station
    x: float
    y: float
    date: tuple[str, ...]
    lines: tuple[tuple[str, float], ...]

    @property
    def half(self) -> float:
        """Half the length of the sign."""
        return _HALF_LENGTH[self.station.precision]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Where the line stands, where the texts begin, and the column of each branch."""

    dates: float
    spine: float
    text: float
    columns: Mapping[str, int]

    def x(self, station: Station) -> float:
        """Give where the sign of a station stands: on the line, or on its branch."""
        column = self.columns.get(station.id)
        return self.spine + (0 if column is None else _BRANCH + _BRANCH_STEP * column)


def draw(stations: Sequence[Station], sheet: Sheet, *, title: str = "") -> Picture:
    """Draw the stations in the order given; a response without its act stands on the line."""
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    shown = stations[:MOST_STATIONS]
    ground = _ground(page, shown)
    places = _places(page, shown, ground=ground)
    page.add(*_spine(places, ground), *_branches(places, ground))
    for place in places:
        page.add(*_sign(place, response=place.station.id in ground.columns))
        page.add(*_texts(place, ground))
    left_out = len(stations) - len(shown)
    notes = (
        "" if shown else nothing_to_draw(words),
        words.say(_("Stations that only the table shows: {number}."), number=words.number(left_out))
        if left_out
        else "",
    )
    page.notes(*notes, *_explanations(shown, words, branching=bool(ground.columns)))
    return page.finish(
        "chain",
        alt=sentences(
            ended(page.title), *(_finding(station, shown, words) for station in shown), *notes
        ),
        table=_table(stations, words, title=page.title),
    )


def _ground(page: Page, stations: Sequence[Station]) -> _Ground:
    """Divide the width among dates, line, branches and texts; on a narrow one dates go above."""
    dates = 0.0
    if not page.sheet.narrow:
        widest = max((width_of(station.when, SMALL_SIZE) for station in stations), default=0)
        dates = min(widest + 1, page.width * _WIDEST_DATE)
    columns = _branch_columns(stations)
    spine = page.left + (dates + _GAP if dates else 0) + _BAR
    branches = _BRANCH + _BRANCH_STEP * max(columns.values()) if columns else 0
    return _Ground(dates=dates, spine=spine, text=spine + branches + _GAP, columns=columns)


def _branch_columns(stations: Sequence[Station]) -> dict[str, int]:
    """Give each response the column of its branch, so that branches of two acts lie apart."""
    order = {station.id: number for number, station in enumerate(stations)}
    responses = [
        station
        for station in stations
        if order.get(station.responds_to, len(stations)) < order[station.id]
    ]
    last = {response.responds_to: order[response.id] for response in responses}
    columns: dict[str, int] = {}
    free_from = [0] * _MOST_BRANCHES
    for act in sorted(last, key=lambda one: order[one]):
        # A response to a response branches no farther left than the response itself.
        least = columns.get(act, 0)
        column = next(
            (i for i in range(least, _MOST_BRANCHES) if free_from[i] <= order[act]),
            _MOST_BRANCHES - 1,
        )
        free_from[column] = last[act]
        columns |= {one.id: column for one in responses if one.responds_to == act}
    return columns


def _places(page: Page, stations: Sequence[Station], *, ground: _Ground) -> list[_Place]:
    """Break the texts into lines and set the stations below one another."""
    room = page.right - ground.text
    places = []
    for station in stations:
        date = wrapped(station.when, ground.dates or room, size=SMALL_SIZE, most_lines=3)
        lines = [
            *(
                (text, TEXT_SIZE)
                for text in wrapped(station.label, room, size=TEXT_SIZE, most_lines=_MOST_LINES)
            ),
            *(
                (text, SMALL_SIZE)
                for text in wrapped(station.detail, room, size=SMALL_SIZE, most_lines=_MOST_LINES)
                if text
            ),
        ]
        beside = date if ground.dates else ()
        if not ground.dates:
            lines = [*((text, SMALL_SIZE) for text in date), *lines]
        half = max(
            _height(lines) / 2,
            leading(SMALL_SIZE) * len(beside) / 2,
            _HALF_LENGTH[station.precision] + 2,
        )
        places.append(
            _Place(
                station=station,
                x=ground.x(station),
                y=page.top + half,
                date=beside,
                lines=tuple(lines),
            )
        )
        page.top += 2 * half + _STATION_GAP
    page.top -= _STATION_GAP if places else 0
    return places


def _height(lines: Iterable[tuple[str, float]]) -> float:
    return sum(leading(size) for _text, size in lines)


def _spine(places: Sequence[_Place], ground: _Ground) -> list[Line]:
    """Draw the line from act to act; it stops at the signs, so that an open sign stays open."""
    acts = [place for place in places if place.station.id not in ground.columns]
    return [
        Line(
            x=above.x,
            y=above.y + above.half + 3,
            x2=below.x,
            y2=below.y - below.half - 3,
            ink="line",
            weight=1.5,
        )
        for above, below in pairwise(acts)
    ]


def _branches(places: Sequence[_Place], ground: _Ground) -> list[Line]:
    """Draw a branch from each act that is answered, down to its last response."""
    lines = []
    acts = {place.station.id: place for place in places}
    above: dict[str, _Place] = {}
    for place in places:
        if place.station.id not in ground.columns:
            continue
        act = acts[place.station.responds_to]
        before = above.get(act.station.id)
        top = act.y if before is None else before.y + before.half + 3
        if before is None and place.x == act.x:
            top = act.y + act.half + 3
        elif before is None:
            lines.append(
                Line(x=act.x + _BAR / 2 + 4, y=act.y, x2=place.x, y2=act.y, ink="line", weight=1.5)
            )
        lines.append(
            Line(x=place.x, y=top, x2=place.x, y2=place.y - place.half - 3, ink="line", weight=1.5)
        )
        above[act.station.id] = place
    return lines


def _sign(place: _Place, *, response: bool) -> tuple[Mark, ...]:
    """Draw the sign of a date: the less is known, the longer; a response is open."""
    precision = place.station.precision
    fill = "paper" if response else "accent"
    if precision == "day":
        return (
            Disc(x=place.x, y=place.y, radius=place.half, fill=fill, outline="accent", weight=1.5),
        )
    bar = Box(
        x=place.x - _BAR / 2,
        y=place.y - place.half,
        width=_BAR,
        height=2 * place.half,
        fill="paper" if precision == "unknown" else fill,
        outline="" if precision == "unknown" else "accent",
    )
    if precision == "unknown":
        return (bar, *hatched(bar), *dashed_outline(bar))
    if precision == "longer":
        ends = (bar.y, bar.y + bar.height)
        return (
            bar,
            *(
                Line(x=bar.x - 4, y=y, x2=bar.x + _BAR + 4, y2=y, ink="accent", weight=1.5)
                for y in ends
            ),
        )
    return (bar,)


def _texts(place: _Place, ground: _Ground) -> list[Letters]:
    """Write the lines of a station, and its date beside the line where there is room for it."""
    top = place.y - _height(place.lines) / 2
    letters = list(
        lines_of(
            place.date,
            x=ground.spine - _BAR - _GAP / 2,
            y=place.y,
            size=SMALL_SIZE,
            ink="ink-soft",
            anchor="end",
        )
    )
    for text, size in place.lines:
        letters.append(
            Letters(
                x=ground.text,
                y=top + leading(size) * 0.74,
                text=text,
                size=size,
                ink="ink" if size == TEXT_SIZE else "ink-soft",
            )
        )
        top += leading(size)
    return letters


def _explanations(stations: Sequence[Station], words: Words, *, branching: bool) -> tuple[str, ...]:
    """Explain the signs that are used, and no others."""
    used = {station.precision for station in stations}
    return (
        *(words.say(text) for precision, text in _EXPLAINED.items() if precision in used),
        words.say(_("Open signs on a branch: responses.")) if branching else "",
        words.say(_("The distances between the stations are not to scale.")) if stations else "",
    )


def _finding(station: Station, stations: Sequence[Station], words: Words) -> str:
    """Say one station in words; a response names the act that it answers."""
    answered = _answered(station, stations)
    if answered:
        return words.say(
            _("{when}: {label} (in response to: {act})."),
            when=station.when,
            label=station.label,
            act=answered,
        )
    return words.say(_("{when}: {label}."), when=station.when, label=station.label)


def _answered(station: Station, stations: Sequence[Station]) -> str:
    return next((act.label for act in stations if act.id == station.responds_to), "")


def _table(stations: Sequence[Station], words: Words, *, title: str) -> Table:
    """Give every station, also those that are not drawn."""
    labels = {station.id: station.label for station in stations}
    return Table(
        headings=(
            words.say(_("Date")),
            words.say(_("What happened")),
            words.say(_("Detail")),
            words.say(_("In response to")),
        ),
        rows=tuple(
            (
                station.when,
                station.label,
                station.detail,
                labels.get(station.responds_to, ""),
            )
            for station in stations
        ),
        caption=title,
    )
