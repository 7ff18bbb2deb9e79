"""A text as a reader sees it: small letters without accents, figures of any script, look-alikes.

It depends on the spelling of the documents, which searches for names in the same way.
Another letter that looks like one of a second alphabet is one more pair in `unkept_words.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct.respond.documents.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"(\w+)")
_LATIN: Final = re.compile("[a-z]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_SIGNS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("‘’ʼʻ`´ʹ′", "'")
    | {"ı": "i", "ё": "е", "ß": "ss", "đ": "d", "ł": "l", "ø": "o", "æ": "ae"}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a text, and for each sign of it the place in the text that it stands for."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a stretch of what is seen."""
        return self.places[start], self.places[end - 1] + 1


def seen(text: str) -> Seen:
    """Write a text as a reader sees it."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        shown = _shown(sign)
        signs.append(shown)
        places += [place] * len(shown)
    return Seen("".join(signs), tuple(places))


def seen_alike(text: str, *, alike: tuple[str, str]) -> Iterator[Seen]:
    """What is seen of a text, and where a word mixes two alphabets, the same in either."""
    plain = seen(text)
    yield plain
    for letters, others in (alike, alike[::-1]):
        table = str.maketrans(letters, others)
        turned = "".join(_unmixed(part, table) for part in _WORD.split(plain.text))
        if turned != plain.text:
            yield Seen(turned, plain.places)


@cache
def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(sign))
    return folded(sign).translate(_SIGNS)


def _unmixed(word: str, table: dict[int, int]) -> str:
    return word.translate(table) if _LATIN.search(word) and _CYRILLIC.search(word) else word
