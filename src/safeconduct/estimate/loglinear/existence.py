"""Whether a model's maximum exists for a table, and whether the table identifies its parameters.

It depends on numpy, scipy and the Poisson fit.
A further condition is a further bit of the status code.

Symbols: K lists, C = 2^K codes, R pairs of a table and a model; A the matrix of the model, one
column for each kept cell c and one line for each finite term a, with A_ac = 1 where a ⊆ c; t = A n
the margins of the table.

Status codes, as in the literature's programs: 0 both conditions hold; 1 the maximum does not exist;
2 the parameters are not identified; 3 neither holds.

References:
    Fienberg and Rinaldo (2012), Annals of Statistics 40, 996-1023, doi:10.1214/12-AOS986.
    Chan, Silverman and Vincent (2021), JASA 116, 1297-1306, section 2.6 and tables 2 and 3,
    doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import linprog

from safeconduct.estimate.loglinear.poisson_fit import PoissonFits, fit_poisson, free_terms

if TYPE_CHECKING:
    import numpy.typing as npt

DOES_NOT_EXIST: Final = 1
NOT_IDENTIFIED: Final = 2
# A solution of the linear programme below this is zero: the margins of 0/1 tables are integers.
_ZERO: Final = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedFits:
    """Fits with their status codes; where the status is not 0 the numbers of the fit mean nothing.

    status: int64, shape (R,).
    """

    fits: PoissonFits
    status: npt.NDArray[np.int64]


def fit_checked(counts: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_]) -> CheckedFits:
    """Fit one model to one table in each of R rows, and say for which rows the fit means something.

    The maximum exists where some x > 0 has A x = A n; it is unique where A has full rank.

    Parameters:
        counts: float64, shape (R, C), persons. terms: bool, shape (R, C), hierarchical.

    Returns:
        The fits and their status codes.

    Notes:
        Assumptions: (1) those of `fit_poisson`.
        Do not read status 0 as support for a model: it says only that its number can be computed.
        Method: the rank by singular values, once for each pattern of zeros; existence by the
        certificate of the fit, and by the linear programme "largest s with A x = t, x ≥ s" for the
        rows without one. Both depend on which cells are empty only, so a pattern is decided once.

    References:
        Fienberg and Rinaldo (2012), theorem 2.1 and section 4, doi:10.1214/12-AOS986.

    Examples:
        The artificial table of Chan, Silverman and Vincent (2021, tables 2 and 3): three lists,
        of which only the first two share persons.

        >>> from safeconduct.estimate.loglinear.hierarchical_models import read_notation
        >>> table = np.array([[0.0, 40, 30, 6, 20, 0, 0, 0]])
        >>> for model in ("[1,2,3]", "[12,3]", "[12,13]", "[13,23]", "[12,13,23]"):
        ...     terms = read_notation(model, n_lists=3)[None]
        ...     print(model, fit_checked(table, terms).status[0])
        [1,2,3] 0
        [12,3] 1
        [12,13] 1
        [13,23] 0
        [12,13,23] 2
    """
    free, kept = free_terms(counts, terms)
    status = np.where(_full_rank(free, kept), 0, NOT_IDENTIFIED)
    identified = status == 0
    fits = fit_poisson(
        counts,
        terms if identified.all() else np.where(identified[:, None], terms, _constant(terms)),
    )
    undecided = np.flatnonzero(~(fits.certified & identified))
    if undecided.size:
        exists = _exists(counts[undecided] > 0, free[undecided], kept[undecided])
        status[undecided] += np.where(exists, 0, DOES_NOT_EXIST)
    return CheckedFits(fits=fits, status=status)


def status_codes(
    counts: npt.NDArray[np.float64], terms: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Return the status codes by rank and linear programme alone, without a fit; shape (R,)."""
    free, kept = free_terms(counts, terms)
    exists = _exists(counts > 0, free, kept)
    return np.where(_full_rank(free, kept), 0, NOT_IDENTIFIED) + np.where(exists, 0, DOES_NOT_EXIST)


def _constant(terms: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """One mean for all cells, in place of a model whose normal equations have no solution."""
    constant = np.zeros_like(terms)
    constant[:, 0] = True
    return constant


def _full_rank(free: npt.NDArray[np.bool_], kept: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether the finite terms of each row are identified by its kept cells.

    With every cell kept, the only relation between the terms is the alternating sum of all of
    them, so that every model but the one with every term has full rank.
    """
    full = np.ones(len(free), dtype=np.bool_)
    doubtful = np.flatnonzero(~kept[:, 1:].all(axis=1) | free.all(axis=1))
    patterns, place = _patterns(free[doubtful], kept[doubtful])
    codes = np.arange(free.shape[1])
    below = (codes[:, None] & codes) == codes
    ranks = [
        int(np.linalg.matrix_rank(below[np.ix_(line[codes.size :], line[: codes.size])]))
        == line[: codes.size].sum()
        for line in patterns
    ]
    full[doubtful] = np.array(ranks, dtype=np.bool_)[place]
    return full


def _exists(
    seen: npt.NDArray[np.bool_], free: npt.NDArray[np.bool_], kept: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Decide existence by the linear programme, once for each pattern of zeros and terms."""
    patterns, place = _patterns(seen & kept, free, kept)
    size = seen.shape[1]
    found = [_programme(line[:size], line[size : 2 * size], line[2 * size :]) for line in patterns]
    return np.array(found, dtype=np.bool_)[place]


def _programme(
    seen: npt.NDArray[np.bool_], free: npt.NDArray[np.bool_], kept: npt.NDArray[np.bool_]
) -> bool:
    """Whether a table that is positive on every kept cell has the margins of the 0/1 table seen."""
    if (seen == kept).all():
        return True
    codes = np.arange(seen.size)
    matrix = ((codes[:, None] & codes) == codes)[np.ix_(kept, free)].T.astype(np.float64)
    # The table is written as s + d with d ≥ 0 in every cell, so that bounds replace inequalities.
    programme = linprog(
        np.append(np.zeros(matrix.shape[1]), -1.0),
        A_eq=np.column_stack([matrix, matrix.sum(axis=1)]),
        b_eq=matrix @ seen[kept],
        bounds=(0, None),
        method="highs",
    )
    return programme.x is not None and bool(programme.x[-1] > _ZERO)


def _patterns(
    *parts: npt.NDArray[np.bool_],
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.intp]]:
    """Return the different rows of arrays side by side, and which of them each row is."""
    lines = np.concatenate(parts, axis=1)
    if not len(lines):
        return lines, np.zeros(0, dtype=np.intp)
    packed = np.packbits(lines, axis=1)
    _, first, place = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    return lines[first], place.reshape(-1)
