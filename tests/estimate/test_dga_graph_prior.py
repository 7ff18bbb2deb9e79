"""A prior over graphs is read graph by graph, and everything wrong with it is named.

It depends on the module of its name.
Another way of naming graphs is tried with what is wrong with it.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.dga_graph_prior import given_graphs


def test_graphs_are_read_with_their_weights():
    graphs = given_graphs({"12|23": 2.0, "1|2|3": 0.5, "123": 0.0}, n_lists=3)

    assert graphs.cliques == ((0b011, 0b110), (0b001, 0b010, 0b100))
    assert np.exp(graphs.logs).tolist() == pytest.approx([2.0, 0.5])


def test_the_evidence_is_that_of_cliques_less_separators():
    terms = np.random.default_rng(1).normal(size=(8, 2))
    terms[0] = 0.0

    found = given_graphs({"12|23": 2.0, "1|23": 1.0}, n_lists=3).evidence(terms)

    assert np.allclose(found[0], terms[0b011] + terms[0b110] - terms[0b010] + np.log(2.0))
    assert np.allclose(found[1], terms[0b001] + terms[0b110])


@pytest.mark.parametrize("key", ["12|13|23", "12|13|23|34", "124|134|234|123"])
def test_pairs_that_close_to_a_larger_clique_are_not_taken_for_it(key):
    """[12,13,23] is a log-linear model without a graph; the complete graph is another model."""
    with pytest.raises(InvalidQuery):
        given_graphs({key: 1.0}, n_lists=4 if "4" in key else 3)


def test_everything_wrong_is_named_at_once():
    weights = {"12|23|34|14": 1.0, "12|3": 1.0, "1x|234": 1.0, "1134": 1.0, "1|2||3|4": 1.0}
    weights |= {"1234": -1.0, "1|2|3|4": float("inf")}

    with pytest.raises(InvalidQuery) as caught:
        given_graphs(weights, n_lists=4)

    assert len(caught.value.problems) == 7


@pytest.mark.parametrize("weights", [{}, {"123": 0.0}])
def test_a_prior_without_weight_is_none(weights):
    with pytest.raises(InvalidQuery) as caught:
        given_graphs(weights, n_lists=3)

    assert caught.value.problems == (("graph_prior", "gives no graph any weight"),)
