"""What holds of differences: the two values are of the field, and neither contains the other.

It depends on the differences, on acts and on the record.
A further field is tried by itself, since the test walks `COLUMNS_OF`.
"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import STATEMENTS
from safeconduct.synthetic.dice import Dice
from safeconduct.synthetic.differences import (
    COLUMNS_OF,
    CORRECTABLE,
    differing,
    right_and_wrong,
    text_of,
)
from tests.synthetic.test_act import PLAN, acts

FIELDS = st.sampled_from(sorted(COLUMNS_OF))
MANY = replace(PLAN, origins=("AQ", "BV"))
LONE = replace(PLAN, hosts=("GS",))


def value(field, row):
    """What a row says in a field, as a value."""
    if field == "persons":
        return PersonRange(int(row["persons_min"]), int(row["persons_max"]))
    return STATEMENTS.column(field).read(row[field])


@given(acts() | acts(kind="pattern") | acts(kind="measure"), FIELDS)
def test_neither_value_contains_the_other(act, field):
    one, other = (value(field, row) for row in right_and_wrong(field, act, plan=MANY))

    assert one != other
    if isinstance(one, PartialDate | PersonRange | Place):
        assert not one.contains(other)
        assert not other.contains(one)


@given(acts())
def test_with_a_single_host_the_other_place_is_the_origin_state(act):
    _, wrong = right_and_wrong("place_of_act", replace(act, hosts=("GS",)), plan=LONE)

    assert wrong == {"place_of_act": act.origin}


@given(acts(), FIELDS)
def test_a_decision_can_adopt_what_a_row_says(act, field):
    right, _ = right_and_wrong(field, act, plan=MANY)

    assert text_of(field, right) == right[COLUMNS_OF[field][0]]


@given(st.text())
def test_who_is_accused_differs_only_where_that_is_free(seed):
    fields = {differing(Dice(f"{seed}{number}"), MANY, free=False) for number in range(20)}

    assert fields <= {"persons", "setting", "place_of_act"}


def test_every_field_comes_to_differ_and_the_origin_only_where_there_are_two():
    seeds = [str(number) for number in range(60)]

    drawn = {differing(Dice(seed), MANY, free=True) for seed in seeds}

    assert drawn == set(COLUMNS_OF) - {"date"}
    assert {differing(Dice(seed), PLAN, free=True) for seed in seeds} == drawn - {"origin"}


def test_what_can_be_corrected_can_differ():
    assert set(CORRECTABLE) <= set(COLUMNS_OF)
