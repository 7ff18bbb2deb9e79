r"""Hamiltonian trajectories: how the chains travel along the ridge where all the missing lie.

It depends on the slopes of the model and on numpy.
Another integrator replaces `_travelled`; the rule that accepts stays.

Symbols as in `model`: v = u + log q the log shares of classes among those seen, η logits, both with
unit mass; ε the step, in units of v and η; L the steps of a trajectory.

References:
    Neal, R. M. (2011). MCMC using Hamiltonian dynamics. Handbook of Markov Chain Monte Carlo,
    chapter 5, equations 5.18 to 5.20 for the leapfrog. arXiv:1206.1901.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.latent_classes.chain_states import Proposal
from safeconduct.estimate.latent_classes.model import capture_logs

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.latent_classes.chain_states import ChainStates

    _Floats = npt.NDArray[np.float64]

# Steps differ by chain and trajectory, so that none comes back to where it started time after time.
_UNEVENNESS: Final = 0.15
# A logistic prior has the scale 1.8; a trajectory this long crosses it (measured: shorter ones
# give fewer independent draws per second on Kosovo, longer ones no more on any table tried).
_LENGTH: Final = 2.4
WANTED_ACCEPTANCE: Final = 0.8


def n_steps(step: float, *, at_most: int) -> int:
    """Return L for a step: enough to cross the prior, 8 at least."""
    return int(min(max(_LENGTH / step, 8.0), at_most))


def travel(states: ChainStates, *, step: float, length: int) -> float:
    """Send every chain along a trajectory and return the mean chance of acceptance.

    step: ε, positive. length: L, at least 1.
    """
    rng = states.rng
    _, log_absent = capture_logs(states.at.logits)
    shares = states.at.log_weights + _log_seen(log_absent)
    start = (shares, states.at.logits)
    push = (rng.standard_normal(start[0].shape), rng.standard_normal(start[1].shape))
    steps = step * np.exp(_UNEVENNESS * rng.standard_normal(states.n_chains))
    # A trajectory that diverges ends in infinities; it is not accepted, which is all the check.
    with np.errstate(all="ignore"):
        gain, shares, logits = _travelled(states, start, push, steps=steps, length=length)
        gain = np.nan_to_num(gain, nan=-np.inf, posinf=-np.inf)
        lost = ~(np.isfinite(shares).all(axis=0) & np.isfinite(logits).all(axis=(0, 1)))
        gain[lost] = -np.inf
        shares = np.where(lost, start[0], shares)
        logits = np.where(lost, start[1], logits)
    _, log_absent = capture_logs(logits)
    proposal = Proposal.evaluated(states.evaluation, shares - _log_seen(log_absent), logits)
    states.step(proposal, states.accepts(gain), move="travel")
    return float(np.exp(np.minimum(gain, 0.0)).mean())


def _log_seen(log_absent: _Floats) -> _Floats:
    found: _Floats = np.log(-np.expm1(np.minimum(log_absent.sum(axis=0), -1e-300)))
    return found


def _travelled(
    states: ChainStates,
    start: tuple[_Floats, _Floats],
    push: tuple[_Floats, _Floats],
    *,
    steps: _Floats,
    length: int,
) -> tuple[_Floats, _Floats, _Floats]:
    """Follow the leapfrog; return the gain in log joint density, v and η at the end."""
    slopes = states.evaluation.slopes
    shares, logits = start
    push_v, push_e = push
    before, slope_v, slope_e = slopes(shares, logits, heat=states.heat)
    after = before
    before = before - _energy(push_v, push_e)
    push_v = push_v + 0.5 * steps * slope_v
    push_e = push_e + 0.5 * steps * slope_e
    for left in range(length - 1, -1, -1):
        shares = shares + steps * push_v
        logits = logits + steps * push_e
        after, slope_v, slope_e = slopes(shares, logits, heat=states.heat)
        share_of_step = steps if left else 0.5 * steps
        push_v += share_of_step * slope_v
        push_e += share_of_step * slope_e
    return after - _energy(push_v, push_e) - before, shares, logits


def _energy(push_v: _Floats, push_e: _Floats) -> _Floats:
    found: _Floats = 0.5 * ((push_v**2).sum(axis=0) + (push_e**2).sum(axis=(0, 1)))
    return found
