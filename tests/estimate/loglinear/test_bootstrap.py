"""Resampled limits against published ones, and the arithmetic of the acceleration.

It depends on the golden files, numpy and the module under test.
A further way of choosing is compared with published limits here.
"""

import numpy as np
import pytest

from safeconduct.estimate.loglinear.bootstrap import (
    acceleration,
    bca_interval,
    bca_limits,
    chosen_again,
    each_without_one,
    resampled,
)
from safeconduct.estimate.loglinear.hierarchical_models import all_models, read_notation
from safeconduct.estimate.loglinear.selection import rank
from safeconduct.estimate.loglinear.stepwise import choose_stepwise
from tests.estimate.published_tables import PUBLISHED, golden, published

LEVELS = (0.025, 0.1, 0.9, 0.975)


@pytest.mark.parametrize(
    ("name", "n_tables", "n_limits"),
    [("kosovo", 1000, 4), ("madigan-york-5", 400, 4), ("uk-5", 400, 3)],
)
def test_the_choice_among_the_top_models_gives_the_published_limits(name, n_tables, n_limits):
    """Of Kosovo the reference resampled a thousand tables, of the others two hundred.

    Its last limit for the United Kingdom is the largest of its two hundred totals: the adjusted
    level is 0.9975. No sample of another generator can be held to it.
    """
    table, reference = published(name), golden(name)["bic"]
    models = all_models(table.n_lists, order=3)
    top = rank(table.counts.astype(float), models, select="bic").terms[: reference["n_top"]]
    tables = resampled(table.counts, n_tables=n_tables, rng=np.random.default_rng(1))

    limits = bca_limits(
        chosen_again(tables, top, select="bic"),
        point=reference["top"][0]["abundance"],
        acceleration=acceleration(
            table.counts, chosen_again(each_without_one(table.counts), top, select="bic")
        ),
        levels=LEVELS,
    )

    stored = list(reference["bca"].values())
    assert limits[:n_limits] == pytest.approx(stored[:n_limits], rel=0.1)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_steps_repeated_give_the_published_limits_and_acceleration(name):
    table, reference = published(name), golden(name)["stepwise"]
    tables = resampled(table.counts, n_tables=1000, rng=np.random.default_rng(1))
    without = table.n_observed - 1 + choose_stepwise(each_without_one(table.counts))[1]
    a = acceleration(table.counts, without)

    limits = bca_limits(
        table.n_observed + choose_stepwise(tables)[1],
        point=reference["total"],
        acceleration=a,
        levels=LEVELS,
    )

    assert a == pytest.approx(reference["acceleration"], abs=1e-8)
    assert limits == pytest.approx(list(reference["bca"].values()), rel=0.1)


def test_a_resampled_table_holds_as_many_persons_in_cells_that_held_some():
    counts = published("uk-5").counts

    tables = resampled(counts, n_tables=20, rng=np.random.default_rng(0))

    assert (tables.sum(axis=1) == counts.sum()).all()
    assert (tables[:, counts == 0] == 0).all()


def test_each_table_without_one_person_lacks_one_of_an_occupied_cell():
    tables = each_without_one(np.array([0, 3, 0, 1]))

    assert tables.tolist() == [[0, 2, 0, 1], [0, 3, 0, 0]]


def test_a_table_without_any_model_has_no_total():
    tables = np.array([[0.0, 4, 5, 0], [0.0, 4, 5, 2]])

    totals = chosen_again(tables, read_notation("[1]", n_lists=2)[None], select="aic")

    assert totals.tolist() == pytest.approx([np.inf, 21.0])


def test_the_acceleration_counts_each_cell_as_often_as_it_holds_persons():
    totals = np.array([10.0, 12.0, 20.0])
    counts = np.array([0, 4, 2, 1])
    spread = np.repeat(totals, counts[1:])
    d = spread.mean() - spread

    found = acceleration(counts, totals)

    assert found == pytest.approx((d**3).sum() / (6 * (d**2).sum() ** 1.5))


@pytest.mark.parametrize("totals", [[5.0, 5.0], [np.inf, np.inf]])
def test_totals_that_do_not_move_have_no_acceleration(totals):
    assert acceleration(np.array([0, 3, 2, 0]), np.array(totals)) == 0.0


def test_without_bias_and_acceleration_the_limits_are_quantiles():
    totals = np.arange(1.0, 1000.0)

    limits = bca_limits(totals, point=500.5, acceleration=0.0, levels=(0.1, 0.9))

    assert limits == pytest.approx((100.0, 900.0), rel=0.01)


def test_totals_without_a_limit_stand_above_all_others():
    """Left out, they would leave the limits of the totals that have one."""
    totals = np.append(np.arange(1.0, 981.0), np.full(20, np.inf))

    limits = bca_limits(totals, point=500.5, acceleration=0.0, levels=(0.1, 0.9, 0.99))

    assert limits == pytest.approx((100.0, 900.0, np.inf), rel=0.01)


@pytest.mark.parametrize(("point", "limit"), [(0.0, 1.0), (9.0, 5.0)])
def test_a_point_outside_every_resampled_total_has_limits_all_the_same(point, limit):
    limits = bca_limits(np.arange(1.0, 6.0), point=point, acceleration=0.0, levels=(0.5,))

    assert limits == pytest.approx((limit,))


def test_the_interval_has_the_same_probability_on_both_sides():
    counts = np.array([0, 40, 30, 10])
    totals = np.linspace(100.0, 300.0, 401)

    low, high = bca_interval(
        counts, lambda tables: tables.sum(axis=1), point=200.0, level=0.9, totals=totals
    )

    assert (low + high) / 2 == pytest.approx(200.0, abs=1.0)
