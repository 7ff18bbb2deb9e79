"""Clusters follow weights and judgements, and what contradicts itself is held back and told.

It depends on `clustering` and on linkages with given weights.
A further contradiction is one more case.
"""

import pytest

from safeconduct.link.clustering import cluster, line_of
from safeconduct.link.judgement import NO, UNSURE, YES
from tests.link.invented_linkage import LISTS, invented, person, weighed
from tests.link.test_judgement import judged

PEOPLE = [
    person("a", "1", born="1970"),
    person("a", "2", born="1970"),
    person("b", "1", born="1970"),
    person("c", "1", born="1990"),
]
LINES = [line_of(one) for one in PEOPLE]


def linked(weights, judgements=(), free=frozenset({"a", "b", "c"})):
    found = cluster(weighed(PEOPLE, weights, duplicate_free=free), judgements)
    together = {one for one in found.ledger.clusters() if len(one) > 1}
    return together, [one.kind for one in found.contradictions]


def test_what_weighs_enough_is_merged_best_first_and_told_why():
    found = cluster(weighed(PEOPLE, {(0, 2): 3.0, (1, 2): 5.0}, duplicate_free=frozenset("a")))

    assert found.ledger.clusters()[1] == (LINES[1], LINES[2])
    assert [(one.by, one.weight) for one in found.ledger.in_force()] == [("weight", 5.0)]
    assert [one.kind for one in found.contradictions] == ["twice_on_a_list"]


def test_a_list_that_may_hold_a_person_twice_holds_nothing_back():
    together, held = linked({(0, 2): 3.0, (1, 2): 5.0, (0, 1): 1.0}, free=frozenset())

    assert (together, held) == ({(LINES[0], LINES[1], LINES[2])}, [])


@pytest.mark.parametrize(("answer", "together"), [(YES, {(LINES[0], LINES[2])}), (NO, set())])
def test_a_judgement_outweighs_the_weight(answer, together):
    said = [judged(answer, pair=(LINES[0], LINES[2]))]

    assert linked({(0, 2): -5.0 if answer == YES else 5.0}, said) == (together, [])


@pytest.mark.parametrize(("weight", "together"), [(5.0, {(LINES[0], LINES[2])}), (-5.0, set())])
def test_what_a_person_is_unsure_of_stays_as_its_weight_has_it(weight, together):
    said = [judged(UNSURE, pair=(LINES[0], LINES[2]))]

    assert linked({(0, 2): weight}, said) == (together, [])


def test_lines_judged_apart_do_not_meet_by_way_of_a_third():
    people = [person(name, "1") for name in "abc"]
    weights = {(0, 1): 5.0, (1, 2): 4.0}
    said = [judged(NO, pair=(("a", "1"), ("c", "1")))]

    found = cluster(weighed(people, weights), said)

    assert [one.kind for one in found.contradictions] == ["judged_apart"]
    assert len(found.ledger.in_force()) == 1


def test_yes_against_no_and_against_a_duplicate_free_list_is_told_as_judged():
    said = [
        judged(YES, pair=(LINES[0], LINES[2])),
        judged(YES, pair=(LINES[1], LINES[2])),
        judged(YES, pair=(LINES[0], LINES[3])),
        judged(NO, pair=(LINES[0], LINES[3]), who="reviewer-2"),
        judged(YES, pair=(("z", "9"), LINES[0])),
    ]
    found = cluster(weighed(PEOPLE, {}, duplicate_free=frozenset("a")), said)

    assert {(one.kind, one.judged) for one in found.contradictions} == {
        ("reviewers_disagree", True),
        ("twice_on_a_list", True),
    }


def test_two_judgements_of_yes_round_a_triangle_are_both_kept():
    said = [judged(YES, pair=(LINES[0], LINES[2])), judged(YES, pair=(LINES[2], LINES[0]))]
    said += [judged(YES, pair=(LINES[0], LINES[2]), who="reviewer-2")]

    assert linked({(0, 2): 1.0}, said)[0] == {(LINES[0], LINES[2])}


def test_a_judgement_of_what_is_joined_already_is_kept_as_a_further_ground():
    people = [person(name, "1") for name in "abc"]
    a, b, c = (line_of(one) for one in people)
    said = [judged(YES, pair=pair) for pair in ((a, b), (b, c), (a, c))]

    assert len(cluster(weighed(people, {}), said).ledger.in_force()) == 3


def test_dates_of_birth_that_contradict_hold_a_merge_back():
    assert linked({(2, 3): 5.0}) == (set(), ["dates_apart"])


def test_invented_lists_are_clustered_as_they_should():
    exiles, linkage = invented()
    found = cluster(linkage)
    position = {line_of(one): at for at, one in enumerate(exiles.persons)}
    together = {
        tuple(sorted((position[one], position[other])))
        for lines in found.ledger.clusters()
        for one in lines
        for other in lines
        if one < other
    }
    same = exiles.same_pairs()

    assert linkage.model.settings.duplicate_free == LISTS
    assert len(together & same) / len(together) > 0.95
    assert len(together & same) / len(same) > 0.8
