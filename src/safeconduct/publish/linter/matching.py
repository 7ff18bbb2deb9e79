"""Matching: everything that is forbidden, as one index that a text is held against.

It depends on the readings of names in `link`, so that a name is found in any alphabet.
A word of Cyrillic letters is also held against the cases of a name. A further kind of text is one
more method of `Index` and a line in `found_in`.

Safety: an index gives everything away that it looks for; it stands in no message and no repr.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from safeconduct.link import equivalents, spelling
from safeconduct.publish.linter import forbidden as kinds
from safeconduct.publish.linter.alphabets import in_latin, in_two_letters, respelt
from safeconduct.publish.linter.days import days_at
from safeconduct.publish.linter.folding import (
    disguises,
    folded,
    forms_of_word,
    squeezed,
    without_marks,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.publish.linter.forbidden import Forbidden

WINDOW: Final = 7  # words of a longer text that are enough to know it again
_LEAST_READING: Final = 2
_NATIONAL: Final = 10  # digits of a number without the code of its state
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼʹ`][^\W\d_]+)*")
_PIECE: Final = re.compile(r"[^\W_]+")
_RUN: Final = re.compile(r"\+?\d(?:[\s().,\-\u2010-\u2015\u2212/·:~*_|\[\]]{0,4}\d){6,}")
_LOCAL: Final = 7  # digits of a number within a town
_LEAST_INSIDE: Final = 7  # sounds of a name that is found within a longer word
_LEAST_BROKEN: Final = 7  # letters of a name that is found in two pieces
_BREAK: Final = re.compile(r"[\s._|/+:\u00b7-]{1,3}")
_TOKEN: Final = re.compile(r"\w+(?:[-.]+\w+)*")
# The endings of the cases: of Russian and Ukrainian, then of Kazakh and Kyrgyz.
_ENDINGS: Final = (
    "а я у ю ы и е о ой ей ою ею ом ем ым им ого его ому ему ых их ыми ими ам ям ами ями ах ях ов "
    "ев ья ье ью ая яя ую юю ий ый ої ій ові еві єві єю ію "
    "ның нің дың дің тың тің нун нүн дун дүн тун түн ға ге қа ке го гө на не да де до дө та те "
    "нан нен дан ден тан тен дон дөн мен бен пен ны ні ды ді ты ті ну нү ду дү лар лер дар дер тар "
    "тер лор лөр"
)
_TWICE: Final = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Match:
    """Something forbidden, and the place in the text where it was found; -1 for anywhere in it."""

    origin: str
    at: int


@dataclass(slots=True, repr=False)
class Index:
    """Everything that is forbidden, by what a text is asked for."""

    words: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    scripts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    sequences: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))
    lengths: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    closed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    digits: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    inside: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    days: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    tokens: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, forbidden: Iterable[Forbidden]) -> Index:
        """Index what is forbidden."""
        index = cls()
        for each in forbidden:
            for table, keys in index._keys(each):
                for key in keys:
                    table[key].append(each.origin)
        return index

    def _keys(self, each: Forbidden) -> Iterator[tuple[dict[str, list[str]], Iterable[str]]]:
        if each.kind == kinds.NAME:
            for word in filter(kinds.is_long_enough, words_of(each.text)):
                if kinds.is_ideographic(word):
                    yield self.scripts, [word]
                else:
                    yield self.words, sought(word)
                    yield self.inside, _long_sounds(word)
            yield self.words, _run_together(words_of(each.text))
        elif each.kind == kinds.TOGETHER:
            for sequence in _windows(_pieces(each.text)):
                self.sequences[sequence].append(each.origin)
                self.lengths[sequence[0]].add(len(sequence))
        elif each.kind == kinds.CLOSED:
            yield self.closed, [squeezed(each.text)]
        elif each.kind == kinds.DIGITS:
            yield self.digits, [_digits(each.text)[-_NATIONAL:]]
        elif each.kind == kinds.EXACT:
            yield self.tokens, [each.text]
        else:
            yield self.days, [each.text]

    def found_in(self, text: str) -> Iterator[Match]:
        """What a folded text holds of it."""
        if self.words:
            yield from self._names(text)
        if self.sequences:
            yield from self._sequences(text)
        if self.days:
            yield from _hits(self.days, ((day.text, at) for day, at in days_at(text)))
        if self.tokens:
            found = ((found[0], found.start()) for found in _TOKEN.finditer(text))
            yield from _hits(self.tokens, found)
        yield from self._inside(text)

    def _names(self, text: str) -> Iterator[Match]:
        before: re.Match[str] | None = None
        for found in _WORD.finditer(text):
            word, at = found[0], found.start()
            if len(word) >= kinds.LEAST_LETTERS:
                yield from _hits(self.words, ((key, at) for key in heard(word)))
            if len(word) > _LEAST_INSIDE and self.inside:
                yield from _hits(self.inside, ((key, at) for key in _within(word)))
            # A page of a PDF, or a line that ends, leaves a word in two pieces.
            if before and _BREAK.fullmatch(text, before.end(), at):
                keys = _broken(before[0] + word)
                yield from _hits(self.words, ((key, before.start()) for key in keys))
            before = found

    def _sequences(self, text: str) -> Iterator[Match]:
        pieces = [(_piece(found[0]), found.start()) for found in _PIECE.finditer(text)]
        for first, (piece, at) in enumerate(pieces):
            for length in self.lengths.get(piece, ()):
                sequence = tuple(each for each, _ in pieces[first : first + length])
                for origin in self.sequences.get(sequence, ()):
                    yield Match(origin, at)

    def _inside(self, text: str) -> Iterator[Match]:
        """What is found wherever it stands, even within a word or a number."""
        for script, origins in self.scripts.items():
            if script in text:
                yield from (Match(origin, text.index(script)) for origin in origins)
        if self.closed:
            together = squeezed(text)  # Latin and Cyrillic letters that look alike are one here
            for closed, origins in self.closed.items():
                if closed in together:
                    yield from (Match(origin, -1) for origin in origins)
        if self.digits:
            for run in _RUN.finditer(text):
                number = _digits(run[0])
                for digits, origins in self.digits.items():
                    if digits in number or (len(number) == _LOCAL and digits.endswith(number)):
                        yield from (Match(origin, run.start()) for origin in origins)


def _hits(table: Mapping[str, list[str]], keys: Iterable[tuple[str, int]]) -> Iterator[Match]:
    for key, at in keys:
        for origin in table.get(key, ()):
            yield Match(origin, at)


@lru_cache(maxsize=1 << 16)
def sought(word: str) -> frozenset[str]:
    """The keys of a part of a forbidden name: as it stands, as it sounds, and in its cases."""
    keys = set(_sounds(word))
    for plain in (without_marks(word), in_latin(word), in_two_letters(word), *respelt(word)):
        if plain != word:
            keys |= sought(plain)
    for reading in (spelling.read(word).fine, spelling.read_family_name(word).fine):
        for stem in {reading, reading.rstrip(spelling.VOWELS)} - {""}:
            if len(stem) >= _LEAST_READING:
                keys |= {f"case {_once(stem + ending)}" for ending in _endings()}
    return frozenset(keys)


@lru_cache(maxsize=1 << 18)
def heard(word: str) -> frozenset[str]:
    """The keys of a word of a text; of Cyrillic letters also as a case of something."""
    keys = set(_sounds(word))
    shapes = [shape for form in forms_of_word(word) for shape in disguises(form)]
    for each in dict.fromkeys((*shapes, *map(in_latin, shapes))):
        keys |= _sounds(each)
        keys |= {key for other in respelt(each) for key in _sounds(other)}
        if spelling.is_cyrillic(each) and len(each) > kinds.LEAST_LETTERS:
            keys.add(f"case {spelling.read(each).fine}")
    return frozenset(keys)


def _run_together(words: list[str]) -> set[str]:
    """The keys of a name whose parts are written as one word, in either order."""
    pairs = pairwise(words)
    return {key for one, two in pairs for both in (one + two, two + one) for key in _sounds(both)}


def _long_sounds(word: str) -> list[str]:
    sounds = spelling.read(word).fine
    return [sounds] if len(sounds) >= _LEAST_INSIDE else []


@lru_cache(maxsize=1 << 16)
def _within(word: str) -> frozenset[str]:
    """Every stretch of the sounds of a word that begins or ends it and is long enough."""
    sounds = spelling.read(word).fine
    lengths = range(_LEAST_INSIDE, len(sounds))
    return frozenset((*(sounds[:size] for size in lengths), *(sounds[-size:] for size in lengths)))


@lru_cache(maxsize=1 << 16)
def _broken(word: str) -> frozenset[str]:
    """The keys of two pieces as one word: as it stands, in its cases, and as it sounds if long."""
    if len(word) < _LEAST_BROKEN:
        return frozenset()
    keys = {f"as is {word}"}
    if len(sounds := spelling.read(word).fine) >= _LEAST_INSIDE:
        keys.add(f"fine {sounds}")
    if spelling.is_cyrillic(word):
        keys.add(f"case {spelling.read(word).fine}")
    return frozenset(keys)


def _sounds(word: str) -> set[str]:
    keys = {f"as is {word}"}
    name, family = spelling.read(word), spelling.read_family_name(word)
    for kind, reading in (("fine", name.fine), ("coarse", name.coarse), ("coarse", family.coarse)):
        if len(reading) >= _LEAST_READING:
            keys.add(f"{kind} {reading}")
    if len(name.fine) >= _LEAST_READING and equivalents.is_known(word):
        keys.add(f"given {equivalents.given_name(word)}")
    return keys


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    alone = (spelling.read(ending).fine for ending in _ENDINGS.split())
    # A name with the letter і makes of its endings what Ukrainian makes of them.
    beside = (spelling.read(f"і{ending}").fine[1:] for ending in _ENDINGS.split())
    return frozenset((*alone, *beside))


def _once(sounds: str) -> str:
    return _TWICE.sub(r"\1", sounds)


def _pieces(text: str) -> list[str]:
    return [_piece(piece) for piece in _PIECE.findall(folded(text))]


@lru_cache(maxsize=1 << 16)
def _piece(word: str) -> str:
    """A word as it sounds, whatever its alphabet; a number, or another script, as it stands."""
    return spelling.read_family_name(word).coarse or word


def _windows(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    for first in range(max(1, len(pieces) - WINDOW + 1)):
        yield tuple(pieces[first : first + WINDOW])


def _digits(text: str) -> str:
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())
