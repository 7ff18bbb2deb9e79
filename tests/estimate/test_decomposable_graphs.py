"""Every decomposable graph comes once, grown from a smaller one.

It depends on the module of its name and on the naive graphs of `naive_dga`.
A new fact about graphs is tried against every edge set of five lists.
"""

import numpy as np
import pytest

from safeconduct.estimate.decomposable_graphs import (
    N_GRAPHS,
    elimination,
    expanded,
    graph_order,
    graph_orders,
    grown_graphs,
    growth,
    maximal_cliques,
)
from safeconduct.estimate.dga_weights import clique_key
from tests.estimate.naive_dga import chordal_graphs


@pytest.mark.parametrize("k", range(8))
def test_there_are_as_many_graphs_as_the_encyclopedia_of_sequences_says(k):
    assert grown_graphs(k).n_graphs == N_GRAPHS[k]


def test_eight_lists_have_the_number_of_graphs_of_the_encyclopedia_without_enumeration():
    graphs = grown_graphs(7)
    n_cliques = clique_numbers(7)
    total = 0

    for vertex in range(8):
        growing = growth(7, vertex)
        total += int(n_cliques[growing.free].sum())
        free_members = np.bitwise_count(growing.closed & ~growing.required).astype(np.int64)
        total += int(((1 << free_members) - 1).sum())

    assert graphs.n_graphs == 617_675
    assert total == N_GRAPHS[8]


def clique_numbers(k):
    """Count cliques, the empty one too: those of the parent, and one for each subset of S."""
    if k == 0:
        return np.ones(1, dtype=np.int64)
    graphs = grown_graphs(k)
    return clique_numbers(k - 1)[graphs.parent] + (
        1 << np.bitwise_count(graphs.joined).astype(np.int64)
    )


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5])
def test_the_graphs_are_those_that_trying_every_edge_set_finds(k):
    naive = {
        "|".join(sorted("".join(str(v + 1) for v in sorted(clique)) for clique in cliques))
        for cliques, _ in chordal_graphs(k)
    }

    ours = [clique_key(maximal_cliques(order)) for order in graph_orders(k)]

    assert len(ours) == len(set(ours))
    assert set(ours) == naive


@pytest.mark.parametrize("k", [2, 4, 5])
def test_neighbours_and_simplicial_vertices_are_those_of_the_cliques(k):
    graphs = grown_graphs(k)

    for place, order in enumerate(graph_orders(k)):
        cliques = maximal_cliques(order)
        for u in range(k):
            holding = [clique for clique in cliques if clique >> u & 1]
            near = int(np.bitwise_or.reduce(holding)) & ~(1 << u)
            assert graphs.adjacent[place, u] == near
            assert bool(graphs.simplicial[place] >> u & 1) is (len(holding) == 1)


@pytest.mark.parametrize("k", [1, 3, 6])
def test_the_complete_graph_is_found(k):
    assert maximal_cliques(graph_order(k, grown_graphs(k).complete)) == ((1 << k) - 1,)


def test_a_graph_of_nothing_has_no_order():
    assert graph_order(0, 0) == ()
    assert list(graph_orders(0)) == [()]


def test_an_order_joins_each_vertex_to_a_clique_of_those_before():
    order = elimination((0b0011, 0b0110, 0b1100))
    assert order is not None

    before = 0
    for vertex, joined in order:
        assert joined & ~before == 0
        before |= 1 << vertex
    assert maximal_cliques(order) == (0b0011, 0b0110, 0b1100)


def test_a_ring_of_four_is_not_decomposable():
    assert elimination((0b0011, 0b0110, 0b1100, 0b1001)) is None


def test_making_room_for_a_vertex_moves_the_higher_labels_up():
    assert expanded(np.array([0b0000, 0b0101, 0b1111]), 1).tolist() == [0b00000, 0b01001, 0b11101]
