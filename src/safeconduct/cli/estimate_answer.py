"""What `estimate` answers, before it is text or JSON: an inquiry for each stratum, and the linkage.

It depends on the inquiry, on the sums over strata and on the averaging over linkages.
Something further that is asked of a table is one more field of `StratumAnswer`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.inquiry import Inquiry
    from safeconduct.estimate.result import Estimate
    from safeconduct.estimate.strata import StratifiedEstimate
    from safeconduct.linkage_averaging import AveragedEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumAnswer:
    """What is said of one table: by each method, and by method with its linkage carried."""

    inquiry: Inquiry
    carried: Mapping[str, AveragedEstimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of all tables; under "" where there is one only.

    by: the column of the strata. sums: of the strata, by method, where there are some.
    """

    by: str
    strata: Mapping[str, StratumAnswer]
    sums: Mapping[str, StratifiedEstimate] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        """Whether nothing is answered with a number."""
        return all(each.inquiry.is_refused for each in self.strata.values())


def added_up(
    strata: Mapping[str, StratumAnswer], *, pool: bool, seed: int
) -> dict[str, StratifiedEstimate]:
    """Add the strata up, method by method; a bound from below is no part of a sum.

    `pool` lets strata learn from each other, where a method has posteriors; that three strata are
    needed is said by the sum.
    """
    from safeconduct.estimate.strata import stratified

    by_method: dict[str, dict[str, Estimate]] = {}
    for name, each in strata.items():
        for found in each.inquiry.estimates:
            by_method.setdefault(found.method, {})[name] = found
    return {
        method: stratified(estimates, partial_pooling=pool and _can_pool(estimates), seed=seed)
        for method, estimates in by_method.items()
        if any(each.posterior is not None or each.draws is not None for each in estimates.values())
    }


def _can_pool(estimates: Mapping[str, Estimate]) -> bool:
    return all(each.posterior is not None for each in estimates.values() if each.refusal is None)
