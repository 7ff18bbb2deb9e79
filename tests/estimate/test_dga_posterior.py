"""The posterior against a sum over every graph and every number, and where it ends.

It depends on the posterior, on the golden tables and on `naive_dga`.
Another prior is one more value of a parameter here.
"""

import numpy as np
import pytest

from safeconduct.estimate.dga_cliques import CliqueTerms
from safeconduct.estimate.dga_graph_prior import given_graphs
from safeconduct.estimate.dga_posterior import DgaModel, dga_posterior
from tests.estimate.naive_dga import log_posteriors
from tests.estimate.tables import KOSOVO, MADIGAN_YORK, UK, golden_history, history, independent


def model(table, **settings):
    chosen = {"prior": "1/N", "include_complete": False, "graphs": None, **settings}
    delta = chosen.pop("delta", 2.0**-table.n_lists)
    return DgaModel(cliques=CliqueTerms.of(table.counts, delta=delta), **chosen)


def averaged(table, settings, **grid):
    return dga_posterior(table, settings, **grid)


def variation(p, q):
    return float(np.abs(p - q).sum()) / 2


@pytest.mark.parametrize("prior", ["1/N", "uniform"])
@pytest.mark.parametrize("delta", [None, 0.5, 1.0])
@pytest.mark.parametrize("n_lists", [3, 4])
def test_the_posterior_is_that_of_the_naive_sum(n_lists, delta, prior):
    table = independent(400, [0.2, 0.3, 0.25, 0.15][:n_lists], seed=n_lists)
    delta = delta or 2.0**-n_lists
    _, logs = log_posteriors(table.counts.tolist(), range(1, 201), delta=delta, prior=prior)
    naive = np.exp(logs - logs.max()).sum(axis=0)

    settings = model(table, delta=delta, prior=prior, include_complete=True)
    found = averaged(table, settings, grid_last=200)

    assert variation(found.points.probability, naive / naive.sum()) < 1e-6


@pytest.mark.parametrize(("table", "last"), [(KOSOVO, 44_000), (MADIGAN_YORK, 5_370), (UK, 27_440)])
def test_nodes_and_spline_give_what_every_whole_number_gives(table, last):
    settings = model(table)

    found = averaged(table, settings, grid_last=last)

    exact = settings.log_posterior(np.arange(1.0, last + 1.0))
    p = np.exp(exact - exact.max())
    assert variation(found.points.probability, p / p.sum()) < 1e-7


def test_seven_lists_give_what_whole_numbers_give():
    table = independent(60, [0.2, 0.3, 0.25, 0.15, 0.3, 0.2, 0.1])
    settings = model(table)

    found = averaged(table, settings, grid_last=60)

    exact = settings.log_posterior(np.arange(1.0, 61.0))
    p = np.exp(exact - exact.max())
    assert variation(found.points.probability, p / p.sum()) < 1e-7


def test_eight_lists_stream_through_their_graphs():
    table = independent(250, [0.2, 0.3, 0.25, 0.15, 0.3, 0.2, 0.1, 0.2])

    found = averaged(table, model(table), grid_last=3)
    heaviest = found.heaviest(3)

    assert found.model.n_graphs == 30_888_595
    assert len(heaviest.graphs) == 3
    assert heaviest.others_below <= heaviest.graphs[-1].weight < 0.5


@pytest.mark.parametrize("table", [KOSOVO, MADIGAN_YORK, UK])
def test_the_answer_does_not_depend_on_where_the_search_begins(table, monkeypatch):
    found = averaged(table, model(table))
    monkeypatch.setattr("safeconduct.estimate.dga_posterior._REACH", 10.0)
    nearer = averaged(table, model(table))
    monkeypatch.setattr("safeconduct.estimate.dga_posterior._REACH", 1e6)
    farther = averaged(table, model(table))

    for level in (0.025, 0.5, 0.975):
        quantiles = {one.posterior.quantile(level) for one in (found, nearer, farther)}
        assert max(quantiles) - min(quantiles) <= 3e-4 * max(quantiles)


def test_a_hundred_times_the_persons_do_not_let_the_complete_graph_in():
    table = history((KOSOVO.counts * 100).tolist())

    found = averaged(table, model(table))

    # Design, section 4: 12,742 a unit without the complete graph, and all weight upon it with it.
    assert found.posterior.quantile(0.5) / 100 == pytest.approx(12_740, abs=3)
    assert found.saturated_weight() > 0.999


def test_the_weight_of_the_complete_graph_is_the_same_in_the_set_and_beside_it():
    within = averaged(KOSOVO, model(KOSOVO, include_complete=True), grid_last=44_000)
    beside = averaged(KOSOVO, model(KOSOVO), grid_last=44_000)

    assert within.saturated_weight() == pytest.approx(4.31624539928e-07, rel=1e-6)
    assert beside.saturated_weight() == pytest.approx(4.31624539928e-07, rel=1e-6)


def test_beyond_a_grid_the_complete_graph_has_more_weight():
    far = averaged(KOSOVO, model(KOSOVO))

    assert 4.4e-07 < far.saturated_weight() < 2e-6


def test_a_flat_prior_and_the_complete_graph_have_no_sum():
    table = golden_history("dga-madigan-york-3")

    assert averaged(table, model(table, prior="uniform", include_complete=True)) is None


def test_a_flat_prior_without_the_complete_graph_may_have_one():
    found = averaged(KOSOVO, model(KOSOVO, prior="uniform"))

    assert found.posterior.interval(0.95) == (10074, 16915)
    assert found.saturated_weight() > 0.0


def test_a_given_prior_of_equal_weights_is_the_average_over_these_graphs():
    keys = ["1|2|3", "12|3", "13|2", "1|23", "12|13", "12|23", "13|23"]
    table = golden_history("dga-madigan-york-3")
    given = model(table, graphs=given_graphs(dict.fromkeys(keys, 3.0), n_lists=3))

    found, plain = averaged(table, given), averaged(table, model(table))

    assert given.n_graphs == 7
    assert variation(found.points.probability, plain.points.probability) < 1e-9
    heaviest = found.heaviest(2)
    assert [graph.key for graph in heaviest.graphs] == [
        graph.key for graph in plain.heaviest(2).graphs
    ]
    assert heaviest.others_below == pytest.approx(plain.heaviest(2).others_below, rel=1e-9)


def test_the_tail_without_overlap_is_heavy():
    table = history([0, 60, 50, 0, 40, 0, 0, 0])

    found = averaged(table, model(table))

    assert found.slope_at(0.975) > -2.5
