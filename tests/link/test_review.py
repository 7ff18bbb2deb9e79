"""What would teach and change most is shown first, and what is settled is not shown.

It depends on `review` and on linkages with given weights.
A naive count of what a judgement changes stands here as the oracle.
"""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link.cluster import closed
from safeconduct.link.judgement import NO, UNSURE, YES
from safeconduct.link.review import random_pairs, review_order
from tests.link.invented_linkage import person, weighed
from tests.link.test_judgement import judged

PEOPLE = [person("a", str(at)) for at in range(5)]
LINES = [("a", str(at)) for at in range(5)]
EVERY = list(itertools.combinations(range(5), 2))


def shown(weights, judgements=()):
    linkage = weighed(PEOPLE, weights)
    ends = sorted(weights)
    return [ends[one.at] for one in review_order(linkage, judgements)]


def pairs_together(pairs):
    return sum(
        len(one) * (len(one) - 1) // 2
        for one in closed(LINES, [(LINES[left], LINES[right]) for left, right in pairs])
    )


def test_what_is_nearest_to_a_half_comes_first():
    assert shown({(0, 1): 6.0, (1, 2): -0.1, (3, 4): -4.0})[0] == (1, 2)


def test_what_changes_more_comes_before_what_changes_less():
    weights = {(0, 1): 9.0, (1, 2): 9.0, (2, 3): -1.0, (3, 4): -1.0}

    assert shown(weights)[0] == (2, 3)


@given(st.dictionaries(st.sampled_from(EVERY), st.floats(-6, 6), min_size=1))
def test_changes_are_the_pairs_that_a_judgement_joins_or_parts(weights):
    linkage = weighed(PEOPLE, weights)
    ends = sorted(weights)
    likely = [ends[at] for at in range(len(ends)) if linkage.pairs.probabilities[at] >= 0.5]

    for one in review_order(linkage):
        pair = ends[one.at]
        others = [other for other in likely if other != pair]
        assert one.changes == pairs_together([*others, pair]) - pairs_together(others)


def test_what_was_judged_and_what_follows_from_it_is_not_shown():
    weights = dict.fromkeys(EVERY, 0.5)
    said = [
        judged(YES, pair=(LINES[0], LINES[1])),
        judged(YES, pair=(LINES[1], LINES[2])),
        judged(NO, pair=(LINES[2], LINES[3])),
        judged(NO, pair=(LINES[3], LINES[4])),
        judged(NO, pair=(("z", "1"), ("z", "2"))),
    ]

    assert set(shown(weights, said)) == {(0, 4), (1, 4), (2, 4)}


def test_what_a_person_is_unsure_of_stays_open_and_comes_last():
    weights = {(0, 1): 0.1, (1, 2): 3.0, (3, 4): -6.0}
    said = [judged(UNSURE, pair=(LINES[0], LINES[1]))]

    assert shown(weights)[0] == (0, 1)
    assert shown(weights, said)[-1] == (0, 1)
    assert len(shown(weights, said)) == 3


def test_as_many_are_shown_as_asked_for():
    assert len(review_order(weighed(PEOPLE, dict.fromkeys(EVERY, 0.5)), most=3)) == 3


def test_linked_pairs_are_drawn_at_random_for_a_share_of_right_ones():
    linkage = weighed(PEOPLE, {pair: 5.0 if pair == (0, 1) else -5.0 for pair in EVERY})
    many = weighed(PEOPLE, dict.fromkeys(EVERY, 5.0))
    drawn = random_pairs(many, n_pairs=3, seed=1)

    assert [one.at for one in random_pairs(linkage, n_pairs=3)] == [0]
    assert len({one.at for one in drawn}) == 3
    assert [one.at for one in drawn] == [one.at for one in random_pairs(many, n_pairs=3, seed=1)]


def test_what_is_held_back_is_no_link_and_what_others_join_is_one():
    """The share is one of the links that are counted, and not of the pairs that look like some."""
    said = [judged("no", pair=(LINES[0], LINES[1]))]
    linkage = weighed(PEOPLE, {(0, 1): 9.0, (2, 3): 9.0, (3, 4): 9.0, (2, 4): -2.0})

    drawn = random_pairs(linkage, said, n_pairs=9)

    assert sorted(one.at for one in drawn) == [1, 2, 3]
