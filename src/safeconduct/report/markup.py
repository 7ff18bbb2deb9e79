"""Markup: the few pieces of HTML that stand within a line, escaped where they are made.

It depends on markupsafe only.
Everything larger is a template; a piece belongs here only if Python has to put it into a sentence.

Safety: a corpus may hold any text, so a passage of it loses the characters that turn the direction
of what follows, is kept apart from its surroundings by <bdi>, and is escaped like everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEADING_TAGS: Final = re.compile(r"^((?:<[^>]*>)*)")
# Embeddings, overrides and isolates with their ends; marks that only name a direction may stay.
_TURNING: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the corpus; `language` is empty where it is that of the page."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        """The text alone, for titles and attributes."""
        return straightened(self.text)

    def __html__(self) -> Markup:
        """The text with its language, kept apart from the direction of what surrounds it."""
        if not self.language:
            return Markup("<bdi>{}</bdi>").format(straightened(self.text))
        return Markup('<bdi lang="{}">{}</bdi>').format(self.language, straightened(self.text))


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of the same language."""

    href: str
    text: str | Passage | Markup

    def __str__(self) -> str:
        """The text of the link, without any tag."""
        return str(self.text.striptags() if isinstance(self.text, Markup) else self.text)

    def __html__(self) -> Markup:
        """The link as HTML."""
        return Markup('<a href="{}">{}</a>').format(self.href, self.text)


def straightened(text: str) -> str:
    """Take out the characters that turn the direction of a text."""
    return text.translate(_TURNING)


def joined(parts: Iterable[object], separator: str = ", ") -> Markup:
    """Put pieces into one line, each escaped."""
    return escape(separator).join(parts)  # type: ignore[arg-type]


def capitalised(text: str) -> str:
    """Begin a text with a capital letter; in HTML that is the first letter outside the tags."""
    if not isinstance(text, Markup):
        return capital(text)
    tags, letters = _LEADING_TAGS.split(str(text), maxsplit=1)[1:]
    return Markup(tags + capital(letters))  # noqa: S704  # only the case of a letter has changed


def filled(translated: str, **pieces: object) -> Markup:
    """Fill the places of a translated message with pieces, each escaped."""
    return escape(translated).format(**pieces)
