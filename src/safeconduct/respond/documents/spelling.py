"""Spelling: the ways in which people write one name or date, so that two of them can be compared.

It depends on the standard library alone, so that what it sees is written here and nowhere else.
A further alphabet is one more group of letters in `_LATIN`; a further language of months is one
more pattern a month in `_MONTHS`.

Sources: Doc 9303 of ICAO, part 3, section 6 (Cyrillic letters in passports), for `_LATIN`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
_APOSTROPHES: Final = re.compile("(?<=\\w)['’ʼ`´](?=\\w)")
_SHORTEST_PART: Final = 3
_SHORTEST_CASELESS: Final = 2
_A_CENTURY: Final = 100

# Written without marks, so that й stands as и; a name of a month may be cut short.
_MONTHS: Final = (
    *("jan(?:uary)?|январ[ьяе]|янв", "feb(?:ruary)?|феврал[ьяе]|февр?", "mar(?:ch)?|март[ае]?|мар"),
    *("apr(?:il)?|апрел[ьяе]|апр", "may|ма[ияе]", "june?|июн[ьяе]?", "july?|июл[ьяе]?"),
    *("aug(?:ust)?|август[ае]?|авг", "sept?(?:ember)?|сентябр[ьяе]|сент?"),
    *(
        "oct(?:ober)?|октябр[ьяе]|окт",
        "nov(?:ember)?|ноябр[ьяе]|ноя",
        "dec(?:ember)?|декабр[ьяе]|дек",
    ),
)
_MONTH: Final = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
_ORDINAL: Final = r"(?:st|nd|rd|th|-?го|-?е|\.)?"
_GAP: Final = r"\s*[-./\s]\s*"
_BEFORE: Final = rf"(?:\b(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:of\s+)?)?[-\s]?"
_BEHIND: Final = rf"\s+(?:the\s+)?(?P<day>\d{{1,2}})(?!\d){_ORDINAL}(?:,?\s+(?P<year>\d{{4}})\b)?"
_AND_YEAR: Final = r"(?:[-,\s]+(?:of\s+)?(?P<year>\d{4}|\d{2})\b)?"
_IN_WORDS: Final = (
    re.compile(rf"{_BEFORE}\b(?:{_MONTH})\b\.?{_AND_YEAR}"),
    re.compile(rf"\b(?:{_MONTH})\b\.?{_BEHIND}"),
)
_YEAR_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{4}})(?:{_GAP})(\d{{1,2}})(?:(?:{_GAP})(\d{{1,2}}))?(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:{_GAP})(\d{{1,2}})(?:(?:{_GAP})(\d{{4}}|\d{{2}}))?(?!\d)"
)
_MONTH_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})[-./](\d{4})(?!\d)")
_EIGHT: Final = re.compile(r"(?<!\d)(\d{8})(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")


class SeenDate(NamedTuple):
    """A date as a text gives it: what is not said is None, and a year may have two figures."""

    year: int | None
    month: int | None
    day: int | None

    def tells(self, other: SeenDate) -> bool:
        """Whether this one gives another one away: its day, its month of the year, or its year."""
        if other.month is None:
            return self.year == other.year
        if other.day is None:
            return self.month == other.month and self._is_year(other.year)
        is_day = (self.month, self.day) == (other.month, other.day)
        return is_day and (self.year is None or self._is_year(other.year))

    def _is_year(self, year: int | None) -> bool:
        return year is not None and self.year in {year, year % _A_CENTURY}


def folded(text: str) -> str:
    """Write a text without case, marks, width, and without what nobody sees."""
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    seen = "".join(sign for sign in wide if unicodedata.category(sign) not in {"Mn", "Cf"})
    return _APOSTROPHES.sub("", seen)


def words_of(text: str) -> list[str]:
    """Take the words of a text, folded; a hyphen parts two of them, and so do figures."""
    return _WORD.findall(folded(text))


def squeezed(text: str) -> str:
    """Write a text as its letters and figures alone, so that no gap or hyphen hides it."""
    return "".join(words_of(text))


def parts_of_name(text: str) -> list[str]:
    """Take the words of a name that are long enough to be looked for by themselves.

    Two letters are not: every text has such words (he, is, он, ли). Scripts that do not part their
    words, such as Chinese, say a name in two signs.
    """
    return [
        word
        for word in words_of(text)
        if len(word) >= (_SHORTEST_CASELESS if _CASELESS.search(word) else _SHORTEST_PART)
    ]


def says_name(part: str, words: Collection[str]) -> bool:
    """Whether a part of a name is among folded words, in either alphabet and any Russian case."""
    if _CASELESS.search(part):
        return any(part in word for word in words)
    return any(_is_one_name(part, word) for word in words)


def _is_one_name(one: str, other: str) -> bool:
    if _sounds([one]) & _sounds([other]):
        return True
    forms, others = _forms(one), _forms(other)
    # By sound, `Ильи` and `или` (which means `or`) are one word: within the alphabet the letters
    # have to agree.
    if _CYRILLIC.fullmatch(one) and _CYRILLIC.fullmatch(other):
        return bool(forms & others)
    return bool(_sounds(forms) & _sounds(others))


def _sounds(words: Iterable[str]) -> set[str]:
    """How words sound, with one spelling for each sound and with a doubled letter once or twice."""
    found = set()
    for word in words:
        latin = word.translate(_LATIN)
        for spelling, sound in _SOUNDS:
            latin = latin.replace(spelling, sound)
        found |= {latin, _DOUBLED.sub(r"\1", latin)}
    return {sound for sound in found if len(sound) >= _SHORTEST_PART}


def _forms(word: str) -> set[str]:
    """A word, and what it may be a case of where enough of it is left without its ending."""
    found = {
        word.removesuffix(ending) + called
        for ending in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART
        for called in _CALLED
    }
    is_possessive = word.endswith("s") and len(word) > _SHORTEST_PART
    return found | {word, word[:-1] if is_possessive else word}


def dates_in(text: str) -> Iterator[SeenDate]:
    """Read the dates of a text: in figures in any order, or with the month in English or Russian.

    What can be read in two ways is read in both; a year alone is a date too.
    """
    bare = folded(text)
    for pattern in _IN_WORDS:
        for found in pattern.finditer(bare):
            month = next(number for number in range(1, 13) if found[f"m{number}"])
            if found["day"] or found["year"]:
                yield SeenDate(_number(found["year"]), month, _number(found["day"]))
    for year, month, day in _YEAR_FIRST.findall(bare):
        yield SeenDate(int(year), int(month), _number(day))
        yield SeenDate(int(year), _number(day), int(month))
    for first, second, year in _DAY_FIRST.findall(bare):
        yield SeenDate(_number(year), int(second), int(first))
        yield SeenDate(_number(year), int(first), int(second))
    for month, year in _MONTH_FIRST.findall(bare):
        yield SeenDate(int(year), int(month), None)
    for run in _EIGHT.findall(bare):
        yield SeenDate(int(run[:4]), int(run[4:6]), int(run[6:]))
        yield SeenDate(int(run[4:]), int(run[2:4]), int(run[:2]))
        yield SeenDate(int(run[4:]), int(run[:2]), int(run[2:4]))
    for year in _YEAR.findall(bare):
        yield SeenDate(int(year), None, None)


def _number(text: str | None) -> int | None:
    return int(text) if text else None
