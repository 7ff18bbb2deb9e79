"""One weakness of each kind is planted in many random releases and found every time.

The weaknesses are those of issue 5: a hidden cell that a total gives away, one that last quarter
gives away, one that the public list gives away; and one for each other attack by counts.
"""

from dataclasses import replace

import numpy as np
import pytest

from safeconduct.publish.attacking import attacks
from safeconduct.publish.breach import Context
from safeconduct.publish.count_table import CountTable
from safeconduct.publish.release import TOTAL
from tests.publish.releases import (
    bare,
    cells,
    grid,
    knowing,
    line,
    listed,
    protected,
    release,
    single,
    small,
)

TIMES = 25


def tried(name, found, context=None):
    return attacks()[name].attack(found, context or Context())


def large(dice, shape=(4, 3)):
    """Counts that nothing need hide."""
    return dice.integers(10, 60, shape)


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_hidden_cell_that_a_total_gives_away_is_found_by_r1(seed):
    dice = np.random.default_rng(seed)
    counts = large(dice)
    counts[2, 1] = dice.integers(0, 5)
    table = grid(counts)

    (breach,) = tried("R1", release(bare(table, hidden={("h2", "y1")})))

    assert (breach.cell, breach.low, breach.high) == (("h2", "y1"), counts[2, 1], counts[2, 1])
    assert (breach.width, breach.attack) == (1, "R1")


@pytest.mark.parametrize("seed", range(TIMES))
def test_two_hidden_cells_of_a_row_with_a_small_rest_are_found_by_r1(seed):
    dice = np.random.default_rng(seed)
    counts = dice.integers(10, 60, 5)
    counts[:2] = (1, 2)

    found = tried("R1", release(bare(line(counts), hidden={("h0",), ("h1",)})))

    assert cells(found) == {("h0",), ("h1",)}
    assert {breach.width for breach in found} == {4}


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_lone_new_case_since_last_quarter_is_found_by_r2(seed):
    dice = np.random.default_rng(seed)
    before = large(dice)
    after = before.copy()
    after[1, 2] += 1
    earlier = [release(bare(grid(before)))]

    found = tried("R2", release(bare(grid(after)), quarter=1), Context(earlier=tuple(earlier)))

    assert cells(found) == {("h1", "y2"), (TOTAL, TOTAL)}
    assert {(breach.low, breach.high) for breach in found} == {(1, 1)}


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_cell_that_is_hidden_now_but_bounded_by_last_quarter_is_found_by_r2(seed):
    """Three persons and nobody new: hidden in this release, shown in the last."""
    dice = np.random.default_rng(seed)
    counts = dice.integers(10, 60, 4)
    counts[0] = 6
    before = release(bare(line(counts)))
    now = replace(bare(line([*counts[:-1], counts[-1] + 3]), hidden={("h0",), ("h3",)}))

    found = tried("R2", release(now, quarter=1), Context(earlier=(before,)))

    assert ("h0",) in cells(found)


@pytest.mark.parametrize("seed", range(TIMES))
def test_what_the_public_list_leaves_of_a_cell_is_found_by_r3(seed):
    dice = np.random.default_rng(seed)
    counts = dice.integers(10, 60, 4)
    counts[1] = 6
    table = replace(line(counts), counts_listed=True)
    found = tried("R3", release(bare(table), listed=(listed(5, host="h1"),)))

    (breach,) = found
    assert (breach.cell, breach.low, breach.high) == (("h1",), 1, 1)


def test_what_moved_to_the_list_since_an_earlier_release_is_found_by_r3():
    before = release(bare(line([6, 20])))
    after = release(protected(line([1, 20])), quarter=1, listed=(listed(5, host="h0"),))

    (breach,) = tried("R3", after, Context(earlier=(before,)))

    assert (breach.table, breach.cell, breach.low) == ("t", ("h0",), 1)


def test_a_rounded_table_that_counts_the_listed_gives_nobody_away():
    table = replace(line([6, 20, 3]), counts_listed=True)
    public = (listed(2, host="h0"), listed(2, host="h0"), listed(1, host="h2"))

    assert tried("R3", release(protected(table), listed=public)) == ()


