"""Tables whose labels, dimensions or releases differ are laid over each other all the same.

It depends on `releases` beside it; every state and number is invented.
A further way in which tables share persons is one more case here.
"""

from dataclasses import replace

import pytest

from safeconduct.publish.attacking import attacks
from safeconduct.publish.count_table import CountTable, coordinates, of_inner, totals
from safeconduct.publish.release import TOTAL, ReleasedDimension
from tests.publish.releases import bare, grid, knowing, line, listed, protected, release


def by(name, *labels):
    return ReleasedDimension(name=name, labels=labels)


def counted(*sides, identifier="t", whole=None, **counts):
    """A table from its counts, which are called h_y; `whole` where somebody stands twice."""
    inner = {tuple(name.split("_")): number for name, number in counts.items()}
    table = of_inner(identifier, sides, inner=inner)
    if whole is None:
        return table
    return replace(table, counts={**table.counts, (TOTAL,) * len(sides): whole}, adds_up=False)


def got(name, *tables, earlier=(), counts=()):
    found = release(*tables, quarter=len(earlier))
    return attacks()[name].attack(found, knowing(*counts, earlier=earlier))


def cells(breaches):
    return {(breach.table, *breach.cell) for breach in breaches}


def test_a_state_that_one_table_names_and_another_holds_under_other_is_found_by_r4():
    """Twelve under other are the ten of T and two more: the two are then in a small rest."""
    one = bare(counted(by("place", "K", "other"), identifier="one", K=20, other=12))
    two = bare(
        counted(by("place", "K", "T", "other"), identifier="two", K=20, T=10, other=2),
        hidden={("other",), (TOTAL,)},
    )

    assert got("R1", two) == ()
    assert ("two", "other") in cells(got("R4", one, two))


def test_a_merged_category_and_its_parts_are_laid_over_each_other_by_r4():
    one = bare(counted(by("place", "K+T", "U"), identifier="one", **{"K+T": 12, "U": 20}))
    two = bare(
        counted(by("place", "K", "T", "U"), identifier="two", K=10, T=2, U=20),
        hidden={("T",), (TOTAL,)},
    )

    assert cells(got("R4", one, two)) == {("two", "T")}


def test_labels_that_overlap_crosswise_are_laid_over_each_other_by_r4():
    one = bare(counted(by("place", "K+T", "U"), identifier="one", **{"K+T": 12, "U": 20}))
    two = bare(
        counted(by("place", "K", "T+U"), identifier="two", **{"K": 9, "T+U": 23}),
        hidden={("K",), (TOTAL,)},
    )

    assert ("two", "K") in cells(got("R4", one, two))


def test_a_table_by_state_is_linked_to_one_by_state_and_year_though_neither_adds_up():
    """Safety: four in every year of a state are found by the state as a whole."""
    states = counted(by("host", "K", "D"), identifier="one", whole=46, K=16, D=30)
    both = counted(
        by("host", "K", "D"),
        by("year", "a", "b", "c", "d"),
        identifier="two",
        whole=46,
        K_a=4,
        K_b=4,
        K_c=4,
        K_d=4,
        D_a=30,
    )

    found = cells(got("R4", protected(states), protected(both)))

    assert {("two", "K", year) for year in "abcd"} <= found
    assert ("one", "K") in found


def test_a_technique_is_found_through_its_tactic_by_r4():
    """Safety: the three of a tactic hold everybody of each of its techniques."""
    tactics = counted(
        by("tactic", "coerced-return", "other"),
        identifier="one",
        whole=40,
        **{"coerced-return": 3, "other": 38},
    )
    techniques = counted(
        by("technique", "abduction", "deportation", "other"),
        identifier="two",
        whole=40,
        abduction=2,
        deportation=1,
        other=38,
    )
    hidden = bare(techniques, hidden={("abduction",), ("deportation",)})

    assert got("R4", hidden) == ()
    assert ("two", "abduction") in cells(got("R4", bare(tactics), hidden))


@pytest.mark.parametrize("measure", ["incidents", "chains"])
def test_a_table_in_another_unit_is_not_held_against_the_public_list_in_silence(measure):
    table = replace(bare(line([6, 20])), measure=measure, counts_listed=True)
    found = release(table, listed=(listed(5, host="h0"),))

    (breach,) = attacks()["R3"].attack(found, knowing())

    assert "another unit" in breach.found


def test_an_earlier_table_by_state_is_laid_over_a_later_one_by_state_and_year():
    """Safety: the later table does not carry the earlier one on, and tells of it all the same."""
    before = release(protected(counted(by("place", "K", "D"), K=16, D=30)))
    after = counted(
        by("place", "K", "D"),
        by("year", "a", "b", "c", "d"),
        K_a=4,
        K_b=4,
        K_c=4,
        K_d=4,
        D_a=30,
    )

    assert ("t", "K", "a") in cells(got("R2", protected(after), earlier=[before]))


def test_what_a_later_plan_names_is_laid_over_other_of_an_earlier_one():
    before = release(protected(counted(by("place", "K", "other"), K=20, other=15)))
    after = counted(
        by("place", "K", "T", "A", "F", "other"),
        K=20,
        T=4,
        A=4,
        F=4,
        other=3,
    )

    assert ("t", "other") in cells(got("R2", protected(after), earlier=[before]))


