"""Dates in words: as exact as the source gives them, and no more.

It depends on the partial dates of the record and on Babel's names of months. A language gives each
date two forms, one that stands alone and one that follows a preposition, and keeps them in its
catalogue under two contexts; a new precision is one line in each half of `_FORMS`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from babel.dates import format_date

from safeconduct.record import partial_date
from safeconduct.report.messages import marked_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from safeconduct.record.partial_date import PartialDate

LASTING: Final = "lasting"
_OPEN_ENDS: Final = frozenset({"", ".."})
_CENTURY: Final = 100


ALONE: Final = "date"
AFTER: Final = "date after a preposition"
_FORMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        ALONE: {
            "day": marked_in("date", "d MMMM y"),
            "month": marked_in("date", "LLLL y"),
            "year": marked_in("date", "{year}"),
            "decade": marked_in("date", "the {year}s"),
            "spring": marked_in("date", "spring {year}"),
            "summer": marked_in("date", "summer {year}"),
            "autumn": marked_in("date", "autumn {year}"),
            "winter": marked_in("date", "winter {year}"),
        },
        AFTER: {
            "day": marked_in("date after a preposition", "d MMMM y"),
            "month": marked_in("date after a preposition", "LLLL y"),
            "year": marked_in("date after a preposition", "{year}"),
            "decade": marked_in("date after a preposition", "the {year}s"),
            "spring": marked_in("date after a preposition", "spring {year}"),
            "summer": marked_in("date after a preposition", "summer {year}"),
            "autumn": marked_in("date after a preposition", "autumn {year}"),
            "winter": marked_in("date after a preposition", "winter {year}"),
        },
    }
)
_SEASONS: Final = MappingProxyType({3: "spring", 6: "summer", 9: "autumn", 1: "winter"})


class Patterns(Protocol):
    """What dates ask of a language."""

    @property
    def locale(self) -> Locale:
        """The names of its months."""
        ...

    def in_context(self, context: str, message: str, /) -> str:
        """Translate a message within its context."""
        ...

    def say(self, message: str, /, **values: str | int) -> str:
        """Translate a message and fill its places."""
        ...


def date_in_words(when: PartialDate, words: Patterns, *, extent: str = "") -> str:
    """Say a date; `extent` tells an interval that lasts from one that only encloses the day."""
    if not when.is_interval:
        return _hedged(when, words)
    first, _, last = when.text.partition("/")
    return (_lasting if extent == LASTING else _within)(first, last, words=words)


def _hedged(when: PartialDate, words: Patterns) -> str:
    said = _point(when, words, form=ALONE)
    if when.approximate:
        said = words.say("around {date}", date=_point(when, words, form=AFTER))
    return words.say("{date}, uncertain", date=said) if when.uncertain else said


def _within(first: str, last: str, *, words: Patterns) -> str:
    if first in _OPEN_ENDS:
        return words.say("not after {date}", date=_end(last, words, form=AFTER))
    if last in _OPEN_ENDS:
        return words.say("not before {date}", date=_end(first, words, form=AFTER))
    return _one_night(first, last, words=words) or words.say(
        "between {first} and {last}",
        first=_end(first, words, form=AFTER),
        last=_end(last, words, form=ALONE),
    )


def _lasting(first: str, last: str, *, words: Patterns) -> str:
    if first in _OPEN_ENDS:
        return words.say("until {date}", date=_end(last, words, form=AFTER))
    if last in _OPEN_ENDS:
        return words.say("since {date}", date=_end(first, words, form=AFTER))
    return words.say(
        "from {first} to {last}",
        first=_end(first, words, form=AFTER),
        last=_end(last, words, form=ALONE),
    )


def _one_night(first: str, last: str, *, words: Patterns) -> str:
    """Say two days that follow each other in one month: 16 or 17 October 2023."""
    evening, morning = partial_date.parse(first), partial_date.parse(last)
    follow = (morning.earliest - evening.latest).days == 1
    if {evening.precision, morning.precision} != {"day"} or not follow or morning.earliest.day == 1:
        return ""
    return words.say(
        "{day} or {date}", day=str(evening.earliest.day), date=_end(last, words, form=ALONE)
    )


def _end(text: str, words: Patterns, *, form: str) -> str:
    end = partial_date.parse(text)
    said = _point(end, words, form=form)
    hedged = end.uncertain or end.approximate
    return words.say("{date} (uncertain)", date=said) if hedged else said


def _point(when: PartialDate, words: Patterns, *, form: str) -> str:
    """Say one day, month, season, year or decade."""
    first, last = when.earliest, when.latest
    if when.precision in ("day", "month"):
        pattern = words.in_context(form, _FORMS[form][when.precision])
        return format_date(first, pattern, locale=words.locale)
    if last.year - first.year + 1 == _CENTURY:
        return f"{first.year}–{last.year}"
    name = _SEASONS[first.month] if when.precision == "season" else when.precision
    return words.in_context(form, _FORMS[form][name]).format(year=first.year)
