"""Whether a number rests on the edge of what parameters may be: lists that never meet.

It depends on numpy, the table of capture histories and what an estimate says.
Another edge is one more warning here.

Symbols: n observed persons; n_A, n_B those on two lists; n_A n_B / n is what chance alone would put
on both, among the observed.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

BOUNDARY: Final = "boundary-estimate"
# With three expected, an empty overlap has a probability of 5 % under chance.
_EXPECTED: Final = 3.0


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn of two lists that share nobody although chance alone would make them share some."""
    overlap = history.overlap()
    found = []
    for i, j in combinations(range(history.n_lists), 2):
        expected = overlap.totals[i] * overlap.totals[j] / history.n_observed
        if overlap.shared[i, j] or expected < _EXPECTED:
            continue
        first, second = history.lists[i], history.lists[j]
        found.append(
            EstimateWarning(
                code=BOUNDARY,
                text=f"{first} and {second} share nobody, where chance would put "
                f"{expected:.0f} persons on both.",
                advice=f"Find out whether {first} and {second} can meet the same person at all; "
                "check the linkage between them; compare the estimate with the two merged.",
                evidence={"first": first, "second": second, "expected_by_chance": expected},
            )
        )
    return tuple(found)
