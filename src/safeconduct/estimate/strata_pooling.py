"""Strata that learn from each other how many persons lists see: partial pooling.

It depends on numpy and on what an estimate says; each stratum's own posterior is its input.
Another distribution of strata is another density in `_log_density`.

Symbols: S strata; n_s observed and N0_s missing persons of a stratum, N_s = n_s + N0_s;
theta_s = log(n_s / (N0_s + 1/2)), the log odds of being on a list; mu and tau, mean and standard
deviation of theta over strata; B ranges of a posterior; H pairs (mu, tau) of a grid.

Each posterior p_s(N) was made with a prior of N; divided by what that prior means for theta it is a
likelihood, and with theta_s ~ Normal(mu, tau^2)

    p(N_s | mu, tau) ~ p_s(N) phi((theta(N) - mu) / tau) / (tau q(N)),

where q = N0 / N for the prior 1/N, since dN / N = (1 - c) dtheta with c = n / N, and N0 for a flat
one. mu has a flat prior, tau a half-Cauchy prior with scale 1, of the half-t family for few strata
(Gelman 2006, page 515). Both are summed over a grid, so that the draws of strata are joint: where
mu is drawn low, all totals are high, and the total of all strata is wider than under independence.

References:
    Gelman, A. (2006). Prior distributions for variance parameters in hierarchical models. Bayesian
    Analysis 1(3), 515-534. doi:10.1214/06-BA117A.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from safeconduct.estimate.log_domain import sum_logs

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from safeconduct.estimate.result import Estimate, Posterior

_MEANS: Final = 161
_DEVIATIONS: Final = 24
_LEAST_DEVIATION: Final = 0.05
_MOST_DEVIATION: Final = 5.0
# How far beyond the strata's own theta their mean is looked for.
_BEYOND: Final = 3.0
# Ranges of a posterior: even in probability, and finer towards both tails.
_EVEN: Final = 300
_TAILS: Final = 80
_FARTHEST_TAIL: Final = 1e-8
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PooledDraws:
    """Joint draws of the totals by stratum, shape (D,) each, persons.

    mean, deviation: medians of mu and of tau over the draws; a deviation near its least value says
        that the strata hardly differ, and a large one that they learned next to nothing.
    """

    totals: Mapping[str, npt.NDArray[np.float64]]
    mean: float
    deviation: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StratumRanges:
    """A posterior cut into B ranges.

    ends: int64, shape (B + 1,), places in the posterior where ranges begin and end. theta: float64,
    shape (B,). logs: float64, shape (B,), log of the likelihood of a range.
    """

    posterior: Posterior
    ends: npt.NDArray[np.int64]
    theta: npt.NDArray[np.float64]
    logs: npt.NDArray[np.float64]

    @classmethod
    def of(cls, posterior: Posterior, *, observed: int, prior: str) -> Self:
        """Cut the posterior of a stratum, made with a prior of N."""
        far = np.geomspace(_FARTHEST_TAIL, 1.0 / _EVEN, _TAILS)
        levels = np.concatenate([far, np.linspace(0.0, 1.0, _EVEN + 1)[1:-1], 1.0 - far[::-1]])
        cumulated = np.cumsum(posterior.p)
        ends = np.unique(
            np.concatenate([[0], np.searchsorted(cumulated, levels), [posterior.n.size]])
        ).astype(np.int64)
        masses = np.add.reduceat(posterior.p, ends[:-1])
        missing = posterior.n - observed + _HALF
        means = np.add.reduceat(posterior.p * np.log(missing), ends[:-1])
        # A range in which nothing is left has no mean; its first number stands for it.
        empty = masses <= 0.0
        means[empty], masses[empty] = np.log(missing[ends[:-1]][empty]), 1.0
        log_missing = np.where(empty, means, means / masses)
        prior_logs = log_missing.copy()
        if prior == "1/N":
            prior_logs -= np.log(np.exp(log_missing) + observed)
        with np.errstate(divide="ignore"):
            logs = np.log(np.where(empty, 0.0, masses)) - prior_logs
        return cls(
            posterior=posterior,
            ends=ends,
            theta=np.log(observed) - log_missing,
            logs=logs,
        )

    def log_likelihood(
        self, mean: npt.NDArray[np.float64], deviation: float
    ) -> npt.NDArray[np.float64]:
        """Return the log likelihood of means at one deviation, shape (len(mean),)."""
        return sum_logs(self.logs[:, None] + _log_density(self.theta[:, None], mean, deviation))

    def draw(
        self, n_draws: int, *, mean: float, deviation: float, rng: np.random.Generator
    ) -> npt.NDArray[np.float64]:
        """Draw totals of the stratum at one mean and deviation, shape (n_draws,)."""
        logs = self.logs + _log_density(self.theta, np.float64(mean), deviation)
        shares = np.exp(logs - logs.max())
        ranges = rng.choice(shares.size, size=n_draws, p=shares / shares.sum())
        cumulated = np.cumsum(self.posterior.p)
        low = np.where(self.ends[ranges] > 0, cumulated[self.ends[ranges] - 1], 0.0)
        high = cumulated[self.ends[ranges + 1] - 1]
        within = np.searchsorted(cumulated, low + rng.random(n_draws) * (high - low), side="right")
        places = np.clip(within, self.ends[ranges], self.ends[ranges + 1] - 1)
        return np.asarray(self.posterior.n[places], dtype=np.float64)


def pooled_draws(
    estimates: Mapping[str, Estimate], *, n_draws: int, rng: np.random.Generator
) -> PooledDraws:
    """Draw the totals of all strata together; each estimate has a posterior."""
    ranges = {
        name: StratumRanges.of(
            each.posterior,
            observed=each.observed,
            prior=str(each.diagnostics.get("prior", "1/N")),
        )
        for name, each in estimates.items()
        if each.posterior is not None
    }
    means, deviations, shares = _grid(tuple(ranges.values()))
    picked = rng.multinomial(n_draws, shares.ravel()).reshape(shares.shape)
    places = np.argwhere(picked > 0)
    # Draws of one (mu, tau) stand together; one order for all strata keeps them joint.
    order = rng.permutation(n_draws)
    totals = {
        name: np.concatenate(
            [
                one.draw(
                    int(picked[i, j]), mean=float(means[j]), deviation=float(deviations[i]), rng=rng
                )
                for i, j in places
            ]
        )[order]
        for name, one in ranges.items()
    }
    return PooledDraws(
        totals=totals,
        mean=_middle(means, picked.sum(axis=0)),
        deviation=_middle(deviations, picked.sum(axis=1)),
    )


def _grid(
    strata: tuple[StratumRanges, ...],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return means, deviations and their joint probability, shape (deviations, means)."""
    centres = [float(one.theta[one.logs.argmax()]) for one in strata]
    means = np.linspace(min(centres) - _BEYOND, max(centres) + _BEYOND, _MEANS)
    deviations = np.geomspace(_LEAST_DEVIATION, _MOST_DEVIATION, _DEVIATIONS)
    # The grid is even in log tau, so that the density of tau is multiplied by tau.
    prior = np.log(deviations) - np.log1p(deviations**2)
    logs = prior[:, None] + np.array(
        [
            np.sum([one.log_likelihood(means, float(deviation)) for one in strata], axis=0)
            for deviation in deviations
        ]
    )
    shares = np.exp(logs - logs.max())
    return means, deviations, np.asarray(shares / shares.sum())


def _log_density(
    theta: npt.NDArray[np.float64],
    mean: npt.NDArray[np.float64] | np.float64,
    deviation: float,
) -> npt.NDArray[np.float64]:
    return np.asarray(-0.5 * ((theta - mean) / deviation) ** 2 - np.log(deviation))


def _middle(values: npt.NDArray[np.float64], times: npt.NDArray[np.int64]) -> float:
    return float(values[np.searchsorted(np.cumsum(times), times.sum() / 2.0)])
