"""Numbers in words, English and Russian: "the fourteenth", "восемьдесят седьмого", "seven oh one".

It depends on the standard library alone; a text comes in as `spelling.folded` writes it.
A further word is one more word of a line below; a further language is one more group of lines.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_TIMES: Final = MappingProxyType(
    {
        "hundred": _HUNDRED,
        "thousand": _THOUSAND,
        "тысяча": _THOUSAND,
        "тысячи": _THOUSAND,
        "тысяч": _THOUSAND,
    }
)
_CENTURIES: Final = range(17, 21)
_TEENS: Final = range(10, 20)
_YEARS: Final = range(10, 100)
# Words of one number on a line, so that the place of a line is the number.
_EN: Final = (
    *("zero oh nil", "one first", "two second", "three third", "four fourth", "five fifth"),
    *("six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth"),
    *("eleven eleventh", "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth"),
    *("fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth"),
    *("eighteen eighteenth", "nineteen nineteenth"),
)
_EN_TENS: Final = (
    *("twenty twentieth", "thirty thirtieth", "forty fortieth", "fifty fiftieth"),
    *("sixty sixtieth", "seventy seventieth", "eighty eightieth", "ninety ninetieth"),
)
_RU: Final = (
    *("ноль нуль", "один одна одного одной", "два две двух", "три трех", "четыре четырех"),
    *("пять пяти", "шесть шести", "семь семи", "восемь восьми", "девять девяти", "десять десяти"),
    *("одиннадцать одиннадцати", "двенадцать двенадцати", "тринадцать тринадцати"),
    *("четырнадцать четырнадцати", "пятнадцать пятнадцати", "шестнадцать шестнадцати"),
    *("семнадцать семнадцати", "восемнадцать восемнадцати", "девятнадцать девятнадцати"),
)
_RU_TENS: Final = (
    *("двадцать двадцати", "тридцать тридцати", "сорок сорока", "пятьдесят пятидесяти"),
    *("шестьдесят шестидесяти", "семьдесят семидесяти", "восемьдесят восьмидесяти"),
    "девяносто девяноста",
)
_RU_HUNDREDS: Final = (
    *("сто ста", "двести двухсот", "триста трехсот", "четыреста четырехсот", "пятьсот пятисот"),
    *("шестьсот шестисот", "семьсот семисот", "восемьсот восьмисот", "девятьсот девятисот"),
)
# What stands before the endings of Russian ordinals.
_RU_ORDINAL: Final = (
    *("", "перв", "втор", "трет треть", "четверт", "пят", "шест", "седьм", "восьм", "девят"),
    *("десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат"),
    *("семнадцат", "восемнадцат", "девятнадцат"),
)
_RU_ORDINAL_TENS: Final = (
    *("двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят"),
    "девяност",
)
_ORDINAL_ENDINGS: Final = ("ого", "его", "ое", "ыи", "ои", "ии", "ому", "ему", "ом", "ем", "ая")
_RUN: Final = re.compile(r"[^\W\d_]+(?:[\s-]+[^\W\d_]+)*")
_WORD: Final = re.compile(r"[^\W\d_]+")


def in_figures(text: str) -> str:
    """Write the numbers of a folded text in figures, and leave all else as it stands."""
    return _RUN.sub(lambda run: _run_in_figures(run.group()), text)


def _run_in_figures(run: str) -> str:
    written: list[str] = []
    numbers: list[str] = []
    last = 0
    for found in _WORD.finditer(run):
        word = found.group()
        if word in _NUMBERS or word in _TIMES:
            if not numbers:
                written.append(run[last : found.start()])
            numbers.append(word)
            last = found.end()
        elif numbers and word != "and":
            written.append(_figures(numbers))
            numbers = []
    if numbers:
        written.append(_figures(numbers))
    return "".join([*written, run[last:]])


def _figures(words: list[str]) -> str:
    values = _values(words)
    joined: list[int] = []
    for value in values:
        if joined and joined[-1] in _CENTURIES and value in _YEARS:
            joined[-1] = joined[-1] * _HUNDRED + value
        else:
            joined.append(value)
    return " ".join(map(str, joined))


def _values(words: list[str]) -> list[int]:
    """Add up what belongs to one number: twenty one is one number, one twenty are two."""
    values: list[int] = []
    room = 0
    for word in words:
        if word in _TIMES:
            if not values or room >= _HUNDRED:
                values.append(1)
            values[-1] *= _TIMES[word]
            room = _TIMES[word]
            continue
        number = _NUMBERS[word]
        if 0 < number < room:
            values[-1] += number
        else:
            values.append(number)
        room = next(size for size in (1, 10, 100) if number < size * 10 or number in _TEENS)
    return values


def _spelt() -> dict[str, int]:
    lines = (
        *((0, 1, _EN), (20, 10, _EN_TENS), (0, 1, _RU), (20, 10, _RU_TENS)),
        (_HUNDRED, _HUNDRED, _RU_HUNDREDS),
    )
    found = {
        word: first + step * place
        for first, step, table in lines
        for place, words in enumerate(table)
        for word in words.split()
    }
    ordinals = ((0, 1, _RU_ORDINAL), (20, 10, _RU_ORDINAL_TENS))
    return found | {
        stem + ending: first + step * place
        for first, step, table in ordinals
        for place, stems in enumerate(table)
        for stem in stems.split()
        for ending in _ORDINAL_ENDINGS
    }


_NUMBERS: Final[Mapping[str, int]] = MappingProxyType(_spelt())
