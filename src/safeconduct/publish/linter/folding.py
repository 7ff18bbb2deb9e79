"""Folding: a text without what hides a word from a search but not from an eye.

It depends on the unescaping.
Case, compatibility forms, soft hyphens, signs of no width, accents, marks of Markdown, parted and
spaced-out words, and figures for letters go; a further disguise is one more line in `forms_of`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from safeconduct.publish.linter.unescaping import shown_otherwise, unescaped

_WORD: Final = re.compile(r"[^\W\d_]+")
# Every quantifier that blanks can match has an end: a million of them must not stop the search.
_PARTED: Final = re.compile(
    r"(?<=[^\W_])[-\u2010-\u2015\u2212][ \t\r]{0,20}(\n?)[ \t\r]{0,20}([^\W\d_]+)"
)
_SPACED: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_][\W_]{1,12}){2,}[^\W\d_](?![^\W_])")
_TAG: Final = r"<!--(?:[^-]|-(?!->)){0,200}-->|<(?:[^<>\"']|\"[^\"<]{0,500}\"|'[^'<]{0,500}')*>"
_MARKS: Final = re.compile(
    rf"\[([^\[\]\n]{{1,80}})\]\([^()\n]{{0,200}}\)|[*_~`\\|]|{_TAG}|<[^<>]*>"
)
_TAGS: Final = re.compile(rf"{_TAG}|<[^<>]*>")
_LATEX: Final = re.compile(r"\{?\\['\"`^~=.uvHcdbkr]\{?([A-Za-z])\}?\}?")
_FIGURE: Final = re.compile(r"(?<=[^\W\d_])[0-9](?=[^\W\d_])|(?<![^\W_])3(?=[\u0400-\u04ff]{3})")
_CAMEL: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁІЇЄ])(?=[A-ZА-ЯЁІЇЄ])")
_BETWEEN: Final = re.compile(r"[\W_]+")
_AT_WORDS: Final = "at|ат|ät|arroba|dot|собака|точка|punkt"
_AT: Final = re.compile(
    rf"[\[({{<]\s{{0,3}}(?:{_AT_WORDS})\s{{0,3}}[\])}}>]|(?<=\s)(?:{_AT_WORDS})(?=\s)"
    r"|no-?spam|remove-?this|\+[\w.-]{1,30}(?=@)"
)
# Letters that look alike; a word of two alphabets is read in each of them.
_LOOK: Final = ("асеорхукмнтві", "aceopxykmhtbi")
# Greek, Armenian and small capitals look like Latin letters; 3 is з to a Russian eye.
_ALIKE: Final = str.maketrans(
    "αβεζηικμνορτυχϲϳоօսհոցɑɡ" + "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜰꜱ",
    "abezhikmnoptyxcjоouhngag" + "abcdeghijklmnoprtuvwyzfs",
)
_FIGURES: Final = (str.maketrans("01345678", "oieasgtb"), str.maketrans("01346", "оізчб"))
_REGIONAL: Final = {0x1F1E6 + number: 0x61 + number for number in range(26)}
_TO_LATIN: Final = str.maketrans(*_LOOK)
_TO_CYRILLIC: Final = str.maketrans(_LOOK[1], _LOOK[0])
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_FOREIGN: Final = re.compile(
    "[\u0370-\u03ff\u0530-\u058f\u1d00-\u1d2f\ua730\ua731\u0251\u0262-\u029f]"
)
_LATIN: Final = re.compile(r"[a-z]")
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_APOSTROPHE: Final = re.compile("['\u2019\u02bc\u02b9`]")
_BLANK: Final = 0x2800  # of Braille, which shows nothing
_SHORT: Final = 2  # letters that are too few for a name


class _Hidden(dict[int, int | None]):
    """Signs of no width and accents are nothing; every other sign is itself."""

    def __missing__(self, sign: int) -> int | None:
        """Look a sign up once."""
        is_hidden = unicodedata.category(chr(sign)) in ("Cf", "Mn", "Me") or sign == _BLANK
        self[sign] = None if is_hidden else _REGIONAL.get(sign, sign)
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
    plain = unescaped(text)
    shown = _TAGS.sub(" ", plain)
    # A word in brackets stays where the address behind it goes.
    tight = _MARKS.sub(lambda found: found[1] or "", _LATEX.sub(r"\1", plain))
    forms = (
        text,
        _CAMEL.sub(" ", shown),
        tight,
        _PARTED.sub(r"\2\1", tight),
        _SPACED.sub(_closed_up, tight),
        *(_in_letters(shown, table) for table in _FIGURES),
        *shown_otherwise(plain),
    )
    return tuple(dict.fromkeys(map(folded, forms)))


def _in_letters(text: str, table: dict[int, int]) -> str:
    """A text with letters for the figures that stand among letters and look like them."""
    return _FIGURE.sub(lambda found: found[0].translate(table), text)


def _closed_up(found: re.Match[str]) -> str:
    """Letters without what stands between them; the ends of lines stay, so that lines count."""
    return _BETWEEN.sub("", found[0]) + "\n" * found[0].count("\n")


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without digits."""
    return _WORD.findall(folded(text))


@lru_cache(maxsize=1 << 16)
def disguises(word: str) -> tuple[str, ...]:
    """A folded word; where it mixes letters that look alike, in either alphabet as well."""
    if _FOREIGN.search(word):
        alike = word.translate(_ALIKE)
        return (word, *disguises(alike)) if alike != word else (word,)
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
    return _BETWEEN.sub("", _AT.sub("", folded(text))).translate(_TO_LATIN)
