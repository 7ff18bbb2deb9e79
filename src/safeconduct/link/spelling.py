"""Reads a word of a name as sounds, so that one name has one reading in whatever letters it stands.

It depends on `registry`, on the latinisers, one file a language, and on `spellings/latin.toml`.
A spelling that is read wrongly is one more line of that file; a language is one more latiniser.

Safety: a reading is as personal as the name; it stands in no message and no repr.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final, Protocol, cast

from safeconduct import registry
from safeconduct.link import latinisers

if TYPE_CHECKING:
    from collections.abc import Callable

VOWELS: Final = "aeiou"
_CYRILLIC: Final = re.compile(r"[\u0400-\u04FF]")
_SOFT: Final = dict.fromkeys(map(ord, "'’ʹʼ`ʺ\"´ьъ·."), None)
# After y, i or j a vowel is one sound: ya, ia and ja are я, and yo is ё, which prints as е.
# Only at the beginning is я kept, since Яна is not Анна.
_IOTATED: Final = re.compile(r"(?<=.)i+(?=a)|i+(?=[eu])")
_IOTATED_O: Final = re.compile(r"i+o")
_AFTER_HUSHING: Final = re.compile(r"([SCJ])o")
_TWICE: Final = re.compile(r"(.)\1+")


class _Latiniser(Protocol):
    LANGUAGE: str
    LETTERS: frozenset[str]

    def latinise(self, text: str) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One word as sounds: finely, coarsely, and the consonants alone for finding candidates."""

    fine: str
    coarse: str
    skeleton: str

    def __repr__(self) -> str:
        """Tell how long it is; the sounds of a name are the name."""
        return f"Reading({len(self.fine)} sounds)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    marks: dict[int, str]
    fine: Callable[[str], str]
    coarse: Callable[[str], str]
    endings: tuple[tuple[re.Pattern[str], str], ...]


def is_cyrillic(text: str) -> bool:
    """Tell whether it holds a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def latin(text: str) -> str:
    """Write a text in small Latin letters, by the language that its letters give away."""
    small = unicodedata.normalize("NFC", text).lower()
    return language_of(small).latinise(small) if is_cyrillic(small) else small


def language_of(text: str) -> _Latiniser:
    """Find the latiniser whose own letters a text in small letters has; Russian where none do."""
    letters = set(text)
    last, others = _latinisers()
    fitting = [one for one in others if one.LETTERS & letters]
    if not fitting:
        return last
    # Letters of two neighbours at once, such as ң and і, are of the language that has both.
    whole = (one for one in (*fitting, *others) if not is_cyrillic(one.latinise(text)))
    return next(whole, fitting[0])


@lru_cache(maxsize=1 << 18)
def read(word: str) -> Reading:
    """Read one word of a name; a word without a letter has the empty reading."""
    rules = _rules()
    plain = _unmarked(latin(word).translate(_SOFT), rules)
    fine, coarse = _sounds(rules.fine(plain)), _sounds(rules.coarse(plain))
    return Reading(fine=fine, coarse=coarse, skeleton=_skeleton(coarse))


@lru_cache(maxsize=1 << 18)
def read_family_name(word: str) -> Reading:
    """Read a family name; its forms for women, men and either alphabet are read alike."""
    reading, rules = read(word), _rules()
    coarse = _ended(reading.coarse, rules)
    return Reading(fine=_ended(reading.fine, rules), coarse=coarse, skeleton=_skeleton(coarse))


def _unmarked(text: str, rules: _Rules) -> str:
    spelt = text.translate(rules.marks)
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if "a" <= letter <= "z")


def _sounds(text: str) -> str:
    sounds = _IOTATED_O.sub("e", text)
    sounds = _IOTATED.sub("", sounds)
    sounds = _AFTER_HUSHING.sub(r"\1e", sounds)
    return _TWICE.sub(r"\1", sounds)


def _skeleton(sounds: str) -> str:
    # The letter j is zh in one alphabet and y in the next, so that a skeleton has neither; ch is
    # ч in one and х in the next, so that it has one sound for both.
    heard = sounds.replace("J", "").replace("C", "h")
    if not heard:
        return ""
    first = "A" if heard[0] in VOWELS else heard[0]
    return _TWICE.sub(r"\1", first + "".join(one for one in heard[1:] if one not in VOWELS))


def _ended(sounds: str, rules: _Rules) -> str:
    for pattern, stands_for in rules.endings:
        sounds = pattern.sub(stands_for, sounds)
    return sounds


@cache
def _rules() -> _Rules:
    text = (resources.files("safeconduct.link") / "spellings" / "latin.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return _Rules(
        marks={ord(letter): spelt for letter, spelt in table["marks"].items()},
        fine=_substitution(table["fine"]),
        coarse=_substitution(table["fine"] | table["coarse"]),
        endings=tuple((re.compile(one["reading"]), one["stands_for"]) for one in table["endings"]),
    )


def _substitution(table: dict[str, str]) -> Callable[[str], str]:
    longest_first = sorted(table, key=len, reverse=True)
    pattern = re.compile("|".join(longest_first))
    return lambda text: pattern.sub(lambda found: table[found.group()], text)


@cache
def _latinisers() -> tuple[_Latiniser, tuple[_Latiniser, ...]]:
    required = ("LANGUAGE", "LETTERS", "latinise")
    found = cast("tuple[_Latiniser, ...]", registry.members(latinisers, required=required))
    last = next(one for one in found if not one.LETTERS)
    return last, tuple(one for one in found if one.LETTERS)
