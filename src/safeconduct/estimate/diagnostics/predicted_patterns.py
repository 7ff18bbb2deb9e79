"""Whether the patterns of lists that a posterior predicts look like those that were counted.

It depends on numpy, scipy, the table of capture histories and on what an estimate says; the chances
of the patterns come from the estimator, drawn from its posterior.
Another discrepancy is one more number in `PatternPrediction`.

Symbols: K lists; C = 2^K - 1 patterns of a person who was seen; D draws of the posterior; p_dc the
chance of pattern c among the seen in draw d, w_d the weight of the draw; n_c persons counted, n in
all. The Freeman-Tukey distance of counts from expectations is T(n, p) = Σ_c (√n_c - √(n p_c))².

References:
    Gelman, Meng and Stern (1996), Statistica Sinica 6, 733-807, section 2.3.
    Freeman and Tukey (1950), Annals of Mathematical Statistics 21, 607-611.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import bdtr, bdtrc

from safeconduct.estimate.diagnostics.posterior_predictive import POSTERIOR_PREDICTIVE
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

    _Floats = npt.NDArray[np.float64]

_SURPRISING: Final = 0.01
# Nearer to its prediction than this many standard deviations, no count surprises among so many.
_NEAR: Final = 2.5
_N_NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PatternPrediction:
    """What a posterior predicts of a table that was counted.

    p_distance: the probability of a table at least as far from what was predicted as the counted
    one. p_pattern: that of a pattern at least as far out as the farthest, times the number of
    patterns, 1 at most. worst: patterns by the lists that they join with a plus, up to three, the
    farthest first, with the persons counted and the persons predicted.
    """

    p_distance: float
    p_pattern: float
    worst: Mapping[str, tuple[int, float]]

    @property
    def is_surprising(self) -> bool:
        """Whether a method that is right would show this less than once in a hundred tables."""
        return min(self.p_distance, self.p_pattern) < _SURPRISING

    def to_json(self) -> dict[str, object]:
        """Return what the diagnostics of a result hold."""
        return {
            "p_distance": self.p_distance,
            "p_pattern": self.p_pattern,
            "farthest_patterns": {
                name: {"counted": counted, "predicted": predicted}
                for name, (counted, predicted) in self.worst.items()
            },
        }


def prediction(
    history: CaptureHistory, chances: _Floats, *, weights: _Floats, rng: np.random.Generator
) -> PatternPrediction:
    """Compare a table with tables that would be drawn from a posterior.

    p = Σ_d w_d P(T(n_rep, p_d) ≥ T(n, p_d)), n_rep ~ Multinomial(n, p_d), one table a draw.

    Parameters:
        history: the table, persons. chances: shape (D, 2^K), probabilities of the patterns up to a
        constant of each draw; that of nobody's pattern is not looked at. weights: w_d up to a
        constant, shape (D,). rng: draws the tables.

    Returns:
        Two tails, and the patterns that are farthest from what was predicted.

    Notes:
        Assumptions: (1) the draws come from the posterior that is judged.
        Do not read a large probability as support: the table also made the posterior, so that this
        check is slow to speak, and the cell of the missing is never looked at.
        Method: the distance by one replicated table a draw; the tail of a single pattern by the
        binomial law of each draw, summed over the draws.

    References:
        Gelman, Meng and Stern (1996), section 2.3.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). Independent lists, whose log-linear
        model gives 7,394.6 persons, would not produce this table:

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> from safeconduct.estimate.loglinear.hierarchical_models import main_effects
        >>> from safeconduct.estimate.loglinear.poisson_fit import fit_poisson
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = CaptureHistory(lists=("EXH", "ABA", "OSCE", "HRW"), counts=np.array(counts))
        >>> means = fit_poisson(kosovo.counts[None].astype(float), main_effects(4)[None]).fitted
        >>> rng = np.random.default_rng(1)
        >>> found = prediction(kosovo, means, weights=np.ones(1), rng=rng)
        >>> found.is_surprising, next(iter(found.worst))
        (True, 'EXH+ABA+OSCE')
    """
    counted = history.counts[1:]
    seen = chances[:, 1:]
    seen = seen / seen.sum(axis=1, keepdims=True)
    weights = weights / weights.sum()
    total = int(counted.sum())
    roots = np.sqrt(total * seen)
    replicated = np.sqrt(rng.multinomial(total, seen))
    far = ((np.sqrt(counted) - roots) ** 2).sum(axis=1)
    as_far = ((replicated - roots) ** 2).sum(axis=1) >= far
    predicted = weights @ (total * seen)
    tails = _tails(counted, seen, weights=weights, total=total)
    apart = (np.sqrt(counted) - np.sqrt(predicted)) ** 2
    order = np.lexsort((-apart, tails))[:_N_NAMED]
    return PatternPrediction(
        # The counted table is one of the tables itself, so that no probability is nothing.
        p_distance=float((weights @ as_far * far.size + 1.0) / (far.size + 1.0)),
        p_pattern=float(min(1.0, tails.min() * counted.size)),
        worst={
            history.pattern_name(int(place) + 1): (int(counted[place]), float(predicted[place]))
            for place in order
        },
    )


def warnings(found: PatternPrediction) -> tuple[EstimateWarning, ...]:
    """Warn where the counted patterns would surprise the method, and name the farthest."""
    if not found.is_surprising:
        return ()
    patterns = "; ".join(
        f"{name}: {counted:,} ({predicted:,.1f})"
        for name, (counted, predicted) in found.worst.items()
    )
    return (
        EstimateWarning(
            code=POSTERIOR_PREDICTIVE,
            text="The method would not produce a table like this one. Persons on exactly these "
            f"lists, counted and in brackets predicted: {patterns}.",
            advice="Do not give the number of this method; stratify, or use one that fits.",
            evidence={
                "p_distance": found.p_distance,
                "p_pattern": found.p_pattern,
                "patterns": patterns,
            },
        ),
    )


def _tails(
    counted: npt.NDArray[np.int64], seen: _Floats, *, weights: _Floats, total: int
) -> _Floats:
    """Return for each pattern the smaller tail of its count, doubled; 1 for those near by."""
    expected = total * seen
    mean = weights @ expected
    spread = weights @ (expected * (1.0 - seen) + (expected - mean) ** 2)
    found = np.ones(counted.size)
    for place in np.flatnonzero(np.abs(counted - mean) > _NEAR * np.sqrt(spread)):
        number, chance = float(counted[place]), seen[:, place]
        # A count is in both of its tails; that above 0 - 1 is everything.
        above = 1.0 if number == 0 else float(weights @ bdtrc(number - 1.0, total, chance))
        found[place] = min(1.0, 2.0 * min(above, float(weights @ bdtr(number, total, chance))))
    return found
