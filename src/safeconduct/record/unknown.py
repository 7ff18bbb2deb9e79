"""The unknown as a value: a source or a coder says that something is not known, and why.

It depends on the vocabulary of reasons only.
A new reason is one new file in `vocabulary/unknown-reasons/`; `conflicting` is derived from
statements and never typed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord

CONFLICTING: Final = "conflicting"
# The one reason that says something of the value: a place outside the origin state, not named.
ABROAD: Final = "abroad"
PREFIX: Final = "unknown:"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that is not known, with its reason; `conflicting` is the derived one."""

    reason: str

    def __post_init__(self) -> None:
        """Admit the reasons of the vocabulary and the derived one."""
        if self.reason != CONFLICTING and self.reason not in vocabulary.ids("unknown-reasons"):
            raise InvalidRecord("unknown value", [("reason", "is not in the vocabulary")])

    def __str__(self) -> str:
        """Write it as a cell holds it."""
        return PREFIX + self.reason
