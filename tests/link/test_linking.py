"""Lists are linked without labels: the same seed gives the same, and what cannot be is refused.

It depends on `linking`, `splink_engine` and `exile_names`.
How well real tables are linked is measured in `benchmarks/link.py`.
"""

import duckdb
import numpy as np
import pytest

from safeconduct.errors import Refusal
from safeconduct.link.exile_names import exile_set
from safeconduct.link.linking import link
from safeconduct.link.splink_engine import opened
from tests.link.invented_linkage import LISTS, invented, person


def found_pairs(linkage):
    likely = linkage.pairs.probabilities >= 0.5
    return set(
        zip(linkage.pairs.left[likely].tolist(), linkage.pairs.right[likely].tolist(), strict=True)
    )


def test_invented_lists_are_linked_across_alphabets():
    exiles, linkage = invented()
    found, same = found_pairs(linkage), exiles.same_pairs()

    assert len(found & same) / len(found) > 0.9
    assert len(found & same) / len(same) > 0.8


def test_weights_are_the_prior_with_what_each_comparison_adds():
    _, linkage = invented()
    pairs, prior = linkage.pairs, linkage.model.prior

    added = pairs.parts.sum(axis=1) + pairs.rarities.sum(axis=1)
    assert pairs.weights == pytest.approx(np.log2(prior / (1 - prior)) + added)


def test_pairs_are_sorted_and_never_within_a_duplicate_free_list():
    exiles, linkage = invented()
    ends = list(zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True))

    assert ends == sorted(set(ends))
    assert all(left < right for left, right in ends)
    assert all(
        exiles.persons[left].list_name != exiles.persons[right].list_name for left, right in ends
    )


def test_the_same_seed_gives_the_same_linkage():
    exiles, linkage = invented()
    again = link(exiles.persons, duplicate_free=LISTS)

    assert np.array_equal(again.pairs.left, linkage.pairs.left)
    assert np.array_equal(again.pairs.weights, linkage.pairs.weights)
    assert again.model == linkage.model


def test_the_order_of_the_lines_does_not_decide_who_is_whom():
    """Scores are symmetric: a pair has one weight, whichever line comes first."""
    exiles, linkage = invented()
    n = len(exiles.persons)
    turned = link(exiles.persons[::-1], duplicate_free=LISTS)
    back = {(n - 1 - right, n - 1 - left) for left, right in found_pairs(turned)}

    # Strangers are sampled by position, so that pairs on the edge may fall to the other side.
    assert len(back ^ found_pairs(linkage)) <= 0.05 * len(back)


def test_a_list_that_holds_persons_twice_is_linked_within_itself():
    exiles = exile_set(n_persons=150, seed=3)
    persons = [
        one.__class__(list_name="all", id=one.id, name=one.name, born=one.born, place=one.place)
        for one in exiles.persons
    ]
    found, same = found_pairs(link(persons)), exiles.same_pairs()

    assert len(found & same) / len(same) > 0.7


@pytest.mark.parametrize(
    "persons",
    [
        [],
        [person("a", "1", "Ветров Тихон"), person("a", "2", "Ветров Тихон")],
        [person("a", "1"), person("b", "1")],
    ],
)
def test_what_cannot_be_linked_is_refused_with_the_rule(persons):
    with pytest.raises(Refusal) as refused:
        link(persons, duplicate_free=frozenset("ab"))

    assert refused.value.rule.startswith("persons are")
    assert refused.value.remedy


def test_the_repr_of_a_linkage_holds_no_person():
    """Safety: persons and pairs stand in no repr."""
    assert "Person" not in repr(invented()[1])


def test_where_memory_does_not_suffice_nothing_is_written_to_a_disk(tmp_path, monkeypatch):
    """Safety: the tables of the engine hold names, and the folder where one stands is no vault."""
    monkeypatch.chdir(tmp_path)
    connection = opened()
    connection.execute("set memory_limit = '20MB'")

    with pytest.raises(duckdb.OutOfMemoryException):
        connection.execute(
            "create table t as select i, repeat('x', 200) || i as s from range(1000000) r(i)"
        )

    assert list(tmp_path.iterdir()) == []
