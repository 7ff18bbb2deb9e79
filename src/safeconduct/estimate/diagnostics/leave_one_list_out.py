"""How far the number moves when one list is left out: the population is the same without it.

It depends on the table of capture histories and on what an estimate says; how a total is computed
comes from the caller.
Another way of thinning the table, such as merging lists, is one more function here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate import examination
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.estimate.capture_history import CaptureHistory

LEAVE_ONE_LIST_OUT: Final = "leave-one-list-out"
# Two lists allow no interaction, so that four are needed for a comparison of like with like.
_FEWEST_LISTS: Final = 4
# A total that doubles or halves with one list is that list's number.
_FACTOR: Final = 2.0


def totals(
    history: CaptureHistory, total: Callable[[CaptureHistory], float | None]
) -> dict[str, float | None]:
    """Return the total without each list; None where the thinner table is refused.

    Nothing is returned for fewer than four lists.
    """
    if history.n_lists < _FEWEST_LISTS:
        return {}
    found: dict[str, float | None] = {}
    for name in history.lists:
        try:
            thinner = history.without(name)
        except InvalidCaptures:
            found[name] = None
            continue
        found[name] = None if examination.refusal(thinner) is not None else total(thinner)
    return found


def warnings(full: float, without: Mapping[str, float | None]) -> tuple[EstimateWarning, ...]:
    """Warn where a total without one list is more than double or less than half of the full one.

    full: the total with every list. without: those of `totals`.
    """
    moved = {
        name: number
        for name, number in without.items()
        if number is not None and not full / _FACTOR <= number <= full * _FACTOR
    }
    if not moved:
        return ()
    return (
        EstimateWarning(
            code=LEAVE_ONE_LIST_OUT,
            text=f"Without {' or '.join(moved)} the estimate would more than double or halve.",
            advice="Find out what is special about that list; give the range beside the number.",
            evidence={
                "full": full,
                **{f"without {name}": number for name, number in moved.items()},
            },
        ),
    )
