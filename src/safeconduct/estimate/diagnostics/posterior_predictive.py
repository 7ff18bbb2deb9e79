"""Whether tables that a fitted method would produce look like the table that there is.

It depends on numpy, the table of capture histories and on what an estimate says; the tables come
from the estimator, drawn from its posterior or its fitted means.
Another discrepancy is one more line in `_discrepancies`.

Symbols: R replicated tables; C = 2^K codes; f_k persons on exactly k lists; the Freeman-Tukey
distance of counts n from expectations m is Σ (√n - √m)².

References:
    Gelman, Meng and Stern (1996), Statistica Sinica 6, 733-807, section 2.
    Freeman and Tukey (1950), Annals of Mathematical Statistics 21, 607-611.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

POSTERIOR_PREDICTIVE: Final = "posterior-predictive"
# Both tails together; a method that is right shows this once in a hundred tables.
_SURPRISING: Final = 0.01


def tail_probabilities(
    history: CaptureHistory, replicated: npt.NDArray[np.float64]
) -> dict[str, float]:
    """Return by discrepancy the probability of one at least as large as that of the table.

    P(T(n_rep, m) ≥ T(n, m)), m the mean of the replicated tables.

    Parameters:
        history: the table. replicated: float64, shape (R, C), persons; cell 0 is not looked at.

    Returns:
        For the cells: one tail. For the numbers seen by 1, 2, … K lists: the smaller of the two
        tails, doubled.

    Notes:
        Assumptions: (1) the replicated tables were drawn from the method that is judged.
        Do not read a large probability as support: the cell of the missing is never looked at.
        Method: ranks among the replicated tables, with one added above and below.

    References:
        Gelman, Meng and Stern (1996), section 2.3.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists), where independent lists give 7,394.6
        persons. Of 99 tables drawn from that model none is as far from their mean as this one:

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> from safeconduct.estimate.loglinear.hierarchical_models import main_effects
        >>> from safeconduct.estimate.loglinear.poisson_fit import fit_poisson
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = CaptureHistory(lists=("EXH", "ABA", "OSCE", "HRW"), counts=np.array(counts))
        >>> means = fit_poisson(kosovo.counts[None].astype(float), main_effects(4)[None]).fitted
        >>> replicated = np.random.default_rng(1).poisson(means, size=(99, 16)).astype(float)
        >>> tail_probabilities(kosovo, replicated)["cells"]
        0.01
    """
    observed = history.counts[1:].astype(np.float64)
    tables = replicated[:, 1:]
    expected = tables.mean(axis=0)
    distances = ((np.sqrt(tables) - np.sqrt(expected)) ** 2).sum(axis=1)
    distance = ((np.sqrt(observed) - np.sqrt(expected)) ** 2).sum()
    found = {"cells": _at_least(distances, float(distance))}
    n_lists = np.array([code.bit_count() for code in range(1, observed.size + 1)])
    for k in range(1, history.n_lists + 1):
        seen = tables[:, n_lists == k].sum(axis=1)
        here = float(observed[n_lists == k].sum())
        both = min(_at_least(seen, here), _at_least(-seen, -here))
        found[f"seen by {k}"] = min(1.0, 2.0 * both)
    return found


def warnings(
    history: CaptureHistory, replicated: npt.NDArray[np.float64]
) -> tuple[EstimateWarning, ...]:
    """Warn where the table would surprise the method that was fitted to it."""
    found = tail_probabilities(history, replicated)
    # As many discrepancies are looked at as there are; together they surprise once in a hundred.
    surprising = {name: p for name, p in found.items() if p * len(found) < _SURPRISING}
    if not surprising:
        return ()
    return (
        EstimateWarning(
            code=POSTERIOR_PREDICTIVE,
            text="The method would not produce a table like this one: it differs in "
            f"{', '.join(surprising)}.",
            advice="Do not give the number of this method; stratify, or use one that fits.",
            evidence=dict(surprising),
        ),
    )


def _at_least(values: npt.NDArray[np.float64], observed: float) -> float:
    # A rank keeps equal totals of persons equal, which sums of square roots may not.
    return float(((values >= observed - 1e-9).sum() + 1) / (values.size + 1))
