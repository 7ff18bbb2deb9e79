"""Tables that a method would produce, beside the table that there is.

It depends on numpy and on the module under test.
Another discrepancy is tried here on a method that is right and on one that is not.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import posterior_predictive


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return posterior_predictive.warnings(*given_here, **named)


def tails(*given_here, **named):
    return posterior_predictive.tail_probabilities(*given_here, **named)


MEANS = np.array([0.0, 90, 80, 20, 70, 15, 12, 4])


def replicated(means, n_tables=500):
    return np.random.default_rng(1).poisson(means, size=(n_tables, means.size)).astype(float)


def drawn(means, seed):
    counts = np.random.default_rng(seed).poisson(means)
    return CaptureHistory(lists=tuple("ABC"), counts=counts)


def test_a_method_that_is_right_is_rarely_surprised():
    tables = replicated(MEANS)

    surprised = [bool(warned(drawn(MEANS, seed), tables)) for seed in range(100)]

    assert sum(surprised) <= 4


def test_too_many_persons_on_every_list_are_named():
    more = MEANS.copy()
    more[-1] += 20

    (found,) = warned(drawn(more, 0), replicated(MEANS, 2000))

    assert found.code == "posterior-predictive"
    assert "seen by 3" in found.text
    assert found.evidence["seen by 3"] < 0.01


def test_probabilities_are_given_for_cells_and_for_each_number_of_lists():
    found = tails(drawn(MEANS, 3), replicated(MEANS))

    assert list(found) == ["cells", "seen by 1", "seen by 2", "seen by 3"]
    assert all(0 < p <= 1 for p in found.values())


def test_a_table_that_every_replicate_equals_surprises_nobody():
    tables = np.repeat(MEANS[None], 10, axis=0)

    found = tails(CaptureHistory(lists=tuple("ABC"), counts=MEANS.astype(np.int64)), tables)

    assert list(found.values()) == pytest.approx([1.0] * 4)
