"""The words of the command line: English as it stands in the code, and its translations.

It depends on the record's sentences and on the report, whose catalogue translates them; what only
the command line says stands in `languages/`, one TOML file a language.
A new language is one more file there; a test demands every message that the verbs say.
"""

from __future__ import annotations

import re
import string
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
_LEAST_WORDS: Final = 8  # letters of its own, without which a message could be any text


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

    def retell(self, text: str) -> str:
        """Translate what was put together elsewhere, by the message that it was made from.

        Errors are raised in English, with their values in place; the message with the most words
        of its own is taken, and English stays where there is none.
        """
        if text in self._messages:
            return self._messages[text]
        for pattern, said in _patterns(self.language, tuple(self._messages.items())):
            found = pattern.fullmatch(text)
            if found:
                told = found.groupdict()
                values = {
                    # One word is an identifier, which no language changes.
                    place: self.retell(value) if " " in value else value
                    for place, value in told.items()
                }
                return said.format_map(values)
        return text

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
def _patterns(
    language: str, messages: tuple[tuple[str, str], ...]
) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages with places, as patterns, those with the most words of their own first."""
    del language
    found = []
    for message, said in messages:
        parts = list(string.Formatter().parse(message))
        own = sum(len(text) for text, *_ in parts)
        if own < _LEAST_WORDS or not any(name for _, name, *_ in parts):
            continue
        seen: set[str] = set()
        pattern = ""
        for text, name, *_ in parts:
            pattern += re.escape(text)
            if name:
                pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
                seen.add(name)
        found.append((own, re.compile(pattern, re.DOTALL), said))
    return tuple((pattern, said) for _, pattern, said in sorted(found, key=lambda x: -x[0]))


@cache
def _wording(language: str) -> Wording | None:
    """The words of the report, which are loaded only where somebody does not read English."""
    if language == SOURCE_LANGUAGE:
        return None
    from safeconduct.report.catalogue import languages
    from safeconduct.report.wording import Wording

    return Wording(language) if language in languages() else None
