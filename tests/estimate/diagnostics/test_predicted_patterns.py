"""Patterns that a posterior predicts, beside those that were counted.

It depends on numpy and on the module under test.
Another discrepancy is tried here on a method that is right and on one that is not.
"""

import numpy as np
import pytest
from scipy.stats import binom

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import predicted_patterns

CHANCES = np.array([0.0, 0.3, 0.25, 0.08, 0.22, 0.06, 0.05, 0.04])


def table(counts):
    return CaptureHistory(lists=("A", "B", "C"), counts=np.array(counts))


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here):
    return predicted_patterns.warnings(*given_here)


def predicted(history, chances=CHANCES, n_draws=400):
    return predicted_patterns.prediction(
        history,
        np.tile(chances, (n_draws, 1)),
        weights=np.ones(n_draws),
        rng=np.random.default_rng(1),
    )


def test_a_method_that_is_right_is_rarely_surprised():
    rng = np.random.default_rng(5)
    tables = [table([0, *rng.multinomial(500, CHANCES[1:])]) for _ in range(100)]

    assert sum(predicted(one).is_surprising for one in tables) <= 4


def test_a_pattern_that_is_not_predicted_is_named_with_what_was():
    history = table([0, 150, 125, 40, 110, 30, 25, 60])

    (found,) = warned(predicted(history))

    assert found.code == "posterior-predictive"
    assert f"A+B+C: 60 ({540 * 0.04:.1f})" in found.text
    assert found.evidence["p_pattern"] < 0.01


def test_a_table_that_is_predicted_carries_no_warning():
    assert predicted_patterns.warnings(predicted(table([0, 150, 125, 40, 110, 30, 25, 20]))) == ()


def test_a_single_pattern_far_out_surprises_where_the_distance_does_not():
    chances = np.array([0.0, *[0.999 / 6] * 6, 0.001])
    history = table([0, *[1_000] * 6, 18])

    found = predicted(history, chances)

    assert found.p_distance > 0.01
    assert found.p_pattern < 0.01
    assert next(iter(found.worst)) == "A+B+C"


def test_the_tail_of_a_pattern_is_that_of_its_binomial_law():
    history = table([0, 150, 125, 40, 110, 30, 25, 40])

    found = predicted(history)

    assert found.p_pattern == pytest.approx(7 * 2 * binom.sf(39, 520, 0.04))


def test_a_predicted_pattern_that_nobody_has_surprises_too():
    found = predicted(table([0, 180, 125, 0, 110, 30, 25, 20]))

    assert next(iter(found.worst)) == "A+B"
    assert found.p_pattern == pytest.approx(7 * 2 * binom.cdf(0, 490, 0.08))


def test_draws_count_by_their_weight():
    wrong = np.array([0.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4])
    history = table([0, 150, 125, 40, 110, 30, 25, 20])

    def p_distance(weight):
        return predicted_patterns.prediction(
            history,
            np.array([CHANCES, wrong] * 200),
            weights=np.array([1.0, weight] * 200),
            rng=np.random.default_rng(1),
        ).p_distance

    assert p_distance(0.0) > 0.3
    assert p_distance(1e9) < 0.01
