"""R-hat, effective sizes and Monte-Carlo errors are those of a naive count.

It depends on numpy and on draws of known correlation.
A further figure is one more sum in `naive`.
"""

import numpy as np
import pytest
from scipy.stats import norm

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.convergence import agreement, quantile_error


def autoregressive(shape: tuple[int, int], *, phi: float, seed: int = 3) -> np.ndarray:
    """Draw chains with the correlation phi from one draw to the next, variance 1."""
    rng = np.random.default_rng(seed)
    found = rng.standard_normal(shape)
    for t in range(1, shape[1]):
        found[:, t] = phi * found[:, t - 1] + np.sqrt(1.0 - phi**2) * found[:, t]
    return found


def naive(draws: np.ndarray) -> tuple[float, float]:
    """Compute R-hat of ranks, not folded, and the effective size, sum by sum."""
    half = draws.shape[1] // 2
    rows = [row[:half] for row in draws] + [row[-half:] for row in draws]
    flat = sorted(value for row in rows for value in row)
    scores = [
        [norm.ppf((flat.index(v) + 1 - 0.375) / (len(flat) + 0.25)) for v in row] for row in rows
    ]
    means = [sum(row) / half for row in scores]
    within = sum(
        sum((v - m) ** 2 for v in row) / (half - 1) for row, m in zip(scores, means, strict=True)
    ) / len(rows)
    grand = sum(means) / len(rows)
    pooled = within * (half - 1) / half
    pooled += sum((m - grand) ** 2 for m in means) / (len(rows) - 1)

    def correlation(lag: int) -> float:
        if lag == 0:
            return 1.0
        total = sum(
            (row[t] - m) * (row[t + lag] - m)
            for row, m in zip(scores, means, strict=True)
            for t in range(half - lag)
        )
        return float(1.0 - (within - total / (half - 1) / len(rows)) / pooled)

    time, lowest, lag = -1.0, np.inf, 0
    while lag + 1 < half and (pair := correlation(lag) + correlation(lag + 1)) >= 0.0:
        lowest = min(lowest, pair)
        time += 2.0 * lowest
        lag += 2
    return float((pooled / within) ** 0.5), len(rows) * half / time


@pytest.mark.parametrize("phi", [0.0, 0.6, 0.9])
def test_scale_reduction_and_size_are_those_of_the_sums(phi):
    draws = autoregressive((3, 60), phi=phi)

    found = agreement(draws)

    rhat, size = naive(draws)
    assert found.rhat >= rhat - 1e-12
    assert found.bulk_size == pytest.approx(min(size, 180 * np.log10(180)), rel=1e-9)


def test_an_odd_draw_in_the_middle_belongs_to_no_half():
    draws = autoregressive((3, 61), phi=0.5)

    without = np.delete(draws, 30, axis=1)

    assert agreement(draws) == agreement(without)


def test_the_size_of_correlated_draws_is_that_of_theory():
    found = agreement(autoregressive((16, 4000), phi=0.8))

    assert found.bulk_size == pytest.approx(16 * 4000 * 0.2 / 1.8, rel=0.1)
    assert found.rhat < 1.01


def test_chains_of_the_same_middle_and_unequal_spread_do_not_agree():
    draws = np.random.default_rng(4).standard_normal((4, 1000))
    draws[0] *= 5.0

    assert agreement(draws).rhat > 1.1


def test_chains_that_stand_still_apart_never_agree():
    draws = np.repeat([[0.0], [1.0]], 20, axis=1)

    found = agreement(draws)

    assert found.rhat == np.inf


def test_draws_that_are_all_equal_have_nothing_to_disagree_on():
    found = agreement(np.full((4, 20), 7))

    assert (found.rhat, found.bulk_size) == (1.0, 80.0)
    assert quantile_error(np.full((4, 20), 7), q=0.5) == 0.0


@pytest.mark.parametrize("q", [0.025, 0.5, 0.975])
def test_the_error_of_a_quantile_is_its_spread_over_runs(q):
    runs = np.random.default_rng(5).exponential(size=(200, 4, 500))
    spread = np.quantile(runs.reshape(200, -1), q, axis=1).std()

    errors = [quantile_error(run, q=q) for run in runs[:20]]

    assert np.mean(errors) == pytest.approx(spread, rel=0.2)


@pytest.mark.parametrize(
    "draws", [np.zeros(20), np.zeros((4, 7)), np.array([[np.nan] * 20, [0.0] * 20])]
)
def test_draws_that_cannot_be_compared_are_declined(draws):
    with pytest.raises(InvalidQuery, match="draws"):
        agreement(draws)


@pytest.mark.parametrize("q", [0.0, 1.0, float("nan")])
def test_a_quantile_lies_within_nought_and_one(q):
    with pytest.raises(InvalidQuery, match="q:"):
        quantile_error(np.zeros((4, 20)), q=q)
