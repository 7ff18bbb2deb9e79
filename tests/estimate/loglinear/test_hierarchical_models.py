"""Which hierarchical models there are, and that what is written is read back.

It depends on hypothesis and on the module under test.
A further family of models is counted here.
"""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.loglinear.hierarchical_models import (
    all_models,
    main_effects,
    notation,
    pair_codes,
    read_notation,
)


def counted(n_lists, order):
    """Count hierarchical models by trying every set of interactions: slow, and without a trick."""
    interactions = [code for code in range(1 << n_lists) if 2 <= code.bit_count() <= order]
    number = 0
    for size in range(len(interactions) + 1):
        for chosen in combinations(interactions, size):
            number += all(
                below in chosen
                for code in chosen
                for below in interactions
                if below != code and below & code == below
            )
    return number


@pytest.mark.parametrize(("n_lists", "order"), [(2, 1), (3, 1), (3, 2), (4, 2), (4, 3)])
def test_there_are_as_many_models_as_trying_every_set_finds(n_lists, order):
    assert len(all_models(n_lists, order=order)) == counted(n_lists, order)


@pytest.mark.parametrize(("order", "number"), [(2, 1024), (3, 6212), (4, 6893)])
def test_five_lists_have_the_published_number_of_models(order, number):
    assert len(all_models(5, order=order)) == number


def test_no_model_comes_twice():
    terms = all_models(4, order=3)

    assert len(np.unique(terms, axis=0)) == len(terms)


@pytest.mark.parametrize(
    ("n_lists", "order", "says"),
    [(3, 3, "between 1 and 2"), (3, 0, "between"), (6, 3, "too many"), (7, 2, "too many")],
)
def test_models_that_are_too_many_or_say_nothing_are_declined(n_lists, order, says):
    with pytest.raises(InvalidQuery, match=says):
        all_models(n_lists, order=order)


@given(st.integers(0, 112))
def test_every_model_is_read_back_from_how_it_is_written(place):
    terms = all_models(4, order=3)[place]

    assert read_notation(notation(terms), n_lists=4).tolist() == terms.tolist()


def test_larger_terms_are_written_first_and_lists_in_their_order():
    assert notation(read_notation("[2, 45,13]", n_lists=5)) == "[13,45,2]"


@pytest.mark.parametrize("text", ["12,3", "[12,4]", "[11]", "[]", "[1a]"])
def test_what_is_no_model_is_named(text):
    with pytest.raises(InvalidQuery, match=r"\[12,3\]"):
        read_notation(text, n_lists=3)


def test_independence_and_pairs_are_coded_by_their_lists():
    assert notation(main_effects(3)) == "[1,2,3]"
    assert pair_codes(3).tolist() == [3, 5, 6]
