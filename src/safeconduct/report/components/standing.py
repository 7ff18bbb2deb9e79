"""The standing chip: how well an incident is supported, by word, mark and link to the reasons.

It depends on the assessments and on the edition.
The scale has one order everywhere; a new standing of the record is one more message in `sayings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeconduct.report.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One standing; `reasons` is where they stand."""

    standing: str
    word: str
    reasons: str


def chip(incident: str, edition: Edition) -> Chip:
    """The chip of an incident."""
    standing = edition.reading.assessments[incident].standing.word
    return Chip(
        standing=standing,
        word=edition.standing(standing),
        reasons=f"{edition.files['incident'][incident]}#standing",
    )
