"""What forms and documents say besides their templates: headings, marks and words of refusal.

It depends on the standard library and on the wording of the vocabulary.
A new saying is one more table in `sayings.toml`, in every language.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE: Final = Path(__file__).with_name("sayings.toml")


@cache
def sayings() -> Mapping[str, Mapping[str, str]]:
    """Every saying, by its id and language."""
    return MappingProxyType(tomllib.loads(FILE.read_text(encoding="utf-8")))


def say(saying: str, language: str, **places: str) -> str:
    """Say something in a language, in English where it is not written in it."""
    return in_language(sayings()[saying], language).format_map(places)
