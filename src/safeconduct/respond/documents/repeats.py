"""Repeats: what a person did not agree to pass on, where it stands once more in what is passed on.

It depends on the answers, the form, and the names, dates and numbers beside it.
A new way of repeating an answer is one more line of `_Traces` and of its `stand_in`.

Safety: a group that is withheld is left out of the document, but people write a name into the
story as well; a repeat is told by its two fields, and never by what stands in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.respond.documents.form import DATES, WRITTEN
from safeconduct.respond.documents.number_words import in_figures
from safeconduct.respond.documents.seen_dates import SeenDate, ages_in, dates_in
from safeconduct.respond.documents.seen_names import (
    initials_in,
    initials_of,
    name_keys,
    name_parts,
    names_in,
    text_keys,
)
from safeconduct.respond.documents.spelling import folded, squeezed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

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
# A house or a room has fewer; every text has such numbers.
_FIGURES: Final = re.compile(r"(?<!\d)\d{4,5}(?!\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def repeats(
    answers: Answers,
    *,
    kept: Iterable[str],
    passed: Iterable[str],
    on: date | None = None,
    may_be_said: Iterable[str] = (),
    is_read: bool = False,
) -> tuple[tuple[FormField, FormField], ...]:
    """Name each field to be kept that a text passed on repeats, with the field of that text.

    Fields are given by their ids; those without an answer, and those of no text, repeat nothing.
    An age is known only for a day. `may_be_said` holds words of free text that may stand; where
    somebody has read the texts, an ordinary word that is a part of a name may stand as well.
    """
    fields, values = answers.template.form.fields, answers.values
    read = _read_all(answers, passed)
    said = tuple(may_be_said)
    free = frozenset(key for text in said for key in text_keys(text))
    ordinary = frozenset(word for text in said for word in words_of(text) if is_read)
    found = []
    for name in (each for each in kept if each in values):
        traces = _traces_of(fields[name], values[name], on=on, free=free, ordinary=ordinary)
        found += [
            (fields[name], fields[text])
            for text in read
            if any(traces.stand_in(each) for each in read[text])
        ]
    return tuple(found)


def initials_stand(answers: Answers, *, kept: Iterable[str], passed: Iterable[str]) -> bool:
    """Tell whether a text that is passed on has initials such as those of a name to be kept."""
    fields, values = answers.template.form.fields, answers.values
    sought = {
        pair
        for name in kept
        if name in values and fields[name].kind in WRITTEN and fields[name].tells_by_parts
        for text in values[name]
        for pair in initials_of(text)
    }
    texts = (text for name in _written(answers, passed) for text in values[name])
    return any(sought & initials_in(text) for text in texts)


def _written(answers: Answers, passed: Iterable[str]) -> list[str]:
    fields, values = answers.template.form.fields, answers.values
    return [name for name in passed if name in values and fields[name].kind in WRITTEN]


def _read_all(answers: Answers, passed: Iterable[str]) -> Mapping[str, list[_Read]]:
    return {
        name: [_read(text) for text in answers.values[name]] for name in _written(answers, passed)
    }


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Read:
    """A text that is passed on, taken apart once for everything that is looked for in it."""

    spaced: str
    close: str
    names: frozenset[str]
    numbers: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[SeenDate]
    ages: frozenset[int]


def _read(text: str) -> _Read:
    words = words_of(text)
    return _Read(
        spaced=f" {' '.join(words)} ",
        close="".join(words),
        names=text_keys(text),
        numbers=frozenset(_numbers_in(text)),
        figures=frozenset(_FIGURES.findall(folded(text))),
        dates=frozenset(dates_in(text)),
        ages=ages_in(text),
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Traces:
    """What to look for: the ways in which the answers to one field can be repeated."""

    names: tuple[frozenset[str], ...] = ()
    phrases: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    figures: frozenset[str] = frozenset()
    dates: tuple[SeenDate, ...] = ()
    ages: frozenset[int] = frozenset()

    def stand_in(self, text: _Read) -> bool:
        """Whether any of them stands in a text."""
        return (
            any(f" {phrase} " in text.spaced for phrase in self.phrases)
            or any(row in text.close for row in self.rows)
            or any(_same_end(one, other) for one in self.numbers for other in text.numbers)
            or any(seen.tells(day) for day in self.dates for seen in text.dates)
            or bool(self.figures & text.figures)
            or bool(self.ages & text.ages)
            or any(keys & text.names for keys in self.names)
        )


def _traces_of(
    field: FormField,
    said: tuple[str, ...],
    *,
    on: date | None,
    free: frozenset[str],
    ordinary: frozenset[str],
) -> _Traces:
    """What gives the answers to a field away; nothing where they were picked from a list."""
    if field.kind in DATES:
        return _Traces(
            dates=tuple(_dates_of(said, tells_by_parts=field.tells_by_parts)),
            ages=_ages_of(said, on) if on is not None and field.tells_by_parts else frozenset(),
        )
    if field.kind not in WRITTEN or field.is_common:
        return _Traces()
    whole = [squeezed(text) for text in said]
    addresses = [squeezed(each) for text in said for each in _addresses_in(text)]
    if field.tells_by_parts:
        # Long Petrova: "long" may stand, never both, and never the only word of a name.
        parts = [part for text in said for part in name_parts(text)]
        telling = [part for part in parts if folded(part) not in ordinary]
        names = [name_keys(part) for part in telling or parts]
    else:
        # Safety: people write other people's names, streets and houses into free text.
        found = [name_keys(part) for text in said for part in names_in(text)]
        names = [keys for keys in found if not keys & free]
    return _Traces(
        names=tuple(names),
        phrases=tuple(phrase for text in said for phrase in _phrases_of(text)),
        rows=tuple(row for row in (*whole, *addresses) if len(row) >= _SHORTEST_ROW),
        numbers=tuple(number for text in said for number in _numbers_in(text)),
        figures=frozenset(
            figures
            for text in said
            for figures in _FIGURES.findall(folded(text))
            if not _YEAR.fullmatch(figures) and f"exact:{figures}" not in free
        ),
    )


def _dates_of(said: Iterable[str], *, tells_by_parts: bool) -> Iterator[SeenDate]:
    for year, month, day in (found for text in said for found in _PARTIAL.findall(text)):
        yield SeenDate(int(year), int(month or 0) or None, int(day or 0) or None)
        if tells_by_parts:
            yield SeenDate(int(year), None, None)


def _ages_of(said: Iterable[str], on: date) -> frozenset[int]:
    """How old somebody is on a day; before the birthday of a year one less, where it is open both.

    The day itself is not compared: a text may have been written some months before.
    """
    years = [int(found[0]) for text in said for found in _PARTIAL.findall(text)]
    return frozenset(on.year - year - less for year in years for less in (0, 1))


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
    # In words too, since people spell a number out so that it is not seen.
    bare = folded(text)
    for found in {*_NUMBER.findall(bare), *_NUMBER.findall(in_figures(bare))}:
        if len(figures := squeezed(found)) >= _SHORTEST_NUMBER:
            yield figures


def _same_end(one: str, other: str) -> bool:
    compared = min(len(one), len(other), _END_OF_NUMBER)
    return one[-compared:] == other[-compared:]
