"""Alphabets and spellings: other letters as Latin ones, other habits as English ones.

It depends on the standard library.
A further alphabet is one more line of `_ROWS`, a further habit of spelling one of `_HABITS`; a
script that writes no vowels, or no sounds, is none, and names in it are found as they stand.

Sources: the romanisations of Greek (ISO 843), Georgian (national, 2002) and Armenian (ISO 9985),
without the marks that English papers leave out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_ROWS: Final = """
α=a β=v γ=g δ=d ε=e ζ=z η=i θ=t ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=kh ψ=ps
ω=o
ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=k
შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h
ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh
ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f
"""
_LETTERS: Final = {ord(one[0]): one[2:] for one in _ROWS.split()}


def in_latin(word: str) -> str:
    """A folded word in Latin letters where an alphabet is known; any other stays."""
    if word.isascii() or _LETTERS.keys().isdisjoint(map(ord, word)):
        return word
    plain = unicodedata.normalize("NFD", word).translate(_LETTERS)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")


# How Polish, French and older papers write the sounds of a name, each as an English paper does.
_HABITS: Final = (
    {"szcz": "shch", "cz": "ch", "sz": "sh", "rz": "zh", "ż": "zh", "w": "v", "j": "y", "ch": "kh"},
    {"chtch": "shch", "tch": "ch", "ch": "sh", "ou": "u", "ï": "i", "j": "zh", "gu": "g"},
    {"off": "ov", "eff": "ev"},
    {"ў": "в", "э": "е", "ка": "ко"},  # Belarusian, which writes unstressed o as а
)
_SIGNS_OF_HABIT: Final = (
    re.compile("cz|sz|rz|ż"),
    re.compile("tch|ch|ou|ï"),
    re.compile("[oe]ff"),
    re.compile("ў"),
)
_FOUND: Final = tuple(
    re.compile("|".join(sorted(habit, key=len, reverse=True))) for habit in _HABITS
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


def _in(habit: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda part: habit[part[0]]


def respelt(word: str) -> tuple[str, ...]:
    """A folded word as an English paper would spell it, where a habit of another shows."""
    found = []
    for sign, letters, habit in zip(_SIGNS_OF_HABIT, _FOUND, _HABITS, strict=True):
        if sign.search(word):
            found.append(letters.sub(_in(habit), word))
    return tuple(found)


def in_two_letters(word: str) -> str:
    """A folded word with two letters for each that has two dots, as a keyboard without it types."""
    return word.translate(_UMLAUTS)
