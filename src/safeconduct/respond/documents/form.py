"""The form behind a document: groups of fields, what each asks, and which answers it takes.

It depends on the standard library, the vocabulary's careful tables and the reading beside it.
A new kind of answer is one more word in `KINDS`, a check in `safeconduct.respond.answers` and a
line in `shown`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.respond.reading import flag_or_false
from safeconduct.vocabulary.term_reading import is_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.vocabulary.careful_table import CarefulTable

# A kind ending in `s` takes a list; a text may have several lines.
KINDS: Final = (
    "line",
    "text",
    "lines",
    "day",
    "date",
    "choice",
    "choices",
    "state",
    "states",
    "technique",
    "yes-no",
)
LISTS: Final = frozenset({"lines", "choices", "states"})
# What a person writes in words of their own, and what is a date; all else is picked from a list.
WRITTEN: Final = frozenset({"line", "text", "lines"})
DATES: Final = frozenset({"day", "date"})
_FIELD_ID: Final = re.compile(r"[a-z]+(_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers that a field admits."""

    id: str
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field: its label on paper, what the form asks, and when it must be answered.

    needed_when: answers that make this field required; is_required asks for it always.
    tells_by_parts: each word of the answer, or its year, tells by itself who is meant.
    in_latin: the receiver takes it in Latin letters alone.
    is_common: the answer is a word that many texts use, so that it gives nothing away by itself.
    """

    id: str
    group: str
    kind: str
    label: Mapping[str, str]
    ask: Mapping[str, str]
    is_required: bool
    needed_when: Mapping[str, tuple[str, ...]]
    choices: tuple[Choice, ...]
    tells_by_parts: bool
    is_common: bool
    in_latin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields that are passed on together or not at all.

    is_free: holds nothing about the person, so that no consent is asked for it.
    """

    id: str
    label: Mapping[str, str]
    is_free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """At least one of these fields is answered, where the condition holds."""

    fields: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked before a document can be made."""

    groups: tuple[FieldGroup, ...]
    fields: Mapping[str, FormField]
    one_of: tuple[OneOf, ...]

    def fields_of(self, group: str) -> tuple[FormField, ...]:
        """The fields of a group, in their order."""
        return tuple(field for field in self.fields.values() if field.group == group)


def form_of(table: CarefulTable) -> Form:
    """Read the groups and fields of a template; what is wrong is told to the table."""
    groups = tuple(_group(each) for each in table.tables("group", required=True))
    read = [_field(each) for each in table.tables("field", required=True)]
    fields = {field.id: field for field in read}
    if len(fields) != len(read):
        table.complain("field", "has an id twice")
    named = {group.id for group in groups}
    for field in read:
        if field.group not in named:
            table.complain("field", f"{field.id} stands in no group of the form")
        _check_condition(table, field.needed_when, fields=fields, place=f"field {field.id}")
    return Form(
        groups=groups,
        fields=MappingProxyType(fields),
        one_of=tuple(_one_of(each, fields) for each in table.tables("one_of")),
    )


def condition_of(
    table: CarefulTable, key: str, *, fields: Mapping[str, FormField]
) -> Mapping[str, tuple[str, ...]]:
    """Read a condition on answers: each field named has one of the answers listed."""
    condition = table.lists(key)
    _check_condition(table, condition, fields=fields, place=key)
    return condition


def known_fields(
    table: CarefulTable, key: str, *, fields: Mapping[str, FormField]
) -> tuple[str, ...]:
    """Read a list of fields, each of which must be in the form."""
    listed = table.texts(key)
    for each in listed:
        if each not in fields:
            table.complain(key, f"{each!r} is no field of the form")
    return listed


def holds(condition: Mapping[str, tuple[str, ...]], values: Mapping[str, Sequence[str]]) -> bool:
    """Say whether every field of a condition has one of its answers; an empty one holds."""
    return all(set(admitted) & set(values.get(field, ())) for field, admitted in condition.items())


def _group(table: CarefulTable) -> FieldGroup:
    group = FieldGroup(
        id=_id(table),
        label=table.words("label", required=True) or {},
        is_free=flag_or_false(table, "is_free"),
    )
    table.finish()
    return group


def _id(table: CarefulTable) -> str:
    found = table.text("id", required=True)
    if found and not is_id(found):
        table.complain("id", "is not lower-case words joined by hyphens")
    return found


def _field(table: CarefulTable) -> FormField:
    field_id = table.text("id", required=True)
    if field_id and _FIELD_ID.fullmatch(field_id) is None:
        table.complain("id", "is not lower-case words joined by underscores")
    kind = table.choice("kind", KINDS)
    field = FormField(
        id=field_id,
        group=table.text("group", required=True),
        kind=kind,
        label=table.words("label", required=True) or {},
        ask=table.words("ask", required=True) or {},
        is_required=flag_or_false(table, "is_required"),
        needed_when=table.lists("needed_when"),
        choices=tuple(_choice(each) for each in table.tables("choice")),
        tells_by_parts=flag_or_false(table, "tells_by_parts"),
        is_common=flag_or_false(table, "is_common"),
        in_latin=flag_or_false(table, "in_latin"),
    )
    if bool(field.choices) != (kind in {"choice", "choices"}):
        table.complain("choice", "belongs to a field that offers a choice, and to no other")
    if field.tells_by_parts and kind not in WRITTEN | DATES:
        table.complain("tells_by_parts", "belongs to a text or a date, and to nothing picked")
    if field.is_common and kind not in WRITTEN:
        table.complain("is_common", "belongs to a text, and to nothing else")
    table.finish()
    return field


def _choice(table: CarefulTable) -> Choice:
    choice = Choice(id=_id(table), label=table.words("label", required=True) or {})
    table.finish()
    return choice


def _one_of(table: CarefulTable, fields: Mapping[str, FormField]) -> OneOf:
    one_of = OneOf(
        fields=known_fields(table, "fields", fields=fields),
        when=condition_of(table, "when", fields=fields),
        why=table.words("why", required=True) or {},
    )
    if not one_of.fields:
        table.complain("fields", "is empty")
    table.finish()
    return one_of


def _check_condition(
    table: CarefulTable,
    condition: Mapping[str, tuple[str, ...]],
    *,
    fields: Mapping[str, FormField],
    place: str,
) -> None:
    for name, admitted in condition.items():
        field = fields.get(name)
        if field is None:
            table.complain(place, f"asks for {name!r}, which is no field of the form")
        elif not set(admitted) <= _answers_of(field):
            table.complain(place, f"asks for an answer that {name} does not admit")


def _answers_of(field: FormField) -> frozenset[str]:
    if field.kind == "yes-no":
        return frozenset({"yes", "no"})
    return frozenset(_ids(field.choices))


def _ids(choices: Iterable[Choice]) -> Iterable[str]:
    return (choice.id for choice in choices)
