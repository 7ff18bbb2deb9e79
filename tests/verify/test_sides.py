"""Values agree where both can be right, and are shown without free text.

It depends on the record's values.
A new type of value is one more line in the tables.
"""

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.standing import assess
from safeconduct.verify.sides import agree, said, show, sides, speaker, strongest
from tests.verify.invented import corpus, says


@pytest.mark.parametrize(
    ("one", "other", "is_right"),
    [
        (parse("2023"), parse("2023-10"), True),
        (parse("2023-09"), parse("2023-10"), False),
        (Place("KG"), Place("KG", "Osh"), True),
        (Place("KG", "Osh"), Place("KG", "Bishkek"), False),
        (PersonRange(1, None), PersonRange(2, 3), True),
        (PersonRange(1, 1), PersonRange(2, 3), False),
        (("KG",), ("KG", "KZ"), True),
        (("KZ", "KG"), ("KG", "KZ"), True),
        (("KG",), ("KZ",), False),
        ("home", "home", True),
        ("home", "street", False),
    ],
)
def test_values_agree_where_one_is_the_finer_of_the_other(one, other, is_right):
    assert agree(one, other) is is_right
    assert agree(other, one) is is_right


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("home", "home"),
        (("KG", "KZ"), "KG, KZ"),
        (parse("2023-10?"), "2023-10?"),
        (PersonRange(2, 2), "2"),
        (PersonRange(2, None), "≥2"),
        (PersonRange(2, 4), "2–4"),
        (Place("KG"), "KG"),
    ],
)
def test_a_value_is_shown_as_its_cell_or_in_digits(value, text):
    assert show(value) == text


def test_a_locality_is_not_shown():
    """Safety: a locality is free text and may be somebody's address."""
    assert show(Place("KG", "Osh")) == "KG/…"


def test_what_is_said_leaves_out_unknowns_denials_and_what_was_withdrawn():
    statements = (
        says("a", setting="home"),
        says("b", setting="unknown:not-reported"),
        says("c", mode="denies", setting="street"),
        says("d", source="s1", setting="prison"),
        says("e", source="s1", mode="retracts", revises="d"),
        says("f", persons_min="unknown:withheld"),
    )
    assessment = assess(corpus(*statements))["i1"]

    assert sides(said(assessment, "setting")) == "home (a)"
    assert said(assessment, "persons") == []


def test_the_strongest_are_the_strong_or_else_all():
    mixed = assess(corpus(says("a", setting="home"), says("b", mode="alleges", setting="street")))
    weak = assess(corpus(says("b", mode="alleges", setting="street")))

    assert sides(strongest(said(mixed["i1"], "setting"))) == "home (a)"
    assert sides(strongest(said(weak["i1"], "setting"))) == "street (b)"


def test_a_compilation_speaks_as_its_source():
    one, many = assess(corpus(says("a"), says("b", derived_from="r1;r2")))["i1"].accounts

    assert (speaker(one), speaker(many)) == ("Outlet s-a", "s-b")
