"""A sentence for any language: an English message with named places, and what fills them.

It depends on the standard library only; a face translates `message` and fills in `values`.
Messages are written where they are meant and found by the extraction of translatable strings
through the name `Sentence`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sentence:
    """One sentence: an English message with `{places}` and the values that fill them.

    Two sentences are equal when message and values are; a sentence never changes.
    """

    __slots__ = ("message", "values")

    message: str
    values: Mapping[str, str | int]

    def __init__(self, message: str, /, **values: str | int) -> None:
        """Keep the message and its values."""
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "values", MappingProxyType(values))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse any change."""
        raise AttributeError(name)

    def __delattr__(self, name: str) -> None:
        """Refuse any change."""
        raise AttributeError(name)

    def __str__(self) -> str:
        """Say it in English."""
        return self.message.format_map(self.values)

    def __repr__(self) -> str:
        """Show the message only: values may hold free text of a corpus."""
        return f"Sentence({self.message!r})"

    def __eq__(self, other: object) -> bool:
        """Compare message and values."""
        if not isinstance(other, Sentence):
            return NotImplemented
        return self.message == other.message and dict(self.values) == dict(other.values)

    def __hash__(self) -> int:
        """Hash as equality compares."""
        return hash((self.message, tuple(sorted(self.values.items()))))
