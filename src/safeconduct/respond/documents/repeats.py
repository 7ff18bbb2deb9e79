"""Repeats: what a person did not agree to pass on, where it stands once more in what is passed on.

It depends on the answers, the form and the spelling beside it.
A new way of repeating an answer is one more line of `_Traces` and of its `stand_in`.

Safety: a group that is withheld is left out of the document, but people write a name into the
story as well; a repeat is told by its two fields, and never by what stands in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.respond.documents.form import DATES, WRITTEN
from safeconduct.respond.documents.spelling import (
    SeenDate,
    dates_in,
    folded,
    parts_of_name,
    says_name,
    squeezed,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.respond.answers import Answers
    from safeconduct.respond.documents.form import FormField

# Five words in a row are a sentence carried over; four are often only how people speak.
_RUN_OF_WORDS: Final = 5
# A shorter row of letters stands inside other words by chance.
_SHORTEST_ROW: Final = 6
_SHORTEST_WORD: Final = 3
_SHORTEST_NUMBER: Final = 6
# Telephone numbers differ at the front, by the code of a state or the 8 of a trunk line.
_END_OF_NUMBER: Final = 9
_NUMBER: Final = re.compile(r"\d(?:[\s().\-‐-―/]{0,3}\d)+")
# Inside mail, pages and accounts; and the codes with which messengers name people.
_INSIDE: Final = re.compile(r"@|\w[/:.]\w")
_CODE: Final = re.compile(r"[^\W_]{6,}")
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def repeats(
    answers: Answers, *, kept: Iterable[str], passed: Iterable[str]
) -> tuple[tuple[FormField, FormField], ...]:
    """Name each field to be kept that a text passed on repeats, with the field of that text.

    Fields are given by their ids; those without an answer, and those of no text, repeat nothing.
    """
    fields, values = answers.template.form.fields, answers.values
    texts = [fields[name] for name in passed if name in values and fields[name].kind in WRITTEN]
    read = {field.id: [_read(text) for text in values[field.id]] for field in texts}
    found = []
    for name in (each for each in kept if each in values):
        traces = _traces_of(fields[name], values[name])
        found += [
            (fields[name], field)
            for field in texts
            if any(traces.stand_in(text) for text in read[field.id])
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Read:
    """A text that is passed on, taken apart once for everything that is looked for in it."""

    spaced: str
    close: str
    words: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[SeenDate]


def _read(text: str) -> _Read:
    words = words_of(text)
    return _Read(
        spaced=f" {' '.join(words)} ",
        close="".join(words),
        words=frozenset(words),
        numbers=frozenset(_numbers_in(text)),
        dates=frozenset(dates_in(text)),
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Traces:
    """What to look for: the ways in which the answers to one field can be repeated."""

    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[SeenDate, ...] = ()

    def stand_in(self, text: _Read) -> bool:
        """Whether any of them stands in a text."""
        return (
            any(f" {phrase} " in text.spaced for phrase in self.phrases)
            or any(row in text.close for row in self.rows)
            or any(_same_end(one, other) for one in self.numbers for other in text.numbers)
            or any(seen.tells(date) for date in self.dates for seen in text.dates)
            or any(says_name(name, text.words) for name in self.names)
        )


def _traces_of(field: FormField, said: tuple[str, ...]) -> _Traces:
    """What gives the answers to a field away; nothing where they were picked from a list."""
    if field.kind in DATES:
        return _Traces(dates=tuple(_dates_of(said, tells_by_parts=field.tells_by_parts)))
    if field.kind not in WRITTEN or field.is_common:
        return _Traces()
    whole = [squeezed(text) for text in said]
    addresses = [squeezed(each) for text in said for each in _addresses_in(text)]
    return _Traces(
        names=tuple(part for text in said if field.tells_by_parts for part in parts_of_name(text)),
        phrases=tuple(phrase for text in said for phrase in _phrases_of(text)),
        rows=tuple(row for row in (*whole, *addresses) if len(row) >= _SHORTEST_ROW),
        numbers=tuple(number for text in said for number in _numbers_in(text)),
    )


def _dates_of(said: Iterable[str], *, tells_by_parts: bool) -> Iterator[SeenDate]:
    for year, month, day in (found for text in said for found in _PARTIAL.findall(text)):
        yield SeenDate(int(year), int(month or 0) or None, int(day or 0) or None)
        if tells_by_parts:
            yield SeenDate(int(year), None, None)


def _phrases_of(text: str) -> Iterator[str]:
    """The whole answer, and each run of words in it that is too long to be chance."""
    words = words_of(text)
    whole = " ".join(words)
    if len(whole) >= _SHORTEST_WORD:
        yield whole
    for first in range(len(words) - _RUN_OF_WORDS + 1):
        yield " ".join(words[first : first + _RUN_OF_WORDS])


def _addresses_in(text: str) -> Iterator[str]:
    yield from (word for word in text.split() if _INSIDE.search(word))
    for code in _CODE.findall(text):
        if not code.isdigit() and any(sign.isdigit() for sign in code):
            yield code


def _numbers_in(text: str) -> Iterator[str]:
    for found in _NUMBER.findall(folded(text)):
        if len(figures := squeezed(found)) >= _SHORTEST_NUMBER:
            yield figures


def _same_end(one: str, other: str) -> bool:
    compared = min(len(one), len(other), _END_OF_NUMBER)
    return one[-compared:] == other[-compared:]
