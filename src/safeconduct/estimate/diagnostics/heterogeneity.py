"""Whether persons differ in how easily they are seen, so that the interval is too low.

It depends on the models of differences in `loglinear` and on what an estimate says.
Another way in which persons may differ is one more line in `_fits`.

Differences between persons make lists look dependent, and a method that does not describe them
counts too few of those whom nobody sees. No table shows how many there are; it can show that models
with differences describe it better and give more than the interval allows.

Symbols: K lists; n observed persons; BIC = p log n - 2 l of a model with p parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.loglinear.frequency_models import (
    SHAPES,
    FrequencyFit,
    fit_independent,
    fit_shape,
)
from safeconduct.estimate.loglinear.hierarchical_models import pair_codes
from safeconduct.estimate.loglinear.latent_two_classes import TwoClassFit, fit_two_classes
from safeconduct.estimate.loglinear.stepwise import choose_stepwise
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate

HETEROGENEITY: Final = "heterogeneity"
# Raftery (1995, table 6) calls a smaller difference in BIC weak evidence, and one above 6 strong.
# Three lists leave one cell to tell a slope from two interactions: there it must be strong.
_POSITIVE: Final = 2.0
_STRONG: Final = 6.0
_LEANING: Final = " and interactions of two lists"
# With two lists nothing is left over for a slope, with three nothing for a second class.
_LISTS_FOR_SHAPES: Final = 3
_LISTS_FOR_CLASSES: Final = 4


def warnings(history: CaptureHistory, estimate: Estimate) -> tuple[EstimateWarning, ...]:
    """Warn where the best description of differences between persons lies above the interval.

    The models are independence, differences of normal and of log-gamma shape, each of them with
    and without the interactions of two lists that the stepwise choice takes, and two classes. The
    one with the smallest BIC speaks, where it beats those without differences by more than
    2, and with three lists by more than 6.

    Parameters:
        history: K lists, 3 to 8; with two there is no warning. estimate: of the same table, by any
        method that does not describe differences between persons.

    Notes:
        Assumptions: (1) those of the models that are compared.
        Do not take the larger number as a correction: which shape holds decides it, and the table
        does not tell.
        Method: `tools/measure_warnings.py` measures how often it speaks on designs with known
        truth; `docs/estimate-warnings.md` holds the rates.

    References:
        Raftery (1995), Sociological Methodology 25, 111-163, table 6, on differences in BIC.
        Johndrow, Lum and Manrique-Vallier, arXiv:1606.02235, on why the total is not identified
        when persons differ.

    Examples:
        Three lists of Madigan and York (1997), for which R's `dga` gives 731. No model of
        differences describes them better and lies above the interval:

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> from safeconduct.estimate.estimators import dga
        >>> columns = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
        >>> columns |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
        >>> table = CaptureHistory.from_patterns(columns)
        >>> estimate = dga.estimate(table)
        >>> estimate.median, warnings(table, estimate)
        (731, ())
    """
    if estimate.interval is None or history.n_lists < _LISTS_FOR_SHAPES:
        return ()
    # A fit that did not come to rest has no BIC, and was warned of where it was made.
    fits = {name: fit for name, fit in _fits(history).items() if fit.converged}
    if all(fit.differences for fit in fits.values()):
        return ()
    best = min(fits, key=lambda name: fits[name].cost)
    plain = min(fit.cost for fit in fits.values() if not fit.differences)
    total = history.n_observed + fits[best].missing
    gain = plain - fits[best].cost
    needed = _POSITIVE if history.n_lists >= _LISTS_FOR_CLASSES else _STRONG
    if gain <= needed or total <= estimate.interval[1]:
        return ()
    return (
        EstimateWarning(
            code=HETEROGENEITY,
            text="Persons seem to differ in how easily they are seen: the best model of such "
            f"differences gives {total:,.0f}, above the interval. The interval is likely too low.",
            advice="Stratify by place, time or kind of person; compare with lcmcr; say that the "
            "number is at least what the lists support, not the total.",
            evidence={
                "model": best,
                "total": total,
                "interval_high": float(estimate.interval[1]),
                "bic_gain": gain,
            },
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """What one model says: the missing, the BIC, and whether persons differ in it."""

    missing: float
    cost: float
    differences: bool
    converged: bool


def _fits(history: CaptureHistory) -> Mapping[str, _Fit]:
    counts = history.counts.astype(np.float64)
    chosen, _ = choose_stepwise(counts[None])
    codes = pair_codes(history.n_lists)
    leaning = tuple(int(code) for code in codes[chosen[0, codes]])
    fits = {}
    for pairs, suffix in {(): "", leaning: _LEANING}.items():
        fits[f"no differences{suffix if pairs else ''}"] = _fit(
            history, fit_independent(counts, pairs=pairs), differences=False
        )
        # A slope needs a cell of its own beside the parameters that are there already.
        if history.n_lists + len(pairs) + 2 < counts.size - 1:
            fits |= {
                f"{shape} differences{suffix if pairs else ''}": _fit(
                    history, fit_shape(counts, shape=shape, pairs=pairs), differences=True
                )
                for shape in SHAPES
            }
    if history.n_lists >= _LISTS_FOR_CLASSES:
        fits["two classes"] = _fit(history, fit_two_classes(counts), differences=True)
    return fits


def _fit(history: CaptureHistory, fit: FrequencyFit | TwoClassFit, *, differences: bool) -> _Fit:
    cost = fit.n_terms * np.log(history.n_observed) - 2.0 * fit.log_likelihood
    return _Fit(
        missing=fit.missing,
        cost=float(cost),
        differences=differences,
        converged=not isinstance(fit, FrequencyFit) or fit.converged,
    )
