"""Bootstrap intervals of a log-linear estimate, in which the model is chosen anew each time.

It depends on the checked fits, the criterion and the stepwise choice, numpy and scipy.
A new way of choosing a model is one more function from tables to numbers of missing persons.

Symbols: n observed persons; B resampled tables; d_c the estimate without one person of cell c,
less the mean of such estimates; Φ the normal distribution function.

References:
    DiCiccio and Efron (1996), Statistical Science 11, 189-228, section 2,
    doi:10.1214/ss/1032280214.
    Silverman, Chan and Vincent (2024), Statistics and Computing 34, 44, sections 3 and 4,
    doi:10.1007/s11222-023-10346-9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr, ndtri

from safeconduct.estimate.loglinear.existence import fit_checked
from safeconduct.estimate.loglinear.selection import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

# Pairs of a table and a model that are fitted at once; beyond it the arrays leave no memory.
_MOST_ROWS = 20_000


def resampled(
    counts: npt.NDArray[np.int64], *, n_tables: int, rng: np.random.Generator
) -> npt.NDArray[np.float64]:
    """Draw tables of the same n persons from the observed cells; float64, shape (B, 2^K)."""
    shares = counts / counts.sum()
    return rng.multinomial(int(counts.sum()), shares, size=n_tables).astype(np.float64)


def each_without_one(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return a table without one person of each occupied cell; shape (occupied cells, 2^K)."""
    occupied = np.flatnonzero(counts)
    tables = np.repeat(counts[None].astype(np.float64), occupied.size, axis=0)
    tables[np.arange(occupied.size), occupied] -= 1.0
    return tables


def chosen_again(
    tables: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_], *, select: str
) -> npt.NDArray[np.float64]:
    """Choose the best of some models for each table, and return its total.

    Parameters:
        tables: float64, shape (B, 2^K), persons. terms: bool, shape (M, 2^K), the models among
        which each table chooses. select: "bic" or "aic".

    Returns:
        Totals, float64, shape (B,), persons, observed and missing; infinite where no model has
        status 0.

    Notes:
        Assumptions: (1) those of `fit_poisson`; (2) a model that is far from the best for the
        observed table is not the best for a resampled one.
        Do not use fewer models than the point estimate weighed closely: the interval is then
        that of a model which nobody doubted.
        Method: every table is fitted with every model, in batches.

    References:
        Silverman, Chan and Vincent (2024), section 3.2, doi:10.1007/s11222-023-10346-9.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). For the table itself the choice among
        all models is that of R's `MultipleSystemsEstimation`, 10,356.5 persons:

        >>> from safeconduct.estimate.loglinear.hierarchical_models import all_models
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> chosen_again(kosovo[None], all_models(4, order=3), select="bic").round(1).tolist()
        [10356.5]
    """
    totals = np.empty(len(tables))
    step = max(1, _MOST_ROWS // len(terms))
    for start in range(0, len(tables), step):
        some = tables[start : start + step]
        checked = fit_checked(np.repeat(some, len(terms), axis=0), np.tile(terms, (len(some), 1)))
        observed = some.sum(axis=1)
        costs = cost_of(
            checked.fits.log_likelihood,
            checked.fits.n_terms,
            n_observed=float(observed[0]),
            select=select,
        )
        costs = np.where(checked.status == 0, costs, np.inf).reshape(len(some), -1)
        best = costs.argmin(axis=1)
        missing = checked.fits.missing.reshape(len(some), -1)[np.arange(len(some)), best]
        totals[start : start + step] = np.where(
            np.isfinite(costs.min(axis=1)), observed + missing, np.inf
        )
    return totals


def acceleration(counts: npt.NDArray[np.int64], totals: npt.NDArray[np.float64]) -> float:
    """Return the acceleration from the totals without one person of each occupied cell.

    Σ n_c d_c³ / (6 (Σ n_c d_c²)^(3/2)), each cell counted as often as it holds persons; cells
    without which no model is left do not count.
    """
    weights = counts[counts > 0].astype(np.float64)
    usable = np.isfinite(totals)
    weights, totals = weights[usable], totals[usable]
    departures = (weights * totals).sum() / max(weights.sum(), 1.0) - totals
    spread = float((weights * departures**2).sum())
    if spread <= 0.0:
        return 0.0
    return float((weights * departures**3).sum() / (6.0 * spread**1.5))


def bca_limits(
    totals: npt.NDArray[np.float64],
    *,
    point: float,
    acceleration: float,
    levels: Sequence[float],
) -> tuple[float, ...]:
    """Return bias-corrected and accelerated limits of a bootstrap.

    The level q becomes Φ(z0 + (z0 + z_q) / (1 - a (z0 + z_q))), where Φ(z0) is the share of the
    resampled totals below the point and a the acceleration.

    Parameters:
        totals: float64, shape (B,), persons, infinite where a table has no model; one is finite.
        point: persons, of the observed table. levels: probabilities within (0, 1).

    Returns:
        One limit a level, persons; infinite where the level lies among the infinite totals.

    Notes:
        Assumptions: (1) some increasing transform of the total is normal with a standard
        deviation linear in it.
        Do not use it with fewer than some hundred tables: its outer levels lie beyond the last.
        Method: a share of 0 or 1 is moved in by half a table, so that z0 is finite; quantiles
        are those of Hyndman and Fan (1996), type 8.

    References:
        DiCiccio and Efron (1996), equation 2.3, doi:10.1214/ss/1032280214.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists), the model chosen stepwise. R's
        `MultipleSystemsEstimation` gives 14,342 (12,596 to 16,527) with 1,000 tables of its own
        generator; the 500 tables drawn here come within 200 persons of both limits:

        >>> from safeconduct.estimate.loglinear.stepwise import choose_stepwise
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> tables = resampled(np.array(counts), n_tables=500, rng=np.random.default_rng(1))
        >>> totals = sum(counts) + choose_stepwise(tables)[1]
        >>> limits = bca_limits(totals, point=14341.7, acceleration=-0.0042, levels=(0.025, 0.975))
        >>> [f"{round(limit, -2):,.0f}" for limit in limits]
        ['12,500', '16,700']
    """
    share = float((totals < point).mean())
    edge = 0.5 / totals.size
    bias = float(ndtri(min(max(share, edge), 1.0 - edge)))
    z = bias + ndtri(np.asarray(levels))
    adjusted = ndtr(bias + z / (1.0 - acceleration * z))
    # Totals without a limit are the largest: left out, they would pull every limit down.
    finite = totals[np.isfinite(totals)]
    part = finite.size / totals.size
    limits = np.quantile(finite, np.minimum(adjusted / part, 1.0), method="median_unbiased")
    return tuple(float(limit) for limit in np.where(adjusted <= part, limits, np.inf))


def bca_interval(
    counts: npt.NDArray[np.int64],
    chosen: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]],
    *,
    point: float,
    level: float,
    totals: npt.NDArray[np.float64],
) -> tuple[float, float]:
    """Return the interval at a level; `chosen` gives the total of tables without one person."""
    outside = (1.0 - level) / 2.0
    a = acceleration(counts, chosen(each_without_one(counts)))
    low, high = bca_limits(totals, point=point, acceleration=a, levels=(outside, 1.0 - outside))
    return low, high
