"""A term of the vocabulary: its words, its sources, and the neighbours it must not be taken for.

It depends on the standard library and on the wording beside it.
A new term is one new TOML file in the folder of its set; a new property of every term is a field
here and a line in `term_reading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.vocabulary.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a term was found: a title, and the page, section, footnote or address in it."""

    title: str
    page: str = ""
    section: str = ""
    footnote: str = ""
    url: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """Another term that is easily taken for this one, and why it is not the same.

    `term` is an id of the same set, or `set/id` where the neighbour lives in another set.
    """

    term: str
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the field, as a cell of a corpus may hold it under its `id`."""

    set: str
    id: str
    code: str | None
    label: Mapping[str, str]
    definition: Mapping[str, str]
    example: Mapping[str, str] | None
    note: Mapping[str, str] | None
    not_this: tuple[Distinction, ...]
    sources: tuple[Citation, ...]
    crosswalks: Mapping[str, tuple[str, ...]]

    def label_in(self, language: str) -> str:
        """Say the label in a language, in English where it is not written in it."""
        return in_language(self.label, language)

    def definition_in(self, language: str) -> str:
        """Say the definition in a language, in English where it is not written in it."""
        return in_language(self.definition, language)
