r"""How far several chains of a sampler agree, and how exact the numbers are that they give.

It depends on numpy and scipy and knows no model: draws of one number come in, three figures go out.
Another measure is another function here, of draws of shape (C, T).

Symbols: C chains of T draws each; every chain is split in two halves of T // 2; z are the normal
scores of the ranks of all draws together; W is the mean variance within the half chains and V the
variance of all of them pooled.

References:
    Vehtari, A., Gelman, A., Simpson, D., Carpenter, B. and Bürkner, P.-C. (2021).
    Rank-normalization, folding, and localization: an improved R-hat for assessing convergence of
    MCMC. Bayesian Analysis 16(2), 667-718. doi:10.1214/20-BA1221.
    Geyer, C. J. (1992). Practical Markov chain Monte Carlo. Statistical Science 7(4), 473-483.
    doi:10.1214/ss/1177011137.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.fft import irfft, next_fast_len, rfft
from scipy.special import betaincinv, ndtri
from scipy.stats import rankdata

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    import numpy.typing as npt

    _Draws = npt.NDArray[np.float64] | npt.NDArray[np.int64]

FEWEST_DRAWS: Final = 8
# One standard deviation of a normal, either side: the level of a Monte-Carlo error.
_ONE_SIGMA: Final = (0.158655253931457, 0.841344746068543)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainAgreement:
    """What the chains say of each other.

    rhat: potential scale reduction of ranks, 1 where chains agree. bulk_size: independent draws
    that would say as much about the middle of the distribution.
    """

    rhat: float
    bulk_size: float


def agreement(draws: _Draws) -> ChainAgreement:
    """Compare chains by the ranks of their draws.

    R-hat = sqrt(V / W) of the normal scores z of the split chains, the larger of that of the draws
    and that of their distance from the median, which sees chains of unequal spread.

    Parameters:
        draws: shape (C, T), C >= 1 chains of T >= 8 draws of one number, any unit.

    Returns:
        `rhat`, at least about 1; `bulk_size`, from 0 to C T log10(C T), in draws. Draws that are
        all equal have no scale to compare: R-hat 1 and as many draws as there are.

    Raises:
        InvalidQuery: too few draws, or one that is not finite.

    Notes:
        Assumptions: (1) the chains started independently of each other, or forgot how they
        started; (2) what no chain has seen, no figure here can know.
        Do not use it on fewer draws than some fifty a chain.
        Numerical method: ranks with ties averaged, normal scores (r - 3/8) / (S + 1/4);
        autocorrelations by FFT, summed in Geyer's pairs while they are positive and falling.

    References:
        Vehtari and others (2021), equations 1 to 4 (R-hat), 10 to 13 (size), 14 (ranks) and
        section 4 (folding).

    Examples:
        >>> rng = np.random.default_rng(1)
        >>> apart = rng.standard_normal((4, 200)) + np.array([[0.0], [0.0], [0.0], [3.0]])
        >>> together = agreement(rng.standard_normal((4, 200)))
        >>> round(together.rhat, 2), agreement(apart).rhat > 1.2
        (1.0, True)
    """
    halves = _halves(draws)
    if halves.min() == halves.max():
        return ChainAgreement(rhat=1.0, bulk_size=float(halves.size))
    of_ranks = _normal_ranks(halves)
    folded = _normal_ranks(np.abs(halves - np.median(halves)))
    return ChainAgreement(
        rhat=max(_scale_reduction(of_ranks), _scale_reduction(folded)), bulk_size=_size(of_ranks)
    )


def quantile_error(draws: _Draws, *, q: float) -> float:
    """Return the Monte-Carlo standard error of a quantile.

    The share of draws below the quantile is a mean with an effective size S, so that the quantile
    lies between the draws at the 16 % and 84 % points of Beta(S q + 1, S (1 - q) + 1); half their
    distance is one standard error.

    Parameters:
        draws: shape (C, T), any unit.
        q: probability, within (0, 1).

    Returns:
        The error, in the unit of the draws; 0 where all draws are equal.

    Raises:
        InvalidQuery: too few draws, one that is not finite, or q outside (0, 1).

    Notes:
        Assumptions: as of `agreement`. Do not use it where R-hat is above 1.05: the error is then
        not one of Monte Carlo only. Numerical method: order statistics, no density is estimated.

    References:
        Vehtari and others (2021), section 4.3 and appendix C.

    Examples:
        The median of S independent normal draws has the error sqrt(pi / (2 S)):

        >>> draws = np.random.default_rng(2).standard_normal((4, 2500))
        >>> abs(quantile_error(draws, q=0.5) - 0.01253) < 0.002
        True
    """
    if not 0.0 < q < 1.0:
        raise InvalidQuery([("q", "lies within 0 and 1")])
    halves = _halves(draws)
    ordered = np.sort(halves, axis=None)
    below = (halves <= np.quantile(ordered, q)).astype(np.float64)
    size = _size(below) if below.min() < below.max() else float(below.size)
    limits = betaincinv(size * q + 1.0, size * (1.0 - q) + 1.0, np.array(_ONE_SIGMA))
    low, high = np.clip(np.round(limits * ordered.size - 0.5).astype(int), 0, ordered.size - 1)
    return float(ordered[high] - ordered[low]) / 2.0


def _halves(draws: _Draws) -> npt.NDArray[np.float64]:
    values = np.asarray(draws, dtype=np.float64)
    if values.ndim != 2 or values.shape[1] < FEWEST_DRAWS or not np.isfinite(values).all():
        raise InvalidQuery(
            [("draws", f"are finite, with one row a chain of at least {FEWEST_DRAWS}")]
        )
    half = values.shape[1] // 2
    return np.concatenate([values[:, :half], values[:, -half:]])


def _normal_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    ranks = rankdata(values, method="average").reshape(values.shape)
    found: npt.NDArray[np.float64] = ndtri((ranks - 0.375) / (values.size + 0.25))
    return found


def _variances(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Return W, within, and V, pooled."""
    length = values.shape[1]
    within = float(values.var(axis=1, ddof=1).mean())
    between = float(values.mean(axis=1).var(ddof=1))
    return within, within * (length - 1) / length + between


def _scale_reduction(values: npt.NDArray[np.float64]) -> float:
    within, pooled = _variances(values)
    if within == 0.0:
        return math.inf if pooled > 0.0 else 1.0
    return math.sqrt(pooled / within)


def _size(values: npt.NDArray[np.float64]) -> float:
    """Return the number of independent draws that would give a mean as exact."""
    n_halves, length = values.shape
    within, pooled = _variances(values)
    padded = next_fast_len(2 * length, real=True)
    spectrum = rfft(values - values.mean(axis=1, keepdims=True), padded, axis=1)
    covariances = irfft(spectrum * np.conj(spectrum), padded, axis=1)[:, :length].mean(axis=0)
    correlation = 1.0 - (within - covariances / (length - 1)) / pooled
    correlation[0] = 1.0
    pairs = correlation[: length // 2 * 2].reshape(-1, 2).sum(axis=1)
    first_negative = int(np.argmax(pairs < 0.0)) if (pairs < 0.0).any() else pairs.size
    time = 2.0 * float(np.minimum.accumulate(pairs[:first_negative]).sum()) - 1.0
    total = n_halves * length
    return float(total / max(time, 1.0 / math.log10(total)))
