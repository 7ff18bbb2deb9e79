"""Figures on corpora small enough to be counted by hand.

It depends on counting and on small invented corpora; what holds for every corpus stands in
`test_laws_of_counting`.
A new trap of counting is a new corpus here.
"""

from safeconduct.figures.coded import Coded
from safeconduct.figures.count import code, count, person_groups
from safeconduct.figures.question import Question
from safeconduct.record.standing import assess
from tests.figures.codings import abducted, coded, held, on, perhaps, surely
from tests.verify.invented import corpus, decides, incident, says, source

SCHEME = "distance-is-not-a-shield"
ABROAD = {
    "techniques": "abduction",
    "attribution": "state-organ",
    "origin": "BV",
    "hosts": "AQ",
    "targets": "activist",
}
# One corroborated, one reported, one alleged, one contested, one retracted, one refuted, one
# pattern, and one that happened inside the origin state.
STORY = corpus(
    says("a1", incident="i1", date="2022-03", **ABROAD),
    says("a2", incident="i1", date="2022-03-04", **ABROAD),
    says("b1", incident="i2", date="2022-12/2023-01", **ABROAD),
    says("c1", incident="i3", mode="alleges", date="2023", **ABROAD),
    says("d1", incident="i4", **ABROAD),
    says("d2", incident="i4", mode="denies"),
    says("e1", incident="i5", source="s-e", **ABROAD),
    says("e2", incident="i5", source="s-e", mode="retracts", revises="e1"),
    says("f1", incident="i6", **ABROAD),
    decides("occurrence", "did-not-occur", incident="i6"),
    incident("i7", kind="pattern"),
    says("g1", incident="i7", **ABROAD),
    says("h1", incident="i8", date="2023", **{**ABROAD, "hosts": "BV"}),
    source("s-e"),
)


def figure(told, **asked):
    (found,) = count(told, Question(**{"schemes": (SCHEME,), **asked}))
    return found


def numbers(bounds):
    return bounds.low, bounds.central, bounds.central_max, bounds.high


def rows(found):
    """The rows of a figure: their keys, with the kind where it is no value, and their bounds."""
    return [
        (
            *(key if kind == "value" else f"{kind} {key}".strip() for kind, key in row.buckets),
            *numbers(row.bounds),
        )
        for row in found.rows
    ]


def test_a_story_is_counted_bound_by_bound():
    found = figure(STORY)

    assert numbers(found.total) == (1, 2, 2, 3)
    assert found.lineage.ids == {
        "low": ("i1",),
        "central_only": ("i2",),
        "high_only": ("i3",),
    }
    assert (found.rows, found.measure, found.rows_add_up) == ((), "incidents", True)
    assert numbers(found.unknown) == (0, 0, 0, 0)


def test_a_definition_that_counts_the_contested_counts_them_in_high_only():
    found = figure(STORY, schemes=("ohchr-2025",))

    assert found.lineage.ids is not None
    assert "i5" not in {name for ids in found.lineage.ids.values() for name in ids}


def test_a_breakdown_by_year_has_a_row_for_the_date_between_two():
    found = figure(STORY, by=("year",))

    assert rows(found) == [
        ("2022", 1, 1, 1, 1),
        ("2023", 0, 0, 0, 1),
        ("span 2022/2023", 0, 1, 1, 1),
    ]


def test_a_breakdown_by_two_dimensions_names_both():
    told = held(
        abducted("a", hosts=surely("AQ", "HM")),
        abducted("b", date=coded().date),
        abducted("c", date=on("2022/2023")),
    )
    found = figure(told, by=("year", "host"))

    assert rows(found) == [
        ("2023", "AQ", 0, 1, 1, 1),
        ("2023", "HM", 0, 1, 1, 1),
        ("span 2022/2023", "AQ", 0, 1, 1, 1),
        ("unknown", "AQ", 0, 1, 1, 1),
    ]
    assert not found.rows_add_up
    assert numbers(found.unknown) == (0, 1, 1, 1)


def test_rows_come_in_the_order_of_values_spans_none_and_unknown():
    told = held(
        abducted("a", techniques=None),
        abducted("b", techniques="appearance-cancellation"),
        abducted("c", techniques="threat"),
        abducted("d", techniques="abduction"),
    )

    assert [row[0] for row in rows(figure(told, by=("tactic",)))] == [
        *("coerced-return", "coercion", "none", "unknown")
    ]


