"""Terms in words: how long a deadline runs and what sets it running, where no day can be given.

It depends on the deadlines beside it.
A further unit is one more line in `_UNITS`; a further language one more function of plurals.

Safety: a day counted from a beginning that nobody gave would be invented, and somebody would rely
on it; the term in words is what is known.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.deadline import Rule

# One, a few, many: Russian tells three numbers apart, English two.
_UNITS: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = MappingProxyType(
    {
        "days": {"en": ("day", "days", "days"), "ru": ("день", "дня", "дней")},
        "calendar-months": {
            "en": ("month", "months", "months"),
            "ru": ("месяц", "месяца", "месяцев"),
        },
        "working-days": {
            "en": ("working day", "working days", "working days"),
            "ru": ("рабочий день", "рабочих дня", "рабочих дней"),
        },
        "hours": {"en": ("hour", "hours", "hours"), "ru": ("час", "часа", "часов")},
    }
)
_TERM: Final = MappingProxyType(
    {"en": "{amount} {unit} from {starts}", "ru": "{amount} {unit}; начало – {starts}"}
)


def term_in_words(rule: Rule, *, language: str = "en") -> str:
    """Say how long a term runs, and from what: 60 days from the day on which ..."""
    forms = _UNITS[rule.unit]["ru" if language.startswith("ru") else "en"]
    return in_language(_TERM, language).format(
        amount=rule.amount,
        unit=forms[_form(rule.amount, language)],
        starts=in_language(rule.starts, language),
    )


def _form(amount: int, language: str) -> int:
    if not language.startswith("ru"):
        return 0 if amount == 1 else 1
    last, is_teen = amount % 10, amount % 100 in range(11, 15)
    if is_teen or last == 0 or last >= 5:  # noqa: PLR2004  # the rule of Russian grammar
        return 2
    return 0 if last == 1 else 1
