"""Carrying what hand-checked pairs say about a linkage into an estimate, in one step.

It depends on the restoration and the averaging beside it.
Another source of knowledge about a linkage is one more function that ends in `average`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.linkage_averaging.averaging import AveragedEstimate, average
from safeconduct.linkage_averaging.restoration import restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate
    from safeconduct.linkage_averaging.link_errors import CheckedLinks


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
    """
    if seed < 0:
        raise InvalidQuery([("seed", "a whole number, not negative")])
    rng = np.random.default_rng(seed)
    restored = restore(linked, errors=checked.draw(n_draws, rng=rng), seed=seed)
    return average(restored.histories, estimator=estimator)
