"""A page under the pen: it keeps the marks, moves down the sheet, and ends as a picture.

It depends on the sheet, the marks, the lettering and the painting; the picture modules draw through
it.
Type has three sizes; a new one is a decision about every picture, and stands here.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.pictures import painting
from safeconduct.pictures.lettering import plain, wrapped
from safeconduct.pictures.marks import Anchor, Letters, Line, Mark
from safeconduct.pictures.palette import TOKENS
from safeconduct.pictures.picture import Picture, Table
from safeconduct.pictures.words import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.pictures.sheet import Sheet

TITLE_SIZE: Final = 16
TEXT_SIZE: Final = 12
SMALL_SIZE: Final = 11
TITLE_LEADING: Final = 21
TEXT_LEADING: Final = 16
SMALL_LEADING: Final = 15

_LEADING: Final[Mapping[float, float]] = MappingProxyType(
    {TITLE_SIZE: TITLE_LEADING, TEXT_SIZE: TEXT_LEADING, SMALL_SIZE: SMALL_LEADING}
)
_MARGIN: Final = 20
_NARROW_MARGIN: Final = 12
_MOST_TITLE_LINES: Final = 4
_MOST_NOTE_LINES: Final = 16


class Page:
    """The marks so far, and `top`, the line where the next part of the picture begins."""

    def __init__(self, sheet: Sheet, *, title: str) -> None:
        """Begin a page with its title."""
        self.sheet = sheet
        self.title = plain(title)
        margin = _NARROW_MARGIN if sheet.narrow else _MARGIN
        self.left: float = margin
        self.right: float = sheet.width - margin
        self.top: float = margin
        self._marks: list[Mark] = []
        if sheet.titled:
            self.top += TITLE_SIZE - TITLE_LEADING / 2 + 1
            self.text(title, size=TITLE_SIZE, bold=True, most_lines=_MOST_TITLE_LINES)
            self.top += 10

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    def add(self, *marks: Mark) -> None:
        """Keep marks; on a sheet that is read from the right they are mirrored, a map excepted."""
        if self.sheet.right_to_left:
            marks = tuple(mark.mirrored(self.sheet.width) for mark in marks)
        self._marks.extend(marks)

    def add_unmirrored(self, *marks: Mark) -> None:
        """Keep marks that belong to a place on a map."""
        self._marks.extend(marks)

    def text(
        self,
        text: str,
        *,
        size: float = TEXT_SIZE,
        bold: bool = False,
        ink: str = "ink",
        most_lines: int = _MOST_NOTE_LINES,
    ) -> None:
        """Write a paragraph across the page and move below it."""
        lines = wrapped(text, self.width, size=size, bold=bold, most_lines=most_lines)
        for line in lines:
            self.top += leading(size)
            self.add(
                Letters(
                    x=self.left,
                    y=self.top - leading(size) * 0.28,
                    text=line,
                    size=size,
                    bold=bold,
                    ink=ink,
                )
            )

    def notes(self, *notes: str) -> None:
        """Write the notes below the drawing as one paragraph, the empty ones left out."""
        paragraph = sentences(*notes)
        if paragraph:
            self.top += 8
            self.text(paragraph, size=SMALL_SIZE, ink="ink-soft")

    def finish(self, name: str, *, alt: str, table: Table) -> Picture:
        """Write the source line and draw the page."""
        if self.sheet.source:
            self.top += 8
            self.add(Line(x=self.left, y=self.top, x2=self.right, y2=self.top, ink="rule"))
            self.top += 4
            self.text(self.sheet.source, size=SMALL_SIZE, ink="ink-soft")
        height = round(self.top + (_NARROW_MARGIN if self.sheet.narrow else _MARGIN) * 0.8)
        drawing = painting.specification(
            self._marks,
            width=self.sheet.width,
            height=height,
            tokens=TOKENS[self.sheet.theme],
            right_to_left=self.sheet.right_to_left,
        )
        alt = plain(alt)
        svg = painting.svg(drawing, title=self.title, alt=alt)
        return Picture(
            name=name,
            title=self.title,
            alt=alt,
            png=painting.png(svg, sharpness=self.sheet.sharpness),
            svg=svg.encode(),
            width=self.sheet.width,
            height=height,
            table=table,
        )


def leading(size: float) -> float:
    """Give the distance between the baselines of a size."""
    return _LEADING[size]


def centred(y: float, size: float) -> float:
    """Give the baseline of a line of text that stands in the middle of a row."""
    return y + size * 0.36


def lines_of(
    lines: tuple[str, ...],
    *,
    x: float,
    y: float,
    size: float,
    ink: str = "ink",
    anchor: Anchor = "start",
) -> tuple[Letters, ...]:
    """Stack lines of text around the middle of a row."""
    step = leading(size)
    first = y - step * (len(lines) - 1) / 2
    return tuple(
        Letters(
            x=x,
            y=centred(first + step * number, size),
            text=line,
            size=size,
            ink=ink,
            anchor=anchor,
        )
        for number, line in enumerate(lines)
    )
