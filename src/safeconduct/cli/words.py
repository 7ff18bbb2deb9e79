"""The words of the command line: English as it stands in the code, and its translations.

It depends on the record's sentences and on the report, whose catalogue translates them; what only
the command line says stands in `languages/`, one TOML file a language.
A new language is one more file there; a test demands every message that the verbs say.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.record.sentence import Sentence
    from safeconduct.report.wording import Wording

CATALOGUES: Final = resources.files("safeconduct.cli") / "languages"
SOURCE_LANGUAGE: Final = "en"


class Words:
    """One language: what it says for each English message, and English where it says nothing."""

    __slots__ = ("_messages", "language")

    def __init__(self, language: str, messages: Mapping[str, str]) -> None:
        """Keep the messages of a language, by their English."""
        self.language = language
        self._messages = messages

    def say(self, message: str, /, **values: str | int) -> str:
        """Translate a message and put the values into its places."""
        return self._messages.get(message, message).format_map(values)

    def sentence(self, sentence: Sentence) -> str:
        """Say a sentence of the record, a finding or a figure, which the report translates."""
        wording = _wording(self.language)
        if wording is None:
            return str(sentence)
        from safeconduct.report.sayings import said

        asked = str(sentence.values.get("what", ""))
        values = {
            place: said(place, str(value), wording=wording, asked=asked)
            for place, value in sentence.values.items()
        }
        return wording.say(sentence.message).format_map(values)


@cache
def words_in(language: str) -> Words:
    """The words of a language; English needs no catalogue."""
    if language == SOURCE_LANGUAGE:
        return Words(language, MappingProxyType({}))
    text = (CATALOGUES / f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, MappingProxyType(tomllib.loads(text)))


@cache
def _wording(language: str) -> Wording | None:
    """The words of the report, which are loaded only where somebody does not read English."""
    if language == SOURCE_LANGUAGE:
        return None
    from safeconduct.report.catalogue import languages
    from safeconduct.report.wording import Wording

    return Wording(language) if language in languages() else None
