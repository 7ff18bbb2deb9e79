"""Lists of known size, beside what the other lists say of them.

It depends on numpy, on the module under test and on the average over graphs.
Another population of known size is tried here.
"""

import numpy as np

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import known_populations
from safeconduct.estimate.estimators import dga


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here):
    return known_populations.warnings(*given_here)


def independent(chances, n_persons=2_000, seed=1):
    rng = np.random.default_rng(seed)
    on = rng.random((n_persons, len(chances))) < np.array(chances)
    counts = np.bincount(on @ (1 << np.arange(len(chances))), minlength=1 << len(chances))
    counts[0] = 0
    return CaptureHistory(lists=tuple("ABCDE"[: len(chances)]), counts=counts)


def test_each_list_is_estimated_from_the_persons_on_it():
    table = independent([0.3, 0.3, 0.2, 0.4])
    seen = []

    def interval(within, level):
        seen.append((within.lists, within.n_observed, round(level, 6)))
        return (0.0, 1.0)

    found = known_populations.tried(table, interval)

    assert [one.name for one in found] == list("ABCD")
    assert [one.size for one in found] == list(table.overlap().totals)
    assert seen[1][0] == ("A", "C", "D")
    only_b = int(table.counts[0b10])
    assert seen[1][1:] == (table.overlap().totals[1] - only_b, 0.9875)


def test_sizes_outside_are_named_with_the_interval():
    table = independent([0.3, 0.3, 0.2, 0.4])
    size = table.overlap().totals[0]

    found = known_populations.tried(
        table, lambda _, __: (float(size), float(size)) if _.lists[0] == "B" else (1.0, 10.0)
    )
    (doubt,) = warned(found)

    assert doubt.code == "known-population"
    assert "A:" not in doubt.text
    assert f"B: {table.overlap().totals[1]:,} (1-10)" in doubt.text


def test_three_lists_leave_too_few():
    table = independent([0.3, 0.3, 0.2])

    assert known_populations.tried(table, lambda _, __: (0.0, 1.0)) == ()
    assert warned(()) == ()


def test_lists_whose_own_table_is_refused_or_empty_are_left_out():
    counts = np.zeros(16, dtype=np.int64)
    # Persons on D are on no other list, and only one on C is.
    counts[[0b1000, 0b0100, 0b0001, 0b0010, 0b0011, 0b0101]] = 50, 20, 40, 40, 30, 1
    table = CaptureHistory(lists=tuple("ABCD"), counts=counts)

    assert known_populations.tried(table, lambda _, __: (0.0, 1.0)) == ()


def test_a_table_without_an_interval_is_left_out():
    assert known_populations.tried(independent([0.3] * 4), lambda _, __: None) == ()


def test_a_list_of_other_persons_is_named_by_the_estimate():
    seldom = independent([0.25, 0.25, 0.25, 0.25, 0.0], n_persons=3_000)
    # Half of the persons on E are easy to see, and half out of the reach of every other list.
    easy = independent([0.5, 0.6, 0.5, 0.6], n_persons=200, seed=2).counts
    counts = seldom.counts.copy()
    counts[16:] += easy
    counts[16] += 400 - int(easy.sum())
    table = CaptureHistory(lists=tuple("ABCDE"), counts=counts)

    found = dga.estimate(table, include_complete=True)

    assert any(one.code == "known-population" and "E: 400" in one.text for one in found.warnings)
