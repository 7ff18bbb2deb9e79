"""What the log-linear estimator says of published tables, and of tables that it must decline.

It depends on the golden files and on the estimator.
Another way of choosing the model gets its published total here.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.doubtful import BoundaryEstimate, LowOverlap
from safeconduct.estimate.estimators import loglinear
from tests.estimate.published_tables import golden, published


# What a test reads of an answer is not typed: it may be there or not.
def asked(*given_here, **named):
    return loglinear.estimate(*given_here, **named)


@pytest.mark.parametrize("name", ["kosovo", "madigan-york-5"])
def test_the_best_model_by_bic_gives_the_published_total(name):
    reference = golden(name)["bic"]

    found = asked(published(name), n_bootstrap=20)

    assert found.point == pytest.approx(reference["top"][0]["abundance"], rel=1e-6)
    assert found.median == found.point
    assert found.diagnostics["model"] == reference["top"][0]["model"]
    assert found.diagnostics["best_models"] == [one["model"] for one in reference["top"]]
    n_left = found.diagnostics["n_models"] - found.diagnostics["n_without_maximum"]
    assert n_left - found.diagnostics["n_not_identified"] == reference["n_models"]


def test_the_interval_is_that_of_the_resampled_totals():
    found = asked(published("kosovo"), n_bootstrap=200, seed=3)

    assert found.draws.shape == (200,)
    assert found.draws.min() <= found.interval[0] < found.point < found.interval[1]
    assert found.draws.min() > found.observed
    assert found.seed == 3


def test_steps_are_taken_where_all_models_are_too_many():
    counts = np.zeros(1 << 7, dtype=np.int64)
    rng = np.random.default_rng(0)
    on = (rng.random((3000, 7)) < 0.2) @ (1 << np.arange(7))
    np.add.at(counts, on, 1)
    counts[0] = 0
    seven = CaptureHistory(lists=tuple("ABCDEFG"), counts=counts)

    found = asked(seven, n_bootstrap=20)

    assert found.point == pytest.approx(3000, rel=0.1)
    assert found.diagnostics["select"] == "stepwise"
    with pytest.raises(InvalidQuery, match="up to 6 lists"):
        asked(seven, select="bic")


def test_the_published_total_of_the_steps_is_found():
    with pytest.warns(BoundaryEstimate, match="LA and GP share nobody"):
        found = asked(published("uk-5"), select="stepwise", n_bootstrap=20)

    assert found.point == pytest.approx(golden("uk-5")["stepwise"]["total"], rel=1e-6)
    assert found.diagnostics["model"] == "[12,13,24,25,35,45]"


def test_a_chosen_model_that_does_not_fit_is_said_to_be_unlike_the_table():
    """Steps add pairs only, and three lists of the Kosovo table interact at once."""
    by_steps, by_bic = (
        asked(published("kosovo"), select=select, n_bootstrap=5) for select in ("stepwise", "bic")
    )

    assert [one.code for one in by_steps.warnings] == ["posterior-predictive"]
    assert by_bic.warnings == ()


def test_another_order_of_lists_and_other_names_change_nothing():
    table = published("kosovo")
    turned = table.reordered(table.lists[::-1])
    renamed = CaptureHistory(lists=("a", "b", "c", "d"), counts=turned.counts)

    found, other = (asked(one, n_bootstrap=50) for one in (table, renamed))

    assert other.interval == pytest.approx(found.interval, rel=1e-9)
    assert other.point == pytest.approx(found.point, rel=1e-9)
    # The model is told in the caller's numbers: list 1 is now list 4.
    assert (found.diagnostics["model"], other.diagnostics["model"]) == (
        "[123,14,34]",
        "[234,12,14]",
    )


def test_the_same_seed_gives_the_same_answer_and_another_does_not():
    once, again, other = (
        asked(published("kosovo"), n_bootstrap=50, seed=seed) for seed in (7, 7, 8)
    )

    assert once.interval == again.interval
    assert once.interval != other.interval


def test_the_order_of_interactions_may_be_bounded():
    found = asked(published("kosovo"), order=1, n_bootstrap=20)

    assert found.diagnostics["best_models"] == ["[1,2,3,4]"]
    assert found.point == pytest.approx(golden("kosovo")["independence"], rel=1e-8)


def test_a_table_that_a_rule_declines_comes_back_without_a_number():
    found = asked(published("artificial-3"))

    assert (found.point, found.median, found.interval) == (None, None, None)
    assert found.refusal.code == "disconnected-lists"
    assert "not-identifiable" in [one.code for one in found.warnings]


def test_an_interval_without_an_upper_limit_is_declined():
    thin = CaptureHistory(lists=("A", "B"), counts=np.array([0, 60, 50, 2]))

    found = asked(thin, n_bootstrap=200)

    assert found.refusal.code == "unbounded-interval"
    assert found.refusal.evidence["share_unbounded"] > 0.025


def test_a_doubt_goes_through_warnings_too():
    few = CaptureHistory(lists=("A", "B"), counts=np.array([0, 20, 20, 9]))

    with pytest.warns(LowOverlap, match="two lists or more: 9"):
        found = asked(few, n_bootstrap=50)

    assert [one.code for one in found.warnings] == ["low-overlap"]


def test_everything_that_is_wrong_with_a_question_is_named_at_once():
    with pytest.raises(InvalidQuery) as caught:
        asked(published("kosovo"), select="dic", n_bootstrap=0, seed=-1, level=1.0)

    assert [place for place, _ in caught.value.problems] == [
        "select", "n_bootstrap", "seed", "level",
    ]  # fmt: skip
