"""Decoding: bytes as the texts that they may be.

It depends on the standard library.
An encoding that people of the region use is one more name in `_OLD`.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_OLD: Final = (
    *("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic", "ptcp154"),
    *("cp1254", "cp1256", "latin-1"),
)
_BOMS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_RUN: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{3,}")


def texts_of(octets: bytes) -> tuple[str, ...]:
    """A text file as text, in every encoding that it may be in; () where it is none."""
    for bom, encoding in _BOMS.items():
        if octets.startswith(bom):
            return (octets.decode(encoding, errors="replace"),)
    if b"\0" in octets:
        return ()
    try:
        return (octets.decode(),)
    except UnicodeDecodeError:
        return tuple(octets.decode(encoding, errors="replace") for encoding in _OLD)


def strings_of(octets: bytes) -> str:
    """What can be read in bytes of no known form, such as the metadata of a picture."""
    tried = [octets.decode("utf-8", errors="replace")]
    if not octets.isascii():
        tried += [octets.decode(encoding, errors="replace") for encoding in ("cp1251", "koi8-r")]
    for skipped in (0, 1):
        tried.extend(
            octets[skipped:].decode(encoding, errors="replace")
            for encoding in ("utf-16-le", "utf-16-be")
        )
    return "\n".join(run for text in tried for run in _RUN.findall(text))
