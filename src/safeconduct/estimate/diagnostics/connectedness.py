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
APART: Final = "small-lists-apart"
THIN_BRIDGE: Final = "thin-bridge"
# Lists that hang together through fewer persons than this are one missed link from being apart.
_THIN: Final = 3
# With three expected, an empty overlap has a probability of 5 % under chance.
_EXPECTED: Final = 3.0
# Small lists that stand apart move a total by their own share only.
_SMALL_SHARE: Final = 0.10


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Refuse a table whose lists fall into groups that share nobody.

    Lists so small that chance alone would hardly make them meet the others, and that hold a tenth
    of the observed persons at most, are warned of instead.
    """
    groups = history.overlap().components
    if len(groups) == 1 or _small_by_chance(history):
        return None
    return EstimateRefusal(
        code=DISCONNECTED,
        rule="The total of lists that fall into groups is not identifiable",
        reason=f"The groups of lists {_named(groups)} have no person in common.",
        remedy="Estimate each group of three lists or more by itself, leave out lists without "
        "persons, or find out why the groups never meet: other places or times, missed links.",
        evidence={"groups": len(groups)},
    )


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn of small lists that stand apart, and of lists that hang together by a thread."""
    groups = history.overlap().components
    if len(groups) > 1:
        return (_apart(groups),) if _small_by_chance(history) else ()
    overlap = history.overlap()
    firm = overlap.shared >= _THIN
    reached = (firm | np.eye(history.n_lists, dtype=np.bool_)).astype(np.int64)
    for _ in history.lists:
        reached = ((reached @ reached) > 0).astype(np.int64)
    # Seen from the largest list, so that the order of the lists does not matter.
    largest = int(np.argmax(overlap.totals))
    loose = [name for name, line in zip(history.lists, reached[largest], strict=True) if not line]
    if not loose:
        return ()
    return (
        EstimateWarning(
            code=THIN_BRIDGE,
            text=f"{', '.join(loose)} and the other lists share fewer than {_THIN} persons "
            "between any two of them.",
            advice="Check these few links by hand, and compare the estimate without these lists.",
            evidence={"lists": ", ".join(loose), "fewest": _THIN},
        ),
    )


def _apart(groups: tuple[tuple[str, ...], ...]) -> EstimateWarning:
    return EstimateWarning(
        code=APART,
        text=f"The groups of lists {_named(groups)} have no person in common; the smaller are so "
        "small that chance may be the reason.",
        advice="Compare the estimate without the lists that stand apart.",
        evidence={"groups": len(groups)},
    )


def _small_by_chance(history: CaptureHistory) -> bool:
    """Whether all groups but the largest are small, and chance would hardly join them to it."""
    groups = history.overlap().components
    codes = np.arange(history.counts.size)
    sizes = sorted(
        int(history.counts[(codes & sum(1 << place for place in history.places(group))) > 0].sum())
        for group in groups
    )
    small, largest = sum(sizes[:-1]), sizes[-1]
    return (
        sizes[0] > 0
        and small <= _SMALL_SHARE * history.n_observed
        and small * largest < _EXPECTED * history.n_observed
    )


def _named(groups: tuple[tuple[str, ...], ...]) -> str:
    return " and ".join("{" + ", ".join(group) + "}" for group in groups)
