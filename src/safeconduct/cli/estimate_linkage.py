"""The linkage carried into each method that can carry it, and why another does not.

It depends on the inquiry and on the averaging over linkages.
A method that becomes fast enough to be averaged unasked is one more line in `_UNASKED`.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.inquiry import Inquiry
    from safeconduct.estimate.result import Estimate
    from safeconduct.linkage_averaging import AveragedEstimate, CheckedLinks

# Up to how many lists a method is averaged unasked. A hundred times, the others take minutes on one
# processor; whoever names one of them waits for it.
_UNASKED: Final[Mapping[str, int]] = MappingProxyType({"dga": 8, "loglinear": 4})
NO_DISTRIBUTION: Final = "no-distribution"
ASK_BY_NAME: Final = "ask-by-name"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KnownLinkage:
    """What is known of a linkage: pairs checked by hand, or tables that the linker drew.

    checked: stands above what was drawn. n_linkages, seed: of the tables drawn from checked pairs.
    settings: of the methods, for one linkage of many. is_named: one method was asked by name.
    """

    checked: CheckedLinks | None
    drawn: tuple[CaptureHistory, ...]
    n_linkages: int
    seed: int
    settings: Mapping[str, Mapping[str, object]]
    is_named: bool

    @property
    def n_tables(self) -> int:
        """How many tables a method is asked about; 0 where nothing is known."""
        return self.n_linkages if self.checked is not None else len(self.drawn)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CarriedLinkage:
    """Averages over linkages by method, and by method why there is none.

    seed: of the tables that were drawn from checked pairs; None where the linker drew them.
    """

    seed: int | None = None
    averaged: Mapping[str, AveragedEstimate] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)


def carried(
    inquiry: Inquiry, *, known: KnownLinkage, progress: Callable[[int], None]
) -> CarriedLinkage:
    """Carry what is known of the linkage into every method that gives a number.

    `progress` is told how many tables a method has seen.

    Raises:
        InvalidQuery: there are too few linkages.
        Refusal: the checked pairs cannot be about this linkage.
    """
    if not known.n_tables:
        return CarriedLinkage()
    averaged: dict[str, AveragedEstimate] = {}
    left_out: dict[str, str] = {}
    for each in inquiry.estimates:
        if each.refusal is not None:
            continue
        if each.posterior is None and each.draws is None:
            left_out[each.method] = NO_DISTRIBUTION
        elif known.is_named or inquiry.history.n_lists <= _UNASKED.get(each.method, 0):
            averaged[each.method] = _averaged(
                inquiry.history, known=known, method=each.method, progress=progress
            )
        else:
            left_out[each.method] = ASK_BY_NAME
    return CarriedLinkage(
        seed=None if known.checked is None else known.seed,
        averaged=MappingProxyType(averaged),
        left_out=MappingProxyType(left_out),
    )


def _averaged(
    history: CaptureHistory,
    *,
    known: KnownLinkage,
    method: str,
    progress: Callable[[int], None],
) -> AveragedEstimate:
    from safeconduct.estimate.doubtful import DoubtfulResult
    from safeconduct.estimate.inquiry import methods
    from safeconduct.linkage_averaging import average, carry

    ask = partial(methods()[method], **known.settings.get(method, {}))
    n_asked = 0

    def counted(table: CaptureHistory) -> Estimate:
        nonlocal n_asked
        progress(n_asked)
        n_asked += 1
        return ask(table)

    with warnings.catch_warnings():
        # A hundred linkages would say each doubt a hundred times; the average keeps it once.
        warnings.simplefilter("ignore", DoubtfulResult)
        if known.checked is None:
            return average(known.drawn, estimator=counted)
        return carry(
            history,
            checked=known.checked,
            estimator=counted,
            seed=known.seed,
            n_draws=known.n_linkages,
        )
