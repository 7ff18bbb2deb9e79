"""Log-linear models: the number under the model that an information criterion or steps choose.

It depends on `loglinear`, on the diagnostics and on what an estimate says.
Another way of choosing the model is one more line in `_CHOICES`.

Symbols: K lists, 2 to 8; n persons observed; N the total; B resampled tables; M models.

References:
    Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, chapter 6.
    Silverman, Chan and Vincent (2024), Statistics and Computing 34, 44,
    doi:10.1007/s11222-023-10346-9.
    Chan, Silverman and Vincent (2021), JASA 116, 1297-1306, doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.canonical_order import canonical_order
from safeconduct.estimate.diagnostics import posterior_predictive
from safeconduct.estimate.examination import Examination, examine
from safeconduct.estimate.loglinear.bootstrap import (
    bca_interval,
    chosen_again,
    resampled,
)
from safeconduct.estimate.loglinear.hierarchical_models import (
    MOST_LISTS_ALL_PAIRS,
    all_models,
    notation,
)
from safeconduct.estimate.loglinear.selection import (
    COSTS,
    RankedModels,
    default_order,
    rank,
)
from safeconduct.estimate.loglinear.stepwise import choose_stepwise
from safeconduct.estimate.result import Assumption, Estimate, EstimateRefusal
from safeconduct.estimate.voiced_doubts import voice

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

METHOD: Final = "loglinear"
STEPWISE: Final = "stepwise"
UNBOUNDED: Final = "unbounded-interval"
# How many of the best models each resampled table chooses among, by the number of lists; all
# where there are few. Silverman, Chan and Vincent (2024, section 4) find no change beyond these.
_N_TOP: Final = {2: 1, 3: 8, 4: 20, 5: 100, 6: 100}
_N_SHOWN: Final = 10
_N_REPLICATED: Final = 2_000
ASSUMPTIONS: Final = (
    Assumption(
        number=1,
        text="No interaction of all lists at once: what the observed cells say of the lists holds "
        "among the missing too. Nothing in the table can test this.",
    ),
    Assumption(number=2, text="One of the models that were tried holds."),
    Assumption(
        number=3,
        text="Persons with the same chances are counted; where they differ, the dependence that "
        "this makes between lists is described by the interactions.",
    ),
    Assumption(number=4, text="The population does not change, and no link is missed or false."),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Choice:
    """The models of one way of choosing, the chosen first, and what it gives for other tables."""

    ranked: RankedModels
    totals: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


def estimate(
    history: CaptureHistory,
    *,
    select: str | None = None,
    order: int | None = None,
    n_bootstrap: int = 1000,
    seed: int = 1,
    level: float = 0.95,
) -> Estimate:
    """Estimate the total by the log-linear model that fits best for its number of parameters.

    n_c ~ Poisson(μ_c), log μ_c = Σ over terms a ⊆ c of θ_a; N̂ = n + exp(θ_∅) of the chosen model.

    Parameters:
        history: K lists, 2 to 8, counts in persons.
        select: "bic" or "aic", over all hierarchical models (to 6 lists), or "stepwise", over
            interactions of two lists (to 8); None is "bic" to 6 lists and "stepwise" beyond.
        order: lists in the largest interaction tried, 1 to K - 1; None takes 3 for four and five
            lists and 2 for six. It is not used where the choice is stepwise.
        n_bootstrap: B, 1 or more tables; hundreds for a number that is given to others.
        seed: of the resampling, 0 or more.
        level: probability of the interval, within (0, 1).

    Returns:
        `point` and `median` are N̂; `interval` is bias-corrected and accelerated; `draws` are the
        totals of the resampled tables. `diagnostics` holds the model, the best ten with their
        criterion and totals, and how many were left out by status code. A table that a rule
        declines comes back with its refusal.

    Raises:
        InvalidQuery: an argument is outside its range.

    Warns:
        DoubtfulResult: what the diagnostics of the table find.

    Notes:
        Assumptions: as numbered in `ASSUMPTIONS`.
        Do not use it where persons fall into classes that are seen very differently: the criterion
        then takes ever more interactions, and the total grows with them.
        Method: models with a status other than 0 (`loglinear.existence`) are left out. Each
        resampled table, drawn from the observed cells, chooses anew: by criterion among the best
        20 models of the observed table for four lists and 100 for more, stepwise from the start. So
        does each table without one person, from which the acceleration comes. A resampled table
        without any model counts as unbounded, above every other: where they are more than the
        interval leaves out above, or its upper limit falls among them, the estimate is refused.
        Tables are drawn from the chosen model too, and a warning says where the observed one is
        unlike them. Lists are first put into an order of their own, so that the caller's order does
        not change what is drawn.

    References:
        Silverman, Chan and Vincent (2024), sections 2 to 4, doi:10.1007/s11222-023-10346-9.

    Examples:
        Killings in Kosovo, March to June 1999 (Ball and others 2002):

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> table = {
        ...     "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
        ...     "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
        ...     "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
        ...     "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
        ...     "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
        ... }
        >>> found = estimate(CaptureHistory.from_patterns(table), n_bootstrap=50)
        >>> found.diagnostics["model"], round(found.point)
        ('[123,14,34]', 10357)
    """
    if select is None:
        select = "bic" if history.n_lists <= MOST_LISTS_ALL_PAIRS else STEPWISE
    _require(select=select, n_bootstrap=n_bootstrap, seed=seed, level=level)
    examined = examine(history)
    if examined.refusal is not None:
        return _answer(history, level=level, seed=seed, examined=examined)
    ordered = canonical_order(history)
    choice = _stepwise(ordered) if select == STEPWISE else _by_cost(ordered, select, order)
    rng = np.random.default_rng(seed)
    totals = choice.totals(resampled(ordered.counts, n_tables=n_bootstrap, rng=rng))
    bounded = np.isfinite(totals)
    unbounded = float(1.0 - bounded.mean())
    point = history.n_observed + float(choice.ranked.missing[0])
    interval = None
    if unbounded <= (1.0 - level) / 2.0:
        interval = bca_interval(
            ordered.counts, choice.totals, point=point, level=level, totals=totals
        )
    if interval is None or not np.isfinite(interval).all():
        refused = Examination(refusal=_unbounded(unbounded), warnings=examined.warnings)
        return _answer(history, level=level, seed=seed, examined=refused)
    # Poisson tables from the means of the chosen model: what it would show, were it right.
    means = np.concatenate([[0.0], choice.ranked.fitted[0, 1:]])
    replicated = rng.poisson(means, size=(_N_REPLICATED, means.size)).astype(np.float64)
    doubts = (*examined.warnings, *posterior_predictive.warnings(ordered, replicated))
    examined = replace(examined, warnings=doubts)
    voice(doubts)
    return replace(
        _answer(history, level=level, seed=seed, examined=examined, given=(point, interval)),
        draws=totals[bounded],
        diagnostics={
            "select": select,
            **_shown(choice.ranked, ordered, history),
            "n_bootstrap": n_bootstrap,
            "share_unbounded": unbounded,
        },
    )


def _require(*, select: str, n_bootstrap: int, seed: int, level: float) -> None:
    problems = []
    if select not in {*COSTS, STEPWISE}:
        problems.append(("select", f"is one of {', '.join([*COSTS, STEPWISE])}"))
    if n_bootstrap < 1:
        problems.append(("n_bootstrap", "is 1 or more"))
    if seed < 0:
        problems.append(("seed", "is 0 or more"))
    if not 0.0 < level < 1.0:
        problems.append(("level", "is between 0 and 1"))
    if problems:
        raise InvalidQuery(problems)


def _by_cost(ordered: CaptureHistory, select: str, order: int | None) -> _Choice:
    highest = default_order(ordered.n_lists) if order is None else order
    ranked = rank(
        ordered.counts.astype(np.float64),
        all_models(ordered.n_lists, order=highest),
        select=select,
    )
    top = ranked.terms[: _N_TOP[ordered.n_lists]]
    return _Choice(ranked=ranked, totals=lambda tables: chosen_again(tables, top, select=select))


def _stepwise(ordered: CaptureHistory) -> _Choice:
    counts = ordered.counts.astype(np.float64)
    terms, _ = choose_stepwise(counts[None])
    return _Choice(
        ranked=rank(counts, terms, select="bic"),
        totals=lambda tables: tables.sum(axis=1) + choose_stepwise(tables)[1],
    )


def _unbounded(share: float) -> EstimateRefusal:
    return EstimateRefusal(
        code=UNBOUNDED,
        rule="An interval without an upper limit is not given",
        reason=f"In {share:.0%} of the resampled tables no model has a maximum.",
        remedy="Check the linkage for missed links, merge lists, or give Chao's lower bound.",
        evidence={"share_unbounded": share},
    )


def _shown(
    ranked: RankedModels, ordered: CaptureHistory, history: CaptureHistory
) -> dict[str, object]:
    """What the result says of the models, their lists numbered in the caller's order."""
    places = history.places(ordered.lists)
    codes = np.arange(1 << history.n_lists)
    renumbered = sum(
        (((codes >> place) & 1) << number for number, place in enumerate(places)),
        start=np.zeros_like(codes),
    )
    names = [notation(terms[renumbered]) for terms in ranked.terms[:_N_SHOWN]]
    observed = history.n_observed
    return {
        "model": names[0],
        "best_models": names,
        "best_totals": [observed + float(one) for one in ranked.missing[:_N_SHOWN]],
        "best_costs": [float(one) for one in ranked.costs[:_N_SHOWN]],
        "n_models": ranked.n_tried,
        "n_without_maximum": ranked.n_left_out[1],
        "n_not_identified": ranked.n_left_out[2] + ranked.n_left_out[3],
    }


def _answer(
    history: CaptureHistory,
    *,
    level: float,
    seed: int,
    examined: Examination,
    given: tuple[float, tuple[float, float]] | None = None,
) -> Estimate:
    point, interval = given or (None, None)
    return Estimate(
        method=METHOD,
        observed=history.n_observed,
        median=point,
        interval=interval,
        level=level,
        point=point,
        assumptions=ASSUMPTIONS,
        warnings=examined.warnings,
        refusal=examined.refusal,
        seed=seed,
        input_digest=history.digest(),
    )
