"""The order of lists and lines does not matter to a linkage.

It depends on an invented set, linked as it came and shuffled.
What else should not matter is one more test here.
"""

import numpy as np

from safeconduct.link.clustering import line_of
from safeconduct.link.exile_names import exile_set
from safeconduct.link.linking import link

SET = exile_set(n_persons=150, seed=8)
FREE = frozenset(person.list_name for person in SET.persons)


def by_line(linkage):
    pairs = linkage.pairs
    return {
        frozenset(line_of(linkage.persons[at]) for at in ends): weight
        for *ends, weight in zip(
            pairs.left.tolist(), pairs.right.tolist(), pairs.weights.tolist(), strict=True
        )
    }


def test_the_order_of_lines_does_not_matter():
    shuffled = [SET.persons[at] for at in np.random.default_rng(1).permutation(len(SET.persons))]

    as_they_came = link(SET.persons, duplicate_free=FREE)
    in_another_order = link(shuffled, duplicate_free=FREE)

    assert by_line(in_another_order) == by_line(as_they_came)


def test_pairs_are_sorted_with_the_left_line_first():
    pairs = link(SET.persons, duplicate_free=FREE).pairs

    assert (pairs.left < pairs.right).all()
    ends = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert ends == sorted(ends)
