"""Blocks hold the pairs that are looked at, and what they cost is bounded and told.

It depends on `blocking` and numpy.
A new block is covered by the first two tests.
"""

import itertools
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link.blocking import BLOCKS, add_keys, column_of, missed_pairs
from safeconduct.link.columns import table_of
from tests.link.invented_linkage import invented, person

KEYS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=30)


def table_with(rows):
    columns = {column for block in BLOCKS for column in block.columns + block.finer}
    table = {column: np.full(len(rows), None, dtype=object) for column in columns}
    table["skeleton"][:] = [one for one, _ in rows]
    table["given_initial"][:] = [other for _, other in rows]
    return table


@given(KEYS, st.integers(0, 40))
def test_no_block_holds_more_pairs_than_its_budget(rows, budget):
    table, reports = add_keys(table_with(rows), pairs=budget)

    for block, report in zip(BLOCKS, reports, strict=True):
        sizes = Counter(key for key in table[column_of(block)].tolist() if key is not None)
        pairs = sum(size * (size - 1) // 2 for size in sizes.values())
        assert pairs == report.n_pairs <= budget


@given(KEYS)
def test_within_the_budget_a_block_holds_exactly_the_pairs_that_share_its_columns(rows):
    table, reports = add_keys(table_with(rows))
    keys = table["block_surname"].tolist()

    for one, other in itertools.combinations(range(len(rows)), 2):
        assert (keys[one] == keys[other]) == (rows[one][0] == rows[other][0])
    assert reports[0].n_with_key == len(rows)
    assert reports[0].n_left_out == 0


def test_a_key_that_too_many_share_is_made_finer_before_it_is_left_out():
    rows = [("a", "x")] * 3 + [("a", "y")] * 9 + [("b", "x")] * 2
    table, reports = add_keys(table_with(rows), pairs=10)

    assert table["block_surname"].tolist() == ["a\x1fx"] * 3 + [None] * 9 + ["b"] * 2
    assert (reports[0].n_with_key, reports[0].n_with_finer_key, reports[0].n_left_out) == (2, 3, 9)


def test_matches_of_one_block_alone_tell_of_matches_of_none():
    exiles, linkage = invented()
    held = set(zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True))
    missed = len(exiles.same_pairs() - held)

    assert 0 <= linkage.missed_pairs <= 2 * missed + 3


def test_where_no_block_stands_alone_nothing_is_missed():
    table, _ = add_keys(table_of([person("a", "1", "Ветров Тихон", "1970-01-02")] * 2))

    assert (
        missed_pairs(table, left=np.array([0]), right=np.array([1]), probabilities=np.array([1.0]))
        == 0
    )
