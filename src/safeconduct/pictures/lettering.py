"""Lettering: what the shipped font can draw, how wide it is, and how a text breaks into lines.

It depends on the two font files beside it and on the standard library; it reads the tables of the
files itself,
since the layout of a picture needs widths before anything is drawn.
A new weight is a font file in `fonts/` and one line in `_FILES`; the licence stands beside the
files.
Source: OpenType specification 1.9, tables head, hhea, hmtx and cmap (format 12).
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "DejaVu Sans"
ELLIPSIS: Final = "…"
# Stands for a character that the font does not have: another font would make other bytes on another
# machine.
MISSING: Final = "□"

_FILES: Final = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
# Control, format, surrogate, private and unassigned characters.
_UNPRINTED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_EMBED: Final = "\N{RIGHT-TO-LEFT EMBEDDING}"
_POP: Final = "\N{POP DIRECTIONAL FORMATTING}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """The advance width of each character of one font file, as a share of the type size."""

    advances: Mapping[int, float]

    def covers(self, character: str) -> bool:
        """Say whether the font has the character."""
        return ord(character) in self.advances

    def width(self, text: str) -> float:
        """Measure a text at size one, with a box for each character that is missing."""
        box = self.advances[ord(MISSING)]
        return sum(self.advances.get(ord(character), box) for character in text)


@cache
def typeface(*, bold: bool = False) -> Typeface:
    """Read a font file, once."""
    return Typeface(advances=_advances((FONTS / _FILES[bold]).read_bytes()))


def plain(text: str) -> str:
    """Give a text as one line without control and formatting characters."""
    # Safety: a direction override in a label could make a number read backwards.
    kept = (
        " " if character.isspace() and unicodedata.category(character) != "Zs" else character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace() or unicodedata.category(character) not in _UNPRINTED
    )
    return "".join(kept).strip()


def drawable(text: str, *, bold: bool = False) -> str:
    """Give a text as the font can draw it: one line, nothing from another font."""
    face = typeface(bold=bold)
    return "".join(
        character if face.covers(character) else MISSING
        for character in plain(text)
        if face.covers(character) or not unicodedata.category(character).startswith("M")
    )


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a text in pixels."""
    return typeface(bold=bold).width(text) * size


def wrapped(
    text: str, width: float, *, size: float, bold: bool = False, most_lines: int = 3
) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`; what does not fit ends in an ellipsis."""
    face = typeface(bold=bold)
    lines: list[str] = []
    line = ""
    for piece in _pieces(drawable(text, bold=bold), width / size, face):
        if line and face.width(f"{line}{piece}".rstrip()) * size > width:
            lines.append(line.rstrip())
            line = piece
            if len(lines) == most_lines:
                lines[-1] = shortened(f"{lines[-1]} {line}", width, size=size, bold=bold)
                return tuple(lines)
        else:
            line = f"{line}{piece}"
    return (*lines, line.rstrip())


def shortened(text: str, width: float, *, size: float, bold: bool = False) -> str:
    """Cut a text at the end until it fits with its ellipsis; a text that fits stays whole."""
    if width_of(text, size, bold=bold) <= width:
        return text
    while text and width_of(f"{text}{ELLIPSIS}", size, bold=bold) > width:
        text = text[:-1].rstrip()
    return f"{text}{ELLIPSIS}"


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return False


def embedded(text: str) -> str:
    """Wrap a right-to-left text so that its numbers and its full stop stand on its own side."""
    return f"{_EMBED}{text}{_POP}"


def _pieces(text: str, width: float, face: Typeface) -> Iterator[str]:
    """Yield the words of a text with their blanks; a word wider than the line comes in parts."""
    for word in text.split(" "):
        part, reach = "", 0.0
        for character in word:
            step = face.width(character)
            if part and reach + step > width:
                yield part
                part, reach = "", 0.0
            part, reach = f"{part}{character}", reach + step
        yield f"{part} "


def _advances(font: bytes) -> dict[int, float]:
    """Read the advance width of every character; a mark above or below a letter has none."""
    tables = dict(
        struct.unpack_from(">4s4xI", font, 12 + 16 * i)
        for i in range(struct.unpack_from(">H", font, 4)[0])
    )
    units = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    return {
        character: 0
        if unicodedata.combining(chr(character))
        else struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * min(glyph, measured - 1))[0]
        / units
        for character, glyph in _glyphs(font, tables[b"cmap"])
    }


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield every character with the number of its glyph, from the table that covers all planes."""
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    places = {
        struct.unpack_from(">HH", font, cmap + 4 + 8 * i): struct.unpack_from(
            ">I", font, cmap + 8 + 8 * i
        )[0]
        for i in range(count)
    }
    full = cmap + places[3, 10]
    for i in range(struct.unpack_from(">I", font, full + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, full + 16 + 12 * i)
        for character in range(first, last + 1):
            yield character, glyph + character - first
