"""What every estimator returns: quantiles without a mean, doubts, or a refusal.

It depends on the result alone.
A new field is tried in the JSON too.
"""

import json

import numpy as np
import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    Posterior,
    library_versions,
)

DOUBT = EstimateWarning(code="low-overlap", text="Few.", advice="Find more.", evidence={"n": 3.0})
NO = EstimateRefusal(code="no-overlap", rule="Overlap.", reason="None.", remedy="Find some.")


def posterior(n=(10, 11, 12, 20), p=(0.1, 0.4, 0.3, 0.2)):
    return Posterior(n=np.array(n, dtype=np.int64), p=np.array(p))


def result(**changed):
    given = {
        "method": "dga",
        "observed": 10,
        "median": 11.0,
        "interval": (10.0, 20.0),
        "assumptions": (Assumption(number=1, text="Closed."),),
        "input_digest": "abc",
    }
    return Estimate(**{**given, **changed})


def test_a_quantile_is_the_smallest_number_that_reaches_it():
    found = posterior()

    assert [found.quantile(q) for q in (0.05, 0.1, 0.11, 0.5, 0.51, 0.99)] == [
        *(10, 10, 11, 11, 12, 20)
    ]
    assert found.interval(0.5) == (11, 12)
    assert posterior(n=[7], p=[1.0]).quantile(1.0) == 7


def test_draws_follow_the_probabilities_and_the_seed():
    drawn = posterior().sample(20_000, rng=np.random.default_rng(4))

    shares = [(drawn == n).mean() for n in (10, 11, 12, 20)]
    assert shares == pytest.approx([0.1, 0.4, 0.3, 0.2], abs=0.02)
    assert np.array_equal(drawn, posterior().sample(20_000, rng=np.random.default_rng(4)))


@pytest.mark.parametrize(
    ("n", "p", "where"),
    [
        ([], [], ["n", "p"]),
        ([1, 2], [1.0], ["n"]),
        ([2, 1], [0.5, 0.5], ["n"]),
        ([1, 2], [1.5, -0.5], ["p"]),
        ([1, 2], [0.5, 0.4], ["p"]),
        ([1, 2], [0.5, float("nan")], ["p"]),
    ],
)
def test_what_is_no_distribution_is_refused(n, p, where):
    with pytest.raises(InvalidRecord) as caught:
        posterior(n, p)

    assert [field for field, _ in caught.value.problems] == where


@pytest.mark.parametrize("name", ["n", "p"])
def test_a_posterior_cannot_be_changed(name):
    with pytest.raises(ValueError, match="read-only"):
        getattr(posterior(), name)[0] = 1


@pytest.mark.parametrize(
    "changed",
    [
        {"median": None, "interval": None},
        {"refusal": NO},
        {"median": None},
        {"interval": None, "refusal": None},
    ],
)
def test_a_result_gives_a_number_or_a_refusal(changed):
    with pytest.raises(InvalidRecord):
        result(**changed)


def test_json_holds_what_must_be_known_of_a_number():
    told = json.loads(json.dumps(result(warnings=(DOUBT,), seed=3).to_json()))

    assert told["observed"] == 10
    assert (told["median"], told["interval"], told["level"]) == (11.0, [10.0, 20.0], 0.95)
    assert told["warnings"] == [
        {"code": "low-overlap", "text": "Few.", "advice": "Find more.", "evidence": {"n": 3.0}}
    ]
    assert told["refusal"] is None
    assert told["assumptions"] == [{"number": 1, "text": "Closed."}]
    assert (told["seed"], told["input_digest"]) == (3, "abc")
    assert set(told["versions"]) == {"safeconduct", "numpy", "scipy"}
    assert "posterior" not in told


def test_json_holds_the_posterior_when_it_is_asked_for():
    told = result(posterior=posterior()).to_json(posterior=True)

    assert told["posterior"] == {"n": [10, 11, 12, 20], "p": [0.1, 0.4, 0.3, 0.2]}
    assert result().to_json(posterior=True)["posterior"] is None


def test_the_missing_are_scaled_by_the_ratio_of_the_highest_interaction():
    told = result().to_json()

    rows = {row["ratio"]: (row["median"], row["interval"]) for row in told["sensitivity"]}
    assert rows[0.5] == (10.5, [10.0, 15.0])
    assert rows[1.0] == (11.0, [10.0, 20.0])
    assert rows[2.0] == (12.0, [10.0, 30.0])
    assert list(rows) == sorted(rows)


def test_a_missing_cell_scaled_by_a_ratio_has_that_ratio_as_its_highest_interaction():
    # Two lists of independent chances: without an interaction, 20 * 30 / 10 are missing.
    given = result(observed=60, median=120.0, interval=(100.0, 150.0))

    for row in given.sensitivity:
        assert (row.median - 60.0) * 10.0 / (20.0 * 30.0) == pytest.approx(row.ratio)


def test_a_refusal_has_nothing_to_scale():
    assert result(median=None, interval=None, refusal=NO).sensitivity == ()


def test_json_of_a_refusal_names_the_rule():
    told = result(median=None, interval=None, refusal=NO).to_json()

    assert told["median"] is told["interval"] is None
    assert told["refusal"] == {
        "code": "no-overlap",
        "rule": "Overlap.",
        "reason": "None.",
        "remedy": "Find some.",
        "evidence": {},
    }


def test_versions_are_those_of_what_computes():
    assert library_versions()["numpy"] == np.__version__
