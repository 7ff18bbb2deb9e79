"""What `estimate` answers, before it is text or JSON: an inquiry for each stratum, and the linkage.

It depends on the inquiry, on the sums over strata and on the averaging over linkages.
Something further that is asked of a table is one more field of `StratumAnswer`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.cli.estimate_linkage import CarriedLinkage
    from safeconduct.estimate.inquiry import Inquiry
    from safeconduct.estimate.result import Estimate
    from safeconduct.estimate.strata import StratifiedEstimate

# It bounds the total from below and claims no more.
BOUND: Final = "chao-lower-bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumAnswer:
    """What is said of one table: by each method, and by method with its linkage carried."""

    inquiry: Inquiry
    linkage: CarriedLinkage


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of all tables; under "" where there is one only.

    by: the column of the strata. sums: of the strata as they are, by method, where there are some.
    pooled: the same where strata learned from each other, of each method that can do it, if that
    was asked. is_of_all: no method was asked by name.
    """

    by: str
    strata: Mapping[str, StratumAnswer]
    sums: Mapping[str, StratifiedEstimate] = field(default_factory=dict)
    pooled: Mapping[str, StratifiedEstimate] = field(default_factory=dict)
    pooled_was_asked: bool = False
    is_of_all: bool = False

    @property
    def whole(self) -> Estimate:
        """The one estimate that stands for the answer: of the table, or of the sum over strata."""
        if self.by:
            sums = {**self.sums, **self.pooled}
            return main(each.total for each in sums.values())
        return main(self.strata[""].inquiry.estimates)

    @property
    def is_refused(self) -> bool:
        """Whether nothing is answered with a number."""
        return self.whole.refusal is not None


def main(found: Iterable[Estimate]) -> Estimate:
    """Choose the estimate that speaks first: the first with a number, a bound after all others."""
    ordered = list(found)
    given = [each for each in ordered if each.refusal is None]
    totals = [each for each in given if each.method != BOUND]
    return (totals or given or ordered)[0]


def added_up(
    strata: Mapping[str, StratumAnswer], *, pool: bool, seed: int
) -> dict[str, StratifiedEstimate]:
    """Add the strata up, method by method; a bound is left out of a sum where others have one.

    `pool` lets strata learn from each other, where a method has posteriors; that three strata are
    needed is said by the sum.
    """
    from safeconduct.estimate.strata import stratified

    by_method: dict[str, dict[str, Estimate]] = {}
    for name, each in strata.items():
        for found in each.inquiry.estimates:
            by_method.setdefault(found.method, {})[name] = found
    with_draws = {
        method: estimates
        for method, estimates in by_method.items()
        if any(each.posterior is not None or each.draws is not None for each in estimates.values())
    }
    return {
        method: stratified(estimates, partial_pooling=pool, seed=seed)
        for method, estimates in (with_draws or by_method).items()
        if not pool or _can_pool(estimates)
    }


def _can_pool(estimates: Mapping[str, Estimate]) -> bool:
    return all(each.posterior is not None for each in estimates.values() if each.refusal is None)
