"""PNG: every chunk searched, the compressed ones opened, the picture held against its own size.

It depends on the standard library and the carving.
Kinds of chunks that may stand in a PNG are named in `_KNOWN`. The letters that are drawn are not
read: nothing here does; but no byte may stand where it draws nothing.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.carving import odd_bytes
from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "PNG"
_MAGIC: Final = b"\x89PNG\r\n\x1a\n"
_PICTURE: Final = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB bKGD pHYs sBIT hIST tIME sPLT cICP"
_TOLD: Final = "tEXt zTXt iTXt iCCP eXIf"
_KNOWN: Final = frozenset(f"{_PICTURE} {_TOLD}".split())
# Programs write EXIF and other profiles into text as hexadecimal digits.
_HEX: Final = re.compile(rb"(?:[0-9a-fA-F]{2}\s{0,2}){8,}")
_FRAME: Final = 12  # bytes of a chunk beside its content: length, type, check sum
_HEADER: Final = 13  # bytes of IHDR
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a dot, by the type of colour
_PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
)
_LAST_PASS: Final = (0, 1, 1, 2)
_MOST_BYTES: Final = 400_000_000
NOT_WHOLE: Final = "is not as a PNG is made, so that something could be hidden in it"
UNKNOWN_KIND: Final = "is of a kind that no PNG of a release needs"


def reads(name: str, octets: bytes) -> bool:
    """Whether it begins like a PNG."""
    del name
    return octets.startswith(_MAGIC)


def parts(octets: bytes) -> Iterator[Part]:
    """What the chunks say, and whether every byte of the picture draws something."""
    at, header, picture, kind = len(_MAGIC), b"", [], ""
    while len(octets) - at >= _FRAME and kind != "IEND":
        (length,) = struct.unpack(">I", octets[at : at + 4])
        kind = octets[at + 4 : at + 8].decode("latin-1")
        content = octets[at + 8 : at + 8 + length]
        at += _FRAME + length
        if kind == "IDAT":
            picture.append(content)
        elif kind == "IHDR" and not header and len(content) == _HEADER:
            header = content
        else:
            yield from _said(kind, content)
    yield from _drawn(header, b"".join(picture))
    if octets[at:]:
        place = "behind the end of the PNG"
        yield from odd_bytes(octets[at:], place=place)
        yield Part(place=place, unread=NOT_WHOLE)
    if kind != "IEND":
        yield Part(place="the end of the PNG", unread=NOT_WHOLE)


def _said(kind: str, content: bytes) -> Iterator[Part]:
    """What stands in a chunk, packed or not, and what stands in it as hexadecimal digits."""
    place = f"PNG {kind}" if kind.isalpha() and kind.isascii() else "a PNG chunk"
    yield from odd_bytes(content, place=place)
    for text in (content, _text_of(content) if kind in _TOLD else b""):
        for found in _HEX.finditer(text):
            yield Part(place=place, text=strings_of(bytes.fromhex(found[0].decode("ascii"))))
    if kind not in _KNOWN:
        yield Part(place=place, unread=UNKNOWN_KIND)


def _text_of(content: bytes) -> bytes:
    """What is compressed in a chunk of text; b"" where nothing is."""
    for found in re.finditer(rb"\0", content):
        try:
            return zlib.decompressobj().decompress(content[found.end() :].lstrip(b"\0"), 10_000_000)
        except zlib.error:
            continue
    return b""


def _drawn(header: bytes, packed: bytes) -> Iterator[Part]:
    """Refuse a picture with more, or less, than its dots."""
    place = "the dots of the PNG"
    expected = _size(header)
    opened = zlib.decompressobj()
    try:
        dots = opened.decompress(packed, expected + 1) if 0 < expected < _MOST_BYTES else b""
    except zlib.error:
        dots = b""
    # Safety: what a viewer never draws is where a program, or a person, leaves words behind.
    if len(dots) == expected and opened.eof and not opened.unused_data:
        return
    yield from odd_bytes(packed, place=place, whole=False)
    yield Part(place=place, unread=NOT_WHOLE)


def _size(header: bytes) -> int:
    """The octets that the dots of a picture make; -1 where the header is none."""
    if len(header) != _HEADER:
        return -1
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    depth, colour, interlaced = header[8], header[9], header[12]
    bits = _SAMPLES.get(colour, 0) * depth
    if not bits:
        return -1
    if not interlaced:
        return height * _row(width, bits)
    return sum(
        -(-max(0, height - top) // down) * _row(-(-max(0, width - left) // across), bits)
        for left, top, across, down in (*_PASSES, _LAST_PASS)
    )


def _row(width: int, bits: int) -> int:
    return 1 + -(-width * bits // 8) if width else 0
