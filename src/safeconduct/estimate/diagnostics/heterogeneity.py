"""Whether persons differ in how easily they are seen, so that the interval is too low.

It depends on the models of differences in `loglinear` and on what an estimate says.
Another way in which persons may differ is one more line in `_fits`.

Differences between persons make lists look dependent, and a method that does not describe them
counts too few of those whom nobody sees. No table shows how many there are; it can show that models
with differences describe it better and give more than the interval allows.

Symbols: K lists; n observed persons; BIC = p log n - 2 l of a model with p parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.loglinear.frequency_models import fit_independent, fit_shape
from safeconduct.estimate.loglinear.latent_two_classes import fit_two_classes
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate

HETEROGENEITY: Final = "heterogeneity"
INDEPENDENCE: Final = "no differences"
# With two lists nothing is left over for a slope, with three nothing for a second class.
_LISTS_FOR_SHAPES: Final = 3
_LISTS_FOR_CLASSES: Final = 4


def warnings(history: CaptureHistory, estimate: Estimate) -> tuple[EstimateWarning, ...]:
    """Warn where the best description of differences between persons lies above the interval.

    The models are independence, differences of normal and of log-gamma shape, and two classes;
    the one with the smallest BIC speaks. Where that is independence there is no warning.

    Parameters:
        history: K lists, 3 to 8; with two there is no warning. estimate: of the same table, by any
        method that does not describe differences between persons.

    Notes:
        Assumptions: (1) those of the models that are compared.
        Do not take the larger number as a correction: which shape holds decides it, and the table
        does not tell.
        Method: `tools/measure_warnings.py` measures how often it speaks on designs with known
        truth; `docs/benchmarks.md` holds the rates.

    References:
        Johndrow, Lum and Manrique-Vallier (2019), Biometrika 106, 197-208,
        doi:10.1093/biomet/asy052, on why the total is not identified when persons differ.
    """
    if estimate.interval is None or history.n_lists < _LISTS_FOR_SHAPES:
        return ()
    fits = _fits(history)
    best = min(fits, key=lambda name: fits[name][1])
    total = history.n_observed + fits[best][0]
    if best == INDEPENDENCE or total <= estimate.interval[1]:
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
                "bic_gain": fits[INDEPENDENCE][1] - fits[best][1],
            },
        ),
    )


def _fits(history: CaptureHistory) -> Mapping[str, tuple[float, float]]:
    """The missing and the BIC under each model."""
    counts = history.counts.astype(np.float64)
    found = {
        INDEPENDENCE: fit_independent(counts),
        "normal differences": fit_shape(counts, shape="normal"),
        "log-gamma differences": fit_shape(counts, shape="gamma"),
    }
    penalty = np.log(history.n_observed)
    fits = {
        name: (fit.missing, float(fit.n_terms * penalty - 2.0 * fit.log_likelihood))
        for name, fit in found.items()
    }
    if history.n_lists >= _LISTS_FOR_CLASSES:
        classes = fit_two_classes(counts)
        fits["two classes"] = (
            classes.missing,
            float(classes.n_terms * penalty - 2.0 * classes.log_likelihood),
        )
    return fits
