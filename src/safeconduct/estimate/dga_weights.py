"""How much of the posterior each decomposable graph carries.

It depends on numpy, `decomposable_graphs` and `dga_evidence`.
Another way of looking at graphs (the weight of an edge, say) is a sum over what is returned here.

Symbols: K lists; J nodes N0_j; p(G | N0) the share of graph G in the evidence at N0; w_j the node
shares of `dga_points`, so that the posterior weight of G is sum_j w_j p(G | N0_j); (v, H) a list v
and a graph H on the other lists, from which every graph but the complete one comes once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.decomposable_graphs import (
    N_GRAPHS,
    graph_order,
    grown,
    grown_graphs,
    maximal_cliques,
)
from safeconduct.estimate.dga_evidence import EvidenceRecursion, growth_blocks
from safeconduct.estimate.dga_subsets import members, subset_pairs
from safeconduct.estimate.log_domain import NEGLIGIBLE_LOG

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from safeconduct.estimate.dga_cliques import CliqueTerms
    from safeconduct.estimate.dga_evidence import GrowthBlock

# Numbers held at once: every graph on 7 lists at 16 nodes, some 80 MB.
_HELD: Final = 10_000_000
_FEWEST_NODES: Final = 16
# Up to so many lists every graph is weighed by itself.
MOST_LISTS_IN_FULL: Final = 7
_NEGLIGIBLE: Final = 1e-13
# A weight below this is what is left of a number that was cut off.
_NOTHING: Final = 1e-300
# Pairs (v, H) whose graphs are looked at one by one; beyond, the largest weight left is reported.
_MOST_PAIRS: Final = 4_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NodeEvidence:
    """The evidence of all graphs together at the nodes that matter, and what each node counts for.

    missing: float64, shape (J,). logs: float64, shape (J,), log of the evidence of all graphs.
    shares: float64, shape (J,), the w_j.
    """

    cliques: CliqueTerms
    missing: npt.NDArray[np.float64]
    logs: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]

    def mattering(self) -> NodeEvidence:
        """Leave out the nodes that count for nothing."""
        kept = np.abs(self.shares) > _NEGLIGIBLE
        return NodeEvidence(
            cliques=self.cliques,
            missing=self.missing[kept],
            logs=self.logs[kept],
            shares=self.shares[kept],
        )

    def blocks(self) -> Iterator[tuple[npt.NDArray[np.float64], slice]]:
        """Yield the terms of a few nodes at a time, with the place of these nodes."""
        n_graphs = N_GRAPHS[min(self.cliques.n_lists, MOST_LISTS_IN_FULL)]
        step = max(_FEWEST_NODES, _HELD // n_graphs)
        for first in range(0, self.missing.size, step):
            here = slice(first, first + step)
            yield self.cliques.at(self.missing[here]), here

    def weight(self, logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the posterior weights of graphs with this evidence at all nodes, shape (G,)."""
        return np.asarray(np.exp(logs - self.logs) @ self.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphWeight:
    """A graph by its maximal cliques, as sets of lists, and its share of the posterior."""

    cliques: tuple[int, ...]
    weight: float

    @property
    def key(self) -> str:
        """The cliques as list numbers from 1 on, joined by strokes, such as 12|13|45."""
        return clique_key(self.cliques)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaviestGraphs:
    """The graphs that carry most; no other carries more than `others_below`.

    weights: of all graphs in their order, shape (G,), or None where not all were weighed.
    """

    graphs: tuple[GraphWeight, ...]
    others_below: float
    weights: npt.NDArray[np.float64] | None = field(default=None, compare=False, repr=False)


def clique_key(cliques: tuple[int, ...]) -> str:
    """Write maximal cliques as list numbers from 1 on, joined by strokes, such as 12|13|45."""
    texts = ["".join(str(bit.bit_length()) for bit in members(clique)) for clique in cliques]
    return "|".join(sorted(texts))


def all_weights(evidence: NodeEvidence, *, include_complete: bool) -> npt.NDArray[np.float64]:
    """Return the weight of every graph in the order of `grown_graphs`, for up to 7 lists."""
    used = evidence.mattering()
    n_lists = evidence.cliques.n_lists
    found = np.zeros(grown_graphs(n_lists).n_graphs)
    for terms, here in used.blocks():
        logs = EvidenceRecursion(terms=terms).all_weights()
        if not include_complete:
            logs[grown_graphs(n_lists).complete] = -np.inf
        logs -= used.logs[here]
        # Numbers below what a sum notices slow a processor down.
        np.maximum(logs, NEGLIGIBLE_LOG, out=logs)
        found += np.exp(logs, out=logs) @ used.shares[here]
    found[found < _NOTHING] = 0.0
    return found


def heaviest_of_all(
    evidence: NodeEvidence, *, n_graphs: int, include_complete: bool
) -> HeaviestGraphs:
    """Return the heaviest graphs by weighing every one, for up to 7 lists."""
    n_lists = evidence.cliques.n_lists
    weights = all_weights(evidence, include_complete=include_complete)
    order = np.argsort(-weights, kind="stable")
    graphs = tuple(
        GraphWeight(
            cliques=maximal_cliques(graph_order(n_lists, int(place))),
            weight=float(weights[place]),
        )
        for place in order[:n_graphs]
        if weights[place] > 0.0
    )
    return HeaviestGraphs(
        graphs=graphs, others_below=float(weights[order[n_graphs:]].max(initial=0)), weights=weights
    )


def heaviest_by_pairs(evidence: NodeEvidence, *, n_graphs: int) -> HeaviestGraphs:
    """Return the heaviest graphs, the complete one apart, by looking into the heaviest pairs only.

    The graphs that come from a pair (v, H) carry what the pair carries together, so that none of
    them is heavier: once a pair carries less than the last graph of the answer, the answer stands.
    """
    used = evidence.mattering()
    k = evidence.cliques.n_lists - 1
    blocks = [(v, block) for v in range(k + 1) for block in growth_blocks(k, v)]
    sizes = np.array([block.rows.size for _, block in blocks])
    masses = np.zeros(int(sizes.sum()))
    for terms, here in used.blocks():
        parts = EvidenceRecursion(terms=terms).parts()
        masses += np.concatenate(
            [np.exp(part.logs - used.logs[here]) @ used.shares[here] for part in parts]
        )
    terms = used.cliques.at(used.missing)
    ends = np.cumsum(sizes)
    found: list[GraphWeight] = []
    left = 0.0
    order = np.argsort(-masses, kind="stable")
    for tried, place in enumerate(order):
        left = float(masses[place])
        if len(found) == n_graphs and left <= found[-1].weight:
            return HeaviestGraphs(graphs=tuple(found), others_below=found[-1].weight)
        if tried == _MOST_PAIRS:
            break
        number = int(np.searchsorted(ends, place, side="right"))
        vertex, block = blocks[number]
        row = int(place - (ends[number] - sizes[number]))
        found += _graphs_of(used, terms, vertex=vertex, block=block, row=row)
        found = sorted(found, key=lambda graph: -graph.weight)[:n_graphs]
    return HeaviestGraphs(graphs=tuple(found), others_below=left)


def _graphs_of(
    evidence: NodeEvidence,
    terms: npt.NDArray[np.float64],
    *,
    vertex: int,
    block: GrowthBlock,
    row: int,
) -> list[GraphWeight]:
    """Weigh every graph that comes from one pair (v, H)."""
    k = evidence.cliques.n_lists - 1
    before = graph_order(k, int(block.rows[row]))
    if block.pairs is None:
        sets = {0} | {
            code
            for clique in maximal_cliques(before)
            for code in range(1 << k)
            if code & ~clique == 0
        }
    else:
        required, closed = subset_pairs(k).nested(int(block.pairs[row]))
        sets = {
            code
            for code in range(closed)
            if code & ~closed == 0 and code & required == required and code != closed
        }
    orders = [grown(before, vertex=vertex, joined=code) for code in sorted(sets)]
    logs = np.array([order_logs(terms, order) for order in orders])
    return [
        GraphWeight(cliques=maximal_cliques(order), weight=float(weight))
        for order, weight in zip(orders, evidence.weight(logs), strict=True)
    ]


def order_logs(
    terms: npt.NDArray[np.float64], order: tuple[tuple[int, int], ...]
) -> npt.NDArray[np.float64]:
    """Return the log evidence of one graph at all nodes, shape (J,)."""
    found = np.zeros(terms.shape[1])
    for vertex, joined in order:
        found += terms[joined | 1 << vertex]
        found -= terms[joined]
    return found
