"""Where every chain of the sampler stands, and how it steps to where a move proposes.

It depends on the model beside it and on numpy.
What a new move needs to know of a state is one more array here, kept in step in `step`.

Symbols as in `model`: K lists, H classes, C chains, M cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np

from safeconduct.estimate.latent_classes.model import capture_logs

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.latent_classes.model import Evaluation

    _Floats = npt.NDArray[np.float64]


@dataclass(slots=True, kw_only=True, eq=False)
class Proposal:
    """Coordinates of all chains with what the model says of them.

    log_weights: u, the largest of each chain 0, shape (H, C). logits: η, shape (K, H, C).
    weights: exp(u), (H, C). cells: f_h(c), shape (1 + M, H, C), nobody's first. chances: q_h,
    shape (H, C). fit: log-likelihood, (C,). sticks: log p(u), (C,).
    """

    log_weights: _Floats
    weights: _Floats
    logits: _Floats
    cells: _Floats
    chances: _Floats
    fit: _Floats
    sticks: _Floats

    @classmethod
    def evaluated(cls, evaluation: Evaluation, log_weights: _Floats, logits: _Floats) -> Self:
        """Evaluate coordinates."""
        cells, chances = _classes_seen(evaluation, logits)
        return cls._weighed(evaluation, log_weights, logits, cells=cells, chances=chances)

    def reweighed(self, evaluation: Evaluation, log_weights: _Floats) -> Self:
        """Evaluate other weights of the same classes; the arrays of the classes are shared."""
        return self._weighed(
            evaluation, log_weights, self.logits, cells=self.cells, chances=self.chances
        )

    def reclassed(
        self, evaluation: Evaluation, *, place: npt.NDArray[np.intp], logits: _Floats
    ) -> Self:
        """Evaluate another class at one place of each chain; logits: shape (K, C)."""
        numbers = np.arange(place.size)
        column, chance = _classes_seen(evaluation, logits)
        moved, cells, chances = self.logits.copy(), self.cells.copy(), self.chances.copy()
        moved[:, place, numbers], cells[:, place, numbers] = logits, column
        chances[place, numbers] = chance
        return self._weighed(evaluation, self.log_weights, moved, cells=cells, chances=chances)

    @classmethod
    def _weighed(
        cls,
        evaluation: Evaluation,
        log_weights: _Floats,
        logits: _Floats,
        *,
        cells: _Floats,
        chances: _Floats,
    ) -> Self:
        highest = log_weights - log_weights.max(axis=0)
        weights = np.exp(highest)
        return cls(
            log_weights=highest,
            weights=weights,
            logits=logits,
            cells=cells,
            chances=chances,
            fit=evaluation.fit(weights, cells=cells, chances=chances),
            sticks=evaluation.stick_prior(highest),
        )


@dataclass(slots=True, kw_only=True, eq=False)
class ChainStates:
    """The chains, the generator that drives them, and how often each move was taken.

    heat: power of the likelihood, 0 at the prior and 1 at the posterior.
    """

    evaluation: Evaluation
    rng: np.random.Generator
    at: Proposal
    heat: float = 1.0
    taken: dict[str, list[int]] = field(default_factory=dict)

    @property
    def n_chains(self) -> int:
        """C, the number of chains."""
        return int(self.at.fit.size)

    @property
    def numbers(self) -> npt.NDArray[np.intp]:
        """The numbers of the chains, for picking one class in each."""
        return np.arange(self.n_chains)

    def log_missing_odds(self) -> _Floats:
        """Return log of the odds that a person is on no list, shape (C,)."""
        nobody = (self.at.weights * self.at.cells[0]).sum(axis=0)
        found: _Floats = np.log(np.maximum(nobody, 1e-300))
        found -= np.log((self.at.weights * self.at.chances).sum(axis=0))
        return found

    def accepts(self, log_ratio: _Floats) -> npt.NDArray[np.bool_]:
        """Decide for each chain by Metropolis's rule; what is not a number is not accepted."""
        chance = np.log1p(-self.rng.random(self.n_chains))
        return chance < np.nan_to_num(log_ratio, nan=-np.inf, posinf=-np.inf)

    def heated(self, fit: _Floats) -> _Floats:
        """Return how much better another fit is, at the heat of the chains; 0 at the prior."""
        if self.heat == 0.0:
            return np.zeros(self.n_chains)
        with np.errstate(invalid="ignore"):
            return self.heat * (fit - self.at.fit)

    def step(self, proposal: Proposal, accepted: npt.NDArray[np.bool_], *, move: str) -> None:
        """Take the chains that accept to where the move proposes."""
        at = self.at
        at.log_weights[:, accepted] = proposal.log_weights[:, accepted]
        at.weights[:, accepted] = proposal.weights[:, accepted]
        at.fit[accepted] = proposal.fit[accepted]
        at.sticks[accepted] = proposal.sticks[accepted]
        if proposal.cells is not at.cells:
            at.logits[:, :, accepted] = proposal.logits[:, :, accepted]
            at.cells[:, :, accepted] = proposal.cells[:, :, accepted]
            at.chances[:, accepted] = proposal.chances[:, accepted]
        self.count(accepted, move=move)

    def count(self, accepted: npt.NDArray[np.bool_], *, move: str) -> None:
        """Remember how often a move was taken."""
        so_far = self.taken.setdefault(move, [0, 0])
        so_far[0] += int(accepted.sum())
        so_far[1] += accepted.size

    def picked(self, chains: npt.NDArray[np.intp]) -> ChainStates:
        """Return copies of some of the chains, a chain more than once where it is named so."""
        at = Proposal.evaluated(
            self.evaluation, self.at.log_weights[:, chains], self.at.logits[:, :, chains]
        )
        return ChainStates(evaluation=self.evaluation, rng=self.rng, at=at, heat=self.heat)


