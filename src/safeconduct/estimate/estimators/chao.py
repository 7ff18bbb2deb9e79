"""Chao's lower bound: at least how many there are, if persons differ in how easily they are seen.

It depends on `loglinear.frequency_models` and on what an estimate says.
Another bound is another module beside this one.

Symbols: K lists, 2 to 8; n persons observed; N0 the missing; s the standard error of N0; z the
normal quantile of the level.

References:
    Chao (1987), Biometrics 43, 783-791, doi:10.2307/2531532.
    Rivest and Baillargeon (2007), Biometrics 63, 999-1006, doi:10.1111/j.1541-0420.2007.00779.x.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import ndtri

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.doubtful import PoorConvergence
from safeconduct.estimate.examination import examine
from safeconduct.estimate.loglinear.frequency_models import fit_chao
from safeconduct.estimate.result import Assumption, Estimate, EstimateRefusal, refused_estimate
from safeconduct.estimate.voiced_doubts import voice

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

METHOD: Final = "chao"
NAME: Final = "chao-lower-bound"
ASSUMPTIONS: Final = (
    Assumption(
        number=1,
        text="The number is a bound from below, not the total; where lists avoid each other's "
        "persons it can lie above the total.",
    ),
    Assumption(number=2, text="Given the person, being on one list does not change another."),
    Assumption(
        number=3,
        text="Persons may differ in how easily they are seen, in the same direction for all lists.",
    ),
    Assumption(number=4, text="The population does not change, and no link is missed or false."),
)

_TWO_LISTS: Final = 2
# Without it two lists would seem to have two methods that agree.
OF_TWO_LISTS: Final = Assumption(
    number=5,
    text="Two lists leave nothing to bound with: this is the number of Lincoln and Petersen, n1 n2 "
    "/ m, under another name. It rests on the two lists being independent given the person, and "
    "supports no number of lincoln_petersen.",
)


def estimate(history: CaptureHistory, *, level: float = 0.95) -> Estimate:
    """Bound the total from below where persons differ in how easily they are seen.

    Lists are independent given the person; the bound is the table's best fit of
    log μ_c = γ + Σ β_j + η(k_c), η convex and free from three lists on, and N ≥ n + exp(γ).

    Parameters:
        history: K lists, 2 to 8, counts in persons.
        level: probability of the interval, within (0, 1).

    Returns:
        `point` and `median` are the bound, in persons; `interval` is that of the bound. A table
        that a rule declines comes back with its refusal.

    Raises:
        InvalidQuery: the level is not within (0, 1).

    Warns:
        DoubtfulResult: what the diagnostics of the table find.

    Notes:
        Assumptions: as numbered in `ASSUMPTIONS`; of two lists `OF_TWO_LISTS` too, since the bound
        is then n1 n2 / m, with n1 and n2 on each list and m on both.
        Do not use it where lists refer persons to each other: positive dependence between lists
        lowers it further below the total, and avoidance can put it above.
        Method: `fit_chao`; the interval is [n + N0 / C, n + N0 C] with
        C = exp(z √log(1 + s² / N0²)), which never falls below the observed number.

    References:
        Rivest and Baillargeon (2007), section 3; Chao (1987), equation 8 for the interval.

    Examples:
        The bound for killings in Kosovo, March to June 1999 (Ball and others 2002), that Rcapture
        1.4-4 gives as "Mth Chao (LB)":

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> table = {
        ...     "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
        ...     "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
        ...     "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
        ...     "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
        ...     "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
        ... }
        >>> round(estimate(CaptureHistory.from_patterns(table)).point)
        8591
    """
    if not 0.0 < level < 1.0:
        raise InvalidQuery([("level", "is between 0 and 1")])
    found = examine(history)
    assumptions = (*ASSUMPTIONS, OF_TWO_LISTS) if history.n_lists == _TWO_LISTS else ASSUMPTIONS
    if found.refusal is not None:
        return refused_estimate(
            history,
            found.refusal,
            method=NAME,
            assumptions=assumptions,
            warnings=found.warnings,
            level=level,
        )
    voice(found.warnings)
    with warnings.catch_warnings():
        # What the warning says is refused by name below.
        warnings.simplefilter("ignore", PoorConvergence)
        fit = fit_chao(history.counts.astype(np.float64))
    if not fit.converged:
        return refused_estimate(
            history,
            _without_maximum(),
            method=NAME,
            assumptions=assumptions,
            warnings=found.warnings,
            level=level,
        )
    spread = np.log1p((fit.standard_error / fit.missing) ** 2)
    factor = float(np.exp(ndtri((1.0 + level) / 2.0) * np.sqrt(spread)))
    bound = history.n_observed + fit.missing
    return Estimate(
        method=NAME,
        observed=history.n_observed,
        median=bound,
        interval=(
            history.n_observed + fit.missing / factor,
            history.n_observed + fit.missing * factor,
        ),
        level=level,
        point=bound,
        assumptions=assumptions,
        diagnostics={"standard_error": fit.standard_error, "n_bends": len(fit.slopes)},
        warnings=found.warnings,
        input_digest=history.digest(),
    )


def _without_maximum() -> EstimateRefusal:
    return EstimateRefusal(
        code="no-maximum",
        rule="A bound is given where the model has a maximum",
        reason="The fit runs away: too few persons are on two lists for the table to bound those "
        "on none.",
        remedy="Look for lists that overlap more, merge lists of one kind, or publish the observed "
        "number alone.",
    )
