"""What is cleared by moving a solution is what a solver clears one sum at a time.

It depends on `releases` beside it; every number is invented.
The naive way, one sum after the other by the solver alone, is the oracle here.
"""

import numpy as np
import pytest

from safeconduct.publish.knowledge import Knowledge, is_narrow
from safeconduct.publish.narrowing import hides
from safeconduct.publish.series import in_line, known_of, steps_of
from safeconduct.publish.what_is_known import TOLD, Count
from tests.publish.releases import bare, protected, release, series, small

QUARTERS = 5


def naively(known, asked):
    """Every interval, each asked of the solver by itself."""
    found = {name: known.interval(*sums) for name, sums in asked.items()}
    return {name: interval for name, interval in found.items() if is_narrow(interval)}


def asked_of(line):
    counts = [
        Count(place, table.id, cell.labels)
        for place, (_, tables) in enumerate(line)
        for table in tables
        for cell in table.cells
        if hides(cell) and not cell.is_total
    ]
    growth = {
        (count.release, count.labels): ((Count(len(line) - 1, "t", count.labels),), (count,))
        for count in counts
        if count.release < len(line) - 1
    }
    return {**{count: ((count,), ()) for count in counts}, **growth}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("suppressed", [False, True])
def test_a_series_is_narrowed_as_the_naive_way_narrows_it(seed, suppressed):
    dice = np.random.default_rng(seed)
    made = []
    for quarter, table in enumerate(series(dice, shape=(4, 3), per_quarter=9, quarters=QUARTERS)):
        shown = bare(table, hidden=small(table)) if suppressed else protected(table)
        made.append(release(shown, quarter=quarter))
    line = in_line(made[-1], made[:-1])
    known = known_of(line, presumed=TOLD, steps=steps_of(line)).knowledge
    asked = asked_of(line)

    assert known.narrow(asked, alike=lambda name: getattr(name, "labels", name)) == naively(
        known, asked
    )


def test_a_solution_is_moved_by_what_others_can_give_and_is_then_as_it_was():
    known = Knowledge()
    for name, bounds in {"a": (0, 4), "b": (0, 4), "c": (0, 4), "all": (6, 6)}.items():
        known.know(name, bounds)
    known.equal(["all"], ["a", "b", "c"])
    solution = known.solution().from_counts(np.array([0.0, 4.0, 2.0, 6.0]))

    moved = solution.moved({0: 1.0}, direction=1.0, by=4)

    assert solution.value({0: 1.0}, moved) == 4
    assert sum(solution.value({place: 1.0}, moved) for place in (0, 1, 2)) == 6
    assert list(solution.counts) == [0, 4, 2, 6]


def test_what_nothing_can_mend_is_not_moved():
    known = Knowledge()
    for name, bounds in {"a": (0, 4), "b": (2, 2), "all": (3, 3)}.items():
        known.know(name, bounds)
    known.equal(["all"], ["a", "b"])
    solution = known.solution().from_counts(np.array([1.0, 2.0, 3.0]))

    assert solution.moved({0: 1.0}, direction=1.0, by=4) == {}
    assert solution.moved({1: 1.0}, direction=1.0, by=4) == {}


def test_a_move_that_goes_on_for_too_long_is_given_up():
    known = Knowledge()
    for name in range(1000):
        known.know(name, (0, 4))
    for name in range(999):
        known.at_most([name], [name + 1])
    solution = known.solution().from_counts(np.zeros(1000))

    assert solution.moved({0: 1.0}, direction=1.0, by=4) == {}
    assert solution.moved({999: 1.0}, direction=1.0, by=4) == {999: 4.0}
