"""Values that agree at different precision: they are one value, and the finer is kept.

It depends on the small cast only; the other rules of adoption stand in `test_values.py`.
A new kind of value that can be coarse or fine needs a row here.
"""

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.unknown import CONFLICTING, Unknown
from tests.record.cast import adopted, says


@pytest.mark.parametrize(
    ("field", "coarse", "fine"),
    [
        ("date", parse("2023"), parse("2023-10-17")),
        ("date", parse("2023-10/2023-11"), parse("2023-10")),
        ("date", parse("2023-10-17~"), parse("2023-10-17")),
        ("place_of_act", Place("KG"), Place("KG", "Old Harbour")),
        ("place_of_target", Place("KG"), Place("KG", "Old Harbour")),
        ("hosts", ("KG",), ("TR", "KG")),
    ],
)
def test_values_that_agree_at_different_precision_are_one_and_the_finer_is_kept(
    field, coarse, fine
):
    speaking = says("lantern", **{field: coarse}), says("kestrel", **{field: fine})

    for order in (speaking, speaking[::-1]):
        value = adopted(field, *order)
        assert value.value == fine
        assert value.candidates[0].strong_voices == {"Lantern", "Kestrel"}
        assert len(value.candidates) == 1


def test_four_persons_and_three_to_five_are_one_number():
    persons = adopted(
        "persons",
        says("lantern", persons_min=3, persons_max=5),
        says("kestrel", persons_min=4, persons_max=4),
        says("heron", persons_min=2, persons_max="open"),
    )

    assert persons.value == PersonRange(4, 4)
    assert len(persons.candidates[0].strong_voices) == 3


def test_a_coarse_value_supports_each_finer_one_and_settles_nothing_between_them():
    date = adopted(
        "date",
        says("lantern", date=parse("2023")),
        says("kestrel", date=parse("2023-05")),
        says("heron", date=parse("2023-07")),
    )

    assert date.value == Unknown(CONFLICTING)
    assert date.possible == (parse("2023-05"), parse("2023-07"))
    assert [len(each.strong_voices) for each in date.candidates] == [2, 2]


def test_dates_that_overlap_without_containing_each_other_conflict():
    date = adopted(
        "date",
        says("lantern", date=parse("2023-05/2023-07")),
        says("kestrel", date=parse("2023-06/2023-08")),
    )

    assert date.is_conflicting


@pytest.mark.parametrize(
    ("hedged", "plain"),
    [("2023~", "2023"), ("2023?", "2023"), ("2023%", "2023"), ("2023%", "2023-XX")],
)
def test_a_hedged_date_and_a_plain_one_are_one_and_the_plain_one_is_kept(hedged, plain):
    speaking = says("lantern", date=parse(hedged)), says("kestrel", date=parse(plain))

    for order in (speaking, speaking[::-1]):
        assert adopted("date", *order).value == parse(plain)


def test_the_same_hosts_in_another_order_are_the_same_hosts():
    speaking = says("lantern", hosts=("KG", "TR")), says("kestrel", hosts=("TR", "KG"))

    values = [adopted("hosts", *order) for order in (speaking, speaking[::-1])]

    assert values[0] == values[1]
    assert set(values[0].possible[0]) == {"KG", "TR"}
    assert len(values[0].candidates) == 1
