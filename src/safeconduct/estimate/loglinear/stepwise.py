"""The stepwise choice of interactions of two lists, for many tables at once.

It depends on the checked fits, scipy and numpy.
Another rule of entry replaces `_tail` alone.

Symbols: K lists; R tables; P = K (K - 1) / 2 pairs of lists; n_ab the persons seen on both lists of
a pair; m_ab what the current model expects.

References:
    Chan, Silverman and Vincent (2021), JASA 116, 1297-1306, section 3.2,
    doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.stats import poisson

from safeconduct.estimate.loglinear.existence import fit_checked
from safeconduct.estimate.loglinear.hierarchical_models import main_effects, pair_codes
from safeconduct.estimate.loglinear.subset_sums import over_supersets

if TYPE_CHECKING:
    import numpy.typing as npt

THRESHOLD: Final = 0.02


def choose_stepwise(
    counts: npt.NDArray[np.float64], *, threshold: float = THRESHOLD
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float64]]:
    """Add pair by pair the interaction that the current model contradicts most.

    A pair enters where the Poisson tail probability of n_ab with mean m_ab is the smallest of all
    pairs and below the threshold, and where the larger model has status 0.

    Parameters:
        counts: float64, shape (R, 2^K), persons. threshold: probability, above 0 and below 1.

    Returns:
        The chosen terms, bool, shape (R, 2^K), and the expected missing, float64, shape (R,),
        persons; infinite where not even independence has a maximum.

    Notes:
        Assumptions: (1) those of `fit_poisson`; (2) no interaction of three lists or more.
        Do not use it for few lists, where all models can be tried: the path of entry decides.
        Method: all tables take their steps together; ties go to the first pair.

    References:
        Chan, Silverman and Vincent (2021), section 3.2, doi:10.1080/01621459.2019.1708748.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). R's `MultipleSystemsEstimation` ends
        its steps at 14,341.7 persons:

        >>> from safeconduct.estimate.loglinear.hierarchical_models import notation
        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> terms, missing = choose_stepwise(kosovo[None])
        >>> notation(terms[0])
        '[12,13,14,23,34]'
        >>> (kosovo.sum() + missing).round(1).tolist()
        [14341.7]
    """
    n_tables, n_codes = counts.shape
    pairs = pair_codes(n_codes.bit_length() - 1)
    terms = np.repeat(main_effects(n_codes.bit_length() - 1)[None], n_tables, axis=0)
    checked = fit_checked(counts, terms)
    missing = np.where(checked.status == 0, checked.fits.missing, np.inf)
    observed = over_supersets(counts)[:, pairs]
    fitted = checked.fits.fitted.copy()
    rows = np.flatnonzero(checked.status == 0)
    for _ in pairs:
        fitted[rows, 0] = 0.0
        expected = over_supersets(fitted[rows])[:, pairs]
        tails = np.where(terms[rows][:, pairs], 1.0, _tail(observed[rows], expected))
        rows, larger, checked_missing, checked_fitted = _entered(
            counts, terms, rows=rows, tails=tails, threshold=threshold
        )
        terms[rows] = larger
        missing[rows] = checked_missing
        fitted[rows] = checked_fitted
    return terms, missing


def _tail(
    observed: npt.NDArray[np.float64], expected: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The smaller of the two Poisson tails, each with the observed number in it."""
    below = np.asarray(poisson.cdf(observed, expected), dtype=np.float64)
    above = np.asarray(poisson.sf(observed - 1.0, expected), dtype=np.float64)
    return np.minimum(below, above)


def _entered(
    counts: npt.NDArray[np.float64],
    terms: npt.NDArray[np.bool_],
    *,
    rows: npt.NDArray[np.intp],
    tails: npt.NDArray[np.float64],
    threshold: float,
) -> tuple[
    npt.NDArray[np.intp],
    npt.NDArray[np.bool_],
    npt.NDArray[np.float64],
    npt.NDArray[np.float64],
]:
    """Return the tables whose model grows, with the larger model, its missing and its means.

    The pair with the smallest tail enters; where the larger model has no maximum or is not
    identified, the next pair is tried.
    """
    pairs = pair_codes(counts.shape[1].bit_length() - 1)
    tails = tails.copy()
    waiting = np.arange(rows.size)
    grown: list[npt.NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)]
    models = [terms[:0]]
    missing = [np.zeros(0)]
    fitted = [np.zeros((0, counts.shape[1]))]
    while True:
        best = tails[waiting].argmin(axis=1)
        waiting, best = _below(waiting, best, tails=tails, threshold=threshold)
        if not waiting.size:
            break
        larger = terms[rows[waiting]]
        larger[np.arange(waiting.size), pairs[best]] = True
        checked = fit_checked(counts[rows[waiting]], larger)
        sound = checked.status == 0
        grown.append(rows[waiting[sound]])
        models.append(larger[sound])
        missing.append(checked.fits.missing[sound])
        fitted.append(checked.fits.fitted[sound])
        tails[waiting[~sound], best[~sound]] = 1.0
        waiting = waiting[~sound]
    return (
        np.concatenate(grown),
        np.concatenate(models),
        np.concatenate(missing),
        np.concatenate(fitted),
    )


def _below(
    waiting: npt.NDArray[np.intp],
    best: npt.NDArray[np.intp],
    *,
    tails: npt.NDArray[np.float64],
    threshold: float,
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    small = tails[waiting, best] < threshold
    return waiting[small], best[small]
