"""Days in a text, in figures and in words, whatever their order.

It depends on the standard library.
Every reading of three neighbouring numbers or words as day, month and year is taken; a month of
another language is one more entry in `_MONTHS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from safeconduct.publish.linter.folding import disguises, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The beginnings by which a month is known, in English, Russian, Ukrainian, German and Kazakh.
_MONTHS: Final = (
    ("jan", "январ", "янв", "січ", "jän", "қаңтар"),
    ("feb", "феврал", "фев", "лют", "ақпан"),
    ("mar", "март", "мар", "берез", "mär", "наурыз", "مارس"),
    ("apr", "апрел", "апр", "квіт", "сәуір"),
    ("may", "май", "мая", "мае", "трав", "mai", "maj", "mayo", "мамыр", "مايو", "مه", "مايس"),
    ("jun", "июн", "черв", "маусым"),
    ("jul", "июл", "лип", "шілде"),
    ("aug", "август", "авг", "серп", "тамыз"),
    ("sep", "сентябр", "сен", "верес", "қыркүйек"),
    ("oct", "октябр", "окт", "жовт", "okt", "қазан"),
    ("nov", "ноябр", "ноя", "листоп", "қараша"),
    ("dec", "декабр", "дек", "груд", "dez", "желтоқсан"),
)
# By the beginning too, the longest first; eleven to nineteen before one to nine.
_ORDINALS: Final = {
    word: day
    for day, words in {
        1: "first перв",
        2: "second втор",
        3: "third трет",
        4: "fourth четвёрт четверт",
        5: "fifth пят",
        6: "sixth шест",
        7: "seventh седьм",
        8: "eighth восьм",
        9: "ninth девят",
        10: "tenth десят",
        11: "eleventh одиннадцат",
        12: "twelfth двенадцат",
        13: "thirteenth тринадцат",
        14: "fourteenth четырнадцат",
        15: "fifteenth пятнадцат",
        16: "sixteenth шестнадцат",
        17: "seventeenth семнадцат",
        18: "eighteenth восемнадцат",
        19: "nineteenth девятнадцат",
        20: "twentieth двадцат",
        30: "thirtieth тридцат",
    }.items()
    for word in words.split()
}
_TENS: Final = {"twenty": 20, "thirty": 30, "двадцать": 20, "тридцать": 30}
_PIECE: Final = re.compile(r"\d+|[^\W\d_]+")
_SEPARATOR: Final = re.compile(r"\s*[-./_\u2013 ]\s*")
_COMPACT: Final = 8
_STAMPS: Final = (_COMPACT, 12, 14)  # a day alone, or with the time of the day behind it
# EXIF parts a day by colons, Chinese and Japanese by words, older hands by a Roman month.
_SIGNS: Final = re.compile(
    r"(?<!\d)(\d{4})[:年·](\d\d?)[:月·](\d\d?)(?!\d)日?"
    r"|(?<!\d)(\d\d?)·(\d\d?)·(\d{4})(?!\d)"
    r"|(?<!\d)(\d\d?)[ ./-]{1,2}(x{0,1}(?:i{1,3}|i?v|vi{0,3}|ix|x)|xi{1,2})[ ./-]{1,2}(\d{4})(?!\d)"
)
_ROMAN_MONTHS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN: Final = {sign: number for number, sign in enumerate(_ROMAN_MONTHS, start=1)}
_YEAR_DIGITS: Final = 4
_SHORT_YEAR: Final = 2
_REACH: Final = 5  # words between a month and its year
_CENTURY: Final = 100
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar, or a month where `day` is 0."""

    year: int
    month: int
    day: int = 0

    @property
    def text(self) -> str:
        """The day as YYYY-MM-DD, the month as YYYY-MM."""
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.day else month


