"""Unescaping: a text without the entities, percent signs, escapes and codes that hide its letters.

It depends on the standard library.
A further way to write a letter otherwise is one more line in `unescaped`, or in `_REPAIRED` for a
text that was read in the wrong encoding once before.
"""

from __future__ import annotations

import binascii
import html
import re
import unicodedata
import urllib.parse
from typing import Final

_ROUNDS: Final = 5  # one code may hide another
_ESCAPE: Final = re.compile(
    r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})|\\U([0-9a-fA-F]{8})|\\0{1,3}([0-9a-fA-F]{3})\s?"
)
_OCTAL: Final = re.compile(r"(?:\\[0-3][0-7]{2}){2,}")
_NAMED: Final = re.compile(r"\\N\{([A-Za-z0-9 -]{1,80})\}")
_SURROGATES: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")
_QUOTED: Final = re.compile(r"(?:=[0-9A-Fa-f]{2}|=\r?\n){2,}")
_HOST: Final = re.compile(r"xn--[a-z0-9-]{1,80}", re.IGNORECASE)
_ODD: Final = re.compile(r"[^\x00-\x7f]{2,}")
_TAG_SIGN: Final = re.compile("[\U000e0020-\U000e007e]+")
_TAG_BASE: Final = 0xE0000
_TURNED: Final = re.compile("\u202e([^\u202c\u202d\n]{1,400})")
# What UTF-8 becomes where a program takes it for one of these.
_REPAIRED: Final = ("latin-1", "cp1252", "cp1251")


def unescaped(text: str) -> str:
    """A text without entities, percent signs and escapes, also where one hides the other."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _OCTAL.sub(_of_octal, text)
            text = _NAMED.sub(_of_name, text)
            text = _ESCAPE.sub(lambda found: _sign(next(filter(None, found.groups()))), text)
            text = _SURROGATES.sub(_joined, text).replace("\\n", "\n").replace("\\t", "\t")
        if "&" in text:
            text = html.unescape(text)
        if _PERCENT.search(text):
            text = urllib.parse.unquote(text)
        if "=" in text:
            text = _QUOTED.sub(_of_quoted, text)
        text = _HOST.sub(_of_host, text)
        if text == before:
            break
    return text


def shown_otherwise(text: str) -> tuple[str, ...]:
    """The text as it shows once it is read in its true encoding, or turned around."""
    if text.isascii():
        return ()
    forms = [_repaired(text, name) for name in _REPAIRED]
    forms.append(_TAG_SIGN.sub(_untagged, text))
    forms.append(_TURNED.sub(lambda found: found[1][::-1], text))
    return tuple(form for form in dict.fromkeys(forms) if form != text)


def _repaired(text: str, encoding: str) -> str:
    def repaired(found: re.Match[str]) -> str:
        try:
            return found[0].encode(encoding).decode()
        except UnicodeError:
            return found[0]

    return _ODD.sub(repaired, text)


def _untagged(found: re.Match[str]) -> str:
    return "".join(chr(ord(sign) - _TAG_BASE) for sign in found[0])


def _sign(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else ""  # noqa: PLR2004  # the last of Unicode


def _joined(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _of_octal(found: re.Match[str]) -> str:
    octets = bytes(int(digits, 8) for digits in found[0].split("\\")[1:])
    return octets.decode(errors="replace")


def _of_name(found: re.Match[str]) -> str:
    try:
        return unicodedata.lookup(found[1])
    except KeyError:
        return found[0]


def _of_quoted(found: re.Match[str]) -> str:
    return binascii.a2b_qp(found[0].encode()).decode(errors="replace")


def _of_host(found: re.Match[str]) -> str:
    try:
        return found[0].lower().encode().decode("idna")
    except UnicodeError:
        return found[0]
