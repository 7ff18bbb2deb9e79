"""Answers as a document shows them: states by their names, days in words, choices by their labels.

It depends on the form beside it and on the vocabulary.
A new kind of answer is one more case in `shown`.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.respond.documents.sayings import say
from safeconduct.vocabulary import in_language, territory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.answers import Answers
    from safeconduct.respond.documents.form import FormField

_MONTHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        "ru": (
            *("января", "февраля", "марта", "апреля", "мая", "июня"),
            *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
        ),
    }
)
_YES_NO: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"yes": {"en": "yes", "ru": "да"}, "no": {"en": "no", "ru": "нет"}}
)


def shown(answers: Answers, field_id: str, *, language: str) -> tuple[str, ...]:
    """Say the answers to a field in a language; none where it was left empty."""
    field = answers.template.form.fields[field_id]
    said = answers.values.get(field_id, ())
    return tuple(_shown(text, field, language=language) for text in said)


def day_in_words(day: date, language: str) -> str:
    """Write a day as a letter does: 26 March 2026."""
    months = _MONTHS["ru" if language.startswith("ru") else "en"]
    end = " г." if language.startswith("ru") else ""
    return f"{day.day} {months[day.month - 1]} {day.year}{end}"


def date_in_words(text: str, language: str) -> str:
    """Write a partial date so that a reader who knows no EDTF can read it; days stay figures."""
    first, slash, last = text.partition("/")
    first, last = (_point_in_words(point, language) for point in (first, last))
    if not slash:
        return first
    if first and last:
        return say("date-between", language, first=first, last=last)
    return (
        say("date-until", language, last=last) if last else say("date-from", language, first=first)
    )


def _point_in_words(point: str, language: str) -> str:
    bare, mark = point.rstrip("?~%"), point[-1:]
    if bare in {"", ".."}:
        return ""
    if mark in {"~", "%"}:
        bare = say("date-about", language, day=bare)
    return say("date-doubtful", language, day=bare) if mark in {"?", "%"} else bare


def _shown(text: str, field: FormField, *, language: str) -> str:
    labels = {choice.id: choice.label for choice in field.choices}
    match field.kind:
        case "choice" | "choices":
            words = in_language(labels[text], language)
        case "state" | "states":
            words = territory.name(text, language)
        case "technique":
            words = vocabulary.term("techniques", text).label_in(language)
        case "yes-no":
            words = in_language(_YES_NO[text], language)
        case "day":
            words = day_in_words(date.fromisoformat(text), language)
        case "date":
            words = date_in_words(text, language)
        case _:
            words = text
    return words
