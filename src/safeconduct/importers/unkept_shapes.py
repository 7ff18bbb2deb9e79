"""The shapes in which a running text says what must not be kept: numbers, dates and addresses.

It depends on the words that announce them; a text comes in as `plain_sight.seen` writes it.
A further shape is one more pair in `_patterns`, in the order in which they are looked for.

Every part of a shape is bounded, so that no text makes the search slow. Dates, years and amounts
that nothing announces are what case notes are made of, and stay.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct.importers.unkept_words import pattern_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP: Final = r"[^\w\n]{0,4}"
_FREE: Final = r"(?<![\w/.,-])"  # what stands in no address, fraction or longer number
_YEAR: Final = r"(?:1[89]|20)\d\d"
_MONTH: Final = r"[^\W\d_]{3,12}"
# The day of a birth in any order; a month may be a word, and a year may have two figures.
_DAY: Final = (
    rf"(?:\d{{1,2}}\s?[./ -]\s?(?:\d{{1,2}}|{_MONTH})\s?[./ -]\s?(?:\d{{4}}|\d{{2}})\b"
    rf"|\d{{4}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}\b"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th|-?го|\.)? (?:of |de )?{_MONTH}\.?,? {_YEAR}\b"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}\b"
    rf"|{_YEAR}[ -]?(?:жылы|жылгы|ж\.|года|г\.|yil\w{{0,4}}|yili)? \d{{1,2}}[ -]?{_MONTH}\b)"
)
_DAY_OR_YEAR: Final = rf"(?:{_DAY}|{_YEAR}\b)"
# With letters before it a number may be short; without, it is longer than a date or two years.
_NUMBER: Final = (
    r"(?:[a-zа-яіїє]{1,3}[^\w\n]{0,3}(?:no?[^\w\n]{0,2})?\d[\d /-]{3,18}\d"
    r"|(?!(?:19|20)\d\d-\d\d-\d\d)(?!(?:19|20)\d\d ?- ?(?:19|20)\d\d\b)"
    r"(?=(?:\d[ /-]{0,3}){7})\d[\d /-]{5,18}\d"
    r"|(?=[a-z]{0,9}\d)(?=\w{0,11}\d\w{0,9}\d)(?=\d{0,9}[a-z])[a-z0-9]{6,12}\b)"
)
_DOT: Final = r"(?:\.|\s?[(\[{<]\s?(?:dot|точка)\s?[)\]}>]\s?|\s(?:dot|точка)\s)"
_SIGN: Final = r"(?:\s?@\s?|\s?[(\[{<]\s?(?:at|ат|эт|собака)\s?[)\]}>]\s?| собака )"
_EMAIL: Final = (
    rf"[\w.+-]{{1,64}}{_SIGN}[\w-]{{1,63}}(?:{_DOT}[a-zа-я0-9][\w-]{{0,62}}){{1,5}}"
    r"|[\w.+-]{1,64} at [\w-]{1,63} dot [a-z]{2,12}"
)
_PHONES: Final = (
    r"(?<![\w/])(?:\+|00 ?)\d[\d ().-]{6,18}\d",
    # A trunk prefix and a number in the groups that people write it in.
    rf"{_FREE}(?:[87][ -]?)?\(\d{{3,5}}\)[ -]?\d{{1,3}}(?:[ -]?\d{{2,3}}){{2}}(?![\w-])",
    rf"{_FREE}8[ -]?\d{{3}}[ -]?\d{{3}}[ -]?\d{{2}}[ -]?\d{{2}}(?![\w-])",
    rf"{_FREE}0\d{{2,4}}[ -]\d{{6,8}}(?![\w-])",
    rf"{_FREE}0\d{{2}}[ -]\d{{3}}(?:[ -]\d{{2,3}}){{2}}(?![\w-])",
    rf"{_FREE}0\d(?: \d{{2}}){{4}}(?![\w-])",
    rf"{_FREE}(?:\d{{3}}[ -])?\d{{3}}-\d{{2}}-\d{{2}}(?![\w-])",
)
# So many figures in a run that nothing else has: 12 and 14 are numbers of citizens, which begin
# with the day of birth; sums of money end in naughts or stand before a currency.
_MONEY: Final = (
    r"(?!\d| ?(?:[$€£₽₸₺₴]|тенге|тг|руб|сом|so'?m|грн|гривен|лир|tenge|rubles?|roubles?|lira"
    r"|euro|dollar|доллар|евро|usd|eur|rub|kzt|kgs|uzs|uah|try|tl\b))"
)
_SUM: Final = r"(?<![\w/.,$€£-])"
_CITIZEN: Final = (
    rf"{_SUM}(?:\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{6}}"
    rf"|[12356](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d\d{{5}}){_MONEY}(?![\w-])"
)
_LONG_RUN: Final = rf"{_SUM}(?!\d{{0,12}}000\b)\d{{10,11}}{_MONEY}(?![\w-])"
_CARD: Final = rf"{_FREE}\d{{4}}(?:[ -]\d{{4}}){{3}}(?![\w-])|{_FREE}\d{{15,16}}(?![\w-])"
_IBAN: Final = r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?\d{1,4})?\b"
_ARC: Final = r"(?<!\d)\d{1,3}\s?°\s?\d{1,2}\s?['′]?(?:\s?[\d.]{1,6}\s?[\"″']{0,2})?"
_PLACE: Final = (
    r"(?<![\d.])-?\d{1,3}\.\d{3,10}°?\s?[ns]?\s?[,;/ ]\s?-?\d{1,3}\.\d{3,10}",
    rf"[ns]?\s?{_ARC}[\s,]{{0,3}}[nsew]?[\s,]{{0,2}}[ew]?\s?{_ARC}\s?[ew]?",
)
_PAIR: Final = r"-?\d{1,3}[.,]\d{1,10}\s?[,; ]\s?-?\d{1,3}[.,]\d{1,10}"
# A word behind the name of a network is an account where a colon or its own signs say so.
_NAMED: Final = (
    r"(?:[:=]@?[a-z][\w.]{2,31}|\s?[:=]\s?@?[a-z][\w.]{3,31}(?=\s*(?:$|[,;.)\n]))"
    r"|\s?[:=]?\s?@?(?=\w{0,30}[a-z])(?=[a-z.]{0,30}[\d_])[\w.]{3,32})"
)
_HANDLE: Final = r"(?<![\w@/.])@\w[\w.]{0,31}\w"
_NO_DATE: Final = (
    r"(?!\d{1,2}[./-]\d{1,2}[./-]\d)(?!\d{4}-\d\d-\d\d)(?=(?:[^\w\n]{0,3}\d){6})"
    r"(?!(?:19|20)\d\d ?- ?(?:19|20)\d\d\b)"
)
_HOUSE: Final = r"(?!(?:19|20)\d\d\b)\d{1,4}[a-zа-я]?\b"
_ALONE: Final = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)


@cache
def shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every shape with the kind of what it holds, in the order in which they are looked for."""
    return tuple((kind, re.compile(pattern)) for kind, pattern in _patterns())


