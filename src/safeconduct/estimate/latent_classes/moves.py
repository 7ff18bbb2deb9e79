r"""Moves that change how many classes there are, which HMC alone would take ages to do.

They depend on the states of the chains and on numpy; each leaves the posterior as it is, so that
they may follow each other in any order.
A new move proposes for all chains at once and steps by `ChainStates.step`; `ROUND` names it.

Symbols as in `model`: u log weights, η logits, V sticks, α the concentration. Every proposal is
symmetric in u (of which only differences count) or drawn from a conditional prior, so that the
ratios below are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.latent_classes.chain_states import Proposal, broken
from safeconduct.estimate.latent_classes.model import remainders

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from safeconduct.estimate.latent_classes.chain_states import ChainStates

    _Floats = npt.NDArray[np.float64]

# How far a weight jumps, in logarithms: within a class's size, to another size, out of sight.
_JUMPS: Final = np.array([0.3, 3.0, 20.0])
# By how much, in logarithms, all sticks behind a place are stretched together.
_STRETCHES: Final = np.array([0.3, 1.0, 2.0])


def swap_places(states: ChainStates) -> None:
    """Let two classes change their places in the order of the stick; the fit stays as it is."""
    n_classes, n_chains = states.at.log_weights.shape
    one = _places(states, n_classes)
    other = (one + states.rng.integers(1, n_classes, n_chains)) % n_classes
    order = np.tile(np.arange(n_classes)[:, None], n_chains)
    order[one, states.numbers] = other
    order[other, states.numbers] = one
    swapped = np.take_along_axis(states.at.log_weights, order, axis=0)
    sticks = states.evaluation.stick_prior(swapped)
    accepted = states.accepts(sticks - states.at.sticks)
    chains = np.flatnonzero(accepted)
    one, other = one[chains], other[chains]
    at = states.at
    for array in (at.log_weights[None], at.weights[None], at.logits, at.cells, at.chances[None]):
        kept = array[:, one, chains]
        array[:, one, chains] = array[:, other, chains]
        array[:, other, chains] = kept
    states.at.sticks[accepted] = sticks[accepted]
    states.count(accepted, move="swap_places")


def jump_weight(states: ChainStates) -> None:
    """Move the weight of one class by a Cauchy step, small or very large."""
    n_classes, n_chains = states.at.log_weights.shape
    place = _places(states, n_classes)
    scale = _JUMPS[states.rng.integers(0, _JUMPS.size, n_chains)]
    log_weights = states.at.log_weights.copy()
    log_weights[place, states.numbers] += scale * states.rng.standard_cauchy(n_chains)
    proposal = states.at.reweighed(states.evaluation, log_weights)
    _try(states, proposal, 0.0, move="jump_weight")


def renew_class(states: ChainStates) -> None:
    """Draw the capture probabilities of one class from their prior."""
    n_lists, n_classes, n_chains = states.at.logits.shape
    place = _places(states, n_classes)
    logits = states.evaluation.draw_logits((n_lists, n_chains), rng=states.rng)
    proposal = states.at.reclassed(states.evaluation, place=place, logits=logits)
    _try(states, proposal, 0.0, move="renew_class")


def renew_tail(states: ChainStates) -> None:
    """Draw α and every stick from a place on anew, given the sticks before it.

    α | V_1 .. V_m is Gamma(a + m, b - sum log(1 - V)); in half of the chains the classes behind
    the place get new capture probabilities too. The prior cancels and the fit decides.
    """
    n_classes, n_chains = states.at.log_weights.shape
    shape, rate = states.evaluation.model.alpha_prior
    place = _places(states, n_classes - 1)
    left = remainders(states.at.log_weights)
    spent = left[0] - left[place, states.numbers]
    alpha = states.rng.standard_gamma(shape + place) / (rate + spent)
    rest = states.rng.standard_exponential((n_classes - 1, n_chains)) / np.maximum(alpha, 1e-12)
    behind = np.arange(n_classes)[:, None] >= place
    renewed = behind & (states.rng.random(n_chains) < 0.5)
    logits = np.where(
        renewed,
        states.evaluation.draw_logits(states.at.logits.shape, rng=states.rng),
        states.at.logits,
    )
    log_weights = _tail_broken(states.at.log_weights, left, behind, broken(rest))
    proposal = Proposal.evaluated(states.evaluation, log_weights, logits)
    _try(states, proposal, 0.0, move="renew_tail", by_prior=True)


def stretch_tail(states: ChainStates) -> None:
    """Multiply α, and divide log(1 - V) of every stick from a place on, by the same factor s.

    In the coordinates α and E_h = -α log(1 - V_h), which the prior holds independent, only α
    moves; the sticks before the place see it, hence the ratio
    s^(a + m) exp[-(s - 1) α (b - sum log(1 - V))] with m sticks before the place.
    """
    n_classes, n_chains = states.at.log_weights.shape
    shape, rate = states.evaluation.model.alpha_prior
    place = _places(states, n_classes - 1)
    left = remainders(states.at.log_weights)
    alpha = states.rng.standard_gamma(shape + n_classes - 1.0, n_chains)
    alpha /= rate + left[0] - left[-1]
    size = _STRETCHES[states.rng.integers(0, _STRETCHES.size, n_chains)]
    log_factor = size * states.rng.standard_normal(n_chains)
    spent = left[0] - left[place, states.numbers]
    ratio = (shape + place) * log_factor - np.expm1(log_factor) * alpha * (rate + spent)
    behind = np.arange(n_classes)[:, None] >= place
    rest = broken((left[:-1] - left[1:]) * np.exp(-log_factor))
    log_weights = _tail_broken(states.at.log_weights, left, behind, rest)
    proposal = states.at.reweighed(states.evaluation, log_weights)
    _try(states, proposal, ratio, move="stretch_tail", by_prior=True)


ROUND: Final[tuple[Callable[[ChainStates], None], ...]] = (
    swap_places,
    renew_tail,
    stretch_tail,
    renew_class,
    jump_weight,
)


def _places(states: ChainStates, number: int) -> npt.NDArray[np.intp]:
    """Draw one of so many places in each chain."""
    return states.rng.integers(0, number, states.n_chains).astype(np.intp)


def _tail_broken(
    log_weights: _Floats, left: _Floats, behind: npt.NDArray[np.bool_], rest: _Floats
) -> _Floats:
    """Break what is left from a place on at log(1 - V) = rest, and keep the classes before it."""
    kept = np.where(behind[:-1], rest, 0.0)
    nothing = np.zeros((1, rest.shape[1]))
    pieces = np.concatenate([np.log(-np.expm1(rest)), nothing])
    start = np.where(behind, left, -np.inf).max(axis=0)
    tail = start + np.concatenate([nothing, np.cumsum(kept, axis=0)]) + pieces
    return np.where(behind, tail, log_weights)


def _try(
    states: ChainStates,
    proposal: Proposal,
    ratio: _Floats | float,
    *,
    move: str,
    by_prior: bool = False,
) -> None:
    """Step where the fit, the prior of the sticks (unless it proposed) and the ratio allow."""
    log_ratio = states.heated(proposal.fit) + ratio
    if not by_prior:
        log_ratio += proposal.sticks - states.at.sticks
    states.step(proposal, states.accepts(log_ratio), move=move)
