"""PNG: every chunk that is no picture, the compressed ones opened, and what stands behind the end.

It depends on the standard library.
Chunks that hold only numbers of the picture are named in `_PICTURE`; any other is searched. The
picture itself is not: nothing here reads letters that are drawn.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "PNG"
_MAGIC: Final = b"\x89PNG\r\n\x1a\n"
_PICTURE: Final = frozenset(
    {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "bKGD", "pHYs", "sBIT", "hIST"}
)
_MOST_BYTES: Final = 10_000_000
# Programs write EXIF and other profiles into text as hexadecimal digits.
_HEX: Final = re.compile(rb"(?:[0-9a-fA-F]{2}\s{0,2}){8,}")
_FRAME: Final = 12  # bytes of a chunk beside its content: length, type, check sum


def reads(name: str, octets: bytes) -> bool:
    """Whether it begins like a PNG."""
    del name
    return octets.startswith(_MAGIC)


def parts(octets: bytes) -> Iterator[Part]:
    """What the chunks say."""
    at = len(_MAGIC)
    while len(octets) - at >= _FRAME:
        (length,) = struct.unpack(">I", octets[at : at + 4])
        kind = octets[at + 4 : at + 8].decode("latin-1")
        content = octets[at + 8 : at + 8 + length]
        at += _FRAME + length
        if kind not in _PICTURE:
            place = f"PNG {kind}" if kind.isalpha() and kind.isascii() else "a PNG chunk"
            yield from _said(place, content)
            if kind in ("zTXt", "iTXt", "iCCP"):
                yield from _said(place, _inflated(content))
        if kind == "IEND":
            break
    if octets[at:]:
        yield Part(place="behind the end of the PNG", text=strings_of(octets[at:]))


def _said(place: str, content: bytes) -> Iterator[Part]:
    """What stands in a chunk, and what stands in it as hexadecimal digits."""
    yield Part(place=place, text=strings_of(content))
    for found in _HEX.finditer(content):
        octets = bytes.fromhex(found[0].decode("ascii"))
        yield Part(place=place, text=strings_of(octets))


def _inflated(content: bytes) -> bytes:
    """What is compressed in a chunk, wherever its header ends; b"" where nothing is."""
    for at, byte in enumerate(content[:1024]):
        if byte == 0x78:  # noqa: PLR2004  # the first byte of a stream of zlib
            try:
                return zlib.decompressobj().decompress(content[at:], _MOST_BYTES)
            except zlib.error:
                continue
    return b""