def test_persons_who_were_not_in_a_table_are_not_taken_away_from_it():
    before = release(bare(line([6, 20])))
    after = release(protected(line([6, 20])), quarter=1, listed=(listed(7, host="h0"),))

    assert tried("R3", after, Context(earlier=(before,))) == ()


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_hidden_cell_that_a_linked_table_gives_away_is_found_by_r4(seed):
    """The fine table hides a row; the coarse one shows what the row adds up to."""
    dice = np.random.default_rng(seed)
    counts = large(dice)
    counts[1] = (3, 2, 12)
    fine = bare(
        grid(counts, identifier="fine"), hidden={("h1", "y0"), ("h1", "y1")}, shown_totals=False
    )
    coarse = bare(line(counts.sum(axis=1), identifier="coarse"))
    fine = replace(
        fine,
        cells=tuple(
            replace(cell, low=0, high=None) if cell.is_total else cell for cell in fine.cells
        ),
    )

    assert tried("R1", release(fine, coarse)) == ()
    assert tried("R4", release(fine, coarse)) == ()
    counts[1] = (3, 0, 12)
    fine = replace(
        fine,
        cells=bare(
            grid(counts, identifier="fine"), shown_totals=False, hidden={("h1", "y0"), ("h1", "y1")}
        ).cells[:-1]
        + fine.cells[-1:],
    )
    coarse = bare(line(counts.sum(axis=1), identifier="coarse"))
    found = tried("R4", release(fine, coarse))

    assert cells(found) == {("h1", "y0"), ("h1", "y1")}
    assert {breach.width for breach in found} == {4}


def test_two_tables_by_other_schemes_or_in_other_units_are_refused_whole():
    """Safety: eleven by one scheme and ten by another single out one person."""
    one = bare(line([10, 20], identifier="one"))
    for changed in ({"scheme": "another"}, {"measure": "incidents"}):
        other = replace(bare(line([11, 20], identifier="other")), **changed)

        assert [each.found for each in tried("R4", release(one, other))] == [
            "tables that differ by their filters"
        ]


def test_tables_that_contradict_each_other_or_themselves_are_named():
    one, other = bare(line([7, 20], identifier="one")), bare(line([7, 30], identifier="other"))
    broken = replace(one, cells=(*one.cells[:-1], replace(one.cells[-1], low=90, high=90)))

    (breach,) = tried("R4", release(one, other))
    assert (breach.width, breach.table) == (None, "one, other")
    assert tried("R4", release(broken, other)) == ()
    assert [breach.table for breach in tried("R1", release(broken, other))] == ["one"]


@pytest.mark.parametrize("seed", range(TIMES))
def test_the_one_whom_a_row_and_a_column_give_away_is_found_by_r5(seed):
    """Exact totals of rows and columns tell whoever knows all the others where the one is."""
    dice = np.random.default_rng(seed)
    table = grid(dice.poisson(3, (4, 4)))
    found = tried("R5", release(bare(table, hidden=small(table))), knowing(table))

    hidden = {labels for labels in small(table) if TOTAL not in labels and table.counts[labels]}
    assert cells(found) == hidden


def test_the_one_whom_two_rounded_tables_give_away_is_found_by_r5():
    """Safety: a total that is a multiple of five shows that the one is in it."""
    fine = grid([[2, 3], [6, 10]], identifier="fine")
    coarse = line([5, 16], identifier="coarse")
    years = line([8, 13], identifier="years", name="year")
    found = release(*(protected(table) for table in (fine, coarse, years)))

    assert tried("R5", found, knowing(fine, coarse, years)) == ()

    fine = grid([[3, 2], [7, 11]], identifier="fine")
    years = line([10, 13], identifier="years", name="year")
    coarse = line([5, 18], identifier="coarse")
    found = release(*(protected(table) for table in (fine, coarse, years)))

    assert cells(tried("R5", found, knowing(fine, coarse, years))) == {("h0", "y0")}


def test_without_the_true_counts_nobody_can_play_the_perpetrator():
    assert tried("R5", release(bare(line([1, 20])))) == ()


@pytest.mark.parametrize("seed", range(TIMES))
def test_the_growth_of_one_period_is_found_by_r6(seed):
    """The cells hide it, but the year as a whole grew by two."""
    dice = np.random.default_rng(seed)
    before = large(dice)
    after = before.copy()
    after[0, 2] += 2
    found = tried(
        "R6", release(bare(grid(after)), quarter=1), Context(earlier=(release(bare(grid(before))),))
    )

    assert [(breach.cell, breach.low) for breach in found] == [((TOTAL, "y2"), 2)]


def test_a_release_that_is_early_or_follows_too_soon_is_found_by_r6():
    first = release()
    early = replace(release(quarter=1), made_on="2024-07-31")
    monthly = replace(release(quarter=0), id="april", made_on="2024-07-29", as_of="2024-04-29")

    assert [breach.found for breach in tried("R6", early)] == [
        "cases that are less than 90 days old"
    ]
    assert "2024-09-27" in tried("R6", monthly, Context(earlier=(first,)))[0].remedy
    assert tried("R6", release(quarter=1), Context(earlier=(first,))) == ()


def test_a_correction_may_come_at_once_but_brings_no_new_cases():
    first = release(protected(line([7, 9])))
    why = {"kind": "correction", "concerns": first.digest, "reason": (("en", "A slip."),)}
    soon = replace(first, id="put-right", made_on="2024-07-02", **why)
    late = replace(soon, as_of="2024-04-01")

    assert tried("R6", soon, Context(earlier=(first,))) == ()
    assert [breach.found for breach in tried("R6", late, Context(earlier=(first,)))] == [
        "a correction that brings new cases"
    ]


