"""Whether a number falls apart when it is touched: near ties of models, lists, methods, weights.

It depends on the log-linear kernels, on the other diagnostics and on what an estimate says.
Another way of touching a number is one more line in `evidence`.

A published table can look well behaved, with many persons and a tight interval, and hold four
answers that differ by a factor of two: the table of the United Kingdom's strategic assessment of
2013 is the example. One such sign is common; two or more together earn the warning.

References:
    Whitehead, Jackson, Balch and Francis (2021), Journal of Human Trafficking 7(1),
    https://livrepository.liverpool.ac.uk/3054466.
    Raftery (1995), Sociological Methodology 25, 111-163, table 6, on differences in BIC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.diagnostics import leave_one_list_out
from safeconduct.estimate.loglinear.hierarchical_models import (
    MOST_LISTS_ALL_ORDERS,
    MOST_LISTS_ALL_PAIRS,
    all_models,
)
from safeconduct.estimate.loglinear.selection import default_order, rank
from safeconduct.estimate.loglinear.stepwise import choose_stepwise
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

NOT_ROBUST: Final = "not-robust"
_FACTOR: Final = 2.0
# Models whose BIC differs by less than two are hardly told apart by the table.
_NEAR: Final = 2.0
# Under a prior worth a cell's half person, this weight on the complete graph says that no simpler
# graph describes the table.
_WEIGHT: Final = 0.10
_FEWEST_SIGNS: Final = 2
_FEWEST_LISTS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One way in which the number falls apart: its name, and the numbers that show it."""

    name: str
    text: str
    numbers: tuple[float, ...]


def signs(history: CaptureHistory, *, saturated_weight: float | None = None) -> tuple[Sign, ...]:
    """Return every sign that the table shows.

    saturated_weight: of the complete graph in the graph average with delta 1/2, a probability;
    None where it was not computed. Fewer than four lists have too few models for the other signs,
    and more than six too many for near ties.
    """
    found = []
    if saturated_weight is not None and saturated_weight > _WEIGHT:
        found.append(
            Sign(
                name="saturated weight",
                text=f"with delta 1/2 the complete graph takes {saturated_weight:.1%}",
                numbers=(saturated_weight,),
            )
        )
    if history.n_lists < _FEWEST_LISTS:
        return tuple(found)
    if history.n_lists <= MOST_LISTS_ALL_PAIRS:
        near = _near_ties(history)
        found += _spread("models that BIC hardly tells apart", near)
        found += _spread("choice by BIC and by steps", [near[0], _by_steps(history)])
        best = near[0]
    else:
        best = _total(history)
    without = leave_one_list_out.totals(history, _total)
    left = [number for number in without.values() if number is not None]
    found += _spread("leaving one list out", [best, *left])
    return tuple(found)


def warnings(
    history: CaptureHistory, *, saturated_weight: float | None = None
) -> tuple[EstimateWarning, ...]:
    """Warn where the table shows two or more signs."""
    found = signs(history, saturated_weight=saturated_weight)
    if len(found) < _FEWEST_SIGNS:
        return ()
    return (
        EstimateWarning(
            code=NOT_ROBUST,
            text=f"The number falls apart when it is touched: {'; '.join(s.text for s in found)}.",
            advice="Give the range of these numbers, not one of them, or give no number.",
            evidence={
                sign.name: ", ".join(f"{number:,.4g}" for number in sign.numbers) for sign in found
            },
        ),
    )


def _near_ties(history: CaptureHistory) -> list[float]:
    """The totals of the models whose BIC is nearly the smallest, the best model first."""
    terms = all_models(history.n_lists, order=default_order(history.n_lists))
    ranked = rank(history.counts.astype(np.float64), terms, select="bic")
    near = ranked.missing[ranked.costs < ranked.costs[0] + _NEAR]
    return [history.n_observed + float(missing) for missing in near]


def _by_steps(history: CaptureHistory) -> float:
    _, missing = choose_stepwise(history.counts[None].astype(np.float64))
    return history.n_observed + float(missing[0])


def _total(history: CaptureHistory) -> float:
    """The total by BIC where models of every order are tried, by steps where they are too many."""
    if history.n_lists > MOST_LISTS_ALL_ORDERS:
        return _by_steps(history)
    return _near_ties(history)[0]


def _spread(name: str, totals: list[float]) -> list[Sign]:
    if max(totals) <= _FACTOR * min(totals):
        return []
    return [
        Sign(
            name=name,
            text=f"{name}: {min(totals):,.0f} to {max(totals):,.0f}",
            numbers=tuple(totals),
        )
    ]