def test_the_growth_of_what_two_plans_name_otherwise_is_found():
    before = release(bare(counted(by("place", "K", "other"), K=20, other=12)))
    after = bare(counted(by("place", "K", "T", "other"), K=20, T=8, other=6))

    found = got("R2", after, earlier=[before])

    assert ("t", "T+other") in cells(found)


def test_a_scheme_of_another_version_may_count_fewer_and_is_tried_both_ways():
    old = release(bare(line([20, 30])), lineage=(("scheme s", "a"),))
    now = release(bare(line([19, 30])), quarter=1, lineage=(("scheme s", "b"),))

    found = attacks()["R2"].attack(now, knowing(earlier=[old]))

    assert {(breach.cell, breach.low) for breach in found} == {(("h0",), -1), ((TOTAL,), -1)}


def test_a_table_that_was_left_out_of_one_release_is_compared_with_the_one_before():
    first = release(bare(line([20, 30])), bare(line([50], identifier="u", name="year")))
    second = release(bare(line([55], identifier="u", name="year")), quarter=1)

    found = got("R2", bare(line([21, 40])), earlier=[first, second])

    assert ("t", "h0") in cells(found)


def test_the_one_in_a_hidden_cell_that_a_table_by_more_pins_to_a_row_is_found_by_r5():
    """Five of K in year a are shown as five to nine; four are known, so the one is in K."""
    one = counted(by("place", "K", "D"), by("target", "p", "q"), K_p=1, K_q=4, D_p=12, D_q=12)
    two = counted(
        by("place", "K", "D"), by("year", "a", "b"), identifier="two", K_a=5, D_a=12, D_b=12
    )

    alone = got("R5", protected(one), counts=[one])
    found = got("R5", protected(one), protected(two), counts=[one, two])

    assert alone == ()
    assert ("t", "K", "p") in cells(found)


def test_cases_of_a_few_days_are_refused_by_r6_whenever_they_are_published():
    """Safety: ten days hold one or two new cases."""
    first = release(protected(line([20, 30])))
    late = replace(release(protected(line([21, 30])), quarter=1), as_of="2024-04-10")

    (breach,) = attacks()["R6"].attack(late, knowing(earlier=[first]))

    assert breach.found == "cases of less than a quarter since the last release"


def test_the_last_release_is_the_latest_and_not_the_one_named_last():
    first, second = release(), release(quarter=1)
    soon = replace(second, id="soon", made_on="2024-10-11")

    for earlier in ([first, second], [second, first]):
        found = attacks()["R6"].attack(soon, knowing(earlier=earlier))
        assert [breach.found for breach in found] == ["less than a quarter since the last release"]


def test_a_period_of_a_table_that_does_not_add_up_is_timed_too():
    sides = (by("host", "K", "D"), by("year", "a", "b"))
    before = counted(*sides, whole=60, K_a=20, K_b=20, D_a=10, D_b=10)
    after = counted(*sides, whole=62, K_a=20, K_b=22, D_a=10, D_b=10)
    shown = replace(bare(after), adds_up=False)
    first = release(replace(bare(before), adds_up=False))

    found = attacks()["R6"].attack(release(shown, quarter=1), knowing(earlier=[first]))

    assert {breach.cell for breach in found} == {(TOTAL, "b")}


def test_totals_of_every_kind_are_known_of_a_table_that_does_not_add_up():
    sides = (by("host", "K"), by("year", "a"))
    counts = dict.fromkeys((*coordinates(sides), *totals(sides)), 7)
    table = CountTable(id="t", dimensions=sides, counts=counts, adds_up=False)

    assert got("R1", protected(table)) == ()
    assert got("R4", protected(grid([[7]])), protected(replace(table, id="u"))) == ()


def test_what_the_numbers_themselves_exclude_is_not_presumed():
    """Ten and ten make twelve only where eight stand twice, as everybody sees."""
    table = bare(counted(by("host", "K", "D"), whole=12, K=10, D=10))

    assert got("R1", table) == ()
    assert got("R4", table, replace(table, id="u")) == ()
    assert got("R2", table, earlier=[release(table)]) == ()


def test_persons_who_moved_to_the_list_have_not_gone():
    """Safety: six left the cell for the list, so that one is new, and is found."""
    before = release(bare(line([20, 30])))
    after = release(bare(line([15, 30])), quarter=1, listed=(listed(6, host="h0"),))

    found = attacks()["R2"].attack(after, knowing(earlier=[before]))

    assert {(breach.cell, breach.low) for breach in found} == {(("h0",), 1), ((TOTAL,), 1)}


def test_the_growth_of_a_period_counts_those_who_moved_to_the_list():
    before = release(bare(grid([[20, 30], [20, 30]])))
    moved = listed(6, host="h0", year="y0")
    after = release(bare(grid([[16, 30], [20, 30]])), quarter=1, listed=(moved,))

    found = attacks()["R6"].attack(after, knowing(earlier=[before]))

    assert {(breach.cell, breach.low) for breach in found} == {((TOTAL, "y0"), 2)}
