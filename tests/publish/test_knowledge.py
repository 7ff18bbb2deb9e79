"""What an attacker can say for certain: held to a second, naive oracle that tries every count.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.publish.knowledge import Knowledge, is_narrow


def enumerated(rows, columns, *, bounds, grand):
    """Every 2×2 table within its bounds whose margins lie in theirs, by trying all of them."""
    ranges = [range(low, high + 1) for low, high in bounds]
    return [
        (a, b, c, d)
        for a, b, c, d in product(*ranges)
        if rows[0][0] <= a + b <= rows[0][1]
        and rows[1][0] <= c + d <= rows[1][1]
        and columns[0][0] <= a + c <= columns[0][1]
        and columns[1][0] <= b + d <= columns[1][1]
        and grand[0] <= a + b + c + d <= grand[1]
    ]


def intervals(most):
    return st.tuples(st.integers(0, most), st.integers(0, 4)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    )


def known_square(rows, columns, *, bounds, grand):
    known = Knowledge()
    for place, (low, high) in enumerate(bounds):
        known.know(place, (low, high))
    sums = {"r0": (0, 1), "r1": (2, 3), "c0": (0, 2), "c1": (1, 3), "all": (0, 1, 2, 3)}
    for (name, cells), (low, high) in zip(sums.items(), (*rows, *columns, grand), strict=True):
        known.know(name, (low, high))
        known.equal([name], cells)
    return known


@settings(max_examples=60, deadline=None)
@given(
    st.lists(intervals(8), min_size=4, max_size=4),
    st.lists(intervals(14), min_size=4, max_size=4),
    intervals(25),
)
def test_the_bounds_are_those_of_trying_every_table(bounds, margins, grand):
    square = {"bounds": bounds, "grand": grand}
    tried = enumerated(margins[:2], margins[2:], **square)
    known = known_square(margins[:2], margins[2:], **square)

    assert known.is_possible() == bool(tried)
    if tried:
        found = [known.interval([place]) for place in range(4)]
        assert found == [(min(cells), max(cells)) for cells in zip(*tried, strict=True)]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(intervals(8), min_size=4, max_size=4),
    st.lists(intervals(14), min_size=4, max_size=4),
    intervals(25),
)
def test_asking_for_many_at_once_finds_what_asking_one_by_one_finds(bounds, margins, grand):
    known = known_square(margins[:2], margins[2:], bounds=bounds, grand=grand)
    if not known.is_possible():
        assert known.is_possible() is False
        return

    one_by_one = {place: known.interval([place]) for place in range(4)}
    narrow = {place: found for place, found in one_by_one.items() if is_narrow(found)}

    assert known.narrow({place: ((place,), ()) for place in range(4)}) == narrow


def test_a_difference_is_bounded_like_a_sum():
    known = Knowledge()
    known.know("then", (5, 9))
    known.know("now", (5, 9))
    known.at_most(["then"], ["now"])

    assert known.interval(["now"], ["then"]) == (0, 4)


def test_what_has_no_bound_is_said_to_have_none():
    known = Knowledge()
    known.know("hidden", (3, None))

    assert known.interval(["hidden"]) == (3, None)
    assert not is_narrow((3, None))


def test_nothing_asked_is_nothing_narrow_and_nothing_known_is_possible():
    assert Knowledge().narrow({}) == {}
    assert Knowledge().is_possible()


def test_what_contradicts_itself_cannot_be_asked():
    known = Knowledge()
    known.know("one", (0, 1))
    known.know("other", (5, 9))
    known.equal(["one"], ["other"])

    assert not known.is_possible()
    with pytest.raises(ArithmeticError):
        known.interval(["one"])


def test_whole_persons_in_three_dimensions_never_leave_more_than_fractions():
    """A linear programme may leave more than is true, which its docstring says; never less."""
    dice = np.random.default_rng(5)
    cells = list(product(range(2), repeat=3))
    for _ in range(20):
        truth = dict(zip(cells, dice.integers(0, 4, 8), strict=True))
        known = Knowledge()
        for cell in cells:
            known.know(cell, (0, 4))
        for fixed, value in product(range(3), range(2)):
            members = [cell for cell in cells if cell[fixed] == value]
            total = int(sum(truth[cell] for cell in members))
            known.know((fixed, value), (total, total))
            known.equal([(fixed, value)], members)

        for cell in cells:
            low, high = known.interval([cell])
            assert low <= truth[cell] <= high
