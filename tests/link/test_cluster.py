"""Clusters are closed, and every merge can be undone: what was before is back byte for byte.

It depends on `cluster` and Hypothesis.
A second, naive closure stands here as the oracle.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidInput, NotFound
from safeconduct.link.cluster import BY_WEIGHT, Ledger, closed, read_steps

LINES = tuple((name, str(at)) for name in "ab" for at in range(4))
PAIRS = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(LINES)), max_size=8)


def ledger_of(pairs):
    ledger = Ledger(LINES)
    for at, (left, right) in enumerate(pairs):
        ledger = ledger.merge(left, right, by=BY_WEIGHT, weight=at / 3, ground='a, "b"')
    return ledger


def naively_closed(pairs):
    groups = [{line} for line in LINES]
    for left, right in pairs:
        one = next(group for group in groups if left in group)
        other = next(group for group in groups if right in group)
        if one is not other:
            groups.remove(other)
            one |= other
    return tuple(sorted(tuple(sorted(group)) for group in groups))


@given(PAIRS)
def test_clusters_are_closed_and_part_the_lines(pairs):
    clusters = closed(LINES, pairs)

    assert clusters == naively_closed(pairs)
    assert sorted(line for cluster in clusters for line in cluster) == sorted(LINES)
    assert closed(LINES, reversed(pairs)) == clusters


@given(PAIRS, st.tuples(st.sampled_from(LINES), st.sampled_from(LINES)))
def test_to_unmerge_the_last_merge_restores_byte_for_byte(pairs, further):
    before = ledger_of(pairs)

    after = before.merge(*further, by="reviewer-1").unmerge(len(pairs) + 1, by="reviewer-2")

    assert after.clusters_csv().encode() == before.clusters_csv().encode()
    assert after.steps_csv().startswith(before.steps_csv())


@given(PAIRS, st.data())
def test_to_unmerge_any_merge_is_as_if_it_had_never_been(pairs, drawing):
    undone = drawing.draw(st.sets(st.integers(1, max(1, len(pairs))), max_size=len(pairs)))
    ledger = ledger_of(pairs)

    for number in undone:
        ledger = ledger.unmerge(number, by="reviewer-1", ground="another person")

    left = [pair for at, pair in enumerate(pairs, start=1) if at not in undone]
    assert ledger.clusters_csv() == ledger_of(left).clusters_csv()


@given(PAIRS)
def test_a_ledger_is_read_back_from_its_steps(pairs):
    ledger = ledger_of(pairs)
    ledger = ledger.unmerge(1, by="reviewer-1", ground="no") if pairs else ledger

    assert read_steps(LINES, ledger.steps_csv()) == ledger


def test_a_cluster_tells_the_merges_that_hold_it():
    ledger = ledger_of([(LINES[0], LINES[1]), (LINES[1], LINES[5]), (LINES[2], LINES[3])])
    cluster = next(one for one in ledger.clusters() if LINES[0] in one)

    assert [merge.number for merge in ledger.provenance(cluster)] == [1, 2]


def test_nothing_is_merged_that_is_on_no_list_and_nothing_undone_twice():
    ledger = ledger_of([(LINES[0], LINES[1])]).unmerge(1, by="reviewer-1")

    with pytest.raises(NotFound):
        ledger.unmerge(1, by="reviewer-1")
    with pytest.raises(NotFound) as refused:
        ledger.merge(LINES[0], ("z", "Anna"), by="reviewer-1")
    assert "Anna" not in str(refused.value)


def test_another_table_is_no_ledger():
    with pytest.raises(InvalidInput):
        read_steps(LINES, "a,b\n")
