"""Carving: what can be read in bytes of no known form, and the packed streams within them.

It depends on the decoding and the standard library.
A further way of packing is one more function beside `_inflated`. Files that lie within, such as a
picture in a remark, are handed on to their readers by their first bytes, which are in `_FILES`.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES: Final = 10_000_000
TOO_MUCH: Final = "is too much to be searched"
_LEAST: Final = 4  # octets that a stream must give, to be one
_MOST_TRIED: Final = 1_000_000
_ZLIB: Final = re.compile(rb"[\x08-\x78][\x01-\xff]")
_FILES: Final = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|PK\x03\x04|%PDF-|\x1f\x8b\x08|BZh[1-9]1AY"
)


def odd_bytes(octets: bytes, *, place: str, whole: bool = True) -> Iterator[Part]:
    """What bytes say as they lie, as streams of zlib, and as files; `whole` opens files too."""
    yield Part(place=place, text=strings_of(octets))
    yield from _inflated(octets[:_MOST_TRIED], place)
    if whole:
        found = _FILES.search(octets)
        if found:
            yield Part(place=place, octets=octets[found.start() :])


def _inflated(octets: bytes, place: str) -> Iterator[Part]:
    """Every stream of zlib, wherever its head stands."""
    at = 0
    while found := _ZLIB.search(octets, at):
        at = found.start() + 1
        head = found[0]
        if head[0] & 0x0F != 8 or (head[0] << 8 | head[1]) % 31:  # noqa: PLR2004  # RFC 1950, 2.2
            continue
        opened = zlib.decompressobj()
        try:
            inside = opened.decompress(octets[found.start() :], MOST_BYTES)
        except zlib.error:
            continue
        if opened.unconsumed_tail:
            yield Part(place=place, unread=TOO_MUCH)
        if len(inside) >= _LEAST:
            yield Part(place=place, text=strings_of(inside))
            at = len(octets) - len(opened.unused_data) if opened.eof else at
