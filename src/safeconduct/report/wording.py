"""Wording: everything a page says in one language, from a message to a number, a date or a term.

It depends on the catalogues, on the vocabulary and on Babel. A message is written in English where
it is said, inside `say("…")` or `many("…", "…")`, and found there by the extraction of messages; a
value of a sentence that is an id is said by its label, by the rules of `sayings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.numbers import format_decimal, format_percent

from safeconduct import vocabulary
from safeconduct.record import partial_date
from safeconduct.report.catalogue import catalogue
from safeconduct.report.dates import date_in_words
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    import gettext
    from collections.abc import Mapping

    from safeconduct.record.partial_date import PartialDate
    from safeconduct.record.place import Place

# Grouping starts at five digits, as in a statistical yearbook: 9999, then 10 000.
_GROUPED_FROM: Final = 10_000


class Wording:
    """One language; `right_to_left` may be set for a script that no catalogue has yet."""

    def __init__(self, language: str, *, right_to_left: bool | None = None) -> None:
        """Read the catalogue of the language."""
        self.language = language
        self.locale = Locale.parse(language, sep="-")
        runs_left = self.locale.text_direction == "rtl"
        self.right_to_left = runs_left if right_to_left is None else right_to_left
        self._catalogue: gettext.NullTranslations = catalogue(language)

    @property
    def direction(self) -> str:
        """The value of `dir` on a page."""
        return "rtl" if self.right_to_left else "ltr"

    def say(self, message: str, /, **values: str | int) -> str:
        """Translate a message and fill its places; numbers are written as the language does."""
        translated = self._catalogue.gettext(message)
        return translated.format_map(self._written(values)) if values else translated

    def many(self, one: str, several: str, /, *, number: int, **values: str | int) -> str:
        """Translate a message that changes with `number`, and fill its places."""
        translated = self._catalogue.ngettext(one, several, number)
        return translated.format_map(self._written({"number": number, **values}))

    def each_said(self, messages: Mapping[str, str], /) -> dict[str, str]:
        """Translate a message for each of several words, by the word."""
        return {word: self.say(message) for word, message in messages.items()}

    def in_context(self, context: str, message: str, /) -> str:
        """Translate a message that means another thing elsewhere."""
        return self._catalogue.pgettext(context, message)

    def number(self, value: float, /) -> str:
        """Write a number with up to two decimals, grouped from five digits on."""
        grouped = abs(value) >= _GROUPED_FROM
        return format_decimal(value, "#,##0.##" if grouped else "0.##", locale=self.locale)

    def share(self, value: float, /) -> str:
        """Write a share of one as per cent."""
        return format_percent(value, "#,##0.#%", locale=self.locale)

    def date(self, when: PartialDate, /, extent: str = "") -> str:
        """Say a date as exactly as it is known."""
        return date_in_words(when, self, extent=extent)

    def date_text(self, text: str, /) -> str:
        """Say a date that comes as text; "" for none."""
        return self.date(partial_date.parse(text)) if text else ""

    def term(self, set_id: str, term_id: str, /) -> str:
        """The label of a term of the vocabulary."""
        return vocabulary.term(set_id, term_id).label_in(self.language)

    def state(self, code: str, /) -> str:
        """The name of a territory."""
        return territory.name(code, self.language)

    def place(self, where: Place, /) -> str:
        """A place: the locality first, as addresses have it."""
        state = self.state(where.state)
        return f"{where.locality}, {state}" if where.locality else state

    def listed(self, parts: tuple[str, ...] | list[str], /) -> str:
        """Put parts into one text."""
        return self.in_context("list", ", ").join(parts)

    def _written(self, values: dict[str, str | int]) -> dict[str, str]:
        return {
            name: value if isinstance(value, str) else self.number(value)
            for name, value in values.items()
        }


def capital(text: str) -> str:
    """Begin a text with a capital letter, leaving the rest as it is."""
    return text[:1].upper() + text[1:]