def drawn_from_prior(
    evaluation: Evaluation, *, n_chains: int, rng: np.random.Generator
) -> ChainStates:
    """Start chains at the prior: independent of each other, and of the table."""
    model = evaluation.model
    shape, rate = model.alpha_prior
    # α near 0 is one class and no second; its sticks are cut where a float is, far out of sight.
    alpha = np.maximum(rng.gamma(shape, 1.0 / rate, n_chains), 1e-12)
    rest = broken(rng.standard_exponential((model.n_classes - 1, n_chains)) / alpha)
    logits = evaluation.draw_logits((model.n_lists, model.n_classes, n_chains), rng=rng)
    at = Proposal.evaluated(evaluation, from_sticks(rest), logits)
    return ChainStates(evaluation=evaluation, rng=rng, at=at, heat=0.0)


def broken(minus_log_rest: _Floats) -> _Floats:
    """Return log(1 - V), kept within what can be added up and taken apart again.

    Under α ~ Gamma(0.25, 0.25), one stick in 700 is cut at the far end; there, sums of logarithms
    are still exact to 2e-5.
    """
    return -np.clip(minus_log_rest, 1e-300, 1e11)


def from_sticks(log_rest: _Floats) -> _Floats:
    """Return u from log(1 - V_h), shape (H - 1, C), the last class taking what is left."""
    nothing = np.zeros((1, log_rest.shape[1]))
    pieces: _Floats = np.concatenate([np.log(-np.expm1(log_rest)), nothing])
    pieces[1:] += np.cumsum(log_rest, axis=0)
    return pieces


def _classes_seen(evaluation: Evaluation, logits: _Floats) -> tuple[_Floats, _Floats]:
    """Return f_h(c) and q_h for logits of shape (K, ..., C)."""
    log_present, log_absent = capture_logs(logits)
    start = np.ones(logits.shape[1:])
    cells = evaluation.cells(start, present=np.exp(log_present), absent=np.exp(log_absent))
    return cells, -np.expm1(log_absent.sum(axis=0))
