"""Whether a list is part of another, or a copy of it, so that it adds no independent look.

It depends on the table of capture histories, scipy and what an estimate says.
Another kind of dependence by construction is one more warning here.

Symbols: of n_B persons on an inner list, m are on an outer one; of o persons whom further lists saw
and the inner one did not, a are on the outer one. If the inner list looked without regard to the
outer one, m would be beta-binomial with parameters n_B, a + 1 and o - a + 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.stats import betabinom

from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

NESTED: Final = "nested-lists"
NEARLY_NESTED: Final = "nearly-nested-lists"
# A nesting that chance makes once in a hundred tables is taken for what it looks like.
_BY_CHANCE: Final = 0.01
_NEARLY: Final = 0.95
_TWO: Final = 2


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Refuse a table in which a list lies within another and chance does not explain it."""
    overlap = history.overlap()
    if overlap.copies:
        inner, outer = overlap.copies[0]
        return EstimateRefusal(
            code=NESTED,
            rule="A copy of a list is not a second list",
            reason=f"{inner} and {outer} hold the same persons.",
            remedy="Keep one of the two, or merge them.",
            evidence={"inner": inner, "outer": outer},
        )
    for inner, outer in overlap.nested:
        chance = _chance(history, inner, outer)
        # Of two lists, nothing else tells how much the outer one covers.
        if chance < _BY_CHANCE or history.n_lists == _TWO:
            return EstimateRefusal(
                code=NESTED,
                rule="A list drawn from another list is not a second list",
                reason=f"Everybody on {inner} is on {outer} too.",
                remedy=f"Find out whether {inner} was compiled from {outer}; merge the two or "
                f"leave {inner} out.",
                evidence={"inner": inner, "outer": outer, "probability_by_chance": chance},
            )
    return None


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn of a list that lies within another, by chance perhaps, or nearly so."""
    overlap = history.overlap()
    found = []
    for i, inner in enumerate(history.lists):
        for j, outer in enumerate(history.lists):
            total, both = overlap.totals[i], int(overlap.shared[i, j])
            if i == j or not total or both < _NEARLY * total:
                continue
            nested = both == total
            # A list that is nested beyond chance is refused; a nearly nested one beyond it warns.
            unlikely = history.n_lists == _TWO or _chance(history, inner, outer) < _BY_CHANCE
            if nested is unlikely:
                continue
            found.append(_doubt(inner, outer, both=both, total=total))
    return tuple(found)


def _doubt(inner: str, outer: str, *, both: int, total: int) -> EstimateWarning:
    return EstimateWarning(
        code=NEARLY_NESTED,
        text=f"Persons on {inner}: {total}; of these on {outer} too: {both}.",
        advice=f"Find out whether {inner} was compiled from {outer} or referred to it; compare "
        "the estimate with the two merged.",
        evidence={"inner": inner, "outer": outer, "both": both, "on_inner": total},
    )


def _chance(history: CaptureHistory, inner: str, outer: str) -> float:
    """The probability that chance puts at least as many of the inner list on the outer one."""
    i, j = history.places([inner, outer])
    codes = np.arange(history.counts.size)
    further = ((codes & ~(1 << i | 1 << j)) > 0) & ((codes >> i & 1) == 0)
    seen = int(history.counts[further].sum())
    covered = int(history.counts[further & ((codes >> j & 1) == 1)].sum())
    overlap = history.overlap()
    return float(
        betabinom.sf(overlap.shared[i, j] - 1, overlap.totals[i], covered + 1, seen - covered + 1)
    )
