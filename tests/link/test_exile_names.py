"""Invented lists repeat with a seed, know who is who, and go wrong as often as their design says.

It depends on `exile_names`.
A further share of a design is one more case.
"""

import numpy as np
import pytest

from safeconduct.link.exile_names import DESIGNS, ListDesign, exile_set, slipped


def test_the_same_seed_invents_the_same():
    assert exile_set(n_persons=30, seed=1).persons == exile_set(n_persons=30, seed=1).persons
    assert exile_set(n_persons=30, seed=1).persons != exile_set(n_persons=30, seed=2).persons


def test_every_line_knows_whom_it_means_and_pairs_follow_from_that():
    exiles = exile_set(n_persons=60, seed=1)

    assert len(exiles.who) == len(exiles.persons)
    assert {one.list_name for one in exiles.persons} == {one.name for one in DESIGNS}
    for left, right in exiles.same_pairs():
        assert exiles.who[left] == exiles.who[right]
        assert left < right


def test_a_list_may_hold_persons_twice():
    exiles = exile_set(
        n_persons=40, seed=1, designs=(ListDesign(name="a", reaches=1.0, repeated=1.0),)
    )

    assert len(exiles.persons) == 80
    assert len(exiles.same_pairs()) == 40


@pytest.mark.parametrize(
    ("design", "holds"),
    [
        ({"without_birth": 1.0}, lambda one: one.born is None),
        ({"without_birth": 0.0, "year_only": 1.0}, lambda one: one.born.precision == "year"),
        ({"without_place": 1.0}, lambda one: one.place is None),
        ({"with_patronymic": 1.0}, lambda one: one.name.patronymic),
        ({"with_patronymic": 0.0}, lambda one: not one.name.patronymic),
        ({"in_latin": 0.0, "name_slips": 0.0}, lambda one: not one.name.given.isascii()),
    ],
)
def test_a_design_is_kept(design, holds):
    designs = (ListDesign(name="a", reaches=1.0, **design),)

    assert all(holds(one) for one in exile_set(n_persons=40, seed=1, designs=designs).persons)


def test_a_short_name_has_no_slip_and_a_long_one_is_never_far_off():
    dice = np.random.default_rng(1)

    assert slipped("Ян", dice) == "Ян"
    assert all(abs(len(slipped("Ветров", dice)) - 6) <= 1 for _ in range(50))
