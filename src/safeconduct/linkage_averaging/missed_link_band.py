"""A band for missed links: how the estimate would move if more links were missed than is known.

It depends on the restoration and the averaging beside it.
It is for the case in which nobody has checked pairs by hand: a rate is supposed, not measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.linkage_averaging.averaging import AveragedEstimate, average
from safeconduct.linkage_averaging.link_errors import LinkErrors
from safeconduct.linkage_averaging.restoration import restore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate

SUPPOSED_RATES: Final = (0.0, 0.02, 0.05, 0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPoint:
    """The estimate under one supposed rate of missed links, a probability for each record."""

    missed: float
    averaged: AveragedEstimate


def missed_link_band(
    linked: CaptureHistory,
    *,
    estimator: Callable[[CaptureHistory], Estimate],
    seed: int,
    missed: Sequence[float] = SUPPOSED_RATES,
    n_draws: int = 40,
) -> tuple[BandPoint, ...]:
    """Estimate under each supposed rate of missed links, from the first rate to the last.

    Parameters
    ----------
    linked : CaptureHistory
        Persons by capture pattern as the linkage has them.
    estimator : callable
        Takes one table and gives an `Estimate`.
    seed : int
        Not negative.
    missed : sequence of float
        Probabilities, at least 0 and below 1.
    n_draws : int
        Tables for each rate, at least 10.

    Returns
    -------
    tuple of BandPoint
        In the order of the rates.

    Raises
    ------
    InvalidQuery
        A rate is no probability, or a rate is impossible for this table in most draws.

    Notes
    -----
    Missed links make people look like strangers to each other: overlap falls and the estimate
    rises. The band says how much lower the number would be; it is no interval, and no chance is
    attached to a rate.
    Assumptions: those of the estimator, and (1) records are cut off independently, each with the
    same chance on each list and in each pattern; (2) no link is false; (3) no list holds a person
    twice.
    Do not use it where pairs were checked by hand: `carry` then knows the rates, with those of
    false links, which move the number the other way.

    References
    ----------
    The sums are the project's own, those of `restore`. That links must be averaged over, rather
    than taken as known: Sadinle, Annals of Applied Statistics 12(2), 2018, arXiv 1812.09590.

    Examples
    --------
    Three lists of Madigan and York (1997), for which R's `dga` gives 731 as they are. Had one
    record in twenty been cut off, fewer persons would be there:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> from safeconduct.estimate.estimators import dga
    >>> columns = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
    >>> columns |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
    >>> linked = CaptureHistory.from_patterns(columns)
    >>> band = missed_link_band(
    ...     linked, estimator=dga.estimate, seed=1, missed=(0.0, 0.05), n_draws=10
    ... )
    >>> [(point.missed, point.averaged.estimate.median) for point in band]
    [(0.0, 731.0), (0.05, 664.0)]
    """
    return tuple(
        BandPoint(
            missed=rate,
            averaged=average(
                restore(
                    linked, errors=[LinkErrors(missed=rate, false=0.0)] * n_draws, seed=seed
                ).histories,
                estimator=estimator,
            ),
        )
        for rate in missed
    )
