"""The choice of a log-linear model by an information criterion, over all models of a family.

It depends on the models, their checked fits and numpy.
A new criterion is one more line in `COSTS`.

Symbols: M models; n observed persons; p_m parameters of model m, those at -∞ too; l_m its
log-likelihood. BIC_m = p_m log n - 2 l_m; AIC_m = 2 p_m - 2 l_m.

References:
    Silverman, Chan and Vincent (2024), Statistics and Computing 34, 44, sections 2 and 3,
    doi:10.1007/s11222-023-10346-9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.loglinear.existence import fit_checked
from safeconduct.estimate.loglinear.hierarchical_models import MOST_LISTS_ALL_PAIRS, notation

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

# What one parameter costs, as a function of the number of observed persons.
COSTS: Final[Mapping[str, str]] = {"bic": "log n", "aic": "2"}
# Interactions of how many lists are tried, by the number of lists. The order K - 1 of five lists
# adds 681 models that almost no table supports.
ORDERS: Final[Mapping[int, int]] = {2: 1, 3: 2, 4: 3, 5: 3, 6: 2}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RankedModels:
    """Models whose number can be computed, the best first.

    terms: bool, shape (M, 2^K). missing: float64, shape (M,), persons. costs: float64, shape
    (M,), BIC or AIC. fitted: float64, shape (M, 2^K). variance: of the log of the missing.
    n_tried: how many models were fitted. n_left_out: by status code, how many were left out.
    """

    terms: npt.NDArray[np.bool_]
    missing: npt.NDArray[np.float64]
    costs: npt.NDArray[np.float64]
    fitted: npt.NDArray[np.float64]
    variance: npt.NDArray[np.float64]
    n_tried: int
    n_left_out: Mapping[int, int]

    def names(self, n_models: int) -> tuple[str, ...]:
        """Write the best models by their largest terms."""
        return tuple(notation(terms) for terms in self.terms[:n_models])


def default_order(n_lists: int) -> int:
    """Return the largest interaction that is tried for K lists.

    Raises:
        InvalidQuery: there are too many lists to try all models.
    """
    if n_lists > MOST_LISTS_ALL_PAIRS:
        raise InvalidQuery(
            [("select", f"all models can be tried up to {MOST_LISTS_ALL_PAIRS} lists")],
            hint="Choose stepwise, or merge lists.",
        )
    return ORDERS[n_lists]


def rank(
    counts: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_], *, select: str
) -> RankedModels:
    """Fit every model to one table and order those that have status 0 by the criterion.

    Smallest p_m cost(n) - 2 l_m first.

    Parameters:
        counts: float64, shape (2^K,), persons. terms: bool, shape (M, 2^K).
        select: "bic" or "aic".

    Returns:
        The models in order; none where no model has status 0.

    Notes:
        Assumptions: (1) those of `fit_poisson` for one of the models.
        Do not take the interval of the winner as if it had not been chosen (`bootstrap`).
        Method: ties keep the order in which the models were given.

    References:
        Silverman, Chan and Vincent (2024), section 2, doi:10.1007/s11222-023-10346-9.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). R's `MultipleSystemsEstimation` puts
        [123,14,34] first, with 10,357 persons, and [123,134] second, with 12,741:

        >>> from safeconduct.estimate.loglinear.hierarchical_models import all_models
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> ranked = rank(kosovo, all_models(4, order=3), select="bic")
        >>> ranked.names(2)
        ('[123,14,34]', '[123,134]')
        >>> (kosovo.sum() + ranked.missing[:2]).round().tolist()
        [10357.0, 12741.0]
    """
    checked = fit_checked(np.broadcast_to(counts, terms.shape), terms)
    kept = np.flatnonzero(checked.status == 0)
    costs = cost_of(
        checked.fits.log_likelihood,
        checked.fits.n_terms,
        n_observed=float(counts.sum()),
        select=select,
    )
    order = kept[np.argsort(costs[kept], kind="stable")]
    return RankedModels(
        terms=terms[order],
        missing=checked.fits.missing[order],
        costs=costs[order],
        fitted=checked.fits.fitted[order],
        variance=checked.fits.variance[order],
        n_tried=len(terms),
        n_left_out={code: int((checked.status == code).sum()) for code in (1, 2, 3)},
    )


def cost_of(
    log_likelihood: npt.NDArray[np.float64],
    n_terms: npt.NDArray[np.int64],
    *,
    n_observed: float,
    select: str,
) -> npt.NDArray[np.float64]:
    """Return the criterion of fits, the smaller the better; shape as given."""
    cost = np.log(n_observed) if select == "bic" else 2.0
    return n_terms * cost - 2.0 * log_likelihood
