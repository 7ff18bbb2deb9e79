"""Estimates stratum by stratum, and their total with the uncertainty of a sum.

It depends on numpy, on what an estimate says and on `strata_pooling`; strata are estimated before.
Another way of letting strata learn from each other is a module beside `strata_pooling`.

Symbols: S strata; n_s observed, N_s all persons of a stratum; D draws.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    Posterior,
)
from safeconduct.estimate.strata_pooling import PooledDraws, pooled_draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

N_DRAWS: Final = 20_000
# With fewer strata nothing tells how much strata differ.
FEWEST_POOLED: Final = 3
_FEWEST_DRAWS: Final = 1_000
_MOST_DRAWS: Final = 1_000_000
_LEVEL: Final = 0.95
# The smallest draw that reaches a share, as `Posterior.quantile` takes it.
_SMALLEST: Final = "inverted_cdf"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StratifiedEstimate:
    """What is said of every stratum and of all together.

    strata: each stratum's own estimate or refusal. pooled: the same after strata learned from each
    other, for those that have a number; empty unless that was asked for. total: the sum over the
    strata that have a number, or why there is none.
    """

    strata: Mapping[str, Estimate]
    pooled: Mapping[str, Estimate] = field(default_factory=dict)
    total: Estimate

    def to_json(self, *, posterior: bool = False) -> dict[str, object]:
        """Return what JSON holds, stratum by stratum in the order given, and the total."""
        return {
            "strata": {
                name: each.to_json(posterior=posterior) for name, each in self.strata.items()
            },
            "pooled": {
                name: each.to_json(posterior=posterior) for name, each in self.pooled.items()
            },
            "total": self.total.to_json(posterior=posterior),
        }


def stratified(
    estimates: Mapping[str, Estimate],
    *,
    partial_pooling: bool = False,
    n_draws: int = N_DRAWS,
    seed: int = 1,
) -> StratifiedEstimate:
    r"""Add strata up, draw by draw, each by itself or learning from the others.

    A total is the sum of the totals of the strata, so that a draw of it is the sum of one draw from
    each: N^(d) = sum_s N_s^(d). Its quantiles are not the sums of quantiles.

    Parameters
    ----------
    estimates : mapping of str to Estimate
        One for each of S strata, all by one method, in persons. A stratum that a rule declines
        stays declined, and is left out of the total, which says so.
    partial_pooling : bool
        Let the strata with a number learn from each other how many of the persons lists see
        (`strata_pooling`); asks for three such strata and for posteriors.
    n_draws : int
        D, 1,000 to 1,000,000.
    seed : int
        Of the draws, 0 or more.

    Returns
    -------
    StratifiedEstimate
        The strata as they came, the pooled ones where asked, and the total with median, 95 %
        interval and draws, in persons. The total is refused where no stratum has a number, or
        where the method gives an interval without a distribution.

    Raises
    ------
    InvalidQuery
        There is no stratum, the methods differ, a setting is outside its range, or strata without
        a posterior are to be pooled.

    Notes
    -----
    Assumptions of the total: (1) those of each stratum; (2) no person belongs to two strata;
    (3) without pooling, the errors of strata are independent given their tables. A linkage error
    that all strata share breaks (3): average over linkages first.

    Do not use it to save a stratum that was refused: what is unknown there stays unknown.

    Method: D draws; the Monte-Carlo error of the median stands in `diagnostics`.

    References
    ----------
    Lum, Price and Banks (2013), Applications of multiple systems estimation in human rights
    research, The American Statistician 67(4), 191-200, doi:10.1080/00031305.2013.821093, on strata
    and on adding them up.

    Examples
    --------
    One stratum is its own total. Killings in Kosovo (Ball and others 2002), for which R's `dga`
    gives 12,595:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> from safeconduct.estimate.estimators import dga
    >>> table = {
    ...     "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
    ...     "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
    ...     "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
    ...     "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
    ...     "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
    ... }
    >>> kosovo = dga.estimate(CaptureHistory.from_patterns(table))
    >>> f"{round(stratified({'Kosovo': kosovo}).total.median, -2):,.0f}"
    '12,600'
    """
    _check(estimates, n_draws=n_draws, seed=seed)
    answered = {name: each for name, each in estimates.items() if each.refusal is None}
    if not answered:
        return StratifiedEstimate(
            strata=estimates, total=_no_total(estimates, _nothing_answered(estimates))
        )
    if any(_distribution(each) is None for each in answered.values()):
        return StratifiedEstimate(
            strata=estimates, total=_no_total(estimates, _no_distribution(answered))
        )
    if partial_pooling and any(each.posterior is None for each in answered.values()):
        raise InvalidQuery([("partial_pooling", "asks for a posterior of every stratum")])
    rng = np.random.default_rng(seed)
    if partial_pooling and len(answered) >= FEWEST_POOLED:
        drawn = pooled_draws(answered, n_draws=n_draws, rng=rng)
        pooled = {
            name: _pooled(each, drawn, drawn.totals[name], seed=seed)
            for name, each in answered.items()
        }
        draws = dict(drawn.totals)
    else:
        drawn, pooled = None, {}
        draws = {name: _draws(each, n_draws, rng=rng) for name, each in answered.items()}
    total = _total(estimates, np.sum(list(draws.values()), axis=0), drawn=drawn, seed=seed)
    if partial_pooling and drawn is None:
        total = _not_pooled(total, n_answered=len(answered))
    return StratifiedEstimate(strata=estimates, pooled=pooled, total=total)


def _check(estimates: Mapping[str, Estimate], *, n_draws: int, seed: int) -> None:
    problems = []
    if not estimates:
        problems.append(("strata", "there is none"))
    if len({each.method for each in estimates.values()}) > 1:
        problems.append(("strata", "are estimated by different methods"))
    if not _FEWEST_DRAWS <= n_draws <= _MOST_DRAWS:
        problems.append(("n_draws", f"lies between {_FEWEST_DRAWS:,} and {_MOST_DRAWS:,}"))
    if seed < 0:
        problems.append(("seed", "is 0 or more"))
    if problems:
        raise InvalidQuery(problems)


def _distribution(
    estimate: Estimate,
) -> Posterior | npt.NDArray[np.float64] | npt.NDArray[np.int64] | None:
    return estimate.draws if estimate.posterior is None else estimate.posterior


def _draws(
    estimate: Estimate, n_draws: int, *, rng: np.random.Generator
) -> npt.NDArray[np.float64]:
    if estimate.posterior is not None:
        return estimate.posterior.sample(n_draws, rng=rng).astype(np.float64)
    return rng.choice(np.asarray(estimate.draws, dtype=np.float64), size=n_draws)


def _pooled(
    own: Estimate, drawn: PooledDraws, draws: npt.NDArray[np.float64], *, seed: int
) -> Estimate:
    """Say what a stratum learned from the others."""
    outside = (1.0 - _LEVEL) / 2.0
    low, median, high = np.quantile(draws, [outside, 0.5, 1.0 - outside], method=_SMALLEST)
    return dataclasses.replace(
        own,
        median=float(median),
        interval=(float(low), float(high)),
        posterior=None,
        draws=draws,
        assumptions=(*own.assumptions, _alike(len(own.assumptions) + 1)),
        diagnostics={**own.diagnostics, **_pooling(drawn)},
        seed=seed,
    )


def _total(
    estimates: Mapping[str, Estimate],
    draws: npt.NDArray[np.float64],
    *,
    drawn: PooledDraws | None,
    seed: int,
) -> Estimate:
    answered = [each for each in estimates.values() if each.refusal is None]
    first = answered[0]
    outside = (1.0 - _LEVEL) / 2.0
    low, median, high = np.quantile(draws, [outside, 0.5, 1.0 - outside], method=_SMALLEST)
    step = 0.5 / np.sqrt(draws.size)
    beside = np.quantile(draws, [0.5 - step, 0.5 + step])
    apart = "No person belongs to two strata, and the errors of strata are independent."
    further = (
        _alike(len(first.assumptions) + 1)
        if drawn is not None
        else Assumption(number=len(first.assumptions) + 1, text=apart)
    )
    return Estimate(
        method=first.method,
        observed=sum(each.observed for each in answered),
        median=float(median),
        interval=(float(low), float(high)),
        level=_LEVEL,
        draws=draws,
        assumptions=(*first.assumptions, further),
        diagnostics={
            "strata_added_up": len(answered),
            "strata_refused": len(estimates) - len(answered),
            "monte_carlo_error_of_median": float(beside[1] - beside[0]) / 2.0,
            **({} if drawn is None else _pooling(drawn)),
        },
        warnings=(*_left_out(estimates), *_gathered(estimates)),
        seed=seed,
        input_digest=_digest(estimates),
    )


def _alike(number: int) -> Assumption:
    return Assumption(
        number=number,
        text="No person belongs to two strata. Before their tables are seen, strata are alike: the "
        "log odds of being on a list are normally distributed over strata.",
    )


def _pooling(drawn: PooledDraws) -> dict[str, float]:
    return {"pooled_mean_log_odds": drawn.mean, "pooled_deviation": drawn.deviation}


def _left_out(estimates: Mapping[str, Estimate]) -> tuple[EstimateWarning, ...]:
    refused = {name: each for name, each in estimates.items() if each.refusal is not None}
    if not refused:
        return ()
    observed = sum(each.observed for each in refused.values())
    return (
        EstimateWarning(
            code="strata-left-out",
            text=f"The total leaves out {len(refused)} of {len(estimates)} strata: "
            f"{', '.join(refused)}. Persons observed in them: {observed:,}.",
            advice="Say so beside the number: it is a total of the other strata only.",
            evidence={"strata": ", ".join(refused), "observed": float(observed)},
        ),
    )


def _gathered(estimates: Mapping[str, Estimate]) -> tuple[EstimateWarning, ...]:
    """Say each doubt about strata once, with the strata that it concerns.

    A text holds numbers of its stratum, so that strata share one where the text is the same.
    """
    names: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], EstimateWarning] = {}
    for name, each in estimates.items():
        if each.refusal is None:
            for doubt in each.warnings:
                names.setdefault((doubt.code, doubt.text), []).append(name)
                first.setdefault((doubt.code, doubt.text), doubt)
    return tuple(
        EstimateWarning(
            code=doubt.code,
            text=f"In {', '.join(dict.fromkeys(names[told]))}: {doubt.text}",
            advice=doubt.advice,
            evidence={**doubt.evidence, "strata": ", ".join(dict.fromkeys(names[told]))},
        )
        for told, doubt in first.items()
    )


def _not_pooled(total: Estimate, *, n_answered: int) -> Estimate:
    doubt = EstimateWarning(
        code="too-few-strata-to-pool",
        text=f"Strata were not pooled: {n_answered} have a number, and {FEWEST_POOLED} are needed.",
        advice="Read the strata by themselves.",
        evidence={"strata": float(n_answered)},
    )
    return dataclasses.replace(total, warnings=(*total.warnings, doubt))


def _no_total(estimates: Mapping[str, Estimate], refusal: EstimateRefusal) -> Estimate:
    first = next(iter(estimates.values()))
    return Estimate(
        method=first.method,
        observed=sum(each.observed for each in estimates.values()),
        median=None,
        interval=None,
        level=_LEVEL,
        assumptions=first.assumptions,
        refusal=refusal,
        input_digest=_digest(estimates),
    )


def _nothing_answered(estimates: Mapping[str, Estimate]) -> EstimateRefusal:
    return EstimateRefusal(
        code="no-stratum-answered",
        rule="A total is the sum of strata that have a number",
        reason=f"Each of the {len(estimates)} strata is refused.",
        remedy="Read the refusals of the strata; coarser strata overlap more.",
        evidence={"strata": float(len(estimates))},
    )


def _no_distribution(answered: Mapping[str, Estimate]) -> EstimateRefusal:
    return EstimateRefusal(
        code="no-distribution",
        rule="A total is the sum of draws",
        reason="The method gives an interval for each stratum and no distribution.",
        remedy="Use dga or lcmcr, or the log-linear model with its bootstrap.",
        evidence={"strata": float(len(answered))},
    )


def _digest(estimates: Mapping[str, Estimate]) -> str:
    told = sorted((name, each.input_digest) for name, each in estimates.items())
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
