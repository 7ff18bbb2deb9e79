"""Whether all lists hang together through persons whom they share.

It depends on the table of capture histories and on what an estimate says.
A finer measure of how lists hang together is one more warning here.

Two groups of lists that share nobody are two tables: nothing in them tells whether those whom one
group saw are few or many among those whom the other could have seen, so the total is not
identifiable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

DISCONNECTED: Final = "disconnected-lists"
THIN_BRIDGE: Final = "thin-bridge"
# Lists that hang together through fewer persons than this are one missed link from being apart.
_THIN: Final = 3


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Refuse a table whose lists fall into groups that share nobody."""
    groups = history.overlap().components
    if len(groups) == 1:
        return None
    named = " and ".join("{" + ", ".join(group) + "}" for group in groups)
    return EstimateRefusal(
        code=DISCONNECTED,
        rule="The total of lists that fall into groups is not identifiable",
        reason=f"The groups of lists {named} have no person in common.",
        remedy="Estimate each group of three lists or more by itself, leave out lists without "
        "persons, or find out why the groups never meet: other places or times, missed links.",
        evidence={"groups": len(groups)},
    )


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn of lists that would fall apart if their thinnest overlaps were missing."""
    overlap = history.overlap()
    firm = overlap.shared >= _THIN
    reached = (firm | np.eye(history.n_lists, dtype=np.bool_)).astype(np.int64)
    for _ in history.lists:
        reached = ((reached @ reached) > 0).astype(np.int64)
    apart = [name for name, line in zip(history.lists, reached[0], strict=True) if not line]
    if not apart or len(overlap.components) > 1:
        return ()
    return (
        EstimateWarning(
            code=THIN_BRIDGE,
            text=f"{', '.join(apart)} and the other lists share fewer than {_THIN} persons "
            "between any two of them.",
            advice="Check these few links by hand, and compare the estimate without these lists.",
            evidence={"lists": ", ".join(apart), "fewest": _THIN},
        ),
    )
