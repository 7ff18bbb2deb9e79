"""Draws of linkages hold counts and no person, keep to judgements, and repeat with a seed.

It depends on `draws`, on linkages with given weights and on the invented one.
What the draws promise is held against the truth that the invented lists come with.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidSetting
from safeconduct.link.draws import draw_linkages
from safeconduct.link.judgement import NO, UNSURE, YES
from tests.link.invented_linkage import LISTS, invented, person, weighed
from tests.link.test_judgement import judged

PEOPLE = [person("a", "1"), person("a", "2"), person("b", "1"), person("b", "2")]
FREE = frozenset("ab")


def test_every_draw_keeps_each_line_on_one_person():
    _, linkage = invented()
    draws = draw_linkages(linkage, n_draws=100)

    bits = np.array([code.bit_count() for code in range(draws.counts.shape[1])])
    assert draws.counts.dtype == np.int64
    assert draws.lists == tuple(sorted(LISTS))
    assert (draws.counts[:, 0] == 0).all()
    assert ((draws.counts * bits).sum(axis=1) == len(linkage.persons)).all()
    assert not draws.counts.flags.writeable
    assert draws.n_enumerated <= draws.n_components
    assert sum(one.n_pairs for one in draws.calibration) == len(linkage.pairs)


def test_the_draws_are_near_the_truth():
    exiles, linkage = invented()
    draws = draw_linkages(linkage, n_draws=100)
    known = len(set(exiles.who.tolist()))

    assert np.median(draws.counts.sum(axis=1)) == pytest.approx(known, rel=0.05)
    for one in draws.calibration:
        if one.n_pairs >= 50:
            assert one.share_linked == pytest.approx(one.mean_probability, abs=0.15)


def test_the_same_seed_draws_the_same_and_another_another():
    people = [person(name, str(at)) for name in "ab" for at in range(30)]
    weights = {(at, 30 + at): float(at % 9 - 4) for at in range(30)}
    linkage = weighed(people, weights, duplicate_free=FREE)
    first = draw_linkages(linkage, seed=4)

    assert np.array_equal(first.counts, draw_linkages(linkage, seed=4).counts)
    assert not np.array_equal(first.counts, draw_linkages(linkage, seed=5).counts)


@pytest.mark.parametrize(("answer", "persons"), [(YES, 3), (NO, 4)])
def test_a_judgement_holds_in_every_draw(answer, persons):
    linkage = weighed(PEOPLE, {(0, 2): -9.0 if answer == YES else 9.0}, duplicate_free=FREE)
    said = [
        judged(answer, pair=(("a", "1"), ("b", "1"))),
        judged(YES, pair=(("z", "1"), ("a", "1"))),
    ]

    assert (draw_linkages(linkage, said).counts.sum(axis=1) == persons).all()


def test_unsure_leaves_the_weight_as_it_is():
    linkage = weighed(PEOPLE, {(0, 2): 1.0}, duplicate_free=FREE)
    said = [judged(UNSURE, pair=(("a", "1"), ("b", "1")))]

    assert np.array_equal(draw_linkages(linkage, said).counts, draw_linkages(linkage).counts)


def test_no_draw_puts_two_lines_of_a_duplicate_free_list_together():
    weights = {(0, 2): 6.0, (1, 2): 6.0, (0, 1): 9.0}
    draws = draw_linkages(weighed(PEOPLE, weights, duplicate_free=FREE))

    assert (draws.counts.sum(axis=1) >= 3).all()


def test_a_large_component_is_parted_where_its_evidence_is_least():
    people = [person("a", str(at)) for at in range(12)]
    inside = {(at, at + 1): 9.0 for at in range(11) if at != 5}
    draws = draw_linkages(weighed(people, inside | {(5, 6): -7.0}))

    assert (draws.n_components, draws.largest_component, draws.n_enumerated) == (2, 6, 2)


def test_what_only_sure_pairs_hold_is_moved_as_a_whole():
    people = [person("a", str(at)) for at in range(9)]
    pairs = {(left, right): 12.0 for right in range(9) for left in range(right)}
    draws = draw_linkages(weighed(people, pairs))

    assert (draws.largest_component, draws.n_enumerated) == (9, 0)
    assert (draws.counts.sum(axis=1) == 1).all()


def test_lists_that_no_pair_joins_are_counted_as_they_are():
    draws = draw_linkages(weighed(PEOPLE, {}), lists=("b", "a"))

    assert draws.counts[0].tolist() == [0, 2, 2, 0]
    assert (draws.n_components, draws.largest_component, draws.calibration) == (0, 1, ())


@pytest.mark.parametrize("asked", [{"n_draws": 99}, {"lists": ("a",)}, {"lists": ("a", "a", "b")}])
def test_what_cannot_be_drawn_is_refused(asked):
    with pytest.raises(InvalidSetting):
        draw_linkages(weighed(PEOPLE, {}), **asked)
