"""Draws of graphs, of the missing and of the chances of the cells, from an average over graphs.

It depends on numpy, on the modules `dga_*` and on `decomposable_graphs`.
Another quantity of a graph and its cells is computed from what `cell_chances` returns.

Symbols: K lists; D draws; G a graph, grown list by list, v joining the clique S of the lists before
it; n_A(c) the persons in cell c of the margin over A, the missing among them; a_A the prior persons
of such a cell. The hyper-Dirichlet law of a graph makes the chance that a person in cell s of S is
on list v a Beta(n(s, v) + a, n(s, not v) + a), independently over s and over the steps (Dawid and
Lauritzen 1993, section 3), with the margin over S and v and its a.

References:
    Dawid, A. P. and Lauritzen, S. L. (1993). Hyper Markov laws in the statistical analysis of
    decomposable graphical models. Annals of Statistics 21(3), 1272-1317.
    doi:10.1214/aos/1176349260.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from safeconduct.estimate.decomposable_graphs import elimination, grown_graphs
from safeconduct.estimate.dga_cliques import margin_table

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.dga_posterior import DgaPosterior
    from safeconduct.estimate.dga_weights import HeaviestGraphs

    _Floats = npt.NDArray[np.float64]
    _Sets = npt.NDArray[np.int64]


def cell_chances(
    found: DgaPosterior,
    counts: npt.NDArray[np.int64],
    *,
    heaviest: HeaviestGraphs,
    n_draws: int,
    rng: np.random.Generator,
) -> tuple[_Floats, _Floats]:
    """Draw the chances of all cells, shape (D, 2^K), with the weight of each draw, shape (D,).

    Graphs and the missing are drawn by themselves and weighed by how much likelier they are
    together. counts: cells of the table, persons. heaviest: graphs with their weights; where not
    every graph was weighed, as with 8 lists, only the heaviest are drawn.
    """
    joined, alone, graph_weights = _drawn_graphs(found, heaviest, n_draws=n_draws, rng=rng)
    cumulated = np.cumsum(found.points.probability)
    places = np.searchsorted(cumulated, rng.random(n_draws), side="right")
    missing = found.points.middle[np.minimum(places, cumulated.size - 1)]
    cliques = found.model.cliques
    terms = cliques.at(missing)
    numbers = np.arange(n_draws)[:, None]
    logs = (terms[joined, numbers] - terms[alone, numbers]).sum(axis=1)
    logs += cliques.shared(missing, prior=found.model.prior) - found.nodes.foretold(missing)
    logs -= np.log(graph_weights)
    chances = _chances(counts, joined, alone=alone, missing=missing, delta=cliques.delta, rng=rng)
    return chances, np.exp(logs - logs.max())


def _drawn_graphs(
    found: DgaPosterior, heaviest: HeaviestGraphs, *, n_draws: int, rng: np.random.Generator
) -> tuple[_Sets, _Sets, _Floats]:
    """Draw graphs as the sets S + v and S of every step, shape (D, K), with their weights."""
    weights = heaviest.weights
    if weights is None:
        weights = np.array([graph.weight for graph in heaviest.graphs])
    reached = np.cumsum(weights)
    places = np.searchsorted(reached, rng.random(n_draws) * reached[-1], side="right")
    places = np.minimum(places, weights.size - 1)
    drawn = weights[places]
    if found.model.graphs is not None:
        return found.model.graphs.joined[places], found.model.graphs.alone[places], drawn
    n_lists = found.model.cliques.n_lists
    if heaviest.weights is not None:
        return (*graph_steps(n_lists, places), drawn)
    orders = [elimination(graph.cliques) or () for graph in heaviest.graphs]
    alone = np.array([[joined for _, joined in order] for order in orders])
    joined = np.array([[joined | 1 << vertex for vertex, joined in order] for order in orders])
    return joined[places], alone[places], drawn


def graph_steps(n_lists: int, places: npt.NDArray[np.int64]) -> tuple[_Sets, _Sets]:
    """Return how graphs of the table of `grown_graphs` grew: the sets S + v and S, shape (D, K)."""
    vertices, sets = [], []
    for k in range(n_lists, 0, -1):
        graphs = grown_graphs(k)
        vertices.append(np.searchsorted(graphs.starts, places, side="right") - 1)
        sets.append(graphs.joined[places].astype(np.int64))
        places = graphs.parent[places].astype(np.int64)
    joined = np.zeros((vertices[0].size, 0), dtype=np.int64)
    alone = joined
    for vertex, own in zip(reversed(vertices), reversed(sets), strict=True):
        # Labels from that of the newcomer on move up by one, in the sets before it and its own.
        low = ((1 << vertex) - 1)[:, None]
        joined = (joined & low) | ((joined & ~low) << 1)
        alone = (alone & low) | ((alone & ~low) << 1)
        moved = (own & low[:, 0]) | ((own & ~low[:, 0]) << 1)
        joined = np.column_stack([joined, moved | 1 << vertex])
        alone = np.column_stack([alone, moved])
    return joined, alone


def _chances(
    counts: npt.NDArray[np.int64],
    joined: _Sets,
    *,
    alone: _Sets,
    missing: _Floats,
    delta: float,
    rng: np.random.Generator,
) -> _Floats:
    """Draw the chances of all cells from the hyper-Dirichlet law of each graph."""
    codes = np.arange(counts.size)
    margins = margin_table(counts)
    found = np.ones((missing.size, counts.size))
    for step in range(joined.shape[1]):
        together, before = joined[:, step], alone[:, step]
        newcomer = together ^ before
        share = counts.size * delta / (1 << np.bitwise_count(together).astype(np.int64))
        # One chance for each cell of the margin over S, drawn once for all cells of the table.
        draw, cell = np.nonzero(codes & ~before[:, None] == 0)
        on = margins[together[draw], cell | newcomer[draw]] + share[draw]
        off = margins[together[draw], cell] + share[draw] + (cell == 0) * missing[draw]
        chance = np.zeros_like(found)
        chance[draw, cell] = rng.beta(on, off)
        chance = chance[np.arange(missing.size)[:, None], codes & before[:, None]]
        found *= np.where(codes & newcomer[:, None], chance, 1.0 - chance)
    return found