class _Piece(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text.isdigit()


def is_only_a_day(text: str) -> bool:
    """Tell whether a text is a day or a month and nothing else."""
    pieces = [found[0] for found in _PIECE.finditer(folded(text))]
    is_short = len(pieces) <= _REACH + 1
    named = all(each.isdigit() or _month(each) or _is_particle(each) for each in pieces)
    return is_short and named and bool(days_in(folded(text)))


def days_in(text: str) -> set[Day]:
    """Every day and month that a folded text can be read to name."""
    return {day for day, _ in days_at(text)}


def days_at(text: str) -> Iterator[tuple[Day, int]]:
    """The same, each with the place where it begins."""
    text = _SIGNS.sub(_with_hyphens, text)
    pieces = [_Piece(found[0], found.start(), found.end()) for found in _PIECE.finditer(text)]
    for at, piece in enumerate(pieces):
        if piece.is_number:
            yield from ((day, piece.start) for day in _in_figures(pieces, at, text))
        elif _month(piece.text):
            yield from ((day, piece.start) for day in _in_words(pieces, at))


def _with_hyphens(found: re.Match[str]) -> str:
    """The same day with hyphens, in a text of the same length."""
    parts = [_roman(part) for part in found.groups() if part is not None]
    return "-".join(parts).ljust(len(found[0]))[: max(len(found[0]), len("-".join(parts)))]


def _roman(part: str) -> str:
    return str(_ROMAN[part]) if part in _ROMAN else part


def _in_figures(pieces: Sequence[_Piece], at: int, text: str) -> Iterator[Day]:
    if len(pieces[at].text) in _STAMPS:
        figures = pieces[at].text[:_COMPACT]
        yield from _read((figures[:4], figures[4:6], figures[6:]))
        yield from _read((figures[:2], figures[2:4], figures[4:]))
    run = [pieces[at].text]
    for before, after in pairwise(pieces[at : at + 4]):
        if not (after.is_number and _SEPARATOR.fullmatch(text[before.end : after.start])):
            break
        run.append(after.text)
    if len(run) >= 3:  # noqa: PLR2004  # day, month and year
        yield from _read((run[0], run[1], run[2]))
    if len(run) == 2 and not _is_carried_on(pieces, at, text):  # noqa: PLR2004
        for year, month in permutations(run):
            if len(year) == _YEAR_DIGITS and 1 <= int(month) <= _LAST_MONTH:
                yield Day(int(year), int(month))


def _is_carried_on(pieces: Sequence[_Piece], at: int, text: str) -> bool:
    """Whether a number before belongs to the same date, which is then no month."""
    before = pieces[at - 1 : at]
    return any(
        each.is_number and _SEPARATOR.fullmatch(text[each.end : pieces[at].start]) is not None
        for each in before
    )


def _read(parts: tuple[str, str, str]) -> Iterator[Day]:
    """Three numbers as year, month, day; day, month, year; or month, day, year."""
    one, two, three = parts
    orders = ((one, two, three), (three, two, one), (three, one, two))
    for year, month, day in dict.fromkeys(orders):
        yield from _whole(_years(year), int(month), int(day))


def _in_words(pieces: Sequence[_Piece], at: int) -> Iterator[Day]:
    month = _month(pieces[at].text)
    near = pieces[max(0, at - _REACH) : at + _REACH + 1]
    years = [year for piece in near if piece.is_number for year in _years(piece.text)]
    beside = pieces[max(0, at - 3) : at + 4]
    days = {day for piece in beside if (day := _number(piece.text))}
    days |= {
        _TENS[tens.text] + (_number(ones.text) % 10)
        for tens, ones in pairwise(beside)
        if tens.text in _TENS
    }
    found = [each for day in days for each in _whole(years, month, day)]
    yield from found
    if not found:
        yield from (Day(year, month) for year in years)


def _years(figures: str) -> list[int]:
    if len(figures) == _YEAR_DIGITS:
        return [int(figures)]
    if len(figures) == _SHORT_YEAR:
        return [1900 + int(figures), 2000 + int(figures)]
    return []


def _whole(years: Sequence[int], month: int, day: int) -> Iterator[Day]:
    for year in years:
        try:
            date(year, month, day)
        except (ValueError, OverflowError):
            continue
        yield Day(year, month, day)


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """The day that a number or an ordinal means; 0 where it means none."""
    if word.isdigit():
        return int(word) if len(word) <= _SHORT_YEAR and int(word) <= _LAST_DAY else 0
    fits = [begins for begins in _ORDINALS if word.startswith(begins)]
    return _ORDINALS[max(fits, key=len)] if fits else 0


@lru_cache(maxsize=1 << 16)
def _month(word: str) -> int:
    """The month that a word names; 0 where it names none."""
    shapes = disguises(word)
    for number, beginnings in enumerate(_MONTHS, start=1):
        if any(shape.startswith(beginnings) for shape in shapes):
            return number
    return 0


def _is_particle(word: str) -> bool:
    return _number(word) > 0 or word in _TENS or word in {"of", "г", "года", "st", "nd", "rd", "th"}
