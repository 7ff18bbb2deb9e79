"""Carrying what hand-checked pairs say about a linkage into an estimate, in one step.

It depends on the restoration and the averaging beside it.
Another source of knowledge about a linkage is one more function that ends in `average`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.result import Assumption
from safeconduct.linkage_averaging.averaging import AveragedEstimate, average
from safeconduct.linkage_averaging.restoration import restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate
    from safeconduct.linkage_averaging.link_errors import CheckedLinks


OF_CHECKED_PAIRS: Final = (
    "The pairs that were checked are drawn at random from this linkage; each list and each pattern "
    "has the same rates of missed and false links, no list holds a person twice, and false links "
    "join records that stand alone."
)


def carry(
    linked: CaptureHistory,
    *,
    checked: CheckedLinks,
    estimator: Callable[[CaptureHistory], Estimate],
    seed: int,
    n_draws: int = 100,
) -> AveragedEstimate:
    """Estimate with the error rates of the linkage as unsure as the checked pairs leave them.

    Parameters
    ----------
    linked : CaptureHistory
        Persons by capture pattern as the linkage has them.
    checked : CheckedLinks
        What people found who checked pairs of this linkage, drawn at random.
    estimator : callable
        Takes one table and gives an `Estimate` with a distribution.
    seed : int
        Not negative; the same seed gives the same answer.
    n_draws : int
        Linkages to draw, at least 20; 100 or more for a number that is given to others.

    Returns
    -------
    AveragedEstimate
        The mixture over the draws.

    Raises
    ------
    InvalidQuery
        There are too few draws, the seed is negative, or the estimator gives no distribution.
    Refusal
        The checked pairs cannot be about this linkage.

    Notes
    -----
    Assumptions: those of the estimator and of `CheckedLinks`, and (1) the rates are the same for
    each list and pattern; (2) no list holds a person twice; (3) false links join records that stand
    alone, and strangers meet at random, as `restore` says; (4) linkage and estimate can be done one
    after the other.
    Do not use it with pairs that were checked of another linkage, or chosen because they were easy:
    the interval is then in the wrong place, or too narrow.
    Method: rates are drawn from their posterior under Jeffreys' prior, one table is restored for
    each, and the posteriors are mixed by `average`.

    References
    ----------
    Sadinle, Annals of Applied Statistics 12(2), 2018, arXiv 1812.09590, on averaging over linkages.
    The sums by which tables are restored are the project's own.

    Examples
    --------
    Three lists of Madigan and York (1997), for which R's `dga` gives 731 (694 to 787) if no link is
    in doubt. Suppose that 10 of 200 true pairs had been missed and 4 of 200 links were false; no
    number is published for that:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> from safeconduct.estimate.estimators import dga
    >>> from safeconduct.linkage_averaging.link_errors import CheckedLinks
    >>> columns = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
    >>> columns |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
    >>> linked = CaptureHistory.from_patterns(columns)
    >>> checked = CheckedLinks(
    ...     true_pairs=200, true_pairs_found=190, linked_pairs=200, linked_pairs_right=196
    ... )
    >>> carried = carry(linked, checked=checked, estimator=dga.estimate, seed=1, n_draws=20)
    >>> carried.estimate.median, carried.estimate.interval
    (702.0, (642, 761))
    """
    if seed < 0:
        raise InvalidQuery([("seed", "a whole number, not negative")])
    rng = np.random.default_rng(seed)
    restored = restore(linked, errors=checked.draw(n_draws, rng=rng), seed=seed)
    averaged = average(restored.histories, estimator=estimator)
    assumed = averaged.estimate.assumptions
    checks = Assumption(number=len(assumed) + 1, text=OF_CHECKED_PAIRS)
    return replace(averaged, estimate=replace(averaged.estimate, assumptions=(*assumed, checks)))
