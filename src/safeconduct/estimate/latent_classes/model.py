r"""The latent-class model of a table: its likelihood, its priors and their gradients.

It depends on numpy; nothing in it draws a number but the prior of a capture probability.
Another prior of the class sizes is another `stick_prior` with its slopes.

Symbols, with those of Manrique-Vallier (2016): K lists (his J); H classes at most (his K*); C
chains, the last axis of every array; M cells with a count; n_c persons in cell c, n in all; λ_kh
the probability that list k sees a person of class h, η its logit; π_h the share of class h, with
u_h = log π_h + constant; V_h = π_h / (π_h + ... + π_H) its piece of the stick; f_h(c) the
probability of cell c in class h, f_h(0) of nobody's list, q_h = 1 - f_h(0); α the concentration.

The prior 1/N on the total integrates to

    p(table | π, λ) = prod_c [sum_h π_h f_h(c)]^n_c / [sum_h π_h q_h]^n,

and α ~ Gamma(a, b) on the sticks V_h ~ Beta(1, α) to

    p(u) = prod_{h < H} V_h / (b - log π_H)^(a + H - 1),

in the coordinates u, of which only differences count. What is left to sample is continuous, of
H (K + 1) coordinates, and costs the same for ten persons as for ten million.

References:
    Manrique-Vallier, D. (2016). Bayesian population size estimation using Dirichlet process
    mixtures. Biometrics 72(4), 1246-1254. doi:10.1111/biom.12502.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]

# Below this the logarithm of f_h(0) is not told from 0: a class that no list ever misses.
_SURELY_SEEN = -1e-300


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LatentClassModel:
    """A table with the priors of its latent classes.

    counts: int64, shape (2^K,), unit persons, of which `counts[0]` is not looked at. n_classes: H,
    2 or more. alpha_prior: shape a and rate b of the Gamma prior of α. capture_prior: the two
    parameters of the Beta prior of every λ.
    """

    counts: npt.NDArray[np.int64]
    n_classes: int
    alpha_prior: tuple[float, float]
    capture_prior: tuple[float, float]

    @property
    def n_lists(self) -> int:
        """K, the number of lists."""
        return int(self.counts.size).bit_length() - 1

    @property
    def n_observed(self) -> int:
        """Persons on one list or more: n."""
        return int(self.counts[1:].sum())

    @property
    def codes(self) -> npt.NDArray[np.intp]:
        """The codes of the M cells with a count."""
        return np.flatnonzero(self.counts[1:]) + 1

    def evaluation(self) -> Evaluation:
        """Prepare the arrays that every evaluation of the model reads."""
        codes = self.codes
        places = np.arange(self.n_lists)
        return Evaluation(
            model=self,
            rows=np.concatenate([[0], codes]),
            cell_counts=self.counts[codes].astype(np.float64),
            on_list=(codes >> places[:, None] & 1).astype(np.float64),
            n_observed=float(self.n_observed),
        )


def capture_logs(logits: _Floats) -> tuple[_Floats, _Floats]:
    """Return log λ and log(1 - λ) for logits of any size, without cancellation."""
    tail = np.abs(logits)
    np.negative(tail, out=tail)
    np.exp(tail, out=tail)
    np.log1p(tail, out=tail)
    return -np.maximum(-logits, 0.0) - tail, -np.maximum(logits, 0.0) - tail


def all_cells(start: _Floats, *, present: _Floats, absent: _Floats) -> _Floats:
    """Return start times f_h(c) for all cells, shape (2^K, ..., C); arguments as `cells` takes.

    The cells of k lists are those of k - 1 lists twice, without and with list k.
    """
    found = start[None]
    for one, other in zip(absent, present, strict=True):
        size = len(found)
        doubled = np.empty((2 * size, *start.shape))
        np.multiply(found, one, out=doubled[:size])
        np.multiply(found, other, out=doubled[size:])
        found = doubled
    return found


def remainders(log_weights: _Floats) -> _Floats:
    """Return log(π_h + ... + π_H) for each h, up to the constant of u; shape (H, C)."""
    found: _Floats = np.logaddexp.accumulate(log_weights[::-1], axis=0)[::-1]
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evaluation:
    """The model as its formulas need it: rows of cells, counts, and which cell is on which list.

    rows: codes of nobody's cell and the M cells, shape (1 + M,). cell_counts: n_c, shape (M,).
    on_list: 0 or 1, shape (K, M).
    """

    model: LatentClassModel
    rows: npt.NDArray[np.intp]
    cell_counts: _Floats
    on_list: _Floats
    n_observed: float

    def cells(self, start: _Floats, *, present: _Floats, absent: _Floats) -> _Floats:
        """Return start times f_h(c) for nobody's cell and the M cells, shape (1 + M, ..., C).

        start: shape (..., C), 1 or the weight of each class. present, absent: λ and 1 - λ, shape
        (K, ..., C).
        """
        found = all_cells(start, present=present, absent=absent)
        picked: _Floats = found[self.rows]
        return picked

    def fit(self, weights: _Floats, *, cells: _Floats, chances: _Floats) -> _Floats:
        """Return the log-likelihood up to a constant, shape (C,).

        weights: π_h up to a constant. cells: f_h(c) as of `cells`. chances: q_h, shape (H, C).
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            found: _Floats = self.cell_counts @ np.log((weights * cells[1:]).sum(axis=1))
            found -= self.n_observed * np.log((weights * chances).sum(axis=0))
        found[~np.isfinite(found)] = -np.inf
        return found

    def stick_prior(self, log_weights: _Floats) -> _Floats:
        """Return log p(u) up to a constant, shape (C,)."""
        return self._stick_prior(log_weights, remainders(log_weights))

    def _stick_prior(self, log_weights: _Floats, left: _Floats) -> _Floats:
        shape, rate = self.model.alpha_prior
        concentrated = np.log(rate - (log_weights[-1] - left[0]))
        sticks: _Floats = (log_weights[:-1] - left[:-1]).sum(axis=0)
        sticks -= (shape + self.model.n_classes - 1.0) * concentrated
        return sticks

    def capture_prior(self, log_present: _Floats, log_absent: _Floats) -> _Floats:
        """Return the log prior density of logits, summed over all axes but the chains; (C,)."""
        on, off = self.model.capture_prior
        axes = tuple(range(log_present.ndim - 1))
        found: _Floats = on * log_present.sum(axis=axes) + off * log_absent.sum(axis=axes)
        return found

    def draw_logits(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> _Floats:
        """Draw logits of capture probabilities from their prior."""
        on, off = self.model.capture_prior
        return _log_gamma(on, shape, rng=rng) - _log_gamma(off, shape, rng=rng)

    def slopes(
        self, shares: _Floats, logits: _Floats, *, heat: float
    ) -> tuple[_Floats, _Floats, _Floats]:
        """Return the log posterior and its gradient in the coordinates of a trajectory.

        shares: v_h = u_h + log q_h, the log share of class h among those *seen*, up to a constant,
        shape (H, C): in v and η the likelihood holds no f_h(0), so that the number of the missing
        moves freely along its ridge. heat: power of the likelihood, 0 to 1.

        Returns: log density, shape (C,); its slopes by v, shape (H, C), and by η, shape (K, H, C).
        """
        log_present, log_absent = capture_logs(logits)
        present, absent = np.exp(log_present), np.exp(log_absent)
        unseen = np.minimum(log_absent.sum(axis=0), _SURELY_SEEN)
        seen = -np.expm1(unseen)
        top = shares.max(axis=0)
        weights = np.exp(shares - top)
        cells = self.cells(weights / seen, present=present, absent=absent)[1:]
        total = cells.sum(axis=1)
        whole = weights.sum(axis=0)
        log_weights = shares - np.log(seen)
        left = remainders(log_weights)
        value = heat * (self.cell_counts @ np.log(total) - self.n_observed * np.log(whole))
        value += self._stick_prior(log_weights, left)
        value += self.capture_prior(log_present, log_absent)
        expected = cells * (self.cell_counts[:, None] / total)[:, None]
        persons = expected.sum(axis=0)
        on_lists = (self.on_list @ expected.reshape(len(expected), -1)).reshape(logits.shape)
        given_seen = present / seen
        by_stick = self._stick_slopes(log_weights, left)
        by_share = heat * (persons - self.n_observed * weights / whole) + by_stick
        on, off = self.model.capture_prior
        by_logit = heat * (on_lists - persons * given_seen) + on - (on + off) * present
        by_logit -= by_stick * np.exp(unseen) * given_seen
        return value, by_share, by_logit

    def _stick_slopes(self, log_weights: _Floats, left: _Floats) -> _Floats:
        """Return the slopes of `stick_prior` by u, shape (H, C)."""
        shape, rate = self.model.alpha_prior
        pull = (shape + self.model.n_classes - 1.0) / (rate - (log_weights[-1] - left[0]))
        before = np.logaddexp.accumulate(-left[:-1], axis=0)
        found: _Floats = -pull * np.exp(log_weights - left[0])
        found[:-1] += 1.0 - np.exp(log_weights[:-1] + before)
        found[-1] += pull - np.exp(log_weights[-1] + before[-1])
        return found


def _log_gamma(shape: float, size: tuple[int, ...], *, rng: np.random.Generator) -> _Floats:
    """Draw the logarithm of Gamma(shape, 1), which for small shapes is no positive float."""
    grown: _Floats = np.log(rng.standard_gamma(shape + 1.0, size))
    grown -= rng.standard_exponential(size) / shape
    return grown
