"""The prior that training begins with counts sure matches among the pairs that can be any.

It depends on `prior` and `columns`.
Another sign of a sure match is one more test.
"""

from dataclasses import replace

import numpy as np

from safeconduct.link.columns import table_of
from safeconduct.link.prior import first_prior, n_possible
from tests.link.invented_linkage import person

NOBODY: frozenset[str] = frozenset()


def names(text):
    return np.array(list(text), dtype=object)


def test_pairs_within_a_duplicate_free_list_are_not_possible():
    assert n_possible(names("aabb"), NOBODY) == 6
    assert n_possible(names("aabb"), frozenset("a")) == 5
    assert n_possible(names("aabb"), frozenset("ab")) == 4


def test_sure_matches_are_counted_and_doubled():
    people = [person(one, "1", "Ветров Тихон", "1970-01-02") for one in "ab"]
    people += [person(one, str(at), "Чайкин Орест") for at in range(4) for one in "ab"]
    lists = np.array([one.list_name for one in people], dtype=object)

    assert first_prior(table_of(people), lists=lists, duplicate_free=frozenset("ab")) == 2 / 25


def test_a_shared_home_or_paper_makes_a_match_sure_where_no_list_knows_a_birth():
    people = [replace(person(one, "1", "Ветров Тихон"), address="Lime Row 4") for one in "ab"]
    people += [replace(person(one, "2", "Чайкин Орест"), identifier="77 1") for one in "ab"]
    lists = np.array([one.list_name for one in people], dtype=object)

    assert first_prior(table_of(people), lists=lists, duplicate_free=frozenset("ab")) == 0.5
    assert first_prior(table_of(people[:2]), lists=lists[:2], duplicate_free=NOBODY) == 0.5


def test_without_a_sure_match_the_prior_is_one_match_among_all():
    people = [person(one, "1", "Ветров Тихон") for one in "aab"]
    lists = names("aab")

    assert first_prior(table_of(people), lists=lists, duplicate_free=NOBODY) == 1 / 3
    assert first_prior(table_of(people[:2]), lists=lists[:2], duplicate_free=NOBODY) == 0.5
