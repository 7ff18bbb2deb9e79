"""Plain text: CSV, JSON, Markdown, TOML and whatever else is made of characters only.

It depends on the decoding.
Pictures and files that stand inside a text as base64 are taken out and searched as files.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.decoding import texts_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "text"
_INSIDE: Final = re.compile(r"data:[^,;\"'\s]*(?:;[^,;\"'\s]*)*;base64,([A-Za-z0-9+/=\s]+)")
_PROGRAMS: Final = (b"{\\rtf", b"%!PS")  # RTF and PostScript write letters as numbers
_UNREAD: Final = "writes letters as numbers; save it as PDF or plain text"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def reads(name: str, octets: bytes) -> bool:
    """Whether it is made of characters only."""
    del name
    return any(not _CONTROL.search(text) for text in texts_of(octets))


def parts(octets: bytes) -> Iterator[Part]:
    """The text, in every encoding that it may be in, and the files inside it."""
    for text in texts_of(octets):
        yield Part(place="", text=text)
    if octets.lstrip().startswith(_PROGRAMS):
        yield Part(place="", unread=_UNREAD)
    for found in _INSIDE.finditer(texts_of(octets)[0]):
        try:
            inside = base64.b64decode(found[1])
        except (binascii.Error, ValueError):
            yield Part(place="a file inside as base64", unread="is damaged")
        else:
            yield Part(place="a file inside as base64", octets=inside)
