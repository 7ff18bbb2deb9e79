"""Two lists, taken to be independent: the estimator of Lincoln and Petersen in Chapman's form.

It depends on scipy and on what an estimate says.
More lists are for the other estimators, which can ask whether lists are independent; two cannot.

Symbols: n1, n2 the persons on the first and the second list; m those on both; N the total.

References:
    Chapman (1951), University of California Publications in Statistics 1, 131-160.
    Seber (1982), The Estimation of Animal Abundance, section 3.1.1, equations 3.1 and 3.2.
    Sekar and Deming (1949), JASA 44, 101-115, doi:10.1080/01621459.1949.10483294.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scipy.stats import hypergeom

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.examination import examine
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    refused_estimate,
)
from safeconduct.estimate.voiced_doubts import voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.estimate.capture_history import CaptureHistory

METHOD: Final = "lincoln_petersen"
NAME: Final = "two-lists-independent"
TWO_LISTS: Final = "needs-two-lists"
_N_LISTS: Final = 2
ASSUMPTIONS: Final = (
    Assumption(
        number=1,
        text="The two lists are independent: being on one does not change the chance of the "
        "other. Two lists cannot show whether this holds, and the number rests on it.",
    ),
    Assumption(number=2, text="On one list at least, everybody has the same chance to be."),
    Assumption(number=3, text="The population does not change, and no link is missed or false."),
)


def estimate(history: CaptureHistory, *, level: float = 0.95) -> Estimate:
    """Estimate the total from two lists that are taken to be independent.

    Given n1 and n2, m is hypergeometric; N̂ = (n1 + 1)(n2 + 1) / (m + 1) - 1.

    Parameters:
        history: two lists, counts in persons.
        level: probability of the interval, within (0, 1).

    Returns:
        `point` and `median` are N̂, in persons. `interval` holds every N that neither tail of the
        hypergeometric distribution excludes: under the assumptions it covers at least at its level.
        A table that a rule declines, or that has more lists, comes back with its refusal.

    Raises:
        InvalidQuery: the level is not within (0, 1).

    Warns:
        DoubtfulResult: what the diagnostics of the table find.

    Notes:
        Assumptions: as numbered in `ASSUMPTIONS`.
        Do not use it where one list was drawn from the other or referred persons to it: the number
        is then too small, and nothing in the table shows it.
        Method: bisection over whole N on both tails.

    References:
        Seber (1982), equations 3.1 and 3.2; Chapman (1951).

    Examples:
        Exhumations and the list of the bar association, killings in Kosovo (Ball and others 2002):
        1,910 and 1,528 persons, 403 on both. All four lists give 10,357 to 12,600; these two
        depend on each other.

        >>> import numpy as np
        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> counts = np.array([0, 1910 - 403, 1528 - 403, 403])
        >>> found = estimate(CaptureHistory(lists=("EXH", "ABA"), counts=counts))
        >>> found.method, round(found.point), found.interval
        ('two-lists-independent', 7231, (6729.0, 7827.0))
    """
    if not 0.0 < level < 1.0:
        raise InvalidQuery([("level", "is between 0 and 1")])
    found = examine(history)
    refusal = _too_many(history) or found.refusal
    if refusal is not None:
        return refused_estimate(
            history,
            refusal,
            method=NAME,
            assumptions=ASSUMPTIONS,
            warnings=found.warnings,
            level=level,
        )
    voice(found.warnings)
    n1, n2 = history.overlap().totals
    both = int(history.counts[-1])
    total = (n1 + 1) * (n2 + 1) / (both + 1) - 1
    return Estimate(
        method=NAME,
        observed=history.n_observed,
        median=total,
        interval=_interval(n1, n2, both=both, level=level),
        level=level,
        point=total,
        assumptions=ASSUMPTIONS,
        diagnostics={"on_both": both},
        warnings=found.warnings,
        input_digest=history.digest(),
    )


def _too_many(history: CaptureHistory) -> EstimateRefusal | None:
    if history.n_lists == _N_LISTS:
        return None
    return EstimateRefusal(
        code=TWO_LISTS,
        rule="Where more lists could test independence, it is not assumed",
        reason=f"The table has {history.n_lists} lists.",
        remedy="Use dga, lcmcr, loglinear or chao, or merge the lists into two and say why.",
        evidence={"lists": history.n_lists},
    )


def _interval(n1: int, n2: int, *, both: int, level: float) -> tuple[float, float]:
    """Return the smallest and the largest N under which m is in neither tail."""
    tail = (1.0 - level) / 2.0
    observed = n1 + n2 - both
    low = _first(
        lambda total: float(hypergeom.cdf(both, total, n1, n2)) > tail, observed, both=both
    )
    # The first N that the upper tail excludes is one beyond the largest that it admits.
    high = _first(
        lambda total: float(hypergeom.sf(both - 1, total, n1, n2)) <= tail, observed, both=both
    )
    return float(low), float(high - 1)


def _first(holds: Callable[[int], bool], start: int, *, both: int) -> int:
    """Return the first N from `start` on for which a condition that stays true is true."""
    below, above = start - 1, start + both
    while not holds(above):
        below, above = above, 2 * above
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if holds(middle) else (middle, above)
    return above
