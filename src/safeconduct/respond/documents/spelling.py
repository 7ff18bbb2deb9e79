"""Spelling: the ways in which people write one name or date, so that two of them can be compared.

It depends on the standard library alone, so that what it sees is written here and nowhere else.
A further alphabet is one more group of letters in `_LATIN`; a further language of months is one
more pattern a month in `_MONTHS`.

Sources: Doc 9303 of ICAO, part 3, section 6 (Cyrillic letters in passports), for `_LATIN`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Cyrillic as a passport writes it in Latin letters, after the marks above letters have gone:
# Russian, Belarusian, Ukrainian, Serbian, Kazakh, Kyrgyz, Tatar.
_LATIN: Final = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True))
    | dict(zip("іїјґқғңөұүһәљњђћłøđı", "iiigkgnouuhalndclodi", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia"}
    | {"ъ": "", "ь": "", "є": "ie", "џ": "dzh", "җ": "zh", "ß": "ss", "æ": "ae"}
)
# Several spellings of one sound become one, in this order, whatever alphabet they came from.
_SOUNDS: Final = (
    *(("sch", "sh"), ("tch", "ch"), ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("tz", "ts")),
    *(("dj", "dzh"), ("x", "ks"), ("q", "k"), ("w", "v"), ("ou", "u"), ("y", "i"), ("j", "i")),
    *(("io", "e"), ("ie", "e")),
)
# Endings of Russian cases as they stand without marks, and what a name ends in when it is called.
_ENDINGS: Final = (
    *("а", "я", "у", "ю", "ы", "и", "е", "ь", "ом", "ем", "им", "ым", "ов", "ев", "ои", "еи"),
    *("ою", "ею", "ам", "ям", "ах", "ях", "ии", "ию", "ыи", "ая", "ую", "ых", "их", "ами", "ями"),
    *("ием", "ого", "его", "ому", "ему", "ыми", "ими"),
)
_CALLED: Final = ("", "а", "я", "и")
_CASELESS: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
# What people write where a name is asked for and there is none; й stands as и.
_NO_NAMES: Final = frozenset(
    (
        *("unknown", "none", "noname", "nameunknown", "notknown", "notgiven", "notstated", "na"),
        *("notavailable", "notapplicable", "anonymous", "anon", "withheld", "confidential", "tbd"),
        *("redacted", "hidden", "secret", "unnamed", "null", "nil", "nobody", "notspecified"),
        *("неуказано", "неуказан", "неуказана", "неизвестно", "неизвестен", "неизвестна", "нет"),
        *("анонимно", "аноним", "скрыто", "безимени", "нетимени", "имянеизвестно"),
        *("имянеуказано", "неназвано", "неназван", "неназвана", "прочерк", "секрет", "имярек"),
    )
)
_APOSTROPHES: Final = re.compile("(?<=\\w)['’ʼ`´](?=\\w)")
_SHORTEST_PART: Final = 3
_SHORTEST_CASELESS: Final = 2
_A_CENTURY: Final = 100


def folded(text: str) -> str:
    """Write a text without case, marks, width, and without what nobody sees."""
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unhidden(wide)


def unhidden(text: str) -> str:
    """Take away marks that stand for themselves, what nobody sees, and apostrophes in words."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in {"Mn", "Cf"})
    return _APOSTROPHES.sub("", seen)


def words_of(text: str) -> list[str]:
    """Take the words of a text, folded; a hyphen parts two of them, and so do figures."""
    return _WORD.findall(folded(text))


def squeezed(text: str) -> str:
    """Write a text as its letters and figures alone, so that no gap or hyphen hides it."""
    return "".join(words_of(text))


def is_caseless(text: str) -> bool:
    """Tell whether it holds letters of a script that does not part its words."""
    return _CASELESS.search(text) is not None


def says_no_name(text: str) -> bool:
    """Tell whether a text stands where a name belongs and names nobody: unknown, -, N/A, X."""
    bare = "".join(sign for sign in squeezed(text) if sign.isalpha())
    return len(bare) <= 1 or bare in _NO_NAMES or bare in {"xx", "xxx", "хх", "ххх", "nn", "нн"}


def sounds_of(words: Iterable[str]) -> set[str]:
    """Say how words sound: one spelling for each sound, a doubled letter once or twice."""
    found = set()
    for word in words:
        latin = word.translate(_LATIN)
        for spelling, sound in _SOUNDS:
            latin = latin.replace(spelling, sound)
        found |= {latin, _DOUBLED.sub(r"\1", latin)}
    return {sound for sound in found if len(sound) >= _SHORTEST_PART}


def forms_of(word: str) -> set[str]:
    """A word, and what it may be a case of where enough of it is left without its ending."""
    found = {
        word.removesuffix(ending) + called
        for ending in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART
        for called in _CALLED
    }
    is_possessive = word.endswith("s") and len(word) > _SHORTEST_PART
    return found | {word, word[:-1] if is_possessive else word}
