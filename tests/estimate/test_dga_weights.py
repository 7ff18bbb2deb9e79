"""Weights of graphs, by weighing all and by looking into the heaviest pairs only.

It depends on the weights, the posterior and `naive_dga`.
Another way of weighing is tried against weighing every graph.
"""

import numpy as np
import pytest

from safeconduct.estimate.decomposable_graphs import N_GRAPHS, graph_orders, maximal_cliques
from safeconduct.estimate.dga_cliques import CliqueTerms
from safeconduct.estimate.dga_posterior import DgaModel, dga_posterior
from safeconduct.estimate.dga_weights import (
    all_weights,
    clique_key,
    heaviest_by_pairs,
    heaviest_of_all,
)
from tests.estimate.naive_dga import log_posteriors
from tests.estimate.tables import MADIGAN_YORK, independent


def evidence(history, *, include_complete=False, last=None):
    model = DgaModel(
        cliques=CliqueTerms.of(history.counts, delta=2.0**-history.n_lists),
        prior="1/N",
        include_complete=include_complete,
        graphs=None,
    )
    found = dga_posterior(history, model, grid_last=last)
    assert found is not None
    return found.evidence()


def test_weights_are_those_of_adding_up_every_graph_at_every_number():
    history = independent(300, [0.2, 0.3, 0.25, 0.1])
    keys, logs = log_posteriors(history.counts.tolist(), range(1, 201), delta=1 / 16, prior="1/N")
    naive = np.exp(logs - logs.max())
    naive /= naive.sum()

    weights = all_weights(evidence(history, include_complete=True, last=200), include_complete=True)

    ours = (clique_key(maximal_cliques(order)) for order in graph_orders(4))
    found = dict(zip(ours, weights, strict=True))
    assert max(abs(found[key] - line.sum()) for key, line in zip(keys, naive, strict=True)) < 1e-7


@pytest.mark.parametrize("chances", [[0.2, 0.3, 0.25], [0.1, 0.2, 0.3, 0.2, 0.1, 0.25]])
def test_looking_into_the_heaviest_pairs_finds_the_heaviest_graphs(chances):
    found = evidence(independent(500, chances))

    few = heaviest_by_pairs(found, n_graphs=7)
    full = heaviest_of_all(found, n_graphs=7, include_complete=False)

    assert sum(graph.weight for graph in full.graphs) <= 1.0 + 1e-6
    assert [graph.weight for graph in few.graphs] == pytest.approx(
        [graph.weight for graph in full.graphs], rel=1e-9
    )
    assert {graph.key for graph in few.graphs} == {graph.key for graph in full.graphs}
    assert few.others_below >= full.others_below


def test_where_pairs_are_too_many_the_largest_weight_left_is_told(monkeypatch):
    monkeypatch.setattr("safeconduct.estimate.dga_weights._MOST_PAIRS", 3)

    found = heaviest_by_pairs(evidence(MADIGAN_YORK), n_graphs=50)

    assert len(found.graphs) < 50
    assert 0.0 < found.others_below < 1.0


def test_asking_for_more_graphs_than_there_are_gives_all():
    found = evidence(independent(500, [0.2, 0.3, 0.25]))

    full = heaviest_of_all(found, n_graphs=20, include_complete=False)
    few = heaviest_by_pairs(found, n_graphs=20)

    assert len(full.graphs) == len(few.graphs) == N_GRAPHS[3] - 1
    assert sum(graph.weight for graph in full.graphs) == pytest.approx(1.0, abs=1e-7)
    assert full.others_below == 0.0


def test_a_graph_is_named_by_its_cliques():
    assert clique_key((0b11000, 0b00101, 0b00011)) == "12|13|45"
