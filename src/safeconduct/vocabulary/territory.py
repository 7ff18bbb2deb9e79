"""Territories: the states and areas of ISO 3166-1, Kosovo and the Soviet Union, with their names.

Names come from Babel, which carries the Unicode CLDR; what it lacks stands in
`territory_names.toml` beside this file.
Another way of writing a name is one more line there.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from safeconduct.errors import NotFound
from safeconduct.vocabulary.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

# CLDR also names groupings, test locales and islands that ISO only reserves; none of them acts or
# gives shelter.
_NO_TERRITORY = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
_LETTERS = 2  # The three-digit codes of CLDR are regions of the world.
_FALLBACK = "en"
_SPOKEN_FOR = ("en", "ru")


@cache
def codes() -> frozenset[str]:
    """Name the codes that a cell of a corpus may hold."""
    return frozenset(_cldr(_FALLBACK)) | frozenset(_former())


def name(code: str, language: str = _FALLBACK) -> str:
    """Say the name of a territory in a language, in English where the language is not known.

    Raises:
        NotFound: no territory has this code.
    """
    if code in _former():
        return in_language(_former()[code], language)
    if code not in codes():
        raise NotFound("territory", code, hint="Codes are those of ISO 3166-1, with XK and SU.")
    return _cldr(language).get(code) or _cldr(_FALLBACK)[code]


def find(said: str) -> str | None:
    """Find the code of a territory by its code or by any of its names in English or Russian."""
    return _by_name().get(_plain(said))


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in _SPOKEN_FOR:
        found |= {_plain(words): code for code, words in _cldr(language).items()}
    for code, words in _former().items():
        found |= {_plain(word): code for word in words.values()}
    for code, others in _aliases().items():
        found |= {_plain(other): code for other in others}
    return MappingProxyType(found | {_plain(code): code for code in codes()})


@cache
def _cldr(language: str) -> Mapping[str, str]:
    # Importing Babel and reading a language takes some 40 ms; only who asks for names should pay.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        names = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse(_FALLBACK).territories
    return MappingProxyType(
        {
            code: words
            for code, words in names.items()
            if len(code) == _LETTERS and code.isalpha() and code not in _NO_TERRITORY
        }
    )


@cache
def _beside() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_name("territory_names.toml").read_text("utf-8"))


def _former() -> Mapping[str, Mapping[str, str]]:
    return _beside()["former"]


def _aliases() -> Mapping[str, Mapping[str, str]]:
    return _beside()["aliases"]


def _plain(said: str) -> str:
    """Take case, accents, apostrophes and doubled blanks out of a name."""
    bare = unicodedata.normalize("NFKD", said.casefold().replace("ё", "е"))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(kept.translate(_TURNED).split()).removeprefix("the ")


_TURNED = str.maketrans(
    {"’": "", "'": "", "ʼ": "", "`": "", ".": "", "-": " ", "–": " ", "&": "and"}
)
