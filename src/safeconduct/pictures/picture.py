"""A picture as the report receives it: the bytes, the text alternative and the table.

It depends on the standard library only.
Every picture gives this type, also for no rows at all: then it is a calm sheet that says that there
is nothing to draw.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a picture as words and written numbers; `numeric` columns stand flush right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One drawn picture; `width` and `height` are CSS pixels, whatever the sharpness."""

    name: str
    title: str
    alt: str
    png: bytes
    svg: bytes
    width: int
    height: int
    table: Table
