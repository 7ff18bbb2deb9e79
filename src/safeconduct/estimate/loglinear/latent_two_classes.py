"""Two classes of persons, those hard and those easy to see, with lists independent within a class.

It depends on numpy and scipy.
More classes are a longer vector of parameters here; with four lists two are what the cells carry.

Symbols: K lists, C = 2^K codes; n persons observed; w the share of class 1; p_jk the probability
that list k sees a person of class j; q_c = Σ_j w_j Π_k p_jk^{c_k} (1 - p_jk)^{1 - c_k}.

References:
    Manrique-Vallier (2016), Biometrics 72, 1246-1254, sections 2 and 3, doi:10.1111/biom.12502.
    Sanathanan (1972), Annals of Mathematical Statistics 43, 142-152, on the conditional likelihood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, gammaln, xlogy

if TYPE_CHECKING:
    import numpy.typing as npt

# A log odds beyond this is a probability of one in three thousand, or its complement.
_LIMIT: Final = 8.0
# Log odds by which a first guess sets the two classes apart, around those of the lists themselves.
_FIRST_GUESSES: Final = ((1.0, -1.0), (1.0, -2.5), (2.5, -1.0), (2.5, -2.5))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TwoClassFit:
    """The most likely two classes for one table.

    missing: persons. log_likelihood: Poisson, comparable with `frequency_models`. n_terms: 2K + 2.
    """

    missing: float
    log_likelihood: float
    n_terms: int


def fit_two_classes(counts: npt.NDArray[np.float64]) -> TwoClassFit:
    """Fit two latent classes by the likelihood of the observed cells given that they are observed.

    l = Σ over c ≠ 0 of n_c log q_c - n log(1 - q_0); the missing are n q_0 / (1 - q_0).

    Parameters:
        counts: float64, shape (2^K,), persons, K at least 4.

    Returns:
        The best fit of several starts.

    Notes:
        Assumptions: (1) persons fall into two classes; (2) within a class lists are independent.
        Do not publish its number alone: three classes fit as well and give another.
        Method: quasi-Newton with exact gradient from fixed starts that treat lists alike, so that
        the order of lists does not matter; log odds are kept within ±8.

    References:
        Manrique-Vallier (2016), equations 1 and 2, doi:10.1111/biom.12502.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). No number of this model is published
        for it; R's `Rcapture` gives 7,395 persons without differences and 18,387 with log-gamma
        ones, and two classes lie between them:

        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> print(f"{round(kosovo.sum() + fit_two_classes(kosovo).missing, -2):,.0f}")
        9,600
    """
    n_lists = counts.size.bit_length() - 1
    on = ((np.arange(counts.size)[:, None] >> np.arange(n_lists)) & 1).astype(np.float64)
    share = (counts @ on) / counts.sum()
    level = np.log(share / np.maximum(1.0 - share, 1e-9))
    best, q_none = np.inf, 0.5
    for easy, hard in _FIRST_GUESSES:
        first = np.concatenate([[-1.0], level + easy, level + hard])
        found = minimize(
            _loss,
            np.clip(first, -_LIMIT, _LIMIT),
            args=(counts, on),
            jac=True,
            method="L-BFGS-B",
            bounds=[(-_LIMIT, _LIMIT)] * first.size,
            options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-8},
        )
        if found.fun < best:
            best, q_none = float(found.fun), float(_mixture(found.x, on)[0].sum(axis=0)[0])
    n = float(counts.sum())
    constant = float(xlogy(n, n)) - n - float(gammaln(counts + 1.0).sum())
    return TwoClassFit(
        missing=n * q_none / (1.0 - q_none),
        log_likelihood=constant - best * n,
        n_terms=2 * n_lists + 2,
    )


def _mixture(
    theta: npt.NDArray[np.float64], on: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], float]:
    """Return the parts w_j Π p of q, shape (2, C), the probabilities p, and w."""
    w = float(expit(theta[0]))
    odds = theta[1:].reshape(2, -1)
    p: npt.NDArray[np.float64] = expit(odds)
    logs = odds @ on.T + np.log1p(-p).sum(axis=1)[:, None]
    parts = np.exp(logs) * np.array([[w], [1.0 - w]])
    return parts, p, w


def _loss(
    theta: npt.NDArray[np.float64],
    counts: npt.NDArray[np.float64],
    on: npt.NDArray[np.float64],
) -> tuple[float, npt.NDArray[np.float64]]:
    """The negative log-likelihood for one observed person, and its gradient."""
    parts, p, w = _mixture(theta, on)
    q = parts.sum(axis=0)
    n = counts.sum()
    seen = 1.0 - q[0]
    loss = -(counts[1:] * np.log(q[1:])).sum() / n + np.log(seen)
    # The missing are counted where they are expected: the gradient is then that of a full table.
    full = counts / n
    full[0] = q[0] / seen
    held = parts / q * full
    gradient_odds = held @ on - held.sum(axis=1)[:, None] * p
    gradient_share = held[0].sum() - w * full.sum()
    return float(loss), -np.concatenate([[gradient_share], gradient_odds.ravel()])
