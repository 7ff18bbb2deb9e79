"""The blocks of a template, read from its TOML file: what stands where, and on which condition.

It depends on the form and the reading beside it.
A new kind of block is one more word in `KINDS` and, where it holds more than texts and fields, a
key read in `block_of`.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.respond.documents.form import condition_of, known_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.respond.documents.form import FormField
    from safeconduct.vocabulary.careful_table import CarefulTable

# Kinds that say one text, that say several, that show answers, and that need nothing said.
OF_TEXT: Final = ("heading", "paragraph", "caution")
OF_LINES: Final = ("list", "numbered", "checklist")
OF_ANSWERS: Final = ("table", "as-written", "answer-list", "numbered-answers")
BARE: Final = ("new-page", "sources", "exposure")
KINDS: Final = (*OF_TEXT, *OF_LINES, *OF_ANSWERS, *BARE)
# What a text may name besides the fields of its form.
OF_ITSELF: Final = frozenset({"on", "version", "as_of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One wording with the condition on which it is said.

    answered: fields that must have an answer; a field that it names in braces is always among them
    unless the form requires it.
    """

    words: Mapping[str, str]
    when: Mapping[str, tuple[str, ...]]
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateBlock:
    """One block of a template: its kind, what it says, which fields it shows, and when.

    answered: every one of these fields has an answer; any_answered: at least one of these has.
    """

    kind: str
    level: int
    says: tuple[Say, ...]
    fields: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]
    answered: tuple[str, ...]
    any_answered: tuple[str, ...]


def block_of(table: CarefulTable, fields: Mapping[str, FormField]) -> TemplateBlock:
    """Read one block of a template; what is wrong is told to the table."""
    kind = table.choice("kind", KINDS)
    lines = [_say(each, fields) for each in table.tables("line", required=kind in OF_LINES)]
    block = TemplateBlock(
        kind=kind,
        level=table.number("level") if table.has("level") else 1,
        says=(*_own_text(table, kind, fields=fields), *lines),
        fields=known_fields(table, "fields", fields=fields),
        when=condition_of(table, "when", fields=fields),
        answered=known_fields(table, "answered", fields=fields),
        any_answered=known_fields(table, "any_answered", fields=fields),
    )
    if bool(block.fields) != (kind in OF_ANSWERS):
        table.complain("fields", "belongs to a block that shows answers, and to no other")
    if lines and kind not in OF_LINES:
        table.complain("line", "belongs to a block that has lines, and to no other")
    table.finish()
    return block


def _own_text(table: CarefulTable, kind: str, *, fields: Mapping[str, FormField]) -> Iterator[Say]:
    if kind in OF_TEXT or table.has("text"):
        if kind not in OF_TEXT:
            table.complain("text", "belongs to a block that says one text, and to no other")
        words = table.words("text", required=True) or {}
        yield Say(words=words, when={}, answered=_named(table, words, fields=fields))


def _say(table: CarefulTable, fields: Mapping[str, FormField]) -> Say:
    words = table.words("text", required=True) or {}
    said = Say(
        words=words,
        when=condition_of(table, "when", fields=fields),
        answered=(
            *known_fields(table, "answered", fields=fields),
            *_named(table, words, fields=fields),
        ),
    )
    table.finish()
    return said


def _named(
    table: CarefulTable, words: Mapping[str, str], *, fields: Mapping[str, FormField]
) -> tuple[str, ...]:
    """The fields that a wording names in braces, which are the same in each language."""
    named = {language: _places(text) for language, text in words.items()}
    for language, places in named.items():
        if strange := sorted(places - set(fields) - OF_ITSELF):
            table.complain(f"text.{language}", f"names {strange[0]!r}, which is no field")
    if len(set(named.values())) > 1:
        table.complain("text", "names other fields in one language than in the other")
    return tuple(sorted(frozenset().union(*named.values()) - OF_ITSELF))


def _places(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return frozenset({text})
