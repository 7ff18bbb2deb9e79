"""An estimate averaged over linkages: one mixture of posteriors, and how much of it is linkage.

It depends on `estimate` and numpy; the estimator comes in as a function and is not known here.
A new figure about the mixture is one more field of `AveragedEstimate`.

Symbols: D draws of the linkage; $N$ the size of the population, in persons.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

# Below it, the spread between draws is known too badly; verdata warns at the same number.
FEWEST_DRAWS: Final = 10
# A part of the draws that may be declined before the average is declined with them.
MOST_REFUSED: Final = 0.05
LEVEL: Final = 0.95
# What every method says of its links, and what an average over linkages no longer needs to say.
_NO_ERROR: Final = "no link is missed or false"


@dataclass(frozen=True, slots=True, kw_only=True)
class AveragedEstimate:
    """One estimate over many linkages.

    estimate: the mixture, as any estimator would give it; `median` and `interval` in persons.
    linkage_share: the part of the variance of log N that lies between linkages, 0 to 1; 0 where all
    linkages are the same. n_draws: linkages that were estimated; n_refused: of these, declined.
    width_ratio: width of the interval beside the median width of one linkage taken as known.
    """

    estimate: Estimate
    linkage_share: float
    n_draws: int
    n_refused: int
    width_ratio: float


def average(
    histories: Sequence[CaptureHistory],
    *,
    estimator: Callable[[CaptureHistory], Estimate],
    progress: Callable[[int], None] | None = None,
) -> AveragedEstimate:
    r"""Estimate on each drawn linkage and mix the posteriors with equal weights.

    .. math:: p(N) = \frac{1}{D} \sum_{d=1}^{D} p(N \mid \text{linkage } d)

    Parameters
    ----------
    histories : sequence of CaptureHistory
        The same lists in each, one table for each draw of the linkage; at least 10.
    estimator : callable
        Takes one table and gives an `Estimate` with a posterior or with draws of N.
    progress : callable, optional
        Told the number of tables that are done.

    Returns
    -------
    AveragedEstimate
        With the part of the variance of log N that lies between linkages, by the law of total
        variance.

    Raises
    ------
    InvalidQuery
        There are fewer than ten tables, their lists differ, or the estimator gives no
        distribution.

    Notes
    -----
    Assumptions: those of the estimator, and (1) the tables are draws from what is believed about
    the linkage, so that both kinds of error are in them; (2) linkage and estimate can be done one
    after the other. If more than one table in twenty is declined, the average is declined as well.
    Equal tables are estimated once: equal draws give an equal answer, to the last digit.
    Do not use it on linkages that were made with other thresholds or by other people: they are
    choices and no draws, and their spread is no chance.

    References
    ----------
    Sadinle, Annals of Applied Statistics 12(2), 2018, arXiv 1812.09590, on when this is proper.

    Examples
    --------
    Linkages that are all the same give the estimate itself. Three lists of Madigan and York
    (1997), for which R's `dga` gives 731:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> from safeconduct.estimate.estimators import dga
    >>> columns = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
    >>> columns |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
    >>> linked = CaptureHistory.from_patterns(columns)
    >>> averaged = average([linked] * 10, estimator=dga.estimate)
    >>> averaged.estimate.median, averaged.linkage_share
    (731.0, 0.0)
    """
    if len(histories) < FEWEST_DRAWS:
        raise InvalidQuery(
            [("histories", f"{len(histories)} linkages; at least {FEWEST_DRAWS} are needed")]
        )
    if len({history.lists for history in histories}) > 1:
        raise InvalidQuery([("histories", "the lists differ from one linkage to another")])
    weights: dict[bytes, int] = {}
    tables: dict[bytes, CaptureHistory] = {}
    for history in histories:
        key = history.counts.tobytes()
        weights[key] = weights.get(key, 0) + 1
        tables.setdefault(key, history)
    found: list[tuple[int, Estimate]] = []
    n_done = 0
    for key, history in tables.items():
        found.append((weights[key], estimator(history)))
        n_done += weights[key]
        if progress is not None:
            progress(n_done)
    n_refused = sum(weight for weight, each in found if each.refusal is not None)
    kept = [(weight, each) for weight, each in found if each.refusal is None]
    if n_refused > MOST_REFUSED * len(histories) or not kept:
        return _declined(found, n_draws=len(histories), n_refused=n_refused)
    return _mixed(kept, n_draws=len(histories), n_refused=n_refused)


def _mixed(
    kept: Sequence[tuple[int, Estimate]], *, n_draws: int, n_refused: int
) -> AveragedEstimate:
    total = sum(weight for weight, _ in kept)
    sizes, chances, centres, spreads, widths = [], [], [], [], []
    for weight, each in kept:
        n, p = _distribution(each)
        sizes.append(n)
        chances.append(p * (weight / total))
        logs = np.log(n)
        centre = float(logs @ p)
        centres.append(centre)
        spreads.append(float(np.square(logs - centre) @ p))
        widths.append(_width(n, p))
    shares = np.array([weight / total for weight, _ in kept])
    within = float(shares @ np.array(spreads))
    middle = float(shares @ np.array(centres))
    between = float(shares @ np.square(np.array(centres) - middle))
    posterior = _mixture(np.concatenate(sizes), np.concatenate(chances))
    interval = posterior.interval(LEVEL)
    first = kept[0][1]
    carried = len(first.assumptions) + 1
    estimate = dataclasses.replace(
        first,
        observed=round(float(np.average([e.observed for _, e in kept], weights=shares))),
        median=float(posterior.quantile(0.5)),
        interval=interval,
        point=None,
        posterior=posterior,
        draws=None,
        assumptions=(
            *(_with_links(one, carried=carried) for one in first.assumptions),
            Assumption(
                number=carried,
                text="The linkages that were averaged over are draws from what is believed about "
                "the linkage, with missed and with false links in them.",
            ),
        ),
        diagnostics={**_shared(kept), "n_linkages": n_draws, "n_linkages_refused": n_refused},
        warnings=_warnings(kept, total=total),
    )
    width = float(np.average(widths, weights=shares))
    return AveragedEstimate(
        estimate=estimate,
        linkage_share=between / (between + within) if between + within else 0.0,
        n_draws=n_draws,
        n_refused=n_refused,
        width_ratio=(interval[1] - interval[0]) / width if width else 1.0,
    )


def _with_links(assumption: Assumption, *, carried: int) -> Assumption:
    """Say of an assumption that links hold no error which one stands in its place."""
    before, assumes, _ = assumption.text.partition(_NO_ERROR)
    if not assumes:
        return assumption
    # Half a sentence before it is an assumption of its own; a sentence on links alone is not.
    kept = before.removesuffix(", and ")
    start = "M" if kept == before else f"{kept}; m"
    return dataclasses.replace(
        assumption, text=f"{start}issed and false links are as assumption {carried} says."
    )


def _shared(kept: Sequence[tuple[int, Estimate]]) -> dict[str, object]:
    """Return what the method says of itself on every linkage alike."""
    first = kept[0][1].diagnostics
    return {
        name: value
        for name, value in first.items()
        if all(name in each.diagnostics and each.diagnostics[name] == value for _, each in kept)
    }


def _declined(
    found: Sequence[tuple[int, Estimate]], *, n_draws: int, n_refused: int
) -> AveragedEstimate:
    first = next(each for _, each in found if each.refusal is not None)
    inner = first.refusal
    assert inner is not None  # noqa: S101 - chosen so in the line above
    refusal = EstimateRefusal(
        code=inner.code,
        rule=inner.rule,
        reason=f"{n_refused} of {n_draws} linkages carry no estimate. {inner.reason}",
        remedy=inner.remedy,
        evidence={**inner.evidence, "n_linkages": n_draws, "n_linkages_refused": n_refused},
    )
    return AveragedEstimate(
        estimate=dataclasses.replace(first, refusal=refusal),
        linkage_share=0.0,
        n_draws=n_draws,
        n_refused=n_refused,
        width_ratio=1.0,
    )


def _warnings(kept: Sequence[tuple[int, Estimate]], *, total: int) -> tuple[EstimateWarning, ...]:
    counted: dict[str, int] = {}
    texts: dict[str, EstimateWarning] = {}
    for weight, each in kept:
        for warning in each.warnings:
            texts.setdefault(warning.code, warning)
        # Two pairs of lists that share nobody are one linkage with that doubt.
        for code in {warning.code for warning in each.warnings}:
            counted[code] = counted.get(code, 0) + weight
    return tuple(
        dataclasses.replace(
            texts[code], evidence={**texts[code].evidence, "n_linkages_with_it": n, "of": total}
        )
        for code, n in sorted(counted.items())
    )


def _distribution(
    estimate: Estimate,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    if estimate.posterior is not None:
        return estimate.posterior.n.astype(np.float64), estimate.posterior.p
    if estimate.draws is not None:
        n = np.asarray(estimate.draws, dtype=np.float64)
        return n, np.full(len(n), 1 / len(n))
    raise InvalidQuery([("estimator", f"{estimate.method} gives no distribution to average")])


def _mixture(sizes: npt.NDArray[np.float64], chances: npt.NDArray[np.float64]) -> Posterior:
    n, places = np.unique(np.rint(sizes).astype(np.int64), return_inverse=True)
    p = np.bincount(places, weights=chances, minlength=len(n))
    return Posterior(n=n, p=p / p.sum())


def _width(n: npt.NDArray[np.float64], p: npt.NDArray[np.float64]) -> float:
    low, high = _mixture(n, p).interval(LEVEL)
    return float(high - low)
