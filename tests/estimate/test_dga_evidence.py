"""The recursion over growth gives the sum over all graphs, one by one.

It depends on the recursion and on the graphs, one by one.
Another sum over graphs is tried against `one_by_one`.
"""

import numpy as np
import pytest
from scipy.special import logsumexp

from safeconduct.estimate.decomposable_graphs import N_GRAPHS, graph_orders, grown_graphs
from safeconduct.estimate.dga_cliques import CliqueTerms
from safeconduct.estimate.dga_evidence import EvidenceRecursion, clique_signs
from safeconduct.estimate.dga_weights import order_logs
from safeconduct.estimate.log_domain import sum_logs
from tests.estimate.naive_dga import log_posteriors

MISSING = np.array([0.0, 1.0, 7.0, 100.0])


def terms(n_lists: int, *, largest: int = 60, seed: int = 5) -> CliqueTerms:
    cells = np.random.default_rng(seed).integers(0, largest, size=1 << n_lists)
    cells[0] = 0
    return CliqueTerms.of(cells, delta=2.0**-n_lists)


def one_by_one(table: np.ndarray, n_lists: int) -> np.ndarray:
    logs = clique_signs(n_lists) @ table
    return logsumexp(np.delete(logs, grown_graphs(n_lists).complete, axis=0), axis=0)


def by_parts(recursion: EvidenceRecursion) -> np.ndarray:
    return sum_logs(np.array([sum_logs(part.logs) for part in recursion.parts()]))


@pytest.mark.parametrize("n_lists", [3, 4, 5])
def test_the_terms_make_up_the_evidence_of_cliques_and_separators(n_lists):
    cliques = terms(n_lists)
    cells = np.random.default_rng(5).integers(0, 60, size=1 << n_lists)
    cells[0] = 0
    _, naive = log_posteriors(cells.tolist(), range(8), delta=2.0**-n_lists, prior="1/N")

    missing = np.arange(8.0)
    found = logsumexp(
        np.array([order_logs(cliques.at(missing), order) for order in graph_orders(n_lists)]),
        axis=0,
    ) + cliques.shared(missing, prior="1/N")

    assert np.allclose(found, logsumexp(naive, axis=0), rtol=1e-13)


@pytest.mark.parametrize("n_lists", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("largest", [3, 60, 3_000_000])
def test_growing_gives_the_sum_over_all_graphs_but_the_complete_one(n_lists, largest):
    table = terms(n_lists, largest=largest).at(MISSING)

    recursion = EvidenceRecursion(terms=table)

    expected = one_by_one(table, n_lists)
    assert np.allclose(recursion.total(), expected, rtol=1e-13, atol=1e-11)
    assert np.allclose(by_parts(recursion), expected, rtol=1e-13, atol=1e-11)


@pytest.mark.parametrize("n_lists", [3, 5, 6])
def test_the_evidence_of_each_graph_is_in_table_order(n_lists):
    table = terms(n_lists).at(MISSING)

    found = EvidenceRecursion(terms=table).all_weights()

    assert np.allclose(
        found, [order_logs(table, order) for order in graph_orders(n_lists)], rtol=1e-12
    )


def test_seven_lists_grow_to_the_same_sum_from_either_side():
    table = terms(7).at(MISSING)
    recursion = EvidenceRecursion(terms=table)

    logs = np.delete(recursion.all_weights(), grown_graphs(7).complete, axis=0)

    assert np.allclose(by_parts(recursion), sum_logs(logs), rtol=1e-13)


def test_the_complete_graph_is_left_out_even_where_it_dominates():
    table = np.random.default_rng(2).normal(size=(64, 2))
    table[63] += 1e6

    found = EvidenceRecursion(terms=table).total()

    assert np.allclose(found, one_by_one(table, 6), rtol=1e-12)
    assert (found < 1e5).all()


def test_cliques_and_separators_balance():
    assert (clique_signs(4).sum(axis=1) == 0).all()


def test_eight_lists_have_as_many_graphs_as_are_added_up():
    recursion = EvidenceRecursion(terms=np.zeros((256, 1)))

    assert np.exp(recursion.total()) == pytest.approx([N_GRAPHS[8] - 1], rel=1e-11)