def is_address_alone(text: str) -> bool:
    """Whether a text is nothing but the address of a page."""
    return _ALONE.fullmatch(text.strip()) is not None


def _patterns() -> Iterator[tuple[str, str]]:
    yield "email", _EMAIL
    yield "birth date", rf"\b(?:{_said('birth date')})\b{_marks()}{_DAY_OR_YEAR}"
    yield "birth date", rf"\b(?:{_said('birth date', 'initials')})\b{_GAP}{_DAY}"
    behind = _said("birth date", "behind")
    yield "birth date", rf"(?<!\w){_DAY_OR_YEAR}[^\w\n]{{0,3}}(?:{behind})(?!\w)"
    for kind in ("tax number", "insurance number", "passport"):
        yield kind, rf"\b(?:{_said(kind)})\b{_marks()}{_NUMBER}"
    yield "passport", _CITIZEN
    networks = "|".join(re.escape(each) for each in words("networks", "hosts"))
    of_page = r"/[\w@.?=&%/+-]{1,199}[\w/]"
    yield "account", rf"(?<![\w.-])(?:https?://)?(?:www\.|m\.)?(?:{networks}){of_page}"
    yield "account", f"{_IBAN}|{_CARD}"
    yield from (("coordinates", each) for each in _PLACE)
    yield "coordinates", rf"\b(?:{_said('coordinates')})\b{_GAP}{_PAIR}"
    yield from (("phone", each) for each in _PHONES)
    yield "phone", rf"\b(?:{_said('phone')})\b{_marks()}{_NO_DATE}[\d(][\d ().-]{{3,18}}\d"
    yield "phone", _LONG_RUN
    yield "account", rf"\b(?:{_said('account')})(?!\w){_NAMED}"
    yield "account", _HANDLE
    yield from (("address", each) for each in _addresses())


def _addresses() -> Iterator[str]:
    """Where somebody lives: behind words that say so, or a street with a house or a flat."""
    flat = rf"[, /]{{1,3}}(?:{_said('address', 'flat')})\b[^\w\n]{{0,3}}{_HOUSE}"
    house = rf"[, ]{{1,3}}(?:{_said('address', 'house')})\b[^\w\n]{{0,3}}{_HOUSE}"
    way = r"[^\n\d;]{2,60}?"
    yield rf"\b(?:{_said('address')})\b[^\w\n]{{0,4}}{way}{_HOUSE}(?:{flat}){{0,2}}"
    yield rf"\b(?:{_said('address', 'named')})\s?:\s?{way}{_HOUSE}(?:{flat}){{0,2}}"
    street = rf"(?<!\w)(?:{_said('address', 'street')})\b\.?{way}"
    yield rf"{street}(?:{house}(?:{flat}){{0,2}}|{_HOUSE}(?:{flat}){{1,2}})"


def _said(kind: str, where: str = "said") -> str:
    return pattern_of(words(kind, where), between=r"[\W_]{1,3}")


def _marks() -> str:
    """What may stand between a word and its number: `серии`, `no.`, `№`."""
    return rf"{_GAP}(?:(?:{_said('marks', 'number')})(?![a-zа-я]){_GAP}){{0,3}}"
