"""Whether the number follows from the lists or from the prior.

It depends on what an estimate says only; the estimates under other priors come from the caller.
Another prior is another estimate that is passed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.result import Estimate

PRIOR_SENSITIVITY: Final = "prior-sensitivity"


def warnings(estimate: Estimate, others: Mapping[str, Estimate]) -> tuple[EstimateWarning, ...]:
    """Warn where another prior moves the median out of the interval; `others` by prior's name.

    A prior under which an estimate is refused moves it too.
    """
    if estimate.interval is None:
        return ()
    low, high = estimate.interval
    moved = {
        name: other.median
        for name, other in others.items()
        if other.median is None or not low <= other.median <= high
    }
    if not moved:
        return ()
    medians = "; ".join(
        f"{name}: {'refused' if median is None else format(median, ',.0f')}"
        for name, median in moved.items()
    )
    return (
        EstimateWarning(
            code=PRIOR_SENSITIVITY,
            text="Another prior moves the median out of the interval.",
            advice="Give the estimates under each prior beside the number, or none.",
            evidence={"low": low, "high": high, "medians": medians},
        ),
    )