def test_what_only_weak_statements_say_counts_in_high_only():
    added = Coded(("abduction",), certain=True, additions=("threat",))
    told = held(
        abducted("a", standing=6, techniques=added),
        abducted("b", standing=6, targets=perhaps("relative")),
    )

    assert rows(figure(told, by=("technique",))) == [
        ("abduction", 2, 2, 2, 2),
        ("threat", 0, 0, 0, 1),
    ]
    assert rows(figure(told, by=("target",))) == [
        ("activist", 1, 1, 1, 1),
        ("relative", 0, 0, 0, 1),
    ]
    assert numbers(figure(told, where=(("technique", "threat"),)).total) == (0, 0, 0, 1)


def test_a_window_counts_what_lies_in_it_and_perhaps_what_may():
    told = held(
        abducted("inside", date=on("2023-05")),
        abducted("across", date=on("2022-12/2023-01")),
        abducted("outside", date=on("2022")),
        abducted("unknown", date=coded().date),
        abducted("lasting", date=on("2020/2023-01", lasting=True)),
        abducted("open", date=on("2023-05/..")),
    )
    asked = figure(told, since="2023", until="2023")
    open_ended = figure(told, since="2023")

    assert asked.lineage.ids == {
        "low": (),
        "central_only": ("inside", "lasting"),
        "high_only": ("across", "open"),
    }
    assert open_ended.lineage.ids == {
        "low": (),
        "central_only": ("inside", "lasting", "open"),
        "high_only": ("across",),
    }
    assert "1 more would count if their date were known; they are left out." in [
        str(sentence) for sentence in asked.caveats
    ]


def test_filters_must_all_hold_and_the_first_unknown_is_named():
    told = held(
        abducted("both"),
        abducted("one", targets="relative"),
        abducted("tie", origin=surely("BV", "HM")),
        abducted("unknown", targets=None, setting=None),
        abducted("a pattern", targets=None, kind="pattern"),
        abducted("not counted", targets=None, standing=0),
    )
    found = figure(told, where=(("origin", "BV"), ("target", "activist")))

    assert found.lineage.ids == {"low": (), "central_only": ("both",), "high_only": ("tie",)}
    assert "1 more would count if their target were known; they are left out." in [
        str(sentence) for sentence in found.caveats
    ]


def test_chains_and_persons_are_summed_within_each_row():
    told = held(
        abducted("a", chain="c1", persons_max=2),
        abducted("b", chain="c1", persons_group="a", persons_min=2, persons_max=3),
        abducted("c", hosts="HM", persons_max=None, persons_known=False),
    )

    assert numbers(figure(told, measure="chains").total) == (0, 2, 2, 2)
    assert numbers(figure(told, measure="persons").total) == (0, 3, None, None)
    assert rows(figure(told, measure="persons", by=("host",))) == [
        ("AQ", 0, 2, 3, 3),
        ("HM", 0, 1, None, None),
    ]


def test_the_measure_is_that_of_the_scheme_unless_another_is_asked_for():
    told = held(abducted())

    assert figure(told, schemes=("cape",)).measure == "persons"
    assert figure(told, schemes=("cape",), measure="chains").measure == "chains"


def test_the_scope_of_a_scheme_is_applied_on_request():
    told = held(abducted("a", origin="KZ", date=on("2010")), abducted("b", date=on("2010")))

    assert numbers(figure(told, schemes=("cape",)).total) == (0, 2, 2, 2)
    assert numbers(figure(told, schemes=("cape",), own_scope=True).total) == (0, 1, 1, 1)


def test_figures_come_in_the_order_of_the_schemes():
    found = count(STORY, Question(schemes=("cape", "aaad")))

    assert [each.scheme.id for each in found] == ["cape", "aaad"]


def test_a_coded_corpus_gives_what_its_corpus_gives():
    asked = Question(schemes=("aaad", SCHEME), by=("year", "host"))

    assert count(code(STORY), asked) == count(STORY, asked)
    assert code(STORY, assess(STORY)) == code(STORY)


def test_the_order_of_incidents_changes_nothing():
    told = held(abducted("a"), abducted("b", hosts="HM"), coded("c"))
    turned = held(*reversed(told.incidents))
    asked = {"by": ("host",), "measure": "persons"}

    assert told.digest == turned.digest
    assert figure(told, **asked) == figure(turned, **asked)


def test_persons_are_shared_through_any_chain_of_links():
    same = {"c": ("b",), "a": (), "b": ("a",), "d": (), "e": ("d", "a")}

    assert person_groups(same) == {"c": "a", "a": "a", "b": "a", "d": "a", "e": "a"}
    assert person_groups({"b": (), "a": ()}) == {"b": "b", "a": "a"}
