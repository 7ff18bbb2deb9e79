"""An instrument: a treaty, law, bill or decision, with the articles that matter and its dates.

It depends on the term beside it.
A new instrument is one new file in `instruments/`; an unknown date is left out, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.vocabulary.term import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

STAGES = ("submitted", "opened", "adopted", "signed", "in_force", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Term):
    """An instrument; `dates` maps each known stage of its life to an EDTF string."""

    articles: tuple[str, ...]
    dates: Mapping[str, str]
