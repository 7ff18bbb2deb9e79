"""What is asked of a table before any method: every rule that refuses, every warning that it earns.

It depends on the diagnostics that need the table alone.
A new diagnostic of the table is one more name in `_REFUSING` or `_WARNING`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.estimate.diagnostics import (
    boundary,
    connectedness,
    identifiability,
    nested_lists,
    overlap_too_thin,
)
from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.estimate.capture_history import CaptureHistory

# In the order in which a reader should hear of them: the plainest first.
_REFUSING: Final[tuple[Callable[[CaptureHistory], EstimateRefusal | None], ...]] = (
    overlap_too_thin.refusal,
    nested_lists.refusal,
    connectedness.refusal,
    identifiability.refusal,
)
_WARNING: Final[tuple[Callable[[CaptureHistory], tuple[EstimateWarning, ...]], ...]] = (
    overlap_too_thin.warnings,
    nested_lists.warnings,
    connectedness.warnings,
    identifiability.warnings,
    boundary.warnings,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What the rules say of a table: the first refusal, and every warning.

    Where several rules refuse, the others stand among the warnings under their own code.
    """

    refusal: EstimateRefusal | None
    warnings: tuple[EstimateWarning, ...]


def examine(history: CaptureHistory) -> Examination:
    """Ask every rule about a table."""
    refusals = [found for rule in _REFUSING if (found := rule(history)) is not None]
    further = tuple(
        EstimateWarning(code=one.code, text=one.reason, advice=one.remedy, evidence=one.evidence)
        for one in refusals[1:]
    )
    warned = tuple(found for rule in _WARNING for found in rule(history))
    return Examination(refusal=refusals[0] if refusals else None, warnings=further + warned)


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Return the first rule that refuses a table, and ask no further."""
    for rule in _REFUSING:
        found = rule(history)
        if found is not None:
            return found
    return None
