"""Wording: the same words in English and Russian, with English standing in for any other language.

It depends on the standard library only.
A further language is one more tag in `LANGUAGES` and one more line in each data file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "ru")


def in_language(words: Mapping[str, str], language: str) -> str:
    """Choose the words of a language; where it is not written, those of English."""
    main = language.replace("_", "-").partition("-")[0].lower()
    return words.get(main, words["en"])
