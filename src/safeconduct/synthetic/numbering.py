"""Numbering: the ids of an invented corpus, counted through each of its tables.

It depends on the standard library only.
A further kind of id is a further prefix; nothing is to be declared.
"""

from __future__ import annotations

from collections import Counter


class Numbering:
    """Hands out ids: s1, s2, … for sources, i1, i2, … for incidents."""

    __slots__ = ("_last",)

    def __init__(self) -> None:
        """Begin at 1 for every prefix."""
        self._last: Counter[str] = Counter()

    def next(self, prefix: str) -> str:
        """The next id with this prefix."""
        self._last[prefix] += 1
        return f"{prefix}{self._last[prefix]}"
