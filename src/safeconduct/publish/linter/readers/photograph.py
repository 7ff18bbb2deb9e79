"""JPEG and WebP: everything beside the picture is searched, and the file is refused all the same.

It depends on the carving.
Whatever is packed as a photograph cannot be looked into here to the last byte, and what cannot is
not passed over: the way out is a PNG. Another such form is one more line of `_KINDS`.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.carving import odd_bytes
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "photograph"
UNREAD: Final = "cannot be looked into to the last byte; convert the picture to PNG"
_JPEG: Final = b"\xff\xd8\xff"
_SCAN: Final = 0xDA
_FILLING: Final = 0xFF
_KINDS: Final = (_JPEG, b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_WEBP_PICTURE: Final = frozenset({b"VP8 ", b"VP8L", b"ALPH"})


def reads(name: str, octets: bytes) -> bool:
    """Whether it begins like a photograph, or like a picture of another form than PNG."""
    del name
    is_bitmap = octets.startswith(b"BM") and octets[6:10] == bytes(4)
    return octets.startswith(_KINDS) or is_bitmap or _is_webp(octets) or octets[4:8] == b"ftyp"


def parts(octets: bytes) -> Iterator[Part]:
    """What can be read in it, and that it cannot be read wholly."""
    if _is_webp(octets):
        yield from _of_webp(octets)
    elif octets.startswith(_JPEG):
        yield from _of_jpeg(octets)
    yield Part(place="the picture", unread=UNREAD)


def _is_webp(octets: bytes) -> bool:
    return octets[:4] == b"RIFF" and octets[8:12] == b"WEBP"


def _of_jpeg(octets: bytes) -> Iterator[Part]:
    at = 2
    while octets[at : at + 1] == b"\xff" and len(octets) - at >= 4:  # noqa: PLR2004  # a header
        marker = octets[at + 1]
        if marker == _FILLING:
            at += 1
            continue
        if marker == _SCAN:
            break
        (length,) = struct.unpack(">H", octets[at + 2 : at + 4])
        yield from odd_bytes(octets[at + 4 : at + 2 + length], place=f"JPEG segment {marker:02X}")
        at += 2 + max(length, 2)
    # Further scans, remarks between them and whatever lies behind the end are searched as one.
    yield from odd_bytes(octets[at:], place="behind the beginning of the JPEG", whole=False)


def _of_webp(octets: bytes) -> Iterator[Part]:
    at = 12
    while len(octets) - at >= 8:  # noqa: PLR2004  # a chunk has a header of eight bytes
        kind = octets[at : at + 4]
        (length,) = struct.unpack("<I", octets[at + 4 : at + 8])
        if kind not in _WEBP_PICTURE:
            yield from odd_bytes(octets[at + 8 : at + 8 + length], place="a WebP chunk")
        at += 8 + length + length % 2
