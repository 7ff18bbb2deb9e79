"""What estimators say, in the language of a page: found by its code, its values put in again.

It depends on the messages beside it and on the wording. The estimators write English with their
values inside; a text is held against the messages of its code, and what fits is said in the
language of the page. What fits no message is said as it stands, marked as English, so that nothing
is ever lost. A new kind of value is one more line in `_NESTED`.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from babel.numbers import get_decimal_symbol

from safeconduct.report.estimates import assumed, doubts
from safeconduct.report.markup import Passage
from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.estimate.result import Assumption
    from safeconduct.report.wording import Wording

_PLACE: Final = re.compile(r"\{(\w+)\}")
# As the estimators write numbers: grouped by commas, with a point; never a year or a name of a list
# with further letters.
_NUMBER: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?|-?\d+(?:\.\d+)?%?")
# At these places stand names of lists, which no language changes.
_NAMES: Final = frozenset({"first", "second", "inner", "outer", "strata"})
_AND: Final = marked("{one} and {other}")
_OR: Final = marked("{one} or {other}")


def said(code: str, text: str, *, wording: Wording) -> str | Passage:
    """Say a text of a warning or a refusal; a passage in English where nobody has translated it."""
    known = (*doubts.OF_CODES.get(code, ()), *doubts.OF_MANY)
    found = _found(text, known, wording=wording, code=code)
    return _passage(text, wording) if found is None else found


def assumption_said(method: str, assumption: Assumption, *, wording: Wording) -> str | Passage:
    """Say an assumption of a method; a passage in English where nobody has translated it."""
    known = (*assumed.OF_METHODS.get(method, ()), *assumed.OF_MANY)
    found = _found(assumption.text, known, wording=wording)
    return _passage(assumption.text, wording) if found is None else found


def _passage(text: str, wording: Wording) -> Passage:
    return Passage(text, "" if wording.language == "en" else "en")


def _found(text: str, known: Iterable[str], *, wording: Wording, code: str = "") -> str | None:
    """Say the first of the messages that fits a text, or nothing."""
    for message in known:
        fitting = _pattern(message).fullmatch(text)
        if fitting is not None:
            return wording.say(message).format_map(
                {
                    place: _value(place, value, wording=wording, code=code)
                    for place, value in fitting.groupdict().items()
                }
            )
    return None


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """Turn a message into what a text of it looks like; a place that comes again holds the same."""
    parts, seen, end = [], set(), 0
    for place in _PLACE.finditer(message):
        name = place[1]
        parts.append(re.escape(message[end : place.start()]))
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        end = place.end()
    return re.compile("".join((*parts, re.escape(message[end:]))), re.DOTALL)


def _value(place: str, value: str, *, wording: Wording, code: str) -> str:
    """Say what stands at a place: a number, names of lists, or a text that has messages itself."""
    if place in ("reason", "text"):
        return str(said(code, value, wording=wording))
    if place == "groups":
        return _groups(value, wording)
    if place == "lists" and code == "leave-one-list-out":
        return _any_of(value, wording)
    if place in _NESTED:
        separator, messages = _NESTED[place]
        parts = value.split(separator) if separator else [value]
        return separator.join(_found(part, messages, wording=wording) or part for part in parts)
    if place in _NAMES or not _NUMBER.fullmatch(value):
        return value
    return number_said(value, wording=wording)


def number_said(text: str, *, wording: Wording) -> str:
    """Write a number as the language does, with the digits that it has."""
    whole, point, digits = text.removesuffix("%").replace(",", "").partition(".")
    sign = "-" if whole.startswith("-") else ""
    written = sign + wording.number(abs(int(whole)))
    if point:
        written += get_decimal_symbol(wording.locale) + digits
    return wording.say("{number} %", number=written) if text.endswith("%") else written


def _groups(value: str, wording: Wording) -> str:
    """Put groups of lists, `{A, B} and {C}`, into one text."""
    first, *others = value.split("} and {")
    text = first
    for other in others:
        text = wording.say(_AND, one=f"{text}}}", other=f"{{{other}")
    return text


def _any_of(value: str, wording: Wording) -> str:
    """Put lists, `A or B`, into one text."""
    first, *others = value.split(" or ")
    text = first
    for other in others:
        text = wording.say(_OR, one=text, other=other)
    return text


_NESTED: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "signs": ("; ", doubts.OF_SIGNS),
        "measures": (", ", doubts.OF_MEASURES),
        "graphs": ("", assumed.OF_GRAPHS),
        "prior": ("", assumed.OF_PRIORS),
    }
)
