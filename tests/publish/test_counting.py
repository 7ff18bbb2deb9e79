"""The true counts of a planned table are those of a figure, with the labels of the plan.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

from dataclasses import replace

from safeconduct.figures.count import code, count
from safeconduct.figures.question import Question
from safeconduct.publish.counting import counted
from safeconduct.publish.release import TOTAL
from safeconduct.record.standing import Standing
from tests.figures.codings import abducted, coded, held, on, perhaps, surely
from tests.publish.corpora import held as corpus_of
from tests.publish.corpora import many, planned


def counts(table, *incidents, **given):
    made = counted(held(*incidents), table, **given)
    return {labels: number for labels, number in made.counts.items() if number}


def test_a_table_counts_what_a_figure_counts_in_its_central_bound():
    corpus = corpus_of(*many({("AQ", 2022): 7, ("KZ", 2022): 3, ("KZ", 2023): 4}))
    table = planned("place", "year", labels={"place": ("AQ", "BV", "KZ")})
    (figure,) = count(corpus, table.question)
    made = counted(code(corpus), table)

    rows = {tuple(key for _, key in row.buckets): row.bounds.central for row in figure.rows}
    assert {key: made.counts[key] for key in rows} == rows
    assert made.counts[(TOTAL, TOTAL)] == figure.total.central == 14
    assert made.adds_up


def test_what_the_plan_does_not_name_is_other_and_what_nobody_knows_is_unknown():
    found = counts(
        planned("target", labels={"target": ("journalist",)}),
        abducted("i1"),
        abducted("i2", targets=perhaps("journalist")),
        abducted("i3", targets=None),
    )

    assert found == {("other",): 1, ("unknown",): 2, (TOTAL,): 3}


def test_a_technique_of_no_tactic_is_other():
    asked = Question(schemes=("distance-is-not-a-shield",), by=("tactic",), measure="persons")
    table = replace(planned("tactic", labels={"tactic": ("coercion",)}), question=asked)

    assert counts(table, abducted(techniques="host-entry-ban")) == {("other",): 1, (TOTAL,): 1}


def test_merged_categories_count_as_one():
    labels = {"host": ("AQ+KZ",)}
    found = counts(
        planned("host", labels=labels),
        abducted("i1"),
        abducted("i2", hosts=surely("AQ", "KZ")),
    )

    assert found == {("AQ+KZ",): 2, (TOTAL,): 2}


def test_whoever_stands_in_two_cells_is_one_person_in_the_total():
    table = planned("host")
    both = abducted("i1", hosts=surely("AQ", "KZ"))

    assert counts(table, both) == {("AQ",): 1, ("KZ",): 1, (TOTAL,): 1}
    assert not counted(held(both), table).adds_up


def test_the_same_person_in_two_years_keeps_a_table_from_adding_up():
    one = abducted("i1", persons_group="i1", date=on("2022"))
    again = abducted("i2", persons_group="i1", date=on("2023"))

    made = counted(held(one, again), planned("year"))

    assert (made.counts[(TOTAL,)], made.adds_up) == (1, False)


def test_listed_incidents_are_left_out_unless_the_table_counts_them():
    table = planned("host")
    one, other = abducted("i1"), abducted("i2")

    assert counts(table, one, other, listed=("i1",))[(TOTAL,)] == 1
    both = counts(replace(table, counts_listed=True), one, other, listed=("i1",))
    assert both[(TOTAL,)] == 2


def test_a_window_and_a_filter_take_in_only_what_surely_passes():
    table = planned("host", since="2023", where=(("origin", "BV"),))
    found = counts(
        table,
        abducted("i1"),
        abducted("i2", date=on("2022/2023")),
        abducted("i3", origin="KZ", hosts="AQ"),
        coded("i4", kind="pattern"),
        abducted("i5", standing=int(Standing.ALLEGED)),
    )

    assert found[(TOTAL,)] == 1
    assert counted(held(), table).filters == ("since 2023", "origin=BV")


def test_a_table_without_dimensions_counts_everybody():
    assert counts(planned(), abducted("i1"), abducted("i2", persons_min=3)) == {(): 4}
