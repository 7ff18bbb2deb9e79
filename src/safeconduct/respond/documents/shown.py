"""Answers as a document shows them: states by their names, days in words, choices by their labels.

It depends on the form beside it and on the vocabulary.
A new kind of answer is one more case in `shown`.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
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


def _shown(text: str, field: FormField, *, language: str) -> str:
    match field.kind:
        case "choice" | "choices":
            labels = {choice.id: choice.label for choice in field.choices}
            return in_language(labels[text], language)
        case "state" | "states":
            return territory.name(text, language)
        case "technique":
            return vocabulary.term("techniques", text).label_in(language)
        case "yes-no":
            return in_language(_YES_NO[text], language)
        case "day":
            return day_in_words(date.fromisoformat(text), language)
        case _:
            return text
