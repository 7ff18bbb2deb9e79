"""JPEG and WebP: the segments beside the picture, such as EXIF, XMP, IPTC and remarks.

It depends on the standard library.
Segments that hold the picture are left out by their markers; any other is searched, and so is what
stands behind the end.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "photograph"
_JPEG: Final = b"\xff\xd8\xff"
_SCAN: Final = 0xDA
_END: Final = b"\xff\xd9"
_WEBP_PICTURE: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})


def reads(name: str, octets: bytes) -> bool:
    """Whether it begins like a JPEG or a WebP."""
    del name
    return octets.startswith(_JPEG) or _is_webp(octets)


def parts(octets: bytes) -> Iterator[Part]:
    """What the segments say."""
    yield from _of_webp(octets) if _is_webp(octets) else _of_jpeg(octets)


def _is_webp(octets: bytes) -> bool:
    return octets[:4] == b"RIFF" and octets[8:12] == b"WEBP"


def _of_jpeg(octets: bytes) -> Iterator[Part]:
    at = 2
    while octets[at : at + 1] == b"\xff" and len(octets) - at >= 4:  # noqa: PLR2004  # a header
        marker = octets[at + 1]
        if marker == _SCAN:
            break
        (length,) = struct.unpack(">H", octets[at + 2 : at + 4])
        yield Part(
            place=f"JPEG segment {marker:02X}", text=strings_of(octets[at + 4 : at + 2 + length])
        )
        at += 2 + max(length, 2)
    end = octets.rfind(_END)
    behind = octets[end + 2 :] if end >= 0 else b""
    if behind:
        yield Part(place="behind the end of the JPEG", text=strings_of(behind))


def _of_webp(octets: bytes) -> Iterator[Part]:
    at = 12
    while len(octets) - at >= 8:  # noqa: PLR2004  # a chunk has a header of eight bytes
        kind = octets[at : at + 4]
        (length,) = struct.unpack("<I", octets[at + 4 : at + 8])
        if kind not in _WEBP_PICTURE:
            yield Part(place="a WebP chunk", text=strings_of(octets[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
