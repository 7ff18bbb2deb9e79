"""Adds the evidence of every decomposable graph up, without going through the graphs one by one.

It depends on numpy, `decomposable_graphs`, `dga_cliques` and `log_domain`.
Another quantity that factors over the growth of graphs is added up by the same recursion.

Symbols: K lists; W_A(N0) the term of a set of lists A (see `dga_cliques`); H a graph on the lists
of A, v a list outside A, S a clique of H; J numbers N0 of missing persons are done at once.

Joining v to S changes the log evidence of a graph by r[v, S] = W(S + v) - W(S), since S + v becomes
a maximal clique and S a separator (or S was a maximal clique itself and the two cancel). Hence

    sum over all graphs on K lists
        = sum over v, over graphs H on the other lists, of exp(log p(H)) * Q(v, H),
    Q(v, H) = sum over the sets S that may be joined of exp(r[v, S]).

By `decomposable_graphs`, Q sums either over all cliques of H, or over R <= S < C; the latter are
3^(K-1) sums, and the former follow the growth of H = H' + (a joined to S') themselves:

    Q(v, H) = Q(v, H') + sum over T <= S' of exp(r[v, T + a]).

So every pair (v, H) costs two look-ups, and 8 lists need the 617,675 graphs on 7 lists in the place
of 30,888,596 on 8. Everything is added in logarithms: nothing underflows, however far apart graphs
are. The complete graph is left out by leaving S = C out where H is complete, not by subtraction,
which would lose every digit where it dominates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.decomposable_graphs import graph_orders, grown_graphs, growth
from safeconduct.estimate.dga_subsets import (
    members,
    subset_pairs,
    subset_sums,
    subsets,
    sums_between,
)
from safeconduct.estimate.log_domain import add_logs, sum_logs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

# Rows done at once: what they need stays within the cache of a processor.
_ROWS: Final = 4096
# Up to here there are so few graphs that one product of matrices does each by itself.
_FEW_LISTS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GrowthBlock:
    """Graphs H on k lists that grew by the same vertex, and to which the newcomer may be joined.

    vertex: the label that joined last when H was grown. rows: int32, their places. pairs: int64,
        the places of their (R, C) among the pairs of subsets, or None where any clique may be S.
    """

    vertex: int
    rows: npt.NDArray[np.int32]
    pairs: npt.NDArray[np.int64] | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GrowthPart:
    """What the graphs of a block weigh: float64, shape (n, J), log p(H) + log Q(v, H)."""

    newcomer: int
    block: GrowthBlock
    logs: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvidenceRecursion:
    """The recursion over one table of terms, shape (2^K, J), with what it keeps meanwhile."""

    terms: npt.NDArray[np.float64]
    _weights: dict[int, npt.NDArray[np.float64]] = field(default_factory=dict)
    _cliques: dict[int, npt.NDArray[np.float64]] = field(default_factory=dict)

    @property
    def everyone(self) -> int:
        """The set of all lists."""
        return int(self.terms.shape[0]) - 1

    def total(self) -> npt.NDArray[np.float64]:
        """Return the log evidence of all graphs together but the complete one, shape (J,)."""
        n_lists = self.everyone.bit_count()
        if n_lists <= _FEW_LISTS:
            return sum_logs(_incomplete_signs(n_lists) @ self.terms)
        return sum_logs(np.array([sum_logs(part.logs) for part in self.parts()]))

    def all_weights(self) -> npt.NDArray[np.float64]:
        """Return log p(G) of every graph on all lists, in table order, shape (G, J)."""
        n_lists = self.everyone.bit_count()
        if n_lists <= _FEW_LISTS:
            return clique_signs(n_lists) @ self.terms
        return self.weights(self.everyone)

    def parts(self) -> Iterator[GrowthPart]:
        """Yield what all pairs (v, H) weigh, without the complete graph."""
        for vertex, newcomer in enumerate(members(self.everyone)):
            others = self.everyone & ~newcomer
            # Sums over cliques are those of one newcomer; kept on, they would fill the memory.
            self._cliques.clear()
            between = sums_between(self._gains(others, newcomer))
            for block in growth_blocks(others.bit_count(), vertex):
                logs = self._grown(others, block.vertex, rows=block.rows)
                if block.pairs is None:
                    logs += self._clique_sums(others, newcomer, block=block)
                else:
                    logs += between[block.pairs]
                yield GrowthPart(newcomer=newcomer, block=block, logs=logs)

    def weights(self, lists: int) -> npt.NDArray[np.float64]:
        """Return log p(H) of every graph H on a set of lists, in table order, shape (G, J)."""
        if lists not in self._weights:
            graphs = grown_graphs(lists.bit_count())
            found = np.zeros((graphs.n_graphs, self.terms.shape[1]))
            for vertex in range(lists.bit_count()):
                rows = slice(graphs.starts[vertex], graphs.starts[vertex + 1])
                found[rows] = self._grown(lists, vertex, rows=rows)
            self._weights[lists] = found
        return self._weights[lists]

    def _grown(
        self, lists: int, vertex: int, *, rows: slice | npt.NDArray[np.int32]
    ) -> npt.NDArray[np.float64]:
        """Return log p(H) of the graphs at some places, which all grew by one vertex."""
        graphs = grown_graphs(lists.bit_count())
        bit = members(lists)[vertex]
        before = self.weights(lists & ~bit)
        found = before[graphs.parent[rows]]
        found += self._gains(lists & ~bit, bit)[graphs.joined[rows]]
        return found

    def _gains(self, lists: int, newcomer: int) -> npt.NDArray[np.float64]:
        """Return r[v, S] for every subset S of a set of lists, shape (2^k, J)."""
        within = subsets(lists)
        return np.asarray(self.terms[within | newcomer] - self.terms[within])

    def _clique_sums(
        self, lists: int, newcomer: int, *, block: GrowthBlock
    ) -> npt.NDArray[np.float64]:
        """Return log Q(v, H), summed over all cliques of H, for the graphs of a block."""
        graphs = grown_graphs(lists.bit_count())
        bit = members(lists)[block.vertex]
        rest = lists & ~bit
        before = self._all_clique_sums(rest, newcomer)[graphs.parent[block.rows]]
        return add_logs(before, self._with_member(rest, bit, newcomer)[graphs.joined[block.rows]])

    def _with_member(self, rest: int, bit: int, newcomer: int) -> npt.NDArray[np.float64]:
        """Return log of the sum over T <= S of exp(r[v, T + a]), for every S without a."""
        within = subsets(rest) | bit
        return subset_sums(self.terms[within | newcomer] - self.terms[within])

    def _all_clique_sums(self, lists: int, newcomer: int) -> npt.NDArray[np.float64]:
        if lists not in self._cliques:
            graphs = grown_graphs(lists.bit_count())
            found = np.empty((graphs.n_graphs, self.terms.shape[1]))
            found[0] = self.terms[newcomer] - self.terms[0]  # of the graph without any list
            for vertex in range(lists.bit_count()):
                rows = np.arange(graphs.starts[vertex], graphs.starts[vertex + 1], dtype=np.int32)
                block = GrowthBlock(vertex=vertex, rows=rows, pairs=None)
                found[rows] = self._clique_sums(lists, newcomer, block=block)
            self._cliques[lists] = found
        return self._cliques[lists]


@cache
def clique_signs(n_lists: int) -> npt.NDArray[np.float64]:
    """Return how often each set of lists is a clique less how often a separator, (G, 2^K)."""
    found = np.zeros((grown_graphs(n_lists).n_graphs, 1 << n_lists))
    for place, order in enumerate(graph_orders(n_lists)):
        for vertex, joined in order:
            found[place, joined | 1 << vertex] += 1.0
            found[place, joined] -= 1.0
    return found


@cache
def _incomplete_signs(n_lists: int) -> npt.NDArray[np.float64]:
    return np.delete(clique_signs(n_lists), grown_graphs(n_lists).complete, axis=0)


@cache
def growth_blocks(k: int, vertex: int) -> tuple[GrowthBlock, ...]:
    """Split the graphs on k vertices that may take a vertex into blocks, the complete graph out.

    The complete graph on k + 1 vertices comes from the complete graph H and S = H, when the new
    vertex gets the highest label: there R is nobody, C is everybody, and S < C leaves it out.
    """
    growing, graphs, number = growth(k, vertex), grown_graphs(k), subset_pairs(k).number
    free, bound = growing.free, growing.bound
    pairs = number[growing.required, growing.closed]
    if vertex == k:
        free = free[free != graphs.complete]
        bound = np.array([graphs.complete], dtype=np.int32)
        pairs = number[[0], [(1 << k) - 1]]
    return (*_blocks(k, free, pairs=None), *_blocks(k, bound, pairs=pairs))


def _blocks(
    k: int, rows: npt.NDArray[np.int32], *, pairs: npt.NDArray[np.int64] | None
) -> Iterator[GrowthBlock]:
    edges = np.searchsorted(rows, grown_graphs(k).starts)
    for vertex in range(k):
        for first in range(edges[vertex], edges[vertex + 1], _ROWS):
            here = slice(first, min(first + _ROWS, int(edges[vertex + 1])))
            yield GrowthBlock(
                vertex=vertex, rows=rows[here], pairs=None if pairs is None else pairs[here]
            )
