"""Bayesian averaging over all decomposable graphs (DGA): which lists depend on each other, unknown.

It depends on the modules `dga_*` for numbers and on the diagnostics for what they are worth.
Another prior is added in `dga_posterior`; nothing here chooses a grid.

Symbols, with those of Madigan and York (1997): K lists; n observed, N0 missing persons, N = n + N0;
G a decomposable graph on the lists; delta the prior number of persons in each cell.

References:
    Madigan, D. and York, J. C. (1997). Bayesian methods for estimation of the size of a closed
    population. Biometrika 84, 19-31. doi:10.1093/biomet/84.1.19.
    Johndrow, J., Lum, K. and Ball, P. dga, R package 2.0.2: the reference program.
    Aleshin-Guendel, S., Sadinle, M. and Wakefield, J. (2021). The central role of the identifying
    assumption in population size estimation. arXiv:2101.09304.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.decomposable_graphs import graph_orders, maximal_cliques
from safeconduct.estimate.dga_cliques import CliqueTerms
from safeconduct.estimate.dga_draws import cell_chances
from safeconduct.estimate.dga_graph_prior import given_graphs
from safeconduct.estimate.dga_posterior import (
    PRIORS,
    DgaModel,
    dga_posterior,
)
from safeconduct.estimate.dga_subsets import members
from safeconduct.estimate.dga_weights import MOST_LISTS_IN_FULL, all_weights, clique_key
from safeconduct.estimate.diagnostics import known_populations, predicted_patterns, saturated_weight
from safeconduct.estimate.examination import examine
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    refused_estimate,
)
from safeconduct.estimate.voiced_doubts import voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.dga_posterior import DgaPosterior
    from safeconduct.estimate.dga_weights import HeaviestGraphs
    from safeconduct.estimate.diagnostics.known_populations import KnownPopulation
    from safeconduct.estimate.diagnostics.predicted_patterns import PatternPrediction

METHOD: Final = "dga"
FEWEST_LISTS: Final = 3
# R's grids have thousands of points; this is room for any that was published.
LONGEST_GRID: Final = 5_000_000
ASSUMPTIONS: Final = (
    Assumption(
        number=1,
        text="Nobody enters or leaves the population while the lists are made, and all lists mean "
        "the same population.",
    ),
    Assumption(number=2, text="Every record is linked to its person: no link is missed or false."),
    Assumption(
        number=3,
        text="There is no interaction of all lists together that a decomposable graph with a "
        "missing edge could not express. This identifies the number of the missing, and the table "
        "cannot test it.",
    ),
    Assumption(
        number=4,
        text="Persons differ in how easily they are seen only as far as dependence between lists "
        "can express it; other differences bias the number downwards.",
    ),
)
_LEAST_DELTA: Final = 1e-6
_MOST_DELTA: Final = 100.0
_N_GRAPHS: Final = 10
_N_DRAWS_OF_CHECK: Final = 250
_SEED_OF_CHECK: Final = 1
_HEAVY_TAIL: Final = -2.5
_LEVEL: Final = 0.95


def estimate(
    history: CaptureHistory,
    *,
    delta: float | None = None,
    prior: str = "1/N",
    include_complete: bool = False,
    graph_prior: Mapping[str, float] | None = None,
    grid_last: int | None = None,
) -> Estimate:
    r"""Estimate the total as an average over all decomposable graphs of the lists.

    For a graph G with maximal cliques C and separators S,

        p(G, N | table) = p(G) p(N) N! / N0! prod_C W_C(N0) / prod_S W_S(N0),

    W_A(N0) the marginal likelihood of the margin over the lists A, with N0 persons in its cell of
    nobody, under a Dirichlet prior with delta 2^(K - |A|) persons a cell (`dga_cliques`). The
    posterior of N is its sum over all graphs: 8, 61, 822, 18,154, 617,675 or 30,888,596 of them
    for 3 to 8 lists.

    Parameters
    ----------
    history : CaptureHistory
        K lists, 3 to 8, with counts in persons.
    delta : float, optional
        Prior persons in each cell, 1e-6 to 100; 2^-K when left out, one person in the whole table.
    prior : {"1/N", "uniform"}
        Of N.
    include_complete : bool
        Average over the complete graph too, as R's `dga` does.
    graph_prior : mapping of str to float, optional
        Weights by graph, each graph named by its maximal cliques as list numbers from 1 on, such as
        {"12|3": 1.0, "13|2": 0.5}; a graph that is not named has none, and `include_complete` is
        not asked.
    grid_last : int, optional
        Sum N0 from 1 to here and no further, as R's `dga` is called with 1:LAST. It serves
        comparison only: a last number moves the answer, and a warning says so.

    Returns
    -------
    Estimate
        `median` and `interval` (95 %) in persons; `posterior` over N. `diagnostics` hold the bound
        up to which the tail was examined, the weight of the complete graph and the heaviest
        graphs. There is no mean: with the complete graph, p(N) falls as N^-(2 - delta) at the
        default delta, so that no mean exists, and without it one may or may not. A table that a
        rule declines, or whose posterior has no sum, comes back with its refusal.

    Raises
    ------
    InvalidQuery
        A setting is outside its range; every one is named.

    Warns
    -----
    DoubtfulResult
        What the diagnostics of the table find.

    Notes
    -----
    Assumptions: as numbered in `ASSUMPTIONS`, and the priors, which the result adds as the last.

    Do not use it with two lists; where one list was made from another; where persons differ much in
    how easily they are seen (three latent classes with four lists: coverage of 95 % intervals is a
    few per cent, downwards); or for fewer than some tens of overlapping persons.

    Numerical method: the sum over graphs follows their growth by one list (`dga_evidence`), at
    nodes of N0 that no choice of a user sets (`dga_nodes`); a cubic spline of log p(N0) fills in
    every whole number between the tails, and narrow ranges in the tails (`dga_points`). The end of
    the nodes is moved out until the tail holds less than 1e-9; N0 begins at 0, since nobody may be
    missing, where published calls of R begin at 1. Against the sum over every graph and every
    number, the total variation is below 1e-7.

    References
    ----------
    Madigan and York (1997), pages 19-31, for the model and the prior 1/N. The formula in this form,
    clique by clique, is that of R's `dga` 2.0.2, functions `CompLogML` and `bma.cr`.
    Aleshin-Guendel and others (2021) for assumption 3.

    Examples
    --------
    Killings in Kosovo, March to June 1999 (Ball and others 2002, four lists). R's `dga` gives
    12,595 (9,827 to 16,544) on a grid that lets the tail empty:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> table = {
    ...     "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
    ...     "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
    ...     "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
    ...     "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
    ...     "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
    ... }
    >>> kosovo = estimate(CaptureHistory.from_patterns(table))
    >>> kosovo.median, kosovo.interval
    (12595, (9827, 16544))
    """
    _check(delta=delta, prior=prior, grid_last=grid_last)
    model = _model(
        history,
        delta=delta,
        prior=prior,
        include_complete=include_complete,
        graph_prior=graph_prior,
    )
    examination = examine(history)
    declined = _too_few_lists(history) or examination.refusal
    if declined is not None:
        return _refused(history, model, declined, warnings=examination.warnings)
    found = dga_posterior(history, model, grid_last=grid_last)
    if found is None:
        return _refused(history, model, _no_sum(model), warnings=examination.warnings)
    weight = None if model.graphs is not None else found.saturated_weight()
    declined = None if weight is None else saturated_weight.refusal(weight)
    comparing = include_complete or grid_last is not None
    if declined is not None and not comparing:
        return _refused(history, model, declined, warnings=examination.warnings)
    heaviest = found.heaviest(_N_GRAPHS)
    predicted = _predicted(history, found, heaviest)
    known = _known(history, model)
    doubts = (
        *examination.warnings,
        *_doubts(found, weight=weight, grid_last=grid_last),
        *predicted_patterns.warnings(predicted),
        *known_populations.warnings(known),
    )
    voice(doubts)
    posterior = found.posterior
    return Estimate(
        method=METHOD,
        observed=history.n_observed,
        median=posterior.quantile(0.5),
        interval=posterior.interval(_LEVEL),
        level=_LEVEL,
        posterior=posterior,
        assumptions=_assumptions(model),
        diagnostics={
            **_diagnostics(history, found, heaviest=heaviest, weight=weight),
            "posterior_predictive": predicted.to_json(),
            "known_populations": {
                one.name: {"size": one.size, "interval": list(one.interval)} for one in known
            },
        },
        warnings=doubts,
        input_digest=history.digest(),
    )


def graph_weights(
    history: CaptureHistory,
    *,
    delta: float | None = None,
    prior: str = "1/N",
    include_complete: bool = False,
    grid_last: int | None = None,
) -> dict[str, float]:
    """Return the posterior weight of every decomposable graph, for 3 to 7 lists.

    The weight of a graph G is the sum over N of p(G, N | table), for the model of `estimate`.

    Parameters
    ----------
    history, delta, prior, include_complete, grid_last
        As for `estimate`; 3 to 7 lists.

    Returns
    -------
    dict of str to float
        Weights, which sum to 1. Keys are the maximal cliques as list numbers from 1 on, such as
        "12|13|45".

    Raises
    ------
    InvalidQuery
        A setting is outside its range, there are fewer than 3 or more than 7 lists, or the
        posterior has no sum.

    Notes
    -----
    Assumptions: those of `estimate`. No rule is asked about the table, since weights are no
    estimate of anybody's number; do not read a heavy graph as the truth about the lists.
    Method: p(G | N0) is summed over the nodes of N0 with the weights that a cubic spline gives
    them (`dga_points.node_shares`).

    References
    ----------
    Madigan and York (1997), pages 19-31.

    Examples
    --------
    Three lists of Madigan and York (1997), as printed in the documentation of R's `dga`:

    >>> from safeconduct.estimate.capture_history import CaptureHistory
    >>> table = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
    >>> table |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
    >>> weights = graph_weights(CaptureHistory.from_patterns(table))
    >>> max(weights, key=weights.get)
    '12|3'
    """
    _check(delta=delta, prior=prior, grid_last=grid_last)
    if not FEWEST_LISTS <= history.n_lists <= MOST_LISTS_IN_FULL:
        raise InvalidQuery([("lists", "all graphs are weighed for 3 to 7 lists")])
    model = _model(
        history, delta=delta, prior=prior, include_complete=include_complete, graph_prior=None
    )
    found = dga_posterior(history, model, grid_last=grid_last)
    if found is None:
        raise InvalidQuery([("prior", _no_sum(model).reason)])
    weights = all_weights(found.evidence(), include_complete=include_complete)
    keys = (clique_key(maximal_cliques(order)) for order in graph_orders(history.n_lists))
    return dict(zip(keys, weights.tolist(), strict=True))


def _check(*, delta: float | None, prior: str, grid_last: int | None) -> None:
    problems = []
    if delta is not None and not (math.isfinite(delta) and _LEAST_DELTA <= delta <= _MOST_DELTA):
        problems.append(("delta", f"lies between {_LEAST_DELTA:g} and {_MOST_DELTA:g}"))
    if prior not in PRIORS:
        problems.append(("prior", f"is one of {', '.join(PRIORS)}"))
    if grid_last is not None and not 1 <= grid_last <= LONGEST_GRID:
        problems.append(("grid_last", f"lies between 1 and {LONGEST_GRID:,}"))
    if problems:
        raise InvalidQuery(problems)


def _model(
    history: CaptureHistory,
    *,
    delta: float | None,
    prior: str,
    include_complete: bool,
    graph_prior: Mapping[str, float] | None,
) -> DgaModel:
    graphs = None
    if graph_prior is not None:
        graphs = given_graphs(graph_prior, n_lists=history.n_lists)
    return DgaModel(
        cliques=CliqueTerms.of(
            history.counts, delta=2.0**-history.n_lists if delta is None else float(delta)
        ),
        prior=prior,
        include_complete=include_complete,
        graphs=graphs,
    )


def _assumptions(model: DgaModel) -> tuple[Assumption, ...]:
    """Say what was assumed, with the settings in force."""
    if model.graphs is not None:
        averaged = "the graphs that were given, with their weights"
    elif model.include_complete:
        averaged = "all decomposable graphs, the complete one too, which assumes nothing and adds "
        averaged += "what the prior says of the missing"
    else:
        averaged = "all decomposable graphs but the complete one, all equally likely"
    priors = f"Before the table is seen, lists depend on each other as one of {averaged}; cells "
    priors += (
        f"have the hyper-Dirichlet prior, of weight {model.cliques.delta:g} each in persons, and N "
    )
    priors += f"has the prior {model.prior}."
    return (*ASSUMPTIONS, Assumption(number=len(ASSUMPTIONS) + 1, text=priors))


def _diagnostics(
    history: CaptureHistory,
    found: DgaPosterior,
    *,
    heaviest: HeaviestGraphs,
    weight: float | None,
) -> dict[str, object]:
    model = found.model
    diagnostics: dict[str, object] = {
        "delta": model.cliques.delta,
        "prior": model.prior,
        "include_complete": model.include_complete,
        "graphs_averaged": model.n_graphs,
        "examined_up_to": history.n_observed + int(found.nodes.missing[-1]),
        "tail_slope": found.nodes.tail_slope,
        "coarseness": found.points.coarseness,
        "graphs": [
            {
                "key": graph.key,
                "cliques": [
                    [history.lists[bit.bit_length() - 1] for bit in members(clique)]
                    for clique in graph.cliques
                ],
                "weight": graph.weight,
            }
            for graph in heaviest.graphs
        ],
        "other_graphs_below": heaviest.others_below,
    }
    if weight is not None:
        diagnostics["saturated_weight"] = weight
    return diagnostics


def _predicted(
    history: CaptureHistory, found: DgaPosterior, heaviest: HeaviestGraphs
) -> PatternPrediction:
    """Compare the table with what draws of graphs and of cells predict, the same ones each time."""
    rng = np.random.default_rng(_SEED_OF_CHECK)
    chances, weights = cell_chances(
        found, history.counts, heaviest=heaviest, n_draws=_N_DRAWS_OF_CHECK, rng=rng
    )
    return predicted_patterns.prediction(history, chances, weights=weights, rng=rng)


def _known(history: CaptureHistory, model: DgaModel) -> tuple[KnownPopulation, ...]:
    """Estimate each list from the others, all graphs but the complete one alike."""

    def interval(within: CaptureHistory, level: float) -> tuple[float, float] | None:
        alike = DgaModel(
            cliques=CliqueTerms.of(within.counts, delta=2.0**-within.n_lists),
            prior=model.prior,
            include_complete=False,
            graphs=None,
        )
        found = dga_posterior(within, alike)
        return None if found is None else found.posterior.interval(level)

    return known_populations.tried(history, interval)


def _doubts(
    found: DgaPosterior, *, weight: float | None, grid_last: int | None
) -> tuple[EstimateWarning, ...]:
    doubts: list[EstimateWarning] = []
    if weight is not None:
        doubts += saturated_weight.warnings(weight)
        declined = saturated_weight.refusal(weight)
        if declined is not None:
            doubts.append(
                EstimateWarning(
                    code=declined.code,
                    text=declined.reason,
                    advice=declined.remedy,
                    evidence=declined.evidence,
                )
            )
    slope = found.slope_at(0.5 + _LEVEL / 2.0)
    # A cut grid may end where the posterior still rises; `_grid_doubt` says so.
    if slope > _HEAVY_TAIL and grid_last is None:
        doubts.append(
            EstimateWarning(
                code="heavy-tail",
                text=f"Beyond the interval the posterior falls as N to the power {slope:.2f} only.",
                advice="Read the upper limit as a wish for more overlap, not as a number.",
                evidence={"slope": slope},
            )
        )
    if grid_last is not None:
        doubts.append(_grid_doubt(found, grid_last=grid_last))
    return tuple(doubts)


def _grid_doubt(found: DgaPosterior, *, grid_last: int) -> EstimateWarning:
    # Of a grid of fewer than ten numbers, the last number is the last tenth.
    last_tenth = found.points.missing > grid_last - max(grid_last // 10, 1)
    held = float(found.points.probability[last_tenth].sum())
    return EstimateWarning(
        code="chosen-grid",
        text=f"The sum stops at {grid_last:,} missing persons because it was told to; its last "
        f"tenth holds {held:.2g} of the probability.",
        advice="Use this to compare with R's dga only; leave the grid out for an answer.",
        evidence={"grid_last": grid_last, "probability_in_last_tenth": held},
    )


def _refused(
    history: CaptureHistory,
    model: DgaModel,
    refusal: EstimateRefusal,
    *,
    warnings: tuple[EstimateWarning, ...],
) -> Estimate:
    return refused_estimate(
        history, refusal, method=METHOD, assumptions=_assumptions(model), warnings=warnings
    )


def _too_few_lists(history: CaptureHistory) -> EstimateRefusal | None:
    if history.n_lists >= FEWEST_LISTS:
        return None
    return EstimateRefusal(
        code="too-few-lists",
        rule="Dependence between lists is averaged over from three lists on",
        reason=f"There are {history.n_lists} lists.",
        remedy="Find a third list, or use lincoln_petersen, which assumes that two lists are "
        "independent.",
        evidence={"lists": history.n_lists},
    )


def _no_sum(model: DgaModel) -> EstimateRefusal:
    return EstimateRefusal(
        code="no-sum",
        rule="A posterior whose tail does not empty has no quantiles",
        reason="The posterior is not used up even at 10^15 persons.",
        remedy="Use the prior 1/N, leave the complete graph out, or find lists that overlap more.",
        evidence={"prior": model.prior, "delta": model.cliques.delta},
    )
