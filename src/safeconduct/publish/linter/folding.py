"""Folding: a text without what hides a word from a search but not from an eye.

It depends on the standard library.
Case, compatibility forms, soft hyphens, signs of no width, accents, marks of Markdown, parted and
spaced-out words, entities and escapes go; a further disguise is one more line in `forms_of`.
"""

from __future__ import annotations

import html
import re
import unicodedata
import urllib.parse
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTED: Final = re.compile(r"(?<=\w)[-\u2010\u2011]\s*\n\s*(\w+)")
_SPACED: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \u00a0.·]){2,}[^\W\d_](?![^\W_])")
_MARKS: Final = re.compile(r"[*_~`\\|]|<[^<>]*>")
_TAGS: Final = re.compile(r"<[^<>]*>")
_ESCAPE: Final = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})")
_SURROGATES: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")
_CAMEL: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁІЇЄ])(?=[A-ZА-ЯЁІЇЄ])")
_BETWEEN: Final = re.compile(r"[\W_]+")
_AT: Final = re.compile(r"\s*[\[({<]\s*(?:at|dot|собака|точка)\s*[\])}>]\s*|\s(?:at|собака)\s")
# Letters that look alike; a word of two alphabets is read in each of them.
_LOOK: Final = ("асеорхукмнтві", "aceopxykmhtbi")
_TO_LATIN: Final = str.maketrans(*_LOOK)
_TO_CYRILLIC: Final = str.maketrans(_LOOK[1], _LOOK[0])
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_LATIN: Final = re.compile(r"[a-z]")
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_APOSTROPHE: Final = re.compile("['\u2019\u02bc\u02b9`]")
_SHORT: Final = 2  # letters that are too few for a name


class _Hidden(dict[int, int | None]):
    """Signs of no width and accents are nothing; every other sign is itself."""

    def __missing__(self, sign: int) -> int | None:
        """Look a sign up once."""
        self[sign] = None if unicodedata.category(chr(sign)) in ("Cf", "Mn") else sign
        return self[sign]


_HIDDEN: Final = _Hidden()


def folded(text: str) -> str:
    """A text in small letters of one form, without signs that do not show; lines stay lines."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).lower()
    return plain.translate(_HIDDEN)


def forms_of(text: str) -> tuple[str, ...]:
    """Every form in which a text is searched, folded; the first is the text itself."""
    unescaped = _unescaped(text)
    tight = _PARTED.sub(r"\1\n", _MARKS.sub("", unescaped))
    forms = (
        text,
        _CAMEL.sub(" ", _TAGS.sub(" ", unescaped)),
        tight,
        _SPACED.sub(lambda found: re.sub(r"[\W_]", "", found[0]), tight),
    )
    return tuple(dict.fromkeys(map(folded, forms)))


def _unescaped(text: str) -> str:
    """A text without entities, percent signs and escapes, also where one hides the other."""
    for _ in range(2):
        if "\\" in text:
            text = _ESCAPE.sub(lambda found: _sign(found[1] or found[2]), text)
            text = _SURROGATES.sub(_joined, text).replace("\\n", "\n").replace("\\t", "\t")
        if "&" in text:
            text = html.unescape(text)
        if _PERCENT.search(text):
            text = urllib.parse.unquote(text)
    return text


def _sign(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else ""  # noqa: PLR2004  # the last of Unicode


def _joined(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without digits."""
    return _WORD.findall(folded(text))


@lru_cache(maxsize=1 << 16)
def disguises(word: str) -> tuple[str, ...]:
    """A folded word; where it mixes letters that look alike, in either alphabet as well."""
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return (word,)
    return (word, word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN))


@lru_cache(maxsize=1 << 16)
def without_marks(word: str) -> str:
    """A folded word whose Latin letters have lost their accents, such as "tastov" for "tästov"."""
    if word.isascii() or not _ACCENTED.search(word):
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")


@lru_cache(maxsize=1 << 18)
def forms_of_word(word: str) -> tuple[str, ...]:
    """A folded word without accents, apostrophes and the endings of English behind a name.

    "testov's", "testovs" and "o'testov" all hold "testov".
    """
    shapes = [word]
    parts = _APOSTROPHE.split(word)
    if len(parts) > 1:
        shapes += ["".join(parts), *(part for part in parts if len(part) > _SHORT)]
    shapes += [shape[:-1] for shape in shapes if shape.endswith("s") and len(shape) > _SHORT + 1]
    return tuple(dict.fromkeys([*shapes, *map(without_marks, shapes)]))


def squeezed(text: str) -> str:
    """Only the letters and digits of a text; "at" and "dot" in brackets are the signs they mean."""
    return _BETWEEN.sub("", _AT.sub("", folded(text)))
