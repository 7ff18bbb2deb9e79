"""The latent-class model by loops, and its posterior by importance sampling from the prior.

It depends on numpy and scipy only; nothing here is fast.
A further quantity of the model is one more loop.
"""

import math
from itertools import product

import numpy as np
from scipy.stats import nbinom


def pattern_chances(shares: list[float], chances: list[list[float]]) -> dict[int, float]:
    """Return the probability of every code; chances[k][h] is of list k and class h."""
    found = {}
    for pattern in product((0, 1), repeat=len(chances)):
        total = 0.0
        for h, share in enumerate(shares):
            factor = share
            for k, on in enumerate(pattern):
                factor *= chances[k][h] if on else 1.0 - chances[k][h]
            total += factor
        found[sum(on << k for k, on in enumerate(pattern))] = total
    return found


def log_likelihood(counts: list[int], *, shares: list[float], chances: list[list[float]]) -> float:
    """Return the log-likelihood with N integrated out under 1/N, up to a constant."""
    found = pattern_chances(shares, chances)
    total = sum(n * math.log(found[code]) for code, n in enumerate(counts) if n)
    return total - sum(counts) * math.log(1.0 - found[0])


def log_stick_prior(shares: list[float], *, shape: float, rate: float) -> float:
    """Return log density of logs of shares by quadrature over α, up to a constant.

    Coordinates: log π_h - log π_H. The Jacobian of V is prod V_h (1 - V_h).
    """
    sticks, left = [], 1.0
    for share in shares[:-1]:
        sticks.append(share / left)
        left -= share
    grid = np.exp(np.linspace(-25, 8, 40_001))
    log = (shape - 1.0) * np.log(grid) - rate * grid + np.log(grid)
    for stick in sticks:
        log += np.log(grid) + (grid - 1.0) * math.log1p(-stick) + math.log(stick * (1.0 - stick))
    top = log.max()
    return float(top + math.log(np.exp(log - top).sum()))


def missing_by_importance(
    counts: np.ndarray, *, at: tuple[int, ...], n_classes: int, alpha_prior: tuple[float, float]
) -> tuple[list[float], float]:
    """Return P(N0 <= m) for each m of `at`, and the number of draws that counted."""
    rng, n_draws = np.random.default_rng(11), 100_000
    n_lists = counts.size.bit_length() - 1
    alpha = np.maximum(rng.gamma(alpha_prior[0], 1.0 / alpha_prior[1], n_draws), 1e-9)
    left, shares = np.ones(n_draws), []
    for _ in range(n_classes - 1):
        stick = -np.expm1(-rng.exponential(size=n_draws) / alpha)
        shares.append(left * stick)
        left = left * (1.0 - stick)
    shares.append(left)
    cells = np.zeros((counts.size, n_draws))
    for share in shares:
        chances = rng.random((n_lists, n_draws))
        for code in range(counts.size):
            factor = share.copy()
            for k in range(n_lists):
                factor *= chances[k] if code >> k & 1 else 1.0 - chances[k]
            cells[code] += factor
    log = counts[1:] @ np.log(cells[1:]) - counts[1:].sum() * np.log1p(-cells[0])
    weights = np.exp(log - log.max())
    weights /= weights.sum()
    n = int(counts[1:].sum())
    found = [float(weights @ nbinom.cdf(m, n, 1.0 - cells[0])) for m in at]
    return found, float(1.0 / (weights**2).sum())
