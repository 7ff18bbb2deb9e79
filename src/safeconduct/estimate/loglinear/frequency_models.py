"""Models in which persons differ in how easily they are seen, through the number of lists alone.

It depends on numpy and scipy; steps that do not come to rest are said aloud as a doubt.
A new shape of heterogeneity is one more line in `SHAPES`.

Symbols: K lists; C = 2^K codes; k_c the number of lists of code c; μ_c expected counts, persons;
β_j the effect of list j; η a function of the number of lists. The models are

    log μ_c = γ + Σ over lists j of c: β_j + η(k_c),      exp(γ) the expected missing.

η = 0 is independence (M_t). If persons differ, and given the person lists are independent, then
η is convex with η(0) = η(1) = 0 after rescaling, up to the shape of the differences; the larger its
slope, the more persons are missing.

References:
    Rivest and Baillargeon (2007), Biometrics 63, 999-1006, doi:10.1111/j.1541-0420.2007.00779.x.
    Baillargeon and Rivest (2007), Journal of Statistical Software 19(5), doi:10.18637/jss.v019.i05.
    Chao (1987), Biometrics 43, 783-791, doi:10.2307/2531532.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import gammaln

from safeconduct.estimate.doubtful import PoorConvergence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt

_MOST_STEPS: Final = 200
_SMALL_STEP: Final = 1e-10
_LONGEST_STEP: Final = 4.0

# What η does with the number of lists. "normal": persons differ by a normal amount on the scale of
# log odds (Darroch's form); "gamma": by a log-gamma amount, whose tail is heavier.
SHAPES: Final[Mapping[str, Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]]] = {
    "normal": lambda k: k**2 / 2.0,
    "gamma": lambda k: -np.log1p(k / 3.5),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrequencyFit:
    """A fit of one such model to one table.

    missing: exp(γ), persons. standard_error: of the missing, persons. log_likelihood: Poisson,
    factorials included. n_terms: parameters. slopes: of η. z: the last slope in standard errors.
    converged: whether the steps came to rest; where they did not, none of the numbers is a maximum.
    """

    missing: float
    standard_error: float
    log_likelihood: float
    n_terms: int
    slopes: tuple[float, ...]
    z: float
    converged: bool


def fit_independent(counts: npt.NDArray[np.float64], *, pairs: Sequence[int] = ()) -> FrequencyFit:
    """Fit the model without differences between persons, η = 0; counts of shape (2^K,).

    pairs: codes of two lists each, whose interaction is added.
    """
    return _fitted(counts, _pairs(counts, pairs))


def fit_shape(
    counts: npt.NDArray[np.float64], *, shape: str, pairs: Sequence[int] = ()
) -> FrequencyFit:
    """Fit the model with one slope, η(k) = τ f(k), where f is one of `SHAPES`.

    log μ_c = γ + Σ β_j + τ f(k_c), and an interaction for each of some pairs of lists.

    Parameters:
        counts: float64, shape (2^K,), persons, K at least 3. shape: a name of `SHAPES`.
        pairs: codes of two lists each, whose interaction is added; few enough that τ is left a
        degree of freedom.

    Returns:
        The fit; its one slope is τ. Under "gamma" differences between persons make τ positive too.

    Notes:
        Assumptions: (1) given the person, lists are independent; (2) persons differ in one
        direction only: who is easy to see for one list is easy to see for all; (3) by how much has
        the named shape, which the table cannot test in the cell of the missing.
        Do not publish its number alone: the shape decides it. It shows in which direction
        differences between persons would move a number.
        Method: Newton with steps cut to a change of 4 in a log mean.

    References:
        Baillargeon and Rivest (2007), Rcapture, doi:10.18637/jss.v019.i05, for both shapes.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). R's `Rcapture` gives 12,797.3 and
        18,387.1 persons, which nothing but the shape sets apart:

        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> for shape in SHAPES:
        ...     print(shape, round(kosovo.sum() + fit_shape(kosovo, shape=shape).missing, 1))
        normal 12797.3
        gamma 18387.1
    """
    return _fitted(counts, [*_pairs(counts, pairs), SHAPES[shape](_n_lists(counts))])


def fit_chao(counts: npt.NDArray[np.float64]) -> FrequencyFit:
    """Fit Chao's lower bound with list effects: η is free from three lists on, and convex.

    η(k) = Σ over j from 3 to K of λ_j max(k - j + 1, 0), λ_j ≥ 0.

    Parameters:
        counts: float64, shape (2^K,), persons.

    Returns:
        The fit; `slopes` are the λ that stayed.

    Notes:
        Assumptions: (1) given the person, lists are independent; (2) persons differ in any way
        that moves all lists in the same direction.
        Do not use f1²/(2 f2), the form for counts without an upper limit, in its place: with few
        lists it is no bound from below.
        Method: Newton; slopes that come out negative are set to zero and the rest fitted again.

    References:
        Rivest and Baillargeon (2007), section 3, doi:10.1111/j.1541-0420.2007.00779.x.

    Examples:
        Killings in Kosovo (Ball and others 2002, four lists). R's `Rcapture` gives at least 8,591.2
        persons:

        >>> counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]
        >>> kosovo = np.array(counts, dtype=np.float64)
        >>> print(round(kosovo.sum() + fit_chao(kosovo).missing, 1))
        8591.2
    """
    k = _n_lists(counts)
    bends = list(range(3, counts.size.bit_length()))
    while True:
        fit = _fitted(counts, [np.maximum(k - bend + 1.0, 0.0) for bend in bends])
        convex = [bend for bend, slope in zip(bends, fit.slopes, strict=True) if slope >= 0.0]
        if convex == bends:
            return fit
        bends = convex


def _pairs(counts: npt.NDArray[np.float64], pairs: Sequence[int]) -> list[npt.NDArray[np.float64]]:
    codes = np.arange(1, counts.size)
    return [((codes & pair) == pair).astype(np.float64) for pair in pairs]


def _n_lists(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """k_c of the cells 1 … 2^K - 1."""
    return np.array([code.bit_count() for code in range(1, counts.size)], dtype=np.float64)


def _fitted(
    counts: npt.NDArray[np.float64], columns: list[npt.NDArray[np.float64]]
) -> FrequencyFit:
    observed = counts[1:]
    n_lists = counts.size.bit_length() - 1
    on = (np.arange(1, counts.size)[:, None] >> np.arange(n_lists)) & 1
    design = np.column_stack([np.ones(observed.size), on, *columns])
    theta = _first(design, observed)
    converged = False
    for _ in range(_MOST_STEPS):
        means = np.exp(design @ theta)
        gradient = design.T @ (observed - means)
        step = np.asarray(np.linalg.solve(_curvature(design, means), gradient), dtype=np.float64)
        change = float(np.abs(design @ step).max())
        theta = theta + step * min(1.0, _LONGEST_STEP / max(change, _SMALL_STEP))
        converged = _still(design, step, means)
        if converged:
            break
    if not converged:
        warnings.warn(
            f"A model of differences between persons did not come to rest in {_MOST_STEPS} steps: "
            "the table has no maximum under it, or too few persons on two lists for one.",
            PoorConvergence,
            stacklevel=3,
        )
    means = np.exp(design @ theta)
    covariance = np.linalg.inv(_curvature(design, means))
    missing = float(np.exp(theta[0]))
    return FrequencyFit(
        missing=missing,
        standard_error=float(np.sqrt(missing + missing**2 * covariance[0, 0])),
        log_likelihood=float((observed * (design @ theta) - means - gammaln(observed + 1.0)).sum()),
        n_terms=design.shape[1],
        slopes=tuple(float(slope) for slope in theta[1 + n_lists :]),
        z=float(theta[-1] / np.sqrt(covariance[-1, -1])),
        converged=converged,
    )


def _still(
    design: npt.NDArray[np.float64],
    step: npt.NDArray[np.float64],
    means: npt.NDArray[np.float64],
) -> bool:
    """Whether a step changes no expected number of persons, nor the log of the missing."""
    moved = float((np.abs(design @ step) * means).max())
    return moved < _SMALL_STEP * max(1.0, float(means.max())) and abs(float(step[0])) < _SMALL_STEP


def _curvature(
    design: npt.NDArray[np.float64], means: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Second derivatives, with a trace of a ridge for cells that run empty."""
    curvature: npt.NDArray[np.float64] = design.T @ (means[:, None] * design)
    return curvature + _SMALL_STEP * np.eye(len(curvature))


def _first(
    design: npt.NDArray[np.float64], observed: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Weighted least squares on the logs of the counts, lifted off zero."""
    lifted = observed + 0.1
    weights = np.sqrt(lifted)
    working = np.log(lifted) + (observed - lifted) / lifted
    solution = np.linalg.lstsq(weights[:, None] * design, weights * working, rcond=None)[0]
    return np.asarray(solution, dtype=np.float64)
