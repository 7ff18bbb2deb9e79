r"""Many chains from the prior to the posterior, and on until they agree.

It depends on the moves beside it and on `convergence`.
How long the chains run is decided here and nowhere else; a new rule belongs into `_settled`.

Symbols as in `model`; heat is the power of the likelihood, raised from 0 to 1 at the start.

References:
    Del Moral, P., Doucet, A. and Jasra, A. (2006). Sequential Monte Carlo samplers. Journal of the
    Royal Statistical Society B 68(3), 411-436, section 3.3. doi:10.1111/j.1467-9868.2006.00553.x.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.convergence import ChainAgreement, agreement
from safeconduct.estimate.latent_classes.chain_states import drawn_from_prior
from safeconduct.estimate.latent_classes.model import all_cells, capture_logs
from safeconduct.estimate.latent_classes.moves import ROUND
from safeconduct.estimate.latent_classes.trajectory import WANTED_ACCEPTANCE, n_steps, travel

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from safeconduct.estimate.latent_classes.chain_states import ChainStates
    from safeconduct.estimate.latent_classes.model import LatentClassModel

    _Floats = npt.NDArray[np.float64]

# Beyond 10^15 missing persons no draw goes; a table that gets there has no answer.
MOST_MISSING: Final = 10**15
# Four starts for a chain, of which each chain gets one.
_STARTS_A_CHAIN: Final = 4
# The share of starts that still count when the heat is raised.
_KEPT: Final = 0.9
_ROUNDS_WHILE_HEATING: Final = 3
_STEPS_WHILE_HEATING: Final = 12
_WARM_UP: Final = 100
_ROUNDS: Final = 8
# At N = 10^6 the ridge is so narrow that steps are short; trajectories across the prior would need
# hundreds of them. Cut here, a draw costs at most half as much again as at 10^4, and as many
# independent draws come in a second (measured: 360 and 520 beside 300 and 810, two tables each).
_MOST_STEPS: Final = 100
# How often, before the chains are first asked whether they agree, the chances of cells are noted,
# and how many of them are given back.
_LOOKED_AT: Final = 5
_MOST_CHANCES: Final = 320
# Independent draws below which the limits of an interval are not known to a tenth of its width.
FEWEST_INDEPENDENT: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class LatentClassSettings:
    """What a user may set, each with the reference program's value unless it is about running.

    classes: H, 2 to 50. alpha_prior: shape and rate of the Gamma prior of the concentration.
    capture_prior: parameters of the Beta prior of each capture probability. chains: C, 4 or more.
    draws: of each chain before it is asked whether the chains agree, 50 or more; as many again
    each time they do not, up to most_draws. target_rhat: of log missing persons, above 1.
    """

    classes: int = 10
    alpha_prior: tuple[float, float] = (0.25, 0.25)
    capture_prior: tuple[float, float] = (1.0, 1.0)
    chains: int = 64
    draws: int = 250
    most_draws: int = 4_000
    target_rhat: float = 1.01

    def problems(self) -> list[tuple[str, str]]:
        """Name every setting outside its range with the range."""
        asked = [
            ("classes", 2 <= self.classes <= 50, "lie between 2 and 50"),
            ("alpha_prior", _positive(self.alpha_prior), "is a pair between 0.001 and 1,000"),
            ("capture_prior", _positive(self.capture_prior), "is a pair between 0.001 and 1,000"),
            ("chains", 4 <= self.chains <= 4_096, "lie between 4 and 4,096"),
            ("draws", 50 <= self.draws <= self.most_draws, "lie between 50 and most_draws"),
            ("most_draws", self.most_draws <= 10**6, "is a million or less"),
            ("target_rhat", 1.0 < self.target_rhat <= 1.1, "lies above 1, up to 1.1"),
        ]
        return [(name, allowed) for name, fits, allowed in asked if not fits]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClassDraws:
    """What the chains saw.

    missing: int64, shape (C, T), persons on no list. classes: int64, shape (C, T), classes with
    more than one observed person. chances: float64, shape (D, 2^K), the probabilities of all cells
    at up to D = 320 of the states that were drawn. agreement: of log missing. acceptance: share of
    proposals taken, by move. step: length of a leapfrog step. steps: in a trajectory.
    """

    missing: npt.NDArray[np.int64]
    classes: npt.NDArray[np.int64]
    chances: _Floats
    agreement: ChainAgreement
    acceptance: Mapping[str, float]
    step: float
    steps: int


def draw(
    model: LatentClassModel, settings: LatentClassSettings, *, rng: np.random.Generator
) -> ClassDraws:
    """Draw the number of the missing until the chains agree or have run as long as they may."""
    states, step = _heated(model, settings, rng=rng)
    step = _warmed(states, step)
    length = n_steps(step, at_most=_MOST_STEPS)
    states.taken.clear()
    missing: list[npt.NDArray[np.int64]] = []
    classes: list[npt.NDArray[np.int64]] = []
    chances: list[_Floats] = []
    wanted = settings.draws
    every = max(settings.draws // _LOOKED_AT, 1)
    while True:
        while len(missing) < wanted:
            travel(states, step=step, length=length)
            _rounds(states, _ROUNDS)
            missing.append(_missing(states))
            classes.append(_n_classes(states))
            if len(missing) % every == 0:
                chances.append(_chances(states))
        drawn = np.stack(missing, axis=1)
        found = agreement(np.log(drawn + 0.5))
        if _settled(found, settings) or wanted >= settings.most_draws:
            break
        wanted = min(2 * wanted, settings.most_draws)
    return ClassDraws(
        missing=drawn,
        classes=np.stack(classes, axis=1),
        chances=_thinned(np.concatenate(chances)),
        agreement=found,
        acceptance={move: taken / tried for move, (taken, tried) in states.taken.items()},
        step=step,
        steps=length,
    )


def _settled(found: ChainAgreement, settings: LatentClassSettings) -> bool:
    return found.rhat < settings.target_rhat and found.bulk_size >= FEWEST_INDEPENDENT


def _heated(
    model: LatentClassModel, settings: LatentClassSettings, *, rng: np.random.Generator
) -> tuple[ChainStates, float]:
    """Take starts from the prior to the posterior in steps of heat, and pick the chains."""
    n_starts = _STARTS_A_CHAIN * settings.chains
    states = drawn_from_prior(model.evaluation(), n_chains=n_starts, rng=rng)
    step = 0.5
    while states.heat < 1.0:
        gain = states.at.fit - states.at.fit.max()
        raised = _raised(gain, states.heat)
        weights = np.exp((raised - states.heat) * gain)
        reached = np.cumsum(weights / weights.sum())
        combed = np.searchsorted(reached, (np.arange(n_starts) + rng.random()) / n_starts)
        states = states.picked(np.minimum(combed, n_starts - 1))
        states.heat = raised
        chance = travel(states, step=step, length=n_steps(step, at_most=_STEPS_WHILE_HEATING))
        step *= float(np.exp(0.5 * (chance - WANTED_ACCEPTANCE)))
        _rounds(states, _ROUNDS_WHILE_HEATING)
    return states.picked(rng.permutation(n_starts)[: settings.chains]), step


def _raised(gain: _Floats, heat: float) -> float:
    """Return the highest heat at which the wanted share of the starts still counts."""

    def counting(raised: float) -> float:
        weights = np.exp((raised - heat) * gain)
        return float(weights.sum() ** 2 / (weights**2).sum() / gain.size)

    if counting(1.0) >= _KEPT:
        return 1.0
    low, high = heat, 1.0
    for _ in range(40):
        middle = (low + high) / 2.0
        low, high = (middle, high) if counting(middle) >= _KEPT else (low, middle)
    # Where the starts differ so much that no float lies between, the smallest step is one.
    return high if low == heat else low


def _warmed(states: ChainStates, step: float) -> float:
    """Run the chains until their start is forgotten, and fit the step to the acceptance."""
    for _ in range(_WARM_UP):
        chance = travel(states, step=step, length=n_steps(step, at_most=_MOST_STEPS))
        step *= float(np.exp(0.15 * (chance - WANTED_ACCEPTANCE)))
        _rounds(states, _ROUNDS)
    return step


def _rounds(states: ChainStates, number: int) -> None:
    for _ in range(number):
        for move in ROUND:
            move(states)


def _missing(states: ChainStates) -> npt.NDArray[np.int64]:
    """Draw N0 given the classes: negative binomial, as a Poisson number of gamma mean."""
    n_observed = states.evaluation.model.n_observed
    mean = states.rng.standard_gamma(float(n_observed), states.n_chains)
    mean *= np.exp(np.minimum(states.log_missing_odds(), 60.0))
    found: npt.NDArray[np.int64] = states.rng.poisson(np.minimum(mean, float(MOST_MISSING)))
    return np.minimum(found, MOST_MISSING)


def _n_classes(states: ChainStates) -> npt.NDArray[np.int64]:
    seen = states.at.weights * states.at.chances
    shares = seen / seen.sum(axis=0)
    found: npt.NDArray[np.int64] = (shares * states.evaluation.n_observed > 1.0).sum(axis=0)
    return found


def _chances(states: ChainStates) -> _Floats:
    """Return the probability of every cell in each chain, shape (C, 2^K)."""
    log_present, log_absent = capture_logs(states.at.logits)
    weights = states.at.weights / states.at.weights.sum(axis=0)
    cells = all_cells(weights, present=np.exp(log_present), absent=np.exp(log_absent))
    return np.ascontiguousarray(cells.sum(axis=1).T)


def _thinned(chances: _Floats) -> _Floats:
    places = np.linspace(0, len(chances) - 1, min(len(chances), _MOST_CHANCES))
    return chances[places.astype(np.intp)]


def _positive(pair: tuple[float, float]) -> bool:
    return all(1e-3 <= each <= 1e3 for each in pair)
