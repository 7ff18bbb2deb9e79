"""The screen: lines, paragraphs and tables on a stream, as wide as the terminal and no wider.

It depends on the standard library; rich paints the lines where the stream is a terminal.
A new shape of text is one more method; verbs never print by themselves.

Safety: a corpus may come from an adversary, so that no character of it may steer the terminal.
"""

from __future__ import annotations

import re
import shutil
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Wide enough for the tables of a pipe or file, narrow enough for a line that a person reads.
WIDEST: Final = 100
NARROWEST: Final = 40
GAP: Final = "  "
# Control characters, surrogates, and the marks that turn the direction of the text behind them.
_STEERING: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table of texts: headings, rows, and the columns that hold numbers."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


class Screen:
    """A stream for people: a terminal, or a pipe that is read later."""

    def __init__(self, stream: TextIO, *, width: int = WIDEST, paint: bool = False) -> None:
        """Keep the stream and its width; `paint` is for terminals."""
        self.stream = stream
        self.width = max(NARROWEST, min(width, WIDEST))
        self.is_terminal = paint
        self._write = _painter(stream) if paint else _writer(stream)

    def line(self, text: str = "", *, style: str = "") -> None:
        """Write one line as it is, but for what would steer a terminal."""
        self._write(printable(text), style)

    def heading(self, text: str) -> None:
        """Write a line that stands out on a terminal."""
        self.line(text, style="bold")

    def paragraph(self, text: str, *, indent: str = "", first: str = "", style: str = "") -> None:
        """Write text in lines of the screen's width; `first` begins the first of them."""
        # An address stays whole, even beyond the edge, so that it can be copied.
        for line in wrapped(text, self.width, indent=indent, first=first or indent, whole=True):
            self.line(line, style=style)

    def table(self, table: TextTable, *, indent: str = "") -> None:
        """Write a table; columns that do not fit are wrapped."""
        lines = laid_out(table, self.width - len(indent))
        for position, line in enumerate(lines):
            self.line(f"{indent}{line}", style="bold" if not position and table.headings else "")


def screen_for(stream: TextIO) -> Screen:
    """The screen on a stream: painted and as wide as the terminal, if it is one."""
    if not stream.isatty():
        return Screen(stream)
    return Screen(stream, width=shutil.get_terminal_size().columns, paint=True)


def printable(text: str) -> str:
    """Write out every character that would steer a terminal."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def wrapped(
    text: str, width: int, *, indent: str = "", first: str = "", whole: bool = False
) -> list[str]:
    """Break text into lines; a break in the text stays one, and words stay whole if asked."""
    found: list[str] = []
    for part in text.split("\n"):
        begins = indent if found else first
        if _cells_of(begins + part) <= width:
            found.append(begins + part)
            continue
        found += textwrap.wrap(
            part,
            width,
            initial_indent=begins,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=not whole,
        )
    return found


def laid_out(table: TextTable, width: int) -> list[str]:
    """The lines of a table whose columns together are no wider than asked, if it can be done."""
    rows = [list(table.headings), *map(list, table.rows)] if table.headings else list(table.rows)
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = _fitting(_natural(rows), width)
    lines: list[str] = []
    for row in rows:
        cells = [wrapped(cell, columns) or [""] for cell, columns in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells), default=0)):
            parts = [
                _padded(
                    cell[number] if number < len(cell) else "",
                    columns,
                    to_the_right=position in table.numbers,
                )
                for position, (cell, columns) in enumerate(zip(cells, widths, strict=True))
            ]
            lines.append(GAP.join(parts).rstrip())
    return lines


def _natural(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of each column, were there room for all."""
    return [
        max((_cells_of(line) for cell in column for line in cell.split("\n")), default=0)
        for column in zip(*rows, strict=True)
    ]


def _fitting(widths: list[int], room: int) -> list[int]:
    """Take from the widest column, again and again, until the columns fit or all are narrow."""
    fitting = list(widths)
    room -= len(GAP) * (len(widths) - 1)
    least = 8
    while sum(fitting) > room and max(fitting) > least:
        fitting[fitting.index(max(fitting))] -= 1
    return [max(columns, 1) for columns in fitting]


def _padded(text: str, columns: int, *, to_the_right: bool) -> str:
    padding = " " * max(0, columns - _cells_of(text))
    return padding + text if to_the_right else text + padding


def _cells_of(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def _writer(stream: TextIO) -> Callable[[str, str], None]:
    def write(text: str, _style: str) -> None:
        print(text, file=stream)

    return write


def _painter(stream: TextIO) -> Callable[[str, str], None]:
    # Rich costs a tenth of a second, so that it is loaded only where somebody sees its colours.
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def write(text: str, style: str) -> None:
        console.print(Text(text, style=style))

    return write