def test_a_withdrawal_publishes_nothing_that_could_be_timed():
    gone = replace(release(), kind="withdrawal", concerns="a", made_on="2024-04-01")

    assert tried("R6", gone) == ()


def test_a_correction_downwards_is_compared_without_growth():
    first = release(bare(line([7, 9, 20])))
    after = release(
        bare(line([7, 8, 20])),
        quarter=1,
        kind="correction",
        concerns=first.digest,
    )

    found = tried("R2", after, Context(earlier=(first,)))

    assert {(breach.cell, breach.low) for breach in found} == {(("h1",), -1), ((TOTAL,), -1)}


def test_a_later_release_that_shrank_cannot_have_grown_and_is_compared_all_the_same():
    first = release(bare(line([7, 9, 20])))
    after = release(bare(line([7, 8, 20])), quarter=1)

    assert cells(tried("R2", after, Context(earlier=(first,)))) == {("h1",), (TOTAL,)}


def test_merged_categories_carry_on_what_they_were_made_of():
    first = release(bare(line([7, 9, 20])))
    table = CountTable(
        id="t",
        dimensions=(replace(line([1, 1]).dimensions[0], labels=("h0+h1", "h2")),),
        counts={("h0+h1",): 18, ("h2",): 20, (TOTAL,): 38},
    )
    found = tried("R2", release(bare(table), quarter=1), Context(earlier=(first,)))

    assert {(breach.cell, breach.low) for breach in found} == {(("h0+h1",), 2), ((TOTAL,), 2)}


def test_other_is_compared_with_what_a_later_plan_names():
    sides = replace(line([1, 1]).dimensions[0], labels=("h0", "other"))
    fewer = replace(sides, labels=("h9", "other"))
    then = CountTable(id="t", dimensions=(sides,), counts={("h0",): 7, ("other",): 8, (TOTAL,): 15})
    now = CountTable(id="t", dimensions=(fewer,), counts={("h9",): 7, ("other",): 9, (TOTAL,): 16})

    found = tried("R2", release(bare(now), quarter=1), Context(earlier=(release(bare(then)),)))

    assert cells(found) == {(TOTAL,), ("h9+other",)}


def test_a_table_of_other_dimensions_is_another_table():
    first = release(bare(line([7, 9])))
    other = release(bare(line([7, 9], name="year")), quarter=1)

    assert tried("R2", other, Context(earlier=(first,))) == ()


def test_a_small_count_that_is_shown_as_it_is_is_found_by_r1():
    (breach,) = tried("R1", release(bare(line([3, 20]))))

    assert (breach.cell, breach.low) == (("h0",), 3)


def test_what_is_left_of_a_hidden_cell_may_be_anything():
    before = release(bare(line([3, 20]), hidden={("h0",), ("h1",)}))
    after = release(protected(line([1, 20])), quarter=1, listed=(listed(2, host="h0"),))

    assert tried("R3", after, Context(earlier=(before,))) == ()


def test_a_period_that_is_new_to_a_table_has_no_growth_to_be_found():
    table = grid([[20, 30], [40, 50]])
    other = replace(table.dimensions[1], labels=("y0", "y9"))
    counts = {
        tuple("y9" if label == "y1" else label for label in labels): count
        for labels, count in table.counts.items()
    }
    later = replace(table, dimensions=(table.dimensions[0], other), counts=counts)
    first = release(bare(table))

    assert tried("R6", release(bare(later), quarter=1), Context(earlier=(first,))) == ()


def test_two_tables_in_which_somebody_stands_twice_share_their_whole_only():
    """The whole of one is shown exactly, and bounds the single hidden cell of the other."""
    one = replace(line([3, 20], identifier="one"), adds_up=False)
    other = replace(line([12, 20], identifier="other", name="year"), adds_up=False)
    other = replace(other, counts={**other.counts, (TOTAL,): 23})
    hidden = bare(one, hidden={("h0",), (TOTAL,)})

    assert tried("R1", release(hidden)) == ()
    assert cells(tried("R4", release(hidden, bare(other)))) == set()


def test_a_margin_that_is_shown_is_what_two_tables_share():
    fine = grid([[3, 20], [30, 40]], identifier="fine")
    coarse = line([23, 70], identifier="coarse")
    hidden = bare(fine, hidden={("h0", "y0"), (TOTAL, "y0"), ("h0", TOTAL), (TOTAL, TOTAL)})

    assert tried("R1", release(hidden)) == ()
    assert cells(tried("R4", release(hidden, bare(coarse)))) == {("h0", "y0")}


def test_a_table_without_dimensions_is_bounded_by_itself():
    assert tried("R1", release(protected(single(7)))) == ()


def test_a_table_that_no_earlier_release_carries_is_compared_with_none():
    first = release(bare(line([7, 9], identifier="another")))

    assert tried("R2", release(bare(line([7, 9])), quarter=1), Context(earlier=(first,))) == ()
