"""A passage: one stretch of text out of a release, and where it stands.

It depends on nothing.
A reader yields parts: texts, files inside files, and what it could not read.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a reader found in a file.

    place: where, in words of the format. text: what it says. name, octets: a file inside.
    unread: why something could not be read; "" where it could.
    """

    place: str
    text: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    octets: bytes | None = field(default=None, repr=False)
    unread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with the file of the bundle, and the place within it, that it stands in.

    Safety: a file whose name was found to say too much is told by its number.
    """

    file: str = field(repr=False)
    number: int
    place: str = ""
    text: str = field(default="", repr=False)
    unread: str = ""
    is_name: bool = False
