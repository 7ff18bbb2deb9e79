"""Labels of a dimension: terms, merged terms, and the two that hold what a plan does not name.

It depends on the standard library.
How a label is written and which label a term falls under is decided here only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OTHER: Final = "other"
UNKNOWN: Final = "unknown"
_NOT_NAMED: Final = (OTHER, UNKNOWN)
_JOINS: Final = "+"


def parts_of(label: str) -> frozenset[str]:
    """The categories that a label joins."""
    return frozenset(label.split(_JOINS))


def with_the_rest(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels of a plan, and those for what it does not name and what is not known."""
    named = tuple(labels)
    held = frozenset().union(*map(parts_of, named))
    return (*named, *(label for label in _NOT_NAMED if label not in held))


def label_of(key: str, labels: Sequence[str]) -> str:
    """The label under which a term, state or year is counted; the one for others if none names it.

    Safety: "a+other" holds the others too; else the merger that a remedy asks for would not be one.
    """
    return next((label for label in labels if key in parts_of(label)), _holding(OTHER, labels))


def unknown_among(labels: Sequence[str]) -> str:
    """The label under which what is not known is counted."""
    return _holding(UNKNOWN, labels)


def _holding(part: str, labels: Sequence[str]) -> str:
    return next((label for label in labels if part in parts_of(label)), part)
