"""The ranking of models against the published rankings of two programs.

It depends on the golden files and on the module under test.
A further yardstick is compared with a published ranking here.
"""

import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.loglinear.hierarchical_models import all_models
from safeconduct.estimate.loglinear.selection import default_order, rank
from tests.estimate.published_tables import PUBLISHED, golden, published


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_first_ten_models_are_the_published_ones_in_their_order(name):
    table = published(name)

    found = rank(table.counts.astype(float), all_models(table.n_lists, order=3), select="bic")

    top = golden(name)["bic"]["top"]
    assert list(found.names(10)) == [one["model"] for one in top]
    totals = table.n_observed + found.missing[:10]
    assert totals.tolist() == pytest.approx([one["abundance"] for one in top], rel=1e-6)
    assert found.costs[:10].tolist() == pytest.approx([one["BIC"] for one in top], abs=1e-6)


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_order_gives_the_totals_and_errors_of_the_second_program(name):
    table = published(name)
    order = table.n_lists - 1

    found = rank(table.counts.astype(float), all_models(table.n_lists, order=order), select="bic")

    top = golden(name)["all_models"]["top"]
    errors = (found.missing + found.missing**2 * found.variance) ** 0.5
    assert found.n_tried == golden(name)["all_models"]["n_models"]
    assert list(found.names(10)) == [one["model"] for one in top]
    assert errors[:10].tolist() == pytest.approx([one["stderr"] for one in top], rel=1e-4)


def test_aic_is_that_of_the_second_program():
    table = published("kosovo")

    found = rank(table.counts.astype(float), all_models(4, order=3), select="aic")

    published_aic = {one["model"]: one["AIC"] for one in golden("kosovo")["all_models"]["top"]}
    here = dict(zip(found.names(len(found.costs)), found.costs, strict=True))
    assert {name: here[name] for name in published_aic} == pytest.approx(published_aic, abs=1e-5)


def test_what_is_left_out_is_counted_by_status():
    table = published("uk-5")

    found = rank(table.counts.astype(float), all_models(5, order=4), select="bic")

    assert dict(found.n_left_out) == {1: 338, 2: 0, 3: 36}
    assert len(found.terms) == 6893 - 338 - 36


@pytest.mark.parametrize(("n_lists", "order"), [(2, 1), (3, 2), (4, 3), (5, 3), (6, 2)])
def test_the_order_that_is_tried_follows_from_the_number_of_lists(n_lists, order):
    assert default_order(n_lists) == order


def test_seven_lists_have_too_many_models_to_try():
    with pytest.raises(InvalidQuery, match="up to 6 lists"):
        default_order(7)
