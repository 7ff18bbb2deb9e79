"""Encoded text: what stands within a text as base64, base32 or hexadecimal digits.

It depends on the decoding.
A further alphabet is one more line in `_FORMS`; what decodes to neither a text nor a file that a
reader knows is taken for something else, such as a digest.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BASE_64: Final = re.compile(r"[A-Za-z0-9+/_-]{8,76}(?:\r?\n[A-Za-z0-9+/_-]{1,76}){0,2000}={0,2}")
_BASE_32: Final = re.compile(r"[A-Z2-7]{16,}={0,6}")
_HEX: Final = re.compile(r"(?<![A-Za-z0-9])(?:[0-9a-fA-F]{2}[\s:]{0,2}){6,}")
_BLANKS: Final = re.compile(r"[\s:]+")
_TEXTS: Final = ("utf-8", "utf-16-be", "utf-16-le", "cp1251")
_FILES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"BZh", b"RIFF")
_LEAST: Final = 4  # letters that a text has
_SHARE: Final = 0.7  # of a text, that are letters
_NAME_BLOCKS: Final = 3  # of 256 signs each, in which one text stands


def encoded_within(text: str) -> Iterator[bytes]:
    """The octets behind every run that decodes to a text or to a file."""
    for pattern, decode in _FORMS:
        for found in pattern.finditer(text):
            try:
                octets = decode(_BLANKS.sub("", found[0]))
            except (binascii.Error, ValueError):
                continue
            if octets.startswith(_FILES):
                yield octets
            else:
                yield from (readable.encode() for readable in _readable(octets))


def _readable(octets: bytes) -> Iterator[str]:
    for encoding in _TEXTS:
        try:
            text = octets.decode(encoding).strip("\ufeff\0")
        except UnicodeError:
            continue
        letters = [sign for sign in text if sign.isalpha()]
        blocks = {ord(sign) >> 8 for sign in text}
        is_text = len(letters) >= _LEAST and len(letters) >= _SHARE * len(text)
        if is_text and len(blocks) <= _NAME_BLOCKS and text.replace("\n", " ").isprintable():
            yield text


def _of_base_64(text: str) -> bytes:
    plain = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    # One sign too many cannot be: what comes behind the last whole group belongs to a word.
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    return base64.b64decode(plain + "=" * (-len(plain) % 4))


def _of_base_32(text: str) -> bytes:
    plain = text.rstrip("=")
    return base64.b32decode(plain + "=" * (-len(plain) % 8))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[str], bytes]], ...]] = (
    (_BASE_64, _of_base_64),
    (_BASE_32, _of_base_32),
    (_HEX, bytes.fromhex),
)
