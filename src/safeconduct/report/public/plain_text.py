"""A text of a release as headings, paragraphs and lists, which a template prints escaped.

It depends on the standard library.
Of Markdown only these three are read; a further one is one more kind of `Block`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING: Final = re.compile(r"#{1,6} +(?P<text>.+)")
_POINT: Final = re.compile(r"[-*] +(?P<text>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a text. kind: heading, points or paragraph; only points have several lines."""

    kind: str
    lines: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    """Read a text into its pieces, which blank lines part."""
    for piece in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in piece.splitlines() if line.strip()]
        while lines and (heading := _HEADING.fullmatch(lines[0])):
            yield Block(kind="heading", lines=(heading["text"],))
            del lines[0]
        points = [_POINT.fullmatch(line) for line in lines]
        if points and all(points):
            yield Block(kind="points", lines=tuple(each["text"] for each in points if each))
        elif lines:
            yield Block(kind="paragraph", lines=(" ".join(lines),))
