"""The posterior of the missing, averaged over decomposable graphs, from a table to probabilities.

It depends on the other modules `dga_*`; `estimators.dga` puts its result into words.
Another prior of N is one more name in `PRIORS` and a formula in `CliqueTerms.shared`.

Symbols: K lists; n observed, N0 missing persons, N = n + N0; G a graph; J nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.decomposable_graphs import N_GRAPHS
from safeconduct.estimate.dga_evidence import EvidenceRecursion
from safeconduct.estimate.dga_nodes import FARTHEST, Bend, place_nodes
from safeconduct.estimate.dga_points import every_number, node_shares, where_the_mass_is
from safeconduct.estimate.dga_weights import (
    MOST_LISTS_IN_FULL,
    GraphWeight,
    HeaviestGraphs,
    NodeEvidence,
    heaviest_by_pairs,
    heaviest_of_all,
)
from safeconduct.estimate.log_domain import sum_logs
from safeconduct.estimate.result import Posterior

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.dga_cliques import CliqueTerms
    from safeconduct.estimate.dga_graph_prior import GivenGraphs
    from safeconduct.estimate.dga_nodes import PosteriorNodes
    from safeconduct.estimate.dga_points import MissingPoints

PRIORS: Final = ("1/N", "uniform")
# The first end that is tried, in multiples of the observed: beyond it, all graphs fall by a power.
_REACH: Final = 1_000.0
# Nodes done at once: 8 lists need some 300 MB for 48, fewer lists hardly anything for many more.
_NODES: Final = {7: 128, 8: 48}
_MANY_NODES: Final = 1024
# A power of N0 that is summed up to the farthest population with an error of 1e-3 at most.
_SUMMABLE: Final = 1.2
_RANGES: Final = 40_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DgaModel:
    """The average over graphs as a function of the missing.

    prior: of N, "1/N" or "uniform". include_complete: whether the complete graph is averaged over.
    graphs: a given prior over graphs, which decides about the complete graph itself; or None.
    """

    cliques: CliqueTerms
    prior: str
    include_complete: bool
    graphs: GivenGraphs | None

    @property
    def n_graphs(self) -> int:
        """How many graphs are averaged over."""
        if self.graphs is not None:
            return len(self.graphs.cliques)
        return N_GRAPHS[self.cliques.n_lists] - (not self.include_complete)

    def log_posterior(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the log posterior, not normalised, shape (J,)."""
        step = _NODES.get(self.cliques.n_lists, _MANY_NODES)
        found = np.empty(missing.size)
        for first in range(0, missing.size, step):
            here = slice(first, first + step)
            terms, shared = self.cliques.at_with_shared(missing[here], prior=self.prior)
            found[here] = self._few(terms) + shared
        return found

    def log_complete(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the same of the complete graph alone, shape (J,)."""
        everyone = (1 << self.cliques.n_lists) - 1
        shared = self.cliques.shared(missing, prior=self.prior)
        return self.cliques.term(everyone, missing) + shared

    def _few(self, terms: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        if self.graphs is not None:
            return self.graphs.total(terms)
        found = EvidenceRecursion(terms=terms).total()
        return np.logaddexp(found, terms[-1]) if self.include_complete else found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DgaPosterior:
    """A posterior with what it was made from."""

    model: DgaModel
    nodes: PosteriorNodes
    points: MissingPoints
    on_grid: bool

    @property
    def posterior(self) -> Posterior:
        """The distribution of the total."""
        observed = self.model.cliques.observed
        return Posterior(n=self.points.missing + observed, p=self.points.probability)

    def evidence(self) -> NodeEvidence:
        """Return what weighing graphs needs."""
        shared = self.model.cliques.shared(self.nodes.missing, prior=self.model.prior)
        return NodeEvidence(
            cliques=self.model.cliques,
            missing=self.nodes.missing,
            logs=self.nodes.logs - shared,
            shares=node_shares(self.nodes, self.points),
        )

    def heaviest(self, n_graphs: int) -> HeaviestGraphs:
        """Return the graphs that carry most of the posterior."""
        if self.model.graphs is not None:
            return self._heaviest_given(self.model.graphs, n_graphs)
        if self.model.cliques.n_lists > MOST_LISTS_IN_FULL:
            return heaviest_by_pairs(self.evidence(), n_graphs=n_graphs)
        return heaviest_of_all(
            self.evidence(), n_graphs=n_graphs, include_complete=self.model.include_complete
        )

    def saturated_weight(self) -> float:
        """Return the weight that the complete graph has when it is averaged over like the others.

        Its evidence is summed over all N0, beyond the end of the posterior, where that sum exists.
        """
        complete = self._log_complete_sum()
        rest = self.points.log_sum
        if self.model.include_complete:
            return float(np.exp(min(complete - rest, 0.0)))
        return float(1.0 / (1.0 + np.exp(np.clip(rest - complete, -700.0, 700.0))))

    def slope_at(self, level: float) -> float:
        """Return the power of N0 with which the posterior falls at a quantile of the missing."""
        place = int(np.searchsorted(np.cumsum(self.points.probability), level))
        at = self.points.middle[min(place, self.points.middle.size - 1)]
        return self.nodes.slope(float(at))

    def _log_complete_sum(self) -> float:
        cliques = self.model.cliques
        # The power of N0 with which the complete graph falls, from its four Gammas and the prior.
        power = cliques.delta * (1 - (1 << cliques.n_lists)) - (self.model.prior == "1/N")
        if self.on_grid or self.model.include_complete or power >= -_SUMMABLE:
            widths = np.diff(self.points.missing, prepend=self.points.missing[0] - 1)
            logs = self.model.log_complete(self.points.middle) + np.log(widths)
        else:
            edges = np.unique(np.round(np.geomspace(1.0, FARTHEST, _RANGES))) - 1.0
            widths = np.diff(edges, prepend=-1.0)
            logs = self.model.log_complete(edges - (widths - 1.0) / 2.0) + np.log(widths)
        return float(sum_logs(logs))

    def _heaviest_given(self, graphs: GivenGraphs, n_graphs: int) -> HeaviestGraphs:
        used = self.evidence().mattering()
        weights = used.weight(graphs.evidence(used.cliques.at(used.missing)))
        order = np.argsort(-weights, kind="stable")
        return HeaviestGraphs(
            graphs=tuple(
                GraphWeight(cliques=graphs.cliques[place], weight=float(weights[place]))
                for place in order[:n_graphs]
            ),
            others_below=float(weights[order[n_graphs:]].max(initial=0.0)),
            weights=weights,
        )


def dga_posterior(
    history: CaptureHistory, model: DgaModel, *, grid_last: int | None = None
) -> DgaPosterior | None:
    """Return the posterior, or None where its tail does not empty, so that it has no sum.

    grid_last: the last number of missing persons, counted from 1 as R's `dga` is called; only for
        comparison with it.
    """
    on_lists = np.bitwise_count(np.arange(history.counts.size)) @ history.counts
    nodes = place_nodes(
        model.log_posterior,
        bend=Bend(on_lists=float(on_lists), observed=history.n_observed),
        reach=_REACH * history.n_observed,
        last=grid_last,
    )
    if not nodes.has_end:
        return None
    points = every_number(nodes, first=1, last=grid_last) if grid_last else where_the_mass_is(nodes)
    return DgaPosterior(model=model, nodes=nodes, points=points, on_grid=grid_last is not None)
