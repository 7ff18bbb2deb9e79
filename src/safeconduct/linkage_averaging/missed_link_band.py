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
