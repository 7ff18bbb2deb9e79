"""Poisson fits of many hierarchical log-linear models to many tables at once.

It depends on numpy, scipy and `subset_sums`; existence is certified here where the fit shows it,
and decided by `existence` where it does not.
Another family of models needs its own kernel: this one relies on terms being sets of lists.

Symbols: K lists, C = 2^K codes, R pairs of a table and a model; n_c counts of a table; θ_a the
parameter of term a; μ_c the expected count of cell c. The model is

    n_c ~ Poisson(μ_c) independently,   log μ_c = Σ over terms a ⊆ c of θ_a,   c ≠ 0,

and exp(θ_∅) is the expected number of the missing. Terms whose margin is empty (no person stands
on all their lists) have θ = -∞: the cells above them are taken out (extended maximum likelihood).

References:
    Fienberg and Rinaldo (2012), Annals of Statistics 40, 996-1023, doi:10.1214/12-AOS986.
    Chan, Silverman and Vincent (2021), JASA 116, 1297-1306, section 2,
    doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import gammaln

from safeconduct.estimate.loglinear.subset_sums import over_subsets, over_supersets

if TYPE_CHECKING:
    import numpy.typing as npt

MOST_STEPS: Final = 60
# A Newton step below this changes no expected count in its tenth digit.
_SMALL_STEP: Final = 1e-9
# A mean below this is on its way to zero: the maximum is not reached at finite parameters.
_VANISHED: Final = 1e-9
# Longer steps in a log mean are cut, so that a first step cannot overflow.
_LONGEST_STEP: Final = 6.0
# Rows fitted together: the normal equations of so many stay in the cache of one core.
_MOST_ROWS: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PoissonFits:
    """Fits of R pairs of a table and a model.

    missing: float64, shape (R,), exp(θ_∅), persons. log_likelihood: float64, shape (R,), with the
    factorials of the counts. fitted: float64, shape (R, C), the expected counts, cell 0 being the
    missing. n_terms: int64, shape (R,), parameters, those at -∞ too. certified: bool, shape (R,),
    whether the fit itself proves that the maximum exists. variance: float64, shape (R,), of θ_∅.
    """

    missing: npt.NDArray[np.float64]
    log_likelihood: npt.NDArray[np.float64]
    fitted: npt.NDArray[np.float64]
    n_terms: npt.NDArray[np.int64]
    certified: npt.NDArray[np.bool_]
    variance: npt.NDArray[np.float64]


def free_terms(
    counts: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return which terms have finite parameters, and which cells stay; both shape (R, C).

    A term whose margin is zero is set to -∞; every cell that contains it has the mean zero.
    """
    forced = terms & (over_supersets(counts) == 0)
    kept = over_subsets(forced.astype(np.float64)) == 0
    kept[..., 0] = False
    return terms & ~forced, kept


def fit_poisson(
    counts: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_], *, most_steps: int = MOST_STEPS
) -> PoissonFits:
    """Fit one model to one table in each of R rows, by Newton steps from the table itself.

    The maximum of the Poisson likelihood of log μ_c = Σ_{a ⊆ c} θ_a.

    Parameters:
        counts: float64, shape (R, C), persons, cell 0 zero; zeros and fractions are admitted.
        terms: bool, shape (R, C), hierarchical and of full rank on the kept cells (`existence`).
        most_steps: after so many a row that has not arrived is given up.

    Returns:
        The fits; rows whose `certified` is false have no maximum, or none that the steps reached.

    Notes:
        Assumptions: (1) the cells are independent Poisson counts given N; (2) the model holds in
        the cell of the missing as in the others, so that no interaction of the highest order is
        hidden there.
        Do not use it on counts that were weighted: the likelihood is that of persons.
        Method: Newton, which here is iteratively reweighted least squares. The matrix of second
        derivatives at terms a, b is the sum of μ over cells above a ∪ b, one look-up. Where the
        last step δ moves no log mean by more than a tenth, the table μ_c (1 + (Xδ)_c) is
        positive and has the margins of the counts: by Fienberg and Rinaldo (2012, theorem 2.1)
        the maximum then exists, which `certified` records.

    References:
        Fienberg and Rinaldo (2012), theorem 2.1, doi:10.1214/12-AOS986.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). If the lists were independent there
        would be 7,394.6 persons, as R's `MultipleSystemsEstimation` says too:

        >>> from safeconduct.estimate.loglinear.hierarchical_models import main_effects
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> fits = fit_poisson(kosovo[None], main_effects(4)[None])
        >>> (kosovo.sum() + fits.missing).round(1).tolist(), fits.certified.tolist()
        ([7394.6], [True])
    """
    fits = PoissonFits(
        missing=np.zeros(len(counts)),
        log_likelihood=np.zeros(len(counts)),
        fitted=np.zeros(counts.shape),
        n_terms=terms.sum(axis=1),
        certified=np.zeros(len(counts), dtype=np.bool_),
        variance=np.zeros(len(counts)),
    )
    free, kept = free_terms(counts, terms)
    n_free = free.sum(axis=1)
    for number in np.unique(n_free):
        rows = np.flatnonzero(n_free == number)
        for start in range(0, rows.size, _MOST_ROWS):
            portion = rows[start : start + _MOST_ROWS]
            steps = _stepped(counts, free, kept, rows=portion, most_steps=most_steps)
            _enter(steps, rows=portion, into=fits)
    return fits


