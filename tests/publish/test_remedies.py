"""The cheapest remedy is found by trying, in the order of what it costs a reader.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.publish.attacking import attacks
from safeconduct.publish.count_table import of_inner
from safeconduct.publish.release import TOTAL
from safeconduct.publish.remedies import dropped, merged, with_remedies
from tests.publish.releases import bare, grid, knowing, line, protected, release, side


def remedied(name, found, context):
    return with_remedies(attacks()[name].attack(found, context), found, context=context)


def test_categories_are_merged_where_that_helps():
    table = grid([[3, 2], [7, 11]], identifier="fine")
    coarse = line([5, 18], identifier="coarse")
    years = line([10, 13], identifier="years", name="year")
    found = release(*map(protected, (table, coarse, years)))
    (breach,) = remedied("R5", found, knowing(table, coarse, years))

    assert breach.remedy == "Merge y0 and y1 in the dimension year."


def test_growth_is_left_to_the_next_quarter_where_merging_does_not_help():
    before, after = line([20, 30]), line([21, 30])
    first = release(protected(before, name="threshold-5"))
    found = release(protected(after, name="threshold-5"), quarter=1)
    breaches = remedied("R2", found, knowing(after, earlier=[first]))

    assert {breach.remedy for breach in breaches} == {"Wait for the next quarter with this table."}


def test_a_breach_of_which_the_counts_are_not_at_hand_keeps_its_plain_remedy():
    table = line([3, 20])
    (breach,) = remedied("R1", release(bare(table)), knowing())

    assert breach.remedy == "Merge categories of this table, or drop a dimension."


def test_a_table_that_says_nothing_any_more_is_left_out_at_the_last():
    table = line([3, 20])
    (breach,) = remedied("R1", release(bare(table)), knowing(table))

    assert breach.remedy.startswith("Merge h0 and h1")


def test_merging_and_dropping_keep_everybody():
    table = grid([[1, 2], [3, 4], [5, 6]])
    both, less = merged(table, 0, pair=("h0", "h2")), dropped(table, 1)

    assert both.counts[("h0+h2", "y1")] == 8
    assert both.dimensions[0].labels == ("h0+h2", "h1")
    assert less.counts == {("h0",): 3, ("h1",): 7, ("h2",): 11, (TOTAL,): 21}


@pytest.mark.parametrize("label", ["unknown", TOTAL])
def test_what_is_unknown_and_what_is_a_total_merges_with_nothing(label):
    sides = replace(side("host", 2), labels=("h0", "unknown"))
    table = of_inner("t", (sides,), inner={("h0",): 20, ("unknown",): 3})
    first = release(protected(of_inner("t", (sides,), inner={("h0",): 20, ("unknown",): 2})))
    found = release(bare(table), quarter=1)
    (breach, *_) = attacks()["R1"].attack(found, knowing(table))
    told = with_remedies(
        [replace(breach, cell=(label,), attack=name) for name in ("R1", "R2")],
        found,
        context=knowing(table, earlier=[first]),
    )

    assert [each.remedy for each in told] == [
        "Leave this table out.",
        "Wait for the next quarter with this table.",
    ]


def test_a_dimension_is_dropped_where_no_merger_helps():
    """Each year is an edge of five for whoever knows the others, however the states are merged."""
    table = grid([[1, 9], [9, 9]])
    first = release(bare(grid([[1, 8], [9, 9]])))
    (breach,) = [
        each
        for each in attacks()["R1"].attack(release(bare(table)), knowing(table))
        if each.cell == ("h0", "y0")
    ]
    told = with_remedies(
        [breach], release(bare(table), quarter=1), context=knowing(table, earlier=[first])
    )

    assert told[0].remedy in {"Drop the dimension host.", "Leave this table out."}
