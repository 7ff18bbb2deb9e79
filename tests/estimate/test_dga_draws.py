"""Draws of graphs and of chances, beside the graphs themselves and the means of their law.

It depends on numpy, on the graphs and on the modules of the average over graphs.
Another quantity that is drawn is held here against its mean.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.decomposable_graphs import N_GRAPHS, graph_order
from safeconduct.estimate.dga_cliques import CliqueTerms, margin_table
from safeconduct.estimate.dga_draws import cell_chances, graph_steps
from safeconduct.estimate.dga_graph_prior import given_graphs
from safeconduct.estimate.dga_posterior import DgaModel, dga_posterior
from safeconduct.estimate.dga_weights import HeaviestGraphs
from safeconduct.estimate.estimators import dga

COUNTS = np.array([0, 60, 49, 4, 247, 112, 142, 12])
TABLE = CaptureHistory(lists=("A", "B", "C"), counts=COUNTS)


# What a test reads of an answer is not typed: it may be there or not.
def said_of_prediction(history):
    return dga.estimate(history).diagnostics["posterior_predictive"]


def posterior(graph_prior=None):
    model = DgaModel(
        cliques=CliqueTerms.of(COUNTS, delta=0.125),
        prior="1/N",
        include_complete=False,
        graphs=None if graph_prior is None else given_graphs(graph_prior, n_lists=3),
    )
    return dga_posterior(TABLE, model)


def mean_chances(found, heaviest, n_draws=20_000):
    chances, weights = cell_chances(
        found, COUNTS, heaviest=heaviest, n_draws=n_draws, rng=np.random.default_rng(1)
    )
    return weights @ chances / weights.sum()


@pytest.mark.parametrize("n_lists", [3, 4, 5])
def test_steps_of_many_graphs_are_those_of_each(n_lists):
    places = np.arange(N_GRAPHS[n_lists])

    joined, alone = graph_steps(n_lists, places)

    for place in places:
        order = graph_order(n_lists, int(place))
        assert alone[place].tolist() == [before for _, before in order]
        assert joined[place].tolist() == [before | 1 << vertex for vertex, before in order]


def test_every_margin_holds_every_person_once():
    margins = margin_table(COUNTS)

    assert margins.sum(axis=1).tolist() == [int(COUNTS.sum())] * 8
    assert margins[0b101].tolist() == [49, 64, 0, 0, 389, 124, 0, 0]


def test_chances_are_a_distribution_and_keep_to_the_graph():
    found = posterior({"12|3": 1.0})

    chances, _ = cell_chances(
        found, COUNTS, heaviest=found.heaviest(1), n_draws=50, rng=np.random.default_rng(1)
    )

    assert chances.sum(axis=1) == pytest.approx(1.0)
    # List 3 is independent of the other two: one ratio with and without it for all four patterns.
    ratios = chances[:, 4:] / chances[:, :4]
    assert ratios == pytest.approx(np.tile(ratios[:, :1], 4))


def test_means_of_a_graph_are_those_of_its_law_at_the_missing_that_were_drawn():
    found = posterior({"12|3": 1.0})
    missing = found.points.probability @ found.points.middle
    total = COUNTS.sum() + missing

    chances = mean_chances(found, found.heaviest(1))

    share = (COUNTS[4:].sum() + 0.5) / (total + 1.0)
    assert chances[4:].sum() == pytest.approx(share, abs=0.002)
    assert chances[1] + chances[5] == pytest.approx((172 + 0.25) / (total + 1.0), abs=0.002)


def test_draws_from_the_heaviest_graphs_are_those_from_all_where_nothing_else_weighs():
    found = posterior()
    every = found.heaviest(7)
    listed = HeaviestGraphs(graphs=every.graphs, others_below=0.0)

    assert mean_chances(found, every) == pytest.approx(mean_chances(found, listed), abs=0.003)


def test_the_missing_and_the_graph_are_weighed_together():
    found = posterior({"12|3": 1.0, "1|2|3": 1.0, "13|23": 1.0})
    heaviest = found.heaviest(3)

    _, weights = cell_chances(
        found, COUNTS, heaviest=heaviest, n_draws=4_000, rng=np.random.default_rng(1)
    )

    # Were graph and missing independent, no draw would count for more than another.
    assert weights.std() > 0.0


def test_the_estimate_says_what_its_posterior_predicts():
    predicted = said_of_prediction(TABLE)

    assert predicted["p_distance"] > 0.05
    assert set(predicted["farthest_patterns"]) <= {"A", "B", "C", "A+B", "A+C", "B+C", "A+B+C"}


def test_a_table_that_no_graph_describes_is_named():
    # Three kinds of persons: every pattern is likelier than chance, or rarer.
    counts = np.array([0, 150, 150, 30, 150, 30, 30, 30, 150, 30, 30, 30, 30, 30, 30, 300])
    table = CaptureHistory(lists=tuple("ABCD"), counts=counts)

    found = dga.estimate(table, include_complete=True, graph_prior={"1|2|3|4": 1.0})

    assert "posterior-predictive" in [one.code for one in found.warnings]
