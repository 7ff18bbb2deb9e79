"""Planted series of releases that got past the attacks once, each of which is found now.

It depends on `releases` beside it; every state and number is invented.
A further way through is one more case here, before it is mended.
"""

from dataclasses import replace

from safeconduct.publish.attacking import attacks
from safeconduct.publish.breach import Context
from safeconduct.publish.release import TOTAL
from safeconduct.publish.series import ended_by, newly_listed
from tests.publish.releases import (
    bare,
    cells,
    grid,
    line,
    listed,
    protected,
    release,
    single,
    tried,
)


def test_corpora_closed_a_day_apart_are_found_by_r6():
    """Safety: two releases a quarter apart that differ by the cases of one day."""
    first = release()
    second = replace(release(quarter=1), as_of="2024-04-01")
    older = replace(release(quarter=1), as_of="2024-03-01")

    for each in (second, older):
        assert [breach.found for breach in tried("R6", each, first)] == [
            "cases of less than a quarter since the last release"
        ]


def test_nothing_that_was_taken_back_is_corrected():
    """Safety: a correction of a withdrawal would pass by the quarter and bring any case."""
    first = release(protected(line([7, 9])))
    gone = replace(
        release(), id="gone", kind="withdrawal", concerns=first.digest, as_of="2024-04-20"
    )
    why = {"kind": "correction", "reason": (("en", "A slip."),)}
    of_withdrawn = replace(first, id="again", concerns=first.digest, **why)
    of_withdrawal = replace(first, id="more", concerns=gone.digest, as_of="2024-04-20", **why)

    for each in (of_withdrawn, of_withdrawal):
        assert "a correction of what was taken back" in [
            breach.found for breach in tried("R6", each, first, gone)
        ]


def test_the_growth_of_a_period_is_measured_from_every_earlier_release():
    """The last one hid the year, the one before it did not."""
    before = grid([[20, 30], [40, 50]])
    after = grid([[22, 30], [40, 50]])
    hidden = bare(before, hidden=set(before.counts))
    first, second = release(bare(before)), release(hidden, quarter=1)

    found = tried("R6", release(bare(after), quarter=2), first, second)
    assert [(each.cell, each.low) for each in found] == [((TOTAL, "y0"), 2)]


def test_a_table_without_dimensions_grows_too():
    first = release(bare(single(20)))

    assert cells(tried("R2", release(bare(single(22)), quarter=1), first)) == {()}


def test_what_a_correction_put_right_is_not_held_to_have_grown():
    wrong = release(bare(line([12, 20])))
    right = replace(
        release(bare(line([6, 20]))),
        id="right",
        kind="correction",
        concerns=wrong.digest,
        made_on="2024-07-02",
    )
    after = release(bare(line([14, 20])), quarter=1)

    grown = {each.cell: each.low for each in tried("R2", after, wrong, right)}
    assert grown[("h0",)] == 2
    assert tried("R2", replace(after, kind="release"), right) == ()


def test_context_without_anything_is_an_attack_by_a_stranger():
    assert attacks()["R2"].attack(release(bare(line([7, 9]))), Context()) == ()


def hiding(counts, low=5, high=9):
    """A table whose first cell holds five to nine, as far as it says, and whose total is hidden."""
    table = bare(line(counts), hidden={("h0",), (TOTAL,)})
    return replace(
        table,
        cells=tuple(
            replace(cell, low=low, high=high) if cell.labels == ("h0",) else cell
            for cell in table.cells
        ),
    )


def test_what_was_put_right_is_passed_over_and_what_came_before_it_still_bounds():
    """Safety: a slip between two releases must not part them."""
    first, wrong = release(bare(line([9, 30]))), release(bare(line([20, 30])), quarter=1)
    right = replace(
        release(hiding([9, 30]), quarter=1), id="right", kind="correction", concerns=wrong.digest
    )
    gone = release(quarter=1, id="gone", kind="withdrawal", concerns=wrong.digest)
    later = release(hiding([9, 30]), quarter=2)

    for found in (tried("R2", right, first, wrong), tried("R2", later, first, wrong, gone)):
        assert (("h0",), 9, 9) in {(each.cell, each.low, each.high) for each in found}


