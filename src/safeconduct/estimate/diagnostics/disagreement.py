"""Whether methods that rest on different assumptions give different numbers for the same table.

It depends on what an estimate says only.
Another measure of disagreement is one more condition in `warnings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.estimate.result import Estimate

DISAGREEMENT: Final = "disagreement-between-methods"
# A bound from below does not claim to be the total.
_BOUNDS: Final = ("chao-lower-bound",)
_FACTOR: Final = 2.0


def warnings(estimates: Sequence[Estimate]) -> tuple[EstimateWarning, ...]:
    """Warn where medians differ by a factor of two, or intervals have no number in common.

    Bounds from below count only where they lie above the interval of a method. Refused estimates
    have no number to disagree with.
    """
    given = [one for one in estimates if one.median is not None]
    totals = [float(one.median or 0.0) for one in given if one.method not in _BOUNDS]
    apart = _apart(given)
    smallest, largest = min(totals, default=0.0), max(totals, default=0.0)
    if not apart and largest <= _FACTOR * smallest:
        return ()
    # A bound that lies above an estimate is one of the numbers that disagree.
    above = [one for one in given if any(pair.endswith(f" {one.method}") for pair in apart)]
    told = sorted((*totals, *(float(one.median or 0.0) for one in above)))
    return (
        EstimateWarning(
            code=DISAGREEMENT,
            text=f"The methods disagree: their medians go from {told[0]:,.0f} to {told[-1]:,.0f}.",
            advice="Give every number with its assumption, say which assumption is defended and "
            "why, or give no number.",
            evidence={
                **{one.method: float(one.median or 0.0) for one in given},
                "apart": "; ".join(apart),
            },
        ),
    )


def _apart(estimates: Sequence[Estimate]) -> list[str]:
    """Name the pairs of methods whose intervals have no number in common."""
    found = []
    for place, one in enumerate(estimates):
        for other in estimates[place + 1 :]:
            lower, upper = sorted((one, other), key=_low)
            # A lower bound that lies below an estimate agrees with it.
            if _high(lower) < _low(upper) and lower.method not in _BOUNDS:
                found.append(f"{lower.method} below {upper.method}")
    return found


def _low(estimate: Estimate) -> float:
    return estimate.interval[0] if estimate.interval is not None else 0.0


def _high(estimate: Estimate) -> float:
    return estimate.interval[1] if estimate.interval is not None else 0.0
