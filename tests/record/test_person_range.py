"""Numbers of persons: a least and a greatest, or no upper bound.

It depends on `person_range` only.
A new way of counting persons is a new table here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidRecord
from safeconduct.record.person_range import PersonRange

RANGES = st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)).map(
    lambda pair: PersonRange(pair[0], None if pair[1] is None else pair[0] + pair[1])
)


@pytest.mark.parametrize(
    ("minimum", "maximum", "said"), [(1, 1, "1"), (2, 5, "2–5"), (3, None, "3 or more")]
)
def test_a_range_is_said_as_a_reader_says_it(minimum, maximum, said):
    assert str(PersonRange(minimum, maximum)) == said


def test_every_problem_of_a_range_is_named_at_once():
    with pytest.raises(InvalidRecord) as refused:
        PersonRange(-1, -2)

    assert refused.value.problems == (
        ("persons_min", "is below 0"),
        ("persons_max", "is below persons_min"),
    )


def test_nobody_is_a_number_of_persons_too():
    assert PersonRange(0, 0).minimum == 0


@given(one=RANGES, other=RANGES, number=st.integers(0, 20))
def test_a_range_contains_another_exactly_where_no_number_is_in_the_other_alone(one, other, number):
    def admits(persons):
        return persons.minimum <= number <= (99 if persons.maximum is None else persons.maximum)

    if one.contains(other) and admits(other):
        assert admits(one)


@pytest.mark.parametrize(
    ("coarse", "fine", "agree"),
    [
        ((3, 5), (4, 4), True),
        ((3, 5), (3, 5), True),
        ((3, 5), (2, 4), False),
        ((3, 5), (4, 6), False),
        ((3, None), (4, 4), True),
        ((3, None), (3, None), True),
        ((3, 5), (4, None), False),
    ],
)
def test_four_lies_within_three_to_five_and_an_open_end_within_an_open_end_only(
    coarse, fine, agree
):
    assert PersonRange(*coarse).contains(PersonRange(*fine)) is agree