def test_what_was_taken_back_still_bounds_what_comes_after_it():
    """Safety: it was read, and whoever read it holds its numbers against the next ones."""
    told = release(bare(line([9, 30])))
    gone = release(id="gone", kind="withdrawal", concerns=told.digest)
    right = release(bare(line([9, 31])), id="right", kind="correction", concerns=told.digest)
    later = release(hiding([9, 30]), quarter=1)

    found = tried("R2", later, told, gone)
    assert (("h0",), 9, 9) in {(each.cell, each.low, each.high) for each in found}
    assert ended_by((right, gone)) == ended_by((gone, right)) == {told.digest: "correction"}


def test_what_was_taken_back_is_bounded_by_what_came_before_it():
    """Nine before it, so that it held nine to twelve, and that two to five are new since."""
    first = release(bare(line([9, 30])))
    told = release(hiding([10, 30], low=8, high=12), quarter=1)
    gone = release(quarter=1, id="gone", kind="withdrawal", concerns=told.digest)
    later = release(bare(line([14, 30])), quarter=2)

    found = tried("R2", later, first, told, gone)
    assert (("h0",), 2, 5) in {(each.cell, each.low, each.high) for each in found}


def test_what_was_put_right_bounds_nothing():
    wrong = release(bare(line([7, 30])))
    right = replace(release(hiding([5, 30])), id="right", kind="correction", concerns=wrong.digest)

    assert tried("R2", right, wrong) == ()


def test_a_slip_in_what_was_taken_back_does_not_unmake_what_stands():
    """The whole of it is too great, so that it goes with no other release."""
    first = release(bare(line([9, 30])))
    wrong = release(bare(line([10, 80]), hidden={("h0",), ("h1",)}), quarter=1)
    gone = release(quarter=1, id="gone", kind="withdrawal", concerns=wrong.digest)
    shown = hiding([9, 30])
    whole = tuple(
        replace(cell, low=35, high=43) if cell.labels == (TOTAL,) else cell for cell in shown.cells
    )
    later = release(replace(shown, cells=whole), quarter=2)

    found = tried("R2", later, first, wrong, gone)
    assert (("h0",), 9, 9) in {(each.cell, each.low, each.high) for each in found}


def test_the_same_incident_in_two_lists_is_not_new_whatever_else_is_said_of_it():
    """Safety: taken for a new one, it would excuse a growth that it has nothing to do with."""
    public = listed(3, host="h0")
    elsewhere = replace(public, sources=(("Heron", "https://heron.example/2"),))
    renamed = replace(public, label="An incident in public, in detail")
    another = replace(elsewhere, label="Another incident")
    before = release(listed=(public,))

    for now in (public, elsewhere, renamed):
        assert newly_listed(before, release(listed=(now,))) == ()
    assert newly_listed(before, release(listed=(public, public))) == (public,)
    assert newly_listed(before, release(listed=(renamed, public))) == (renamed,)
    assert newly_listed(before, release(listed=(another,))) == (another,)
    both = release(listed=(public, elsewhere))
    assert newly_listed(both, release(listed=(elsewhere, renamed))) == ()


def test_a_correction_stands_where_its_corpus_was_closed_and_not_where_it_was_made():
    wrong = release(bare(line([12, 30])))
    second = release(bare(line([9, 30])), quarter=1)
    right = replace(
        release(bare(line([7, 30]))),
        id="right",
        kind="correction",
        concerns=wrong.digest,
        made_on="2024-10-01",
    )

    found = tried("R2", release(hiding([9, 30]), quarter=2), wrong, second, right)
    assert (("h0",), 9, 9) in {(each.cell, each.low, each.high) for each in found}


def test_whom_the_list_gives_back_is_taken_off_the_growth_of_a_period():
    before = release(bare(grid([[20, 30], [40, 50]])), listed=(listed(5, host="h0", year="y0"),))
    after = release(bare(grid([[26, 30], [40, 50]])), quarter=1)

    assert {(each.cell, each.low) for each in tried("R6", after, before)} == {((TOTAL, "y0"), 1)}


def test_a_table_that_contradicts_itself_is_left_to_r1_by_the_attacks_on_series():
    counts = dict(grid([[20, 30], [40, 50]]).counts)
    torn = bare(replace(grid([[20, 30], [40, 50]]), counts={**counts, (TOTAL, TOTAL): 7}))
    before = release(bare(grid([[20, 30], [40, 50]])))

    for name in ("R2", "R6"):
        assert tried(name, release(torn, quarter=1), before) == ()
    assert cells(tried("R1", release(torn))) == {()}