def _stepped(
    counts: npt.NDArray[np.float64],
    free: npt.NDArray[np.bool_],
    kept: npt.NDArray[np.bool_],
    *,
    rows: npt.NDArray[np.intp],
    most_steps: int,
) -> _Steps:
    """Fit rows that have the same number of finite parameters."""
    steps = _Steps(
        observed=np.where(kept[rows], counts[rows], 0.0),
        kept=kept[rows],
        active=np.nonzero(free[rows])[1].reshape(rows.size, -1),
    )
    steps.run(most_steps)
    return steps


def _enter(steps: _Steps, *, rows: npt.NDArray[np.intp], into: PoissonFits) -> None:
    """Write what the steps reached into the rows of the fits."""
    observed, kept = steps.observed, steps.kept
    into.fitted[rows] = steps.means
    into.missing[rows] = into.fitted[rows, 0] = np.exp(np.minimum(steps.theta[:, 0], 600.0))
    into.certified[rows] = steps.certified
    into.variance[rows] = steps.first_variance()
    logs = np.log(np.where(kept & (observed > 0), steps.means, 1.0))
    parts = observed * logs - steps.means - gammaln(observed + 1.0)
    into.log_likelihood[rows] = np.where(kept, parts, 0.0).sum(axis=1)


class _Steps:
    """Newton steps of one portion; rows leave as they arrive or run away."""

    def __init__(
        self,
        *,
        observed: npt.NDArray[np.float64],
        kept: npt.NDArray[np.bool_],
        active: npt.NDArray[np.intp],
    ) -> None:
        self.observed = observed
        self.kept = kept
        self.active = active
        self.unions = active[:, :, None] | active[:, None, :]
        self.margins = np.take_along_axis(over_supersets(observed), active, axis=1)
        self.theta = np.zeros(active.shape)
        # The first weights are the counts themselves, lifted off zero.
        self.means = np.where(kept, observed + 0.1, 0.0)
        lifted = np.where(kept, self.means, 1.0)
        working = np.where(kept, np.log(lifted) * self.means + observed - self.means, 0.0)
        everyone = np.arange(len(active))
        self.theta = self._solved(
            everyone, np.take_along_axis(over_supersets(working), active, axis=1)
        )
        self.means = self._expected(everyone)
        self.certified = np.zeros(len(active), dtype=np.bool_)

    def run(self, most_steps: int) -> None:
        """Step until every row has arrived or has a mean that vanishes."""
        rows = np.arange(len(self.active))
        for _ in range(most_steps):
            if not rows.size:
                break
            margins = over_supersets(self.means[rows])
            gradient = self.margins[rows] - np.take_along_axis(margins, self.active[rows], axis=1)
            step = self._solved(rows, gradient)
            change = np.abs(self._log_means(rows, step)).max(axis=1)
            self.theta[rows] += (
                step * np.minimum(1.0, _LONGEST_STEP / np.maximum(change, 1e-300))[:, None]
            )
            self.means[rows] = self._expected(rows)
            arrived = change < _SMALL_STEP
            self.certified[rows[arrived]] = True
            smallest = np.where(self.kept[rows], self.means[rows], 1.0).min(axis=1)
            rows = rows[~arrived & (smallest > _VANISHED)]

    def first_variance(self) -> npt.NDArray[np.float64]:
        """Return the variance of θ_∅, the first entry of the inverse matrix."""
        rows = np.flatnonzero(self.certified)
        first = np.zeros((rows.size, self.active.shape[1]))
        first[:, 0] = 1.0
        variance = np.full(len(self.active), np.nan)
        variance[rows] = self._solved(rows, first)[:, 0]
        return variance

    def _log_means(
        self, rows: npt.NDArray[np.intp], theta: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        spread = np.zeros((rows.size, self.kept.shape[1]))
        np.put_along_axis(spread, self.active[rows], theta, axis=1)
        return np.where(self.kept[rows], over_subsets(spread), 0.0)

    def _expected(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        means = np.exp(np.clip(self._log_means(rows, self.theta[rows]), -600.0, 600.0))
        return np.where(self.kept[rows], means, 0.0)

    def _solved(
        self, rows: npt.NDArray[np.intp], right: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        sums = over_supersets(self.means[rows])
        matrix = np.take_along_axis(sums[:, None, :], self.unions[rows], axis=2)
        return np.asarray(np.linalg.solve(matrix, right[:, :, None])[:, :, 0], dtype=np.float64)
