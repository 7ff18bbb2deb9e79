"""Every decomposable (chordal) graph on labelled lists, each once, as growth from a smaller graph.

It depends on numpy only; what a graph is worth to an estimator stands elsewhere.
A larger number of lists needs no new code, only memory: 8 lists have 30,888,596 graphs.

Symbols: k is the number of vertices (lists); a set of vertices is an integer whose bit j says
whether vertex j belongs to it; N(u) are the neighbours of a vertex u, N[u] those and u itself.

A vertex is simplicial when its neighbours are joined pairwise. Every chordal graph has one, and
taking it away leaves a chordal graph (Dirac 1961; Rose 1970). Here each graph G on k vertices is
grown from exactly one pair (H, S): v is the simplicial vertex of G with the highest label, S its
neighbours, and H is G without v. Read the other way round, joining a new vertex v to a set S of H
gives a graph that is counted once exactly when

    S is a clique of H, and no vertex u > v of H is simplicial in the graph that comes out;

u stays simplicial unless u lies in S and N_H(u) does not lie within S. So either no vertex above v
is simplicial in H, and every clique S counts; or those that are all have one closed neighbourhood
C, and exactly the sets S with R <= S < C count, where R are those vertices: the larger of two
cliques that hold a simplicial vertex lies within its closed neighbourhood.

References:
    Dirac, G. A. (1961). On rigid circuit graphs. Abh. Math. Sem. Univ. Hamburg 25, 71-76.
    doi:10.1007/BF02992776.
    Rose, D. J. (1970). Triangulated graphs and the elimination process. J. Math. Anal. Appl. 32,
    597-609. doi:10.1016/0022-247X(70)90282-9.
    OEIS A058862: the number of labelled chordal graphs on k nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

# How many decomposable graphs k lists have, k = 0 to 8 (OEIS A058862).
N_GRAPHS: Final = (1, 1, 2, 8, 61, 822, 18_154, 617_675, 30_888_596)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GrownGraphs:
    """All decomposable graphs on k vertices, sorted by the vertex that was joined last.

    parent: int32, shape (G,), the place of H among the graphs on k - 1 vertices.
    joined: uint8, shape (G,), the set S in the labels of H. starts: shape (k + 1,), the graphs
        whose last vertex is v stand from `starts[v]` to `starts[v + 1]`.
    adjacent: uint8, shape (G, k), the neighbours of each vertex. simplicial: uint8, shape (G,).
    """

    n_vertices: int
    parent: npt.NDArray[np.int32]
    joined: npt.NDArray[np.uint8]
    starts: tuple[int, ...]
    adjacent: npt.NDArray[np.uint8]
    simplicial: npt.NDArray[np.uint8]

    @property
    def n_graphs(self) -> int:
        """How many graphs there are."""
        return int(self.parent.size)

    @property
    def complete(self) -> int:
        """The place of the complete graph: the only one where every vertex is simplicial and tied.

        It is grown from the complete graph by joining the highest vertex to everything.
        """
        full = (1 << self.n_vertices) - 1
        edges = full ^ (1 << np.arange(self.n_vertices))
        return int(np.flatnonzero((self.adjacent == edges).all(axis=1))[0])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Growth:
    """How a new vertex v may be joined to each graph H on k vertices.

    free: int32, the places of graphs H to which v may be joined by any clique.
    bound: int32, the places of those where R <= S < C is asked for; required, closed: uint8, their
        R and C. A graph in neither may not take v.
    """

    free: npt.NDArray[np.int32]
    bound: npt.NDArray[np.int32]
    required: npt.NDArray[np.uint8]
    closed: npt.NDArray[np.uint8]


@cache
def grown_graphs(n_vertices: int) -> GrownGraphs:
    """Return every decomposable graph on k vertices, k from 0 to 7, computed once a process."""
    if n_vertices == 0:
        nothing = np.zeros(1, dtype=np.uint8)
        return GrownGraphs(
            n_vertices=0,
            parent=np.zeros(1, dtype=np.int32),
            joined=nothing,
            starts=(0,),
            adjacent=np.zeros((1, 0), dtype=np.uint8),
            simplicial=nothing,
        )
    smaller = grown_graphs(n_vertices - 1)
    cliques = _cliques(smaller)
    parts = [
        _accepted(growth(n_vertices - 1, vertex), cliques, n_vertices=n_vertices - 1)
        for vertex in range(n_vertices)
    ]
    starts = np.concatenate([[0], np.cumsum([parent.size for parent, _ in parts])])
    parent = np.concatenate([parent for parent, _ in parts])
    joined = np.concatenate([joined for _, joined in parts])
    vertices = np.repeat(np.arange(n_vertices), np.diff(starts))
    adjacent, simplicial = _joined(smaller, parent=parent, joined=joined, vertices=vertices)
    return GrownGraphs(
        n_vertices=n_vertices,
        parent=parent,
        joined=joined,
        starts=tuple(map(int, starts)),
        adjacent=adjacent,
        simplicial=simplicial,
    )


@cache
def growth(n_vertices: int, vertex: int) -> Growth:
    """Say to which graphs on k vertices a vertex may be joined that gets the label `vertex`.

    Vertices of H with that label or a higher one move up by one.
    """
    graphs = grown_graphs(n_vertices)
    above = np.uint8(0xFF << vertex & 0xFF)
    required = graphs.simplicial & above
    closed = np.zeros_like(required)
    for u in range(vertex, n_vertices):
        closed[(required >> u & 1).astype(np.bool_)] = 0
        here = (required >> u & 1).astype(np.bool_)
        closed[here] = graphs.adjacent[here, u] | np.uint8(1 << u)
    # All required vertices share one closed neighbourhood when they lie within that of one.
    fits = (required != 0) & (required & ~closed == 0) & (required != closed)
    bound = np.flatnonzero(fits).astype(np.int32)
    return Growth(
        free=np.flatnonzero(required == 0).astype(np.int32),
        bound=bound,
        required=required[bound],
        closed=closed[bound],
    )


def expanded(sets: npt.NDArray[np.int64], vertex: int) -> npt.NDArray[np.int64]:
    """Make room for a vertex in sets of vertices: it and the higher labels move up by one."""
    low = (1 << vertex) - 1
    return (sets & low) | ((sets & ~low) << 1)


def elimination(cliques: Sequence[int]) -> tuple[tuple[int, int], ...] | None:
    """Order a graph, given by its maximal cliques, as (vertex, earlier neighbours) pairs.

    Returns None when the graph is not decomposable. Every pair joins a vertex to a clique of the
    vertices before it.
    """
    everyone = 0
    for clique in cliques:
        everyone |= clique
    left = {u: 0 for u in range(everyone.bit_length()) if everyone >> u & 1}
    for u in left:
        for clique in cliques:
            if clique >> u & 1:
                left[u] |= clique & ~(1 << u)
    order = []
    while left:
        found = next((u for u in left if _is_simplicial(left, u)), None)
        if found is None:
            return None
        order.append((found, left.pop(found)))
        left = {u: neighbours & ~(1 << found) for u, neighbours in left.items()}
    return tuple(reversed(order))


def maximal_cliques(order: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the maximal cliques of a graph, given as (vertex, earlier neighbours) pairs."""
    found = [neighbours | 1 << vertex for vertex, neighbours in order]
    return tuple(
        sorted(
            {one for one in found if not any(one != other and one & ~other == 0 for other in found)}
        )
    )


