"""Partitions are drawn as often as the model says, exactly and by moves alike.

It depends on `partitions`, numpy and Hypothesis.
A naive sum over every partition stands here as the oracle.
"""

import doctest
import math

import numpy as np
import pytest

from safeconduct.link import partitions as module
from safeconduct.link.partitions import (
    ENUMERATED,
    NEVER,
    Component,
    PatternPrior,
    draw_partitions,
    partitions,
)

N_DRAWS = 2000


def component(n, *, seed=1, bits=None):
    dice = np.random.default_rng(seed)
    evidence = np.triu(dice.normal(0, 2, (n, n)), 1)
    on = np.array(bits or [1 << (at % 3) for at in range(n)], dtype=np.int64)
    evidence = evidence + evidence.T
    return Component(members=np.arange(n, dtype=np.int64), bits=on, evidence=evidence)


def prior_of(n_draws=N_DRAWS, *, repeated=-1.0):
    weights = np.array([0, 0, 0, -1, 0, -0.5, 0.5, 1.0])
    return PatternPrior(patterns=np.tile(weights, (n_draws, 1)), repeated=repeated)


def expected(one, prior):
    """The probability that each two lines are together, by the sum over every partition."""
    n = len(one.members)
    together, total = np.zeros((n, n)), 0.0
    for partition in partitions(n):
        weight = 0.0
        for cluster in partition:
            pattern = 0
            for at in cluster:
                pattern |= int(one.bits[at])
            pairs = sum(one.evidence[a, b] for a in cluster for b in cluster if a < b)
            weight += math.sqrt(2 / len(cluster)) * pairs + prior.patterns[0, pattern]
            weight += (len(cluster) - pattern.bit_count()) * prior.repeated
        total += 2**weight
        for cluster in partition:
            together[np.ix_(cluster, cluster)] += 2**weight
    return together / total


def held(labels):
    return (labels[:, :, None] == labels[:, None, :]).mean(axis=0)


@pytest.mark.parametrize("n", [2, 3, ENUMERATED])
def test_few_lines_are_drawn_as_the_sum_over_partitions_says(n):
    one, prior = component(n), prior_of()

    labels = draw_partitions(one, prior, dice=np.random.default_rng(1))

    assert held(labels) == pytest.approx(expected(one, prior), abs=0.05)


@pytest.mark.parametrize("seed", [1, 2])
def test_many_lines_are_moved_to_what_the_sum_over_partitions_says(seed):
    one, prior = component(ENUMERATED + 1, seed=seed), prior_of()

    labels = draw_partitions(one, prior, dice=np.random.default_rng(1))

    assert held(labels) == pytest.approx(expected(one, prior), abs=0.06)


@pytest.mark.parametrize("n", [3, ENUMERATED + 2])
def test_two_lines_that_cannot_be_one_person_never_are(n):
    one = component(n)
    one.evidence[:] = 8.0
    np.fill_diagonal(one.evidence, 0)
    one.evidence[0, 1] = one.evidence[1, 0] = NEVER

    labels = draw_partitions(one, prior_of(200), dice=np.random.default_rng(1))

    assert (labels[:, 0] != labels[:, 1]).all()


def test_the_numbers_of_partitions_are_bells():
    assert [len(partitions(n)) for n in range(6)] == [1, 1, 2, 5, 15, 52]
    assert doctest.testmod(module).failed == 0
