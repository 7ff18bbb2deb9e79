"""Dates and ages: the ways in which people write one, in figures and in English or Russian words.

It depends on the spelling and the numbers in words beside it.
A further language of months is one more pattern a month in `_MONTHS`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from safeconduct.respond.documents.number_words import in_figures
from safeconduct.respond.documents.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_A_CENTURY: Final = 100
_LAST_MONTH: Final = 12

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
_SHORT_YEAR_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{2}})(?:{_GAP})(\d{{1,2}})(?:{_GAP})(\d{{1,2}})(?!\d)"
)
# '87; 87 года; in 87. Smaller figures after `in` are hours and days.
_SHORT_YEARS: Final = (
    re.compile(r"(?<!\w)['’ʼ`´](\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{2})(?:-?(?:го|м|и))?\s*(?:г\.|г\b|год)"),
    re.compile(r"\b(?:in|of|в|с)\s+([3-9]\d)(?:-?(?:го|м))?(?![\d:%])"),
)
_ROMAN: Final = re.compile(
    r"(?<!\d)(\d{1,2})([-./\s]{1,3})(i{1,3}|iv|vi{0,3}|ix|xi{0,2})([-./\s]{1,3})(\d{4}|\d{2})(?!\d)"
)
_ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# What is counted backwards or forwards is no age: ten years ago.
_AGES: Final = (
    re.compile(r"(?<!\d)(\d{1,3})[\s-]*(?:(?:years?|yrs?)[\s-]+(?:old|of age)|y/?o|летн\w*)\b"),
    # Russian says the same of an age and of a term in prison; what stands around it tells.
    re.compile(
        r"(?<!до )(?<!на )(?<!за )(?<!через )(?<!около )(?<!более )(?<!больше )(?<!грозит )"
        r"(?<!грозят )(?<!срок )(?<!дали )(?<!дать )(?<!получил )(?<!получила )(?<!отсидел )"
        r"(?<!провел )(?<!провела )(?<!прожил )(?<!прожила )(?<!работал )(?<!работала )"
        r"(?<!лишения свободы )(?<!\d)(?<!\d-)(\d{1,3})[\s-]*(?:лет|год[ау]?)\b"
        r"(?!\s+(?:назад|тому|колони|тюрьм|лишени|заключен|строг|обще|принуд|спустя|стаж|опыт))"
    ),
    re.compile(r"\b(?:woman|man|girl|boy|person|child|citizen)\s+of\s+(\d{1,3})\s+years?\b"),
    re.compile(r"\b(?:aged?|am|turned|мне|еи|ему|возраст\w*)\s*:?\s+(\d{1,3})(?!\d|[:.]\d)"),
)


class SeenDate(NamedTuple):
    """A date as a text gives it: what is not said is None, and a year may have two figures."""

    year: int | None
    month: int | None
    day: int | None

    def tells(self, other: SeenDate) -> bool:
        """Whether this one gives another one away: its day, its month of the year, or its year."""
        if other.month is None:
            is_date = self.month is None or 0 < self.month <= _LAST_MONTH
            return is_date and self._is_year(other.year)
        if other.day is None:
            return self.month == other.month and self._is_year(other.year)
        is_day = (self.month, self.day) == (other.month, other.day)
        return is_day and (self.year is None or self._is_year(other.year))

    def _is_year(self, year: int | None) -> bool:
        return year is not None and self.year in {year, year % _A_CENTURY}


def dates_in(text: str) -> Iterator[SeenDate]:
    """Read the dates of a text: in figures in any order, in words, or with the month by its name.

    What can be read in two ways is read in both; a year alone is a date too.
    """
    whole = text.casefold()
    for year in _SHORT_YEARS[0].findall(whole):
        yield SeenDate(int(year), None, None)
    bare = _ROMAN.sub(_roman_in_figures, in_figures(folded(text)))
    for pattern in _SHORT_YEARS[1:]:
        for year in pattern.findall(bare):
            yield SeenDate(int(year), None, None)
    for year, month, day in _SHORT_YEAR_FIRST.findall(bare):
        yield SeenDate(int(year), int(month), int(day))
    yield from _named(bare)
    yield from _in_figures(bare)


def ages_in(text: str) -> frozenset[int]:
    """Read the ages of a text, in figures or in words: 39 years old, тридцати девяти лет."""
    bare = in_figures(folded(text))
    return frozenset(int(age) for pattern in _AGES for age in pattern.findall(bare))


def _roman_in_figures(found: re.Match[str]) -> str:
    day, gap, month, other, year = found.groups()
    return f"{day}{gap}{_ROMANS.index(month) + 1}{other}{year}"


def _named(bare: str) -> Iterator[SeenDate]:
    for pattern in _IN_WORDS:
        for found in pattern.finditer(bare):
            month = next(number for number in range(1, 13) if found[f"m{number}"])
            if found["day"] or found["year"]:
                yield SeenDate(_number(found["year"]), month, _number(found["day"]))


def _in_figures(bare: str) -> Iterator[SeenDate]:
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