def _is_simplicial(left: dict[int, int], u: int) -> bool:
    return all(left[u] & ~(left[w] | 1 << w) == 0 for w in left if left[u] >> w & 1)


def _cliques(graphs: GrownGraphs) -> npt.NDArray[np.bool_]:
    """Say of every set of vertices whether it is a clique of each graph, shape (G, 2^k)."""
    k = graphs.n_vertices
    found = np.ones((graphs.n_graphs, 1 << k), dtype=np.bool_)
    for code in range(1, 1 << k):
        lowest = (code & -code).bit_length() - 1
        rest = code & (code - 1)
        found[:, code] = found[:, rest] & (graphs.adjacent[:, lowest] & rest == rest)
    return found


def _accepted(
    growing: Growth, cliques: npt.NDArray[np.bool_], *, n_vertices: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """Return the pairs (H, S) that give a graph, for one label of the new vertex."""
    sets = np.arange(1 << n_vertices, dtype=np.uint8)
    place, free_sets = np.nonzero(cliques[growing.free])
    required, closed = growing.required[:, None], growing.closed[:, None]
    between = (sets & required == required) & (sets & ~closed == 0) & (sets != closed)
    bound_place, bound_sets = np.nonzero(between)
    parents = np.concatenate([growing.free[place], growing.bound[bound_place]])
    return parents, np.concatenate([free_sets, bound_sets]).astype(np.uint8)


def _joined(
    smaller: GrownGraphs,
    *,
    parent: npt.NDArray[np.int32],
    joined: npt.NDArray[np.uint8],
    vertices: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Return neighbours and simplicial vertices of the graphs that come out of a growth."""
    k = smaller.n_vertices + 1
    adjacent = np.zeros((parent.size, k), dtype=np.uint8)
    simplicial = np.zeros(parent.size, dtype=np.uint8)
    for vertex in range(k):
        rows = np.flatnonzero(vertices == vertex)
        old, sets = parent[rows], joined[rows].astype(np.int64)
        adjacent[rows, vertex] = expanded(sets, vertex)
        simplicial[rows] |= np.uint8(1 << vertex)
        for u in range(k - 1):
            label = u if u < vertex else u + 1
            neighbours = smaller.adjacent[old, u].astype(np.int64)
            in_set = sets >> u & 1
            adjacent[rows, label] = expanded(neighbours, vertex) | in_set << vertex
            keeps = (smaller.simplicial[old] >> u & 1) & ((in_set == 0) | (neighbours & ~sets == 0))
            simplicial[rows] |= (keeps << label).astype(np.uint8)
    return adjacent, simplicial


def graph_orders(n_vertices: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield every graph on k vertices as (vertex, earlier neighbours) pairs, in table order."""
    graphs = grown_graphs(n_vertices)
    for place in range(graphs.n_graphs):
        yield graph_order(n_vertices, place)


def graph_order(n_vertices: int, place: int) -> tuple[tuple[int, int], ...]:
    """Return one graph of the table as (vertex, earlier neighbours) pairs, last vertex last."""
    if n_vertices == 0:
        return ()
    graphs = grown_graphs(n_vertices)
    vertex = int(np.searchsorted(graphs.starts, place, side="right")) - 1
    before = graph_order(n_vertices - 1, int(graphs.parent[place]))
    return grown(before, vertex=vertex, joined=int(graphs.joined[place]))


def grown(
    before: tuple[tuple[int, int], ...], *, vertex: int, joined: int
) -> tuple[tuple[int, int], ...]:
    """Join a vertex to a graph given as pairs; its own labels from `vertex` on move up by one."""
    low = (1 << vertex) - 1
    moved = tuple(
        (u + (u >= vertex), (neighbours & low) | ((neighbours & ~low) << 1))
        for u, neighbours in before
    )
    return (*moved, (vertex, (joined & low) | ((joined & ~low) << 1)))
