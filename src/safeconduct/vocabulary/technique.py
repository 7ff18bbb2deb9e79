"""A technique: one way of acting against a person or an organisation across a border.

It depends on the term beside it.
A new technique is one new file in `techniques/`; it may serve several tactics, or none of the six.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.vocabulary.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique(Term):
    """A technique with the tactics it serves.

    `physical` is true only for force against a body or against its liberty to move.
    `scope` says whether the paper describes the technique or the wider field adds it.
    """

    tactics: tuple[str, ...]
    physical: bool
    scope: str
