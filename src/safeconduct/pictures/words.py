"""The sentences of a picture: how translators find them, and the English without a catalogue.

It depends on nothing; the report brings its own `Words`, filled from its gettext catalogue.
A message is written where it is said, inside `_("…")`, so that Babel's extraction finds it;
it avoids words that change with a number, since Russian has three plurals and Arabic six.
"""

from __future__ import annotations

from typing import Final, Protocol

# Grouping starts at five digits, as in a statistical yearbook: 9999, then 10 000.
_GROUPED_FROM: Final = 10_000
_NARROW_SPACE: Final = "\N{NARROW NO-BREAK SPACE}"


class Words(Protocol):
    """What a picture asks of a language."""

    def say(self, message: str, /, **values: str) -> str:
        """Translate a message and put the values into its places."""
        ...

    def number(self, value: float, /) -> str:
        """Write a number as the language writes it."""
        ...


class PlainEnglish:
    """The messages as they stand in the source."""

    def say(self, message: str, /, **values: str) -> str:
        """Put the values into the places of the message."""
        return message.format(**values)

    def number(self, value: float, /) -> str:
        """Write whole numbers without a point, and others with up to two digits behind it."""
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        grouped = abs(value) >= _GROUPED_FROM
        return text.replace(",", _NARROW_SPACE if grouped else "")


ENGLISH: Final = PlainEnglish()


def _(message: str) -> str:
    """Mark a message for translators; what it says is looked up when the picture is drawn."""
    return message


def sentences(*parts: str) -> str:
    """Join sentences into one text, leaving out the empty ones."""
    return " ".join(part for part in parts if part)


def ended(title: str) -> str:
    """Give a title the full stop that makes it a sentence, unless it ends in a mark of its own."""
    return title if title.endswith(("?", ".", "!", "؟", "…")) else f"{title}."
