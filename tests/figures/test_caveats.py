"""Each caveat appears when the ground of a figure calls for it, and not otherwise.

It depends on the caveats and on counting.
A new sentence is tried with the least ground that calls for it, and just below.
"""

from dataclasses import replace

import pytest

from safeconduct.figures.caveats import Ground, caveats
from safeconduct.figures.count import CodedCorpus, count
from safeconduct.figures.figure import Bounds, Row
from safeconduct.figures.question import Question
from safeconduct.figures.scheme import scheme
from tests.figures.codings import abducted, coded, definition, held, on, perhaps

PLAIN = Question(schemes=("aaad",))
NOBODY = "Only what was reported and found is counted; what nobody recorded is not in it."


def said(ground=None, *, asked=PLAIN, measure="incidents", rows=(), as_of="2024-06", by=None):
    found = caveats(
        ground or Ground(),
        scheme=by or definition(),
        question=asked,
        measure=measure,
        rows=rows,
        as_of=as_of,
    )
    return [str(sentence) for sentence in found]


def test_a_figure_of_nothing_needs_no_caveat():
    assert said() == []


def test_every_number_says_that_it_is_what_was_found():
    assert said(Ground(central=1, high=1)) == [NOBODY]


@pytest.mark.parametrize(
    ("ground", "sentence"),
    [
        (
            Ground(high=2),
            (
                "2 incidents count in the high bound only: contested, alleged, or not decided by"
                " the definition."
            ),
        ),
        (
            Ground(patterns=3),
            "3 patterns fall under the definition too; they are not incidents and are not added.",
        ),
        (Ground(central=8, high=8, date_unknown=2), "25 % have no known date."),
        (Ground(central=300, high=300, date_unknown=1), "1 % have no known date."),
        (
            Ground(central=4, high=4, date_hedged=4),
            "100 % have an approximate or uncertain date.",
        ),
        (Ground(central=4, high=4, place_unknown=1), "25 % have no known place of the act."),
        (
            Ground(central=4, high=4, official=1),
            "25 % rest on official sources or state media only.",
        ),
        (
            Ground(central=4, high=4, sole_voice="Lantern", n_sole_voice=2),
            "50 % rest on one publisher alone, Lantern.",
        ),
        (
            Ground(central=4, high=4, repeats=7),
            "7 statements only repeat another and add nothing to the count.",
        ),
        (
            Ground(abroad={"host": 2, "place": 0}),
            "Abroad, not named: 2 of the incidents whose host is not known.",
        ),
        (
            Ground(excluded={"host": 2}),
            "2 more would count if their host were known; they are left out.",
        ),
    ],
)
def test_each_ground_is_said_with_its_number(ground, sentence):
    general = [NOBODY] if ground.central else []

    assert said(ground) == [*general, sentence]


@pytest.mark.parametrize(
    "ground",
    [
        Ground(central=4, high=4, sole_voice="Lantern", n_sole_voice=1),
        Ground(central=4, high=4, excluded={"host": 0}),
        Ground(central=4, high=4, persons_unknown=1),
    ],
)
def test_what_is_too_little_or_does_not_concern_the_measure_is_not_said(ground):
    assert said(ground) == [NOBODY]


def test_without_an_incident_there_is_no_share():
    assert said(Ground(date_unknown=1, official=1, n_sole_voice=1, repeats=1)) == []


def test_unknown_persons_are_named_where_persons_are_counted():
    ground = Ground(central=2, high=2, persons_unknown=1)

    assert said(ground, measure="persons")[-1] == (
        "The number of persons is not known for 1 incidents; each counts as at least one, with no"
        " upper bound."
    )


@pytest.mark.parametrize(
    ("changed", "scope"),
    [
        ({"years": (1991, 2019)}, "1991–2019"),
        ({"years": (2014, None)}, "2014–"),
        ({"origins": frozenset({"BV", "AQ"})}, "AQ, BV"),
        ({"origins": frozenset({"BV"}), "years": (2014, 2015)}, "BV; 2014–2015"),
    ],
)
def test_a_scope_that_is_not_applied_is_said(changed, scope):
    by = definition(**changed)

    assert said(by=by) == [
        f"The definition's own scope ({scope}) is not applied; its rules are.",
    ]
    assert said(by=by, asked=replace(PLAIN, own_scope=True)) == []


def test_a_breakdown_in_which_incidents_stand_twice_says_so():
    assert said(asked=replace(PLAIN, by=("technique", "origin", "host"))) == [
        (
            "One incident can stand in several rows of technique, host; rows do not add up to the"
            " total."
        )
    ]
    assert said(asked=replace(PLAIN, by=("origin",))) == []


@pytest.mark.parametrize(
    ("as_of", "year", "is_open"),
    [
        ("2024-06", "2024", True),
        ("2024-06", "2023", False),
        ("2024-12-31", "2024", False),
        ("2024", "2024", False),
        ("", "2024", False),
    ],
)
def test_a_year_that_was_not_over_is_named(as_of, year, is_open):
    none = Bounds(low=0, central=0, central_max=0, high=0)
    rows = (
        Row(buckets=(("value", "AQ"), ("value", year)), bounds=none),
        Row(buckets=(("value", "AQ"), ("unknown", "")), bounds=none),
    )
    found = said(asked=replace(PLAIN, by=("host", "year")), rows=rows, as_of=as_of)

    assert found[1] == (
        "Years are annual counts by the date of the act, not cumulative, and may still be revised."
    )
    assert (found[2:] == [f"{year} was not over when the corpus was closed ({as_of})."]) is is_open


def test_the_ground_is_counted_over_the_central_bound():
    told = held(
        abducted("a", sole_voice="Lantern", repeats=2, official=True),
        abducted("b", sole_voice="Kestrel", date=coded().date, persons_known=False),
        abducted("c", sole_voice="Kestrel", place_of_act=None, date=on("2023~")),
        abducted("d", techniques=perhaps("abduction"), date=coded().date, repeats=5),
        abducted("e", kind="pattern"),
        abducted("f", kind="measure", standing=0),
    )
    asked = Question(schemes=("distance-is-not-a-shield",), measure="persons")

    assert [str(sentence) for sentence in count(told, asked)[0].caveats] == [
        (
            "1 incidents count in the high bound only: contested, alleged, or not decided by the"
            " definition."
        ),
        NOBODY,
        "33 % have no known date.",
        "33 % have an approximate or uncertain date.",
        "33 % have no known place of the act.",
        "33 % rest on official sources or state media only.",
        "67 % rest on one publisher alone, Kestrel.",
        "2 statements only repeat another and add nothing to the count.",
        (
            "The number of persons is not known for 1 incidents; each counts as at least one, with"
            " no upper bound."
        ),
    ]


def test_of_two_publishers_with_equal_weight_the_first_by_name_is_said():
    told = held(abducted("a", sole_voice="Lantern"), abducted("b", sole_voice="Kestrel"))

    found = [str(sentence) for sentence in count(told, PLAIN)[0].caveats]

    assert "50 % rest on one publisher alone, Kestrel." in found


def test_patterns_are_counted_where_a_definition_admits_them():
    admitting = next(
        identifier
        for identifier in ("freedom-house", "uk-2025", "ohchr-2025", "cvt-tcu")
        if "pattern" in scheme(identifier).kinds
    )
    told = CodedCorpus(as_of="", incidents=(abducted("a", kind="pattern", targets="activist"),))
    figure = count(told, Question(schemes=(admitting,)))[0]

    assert figure.total.high == 0
    assert any("1 patterns" in str(sentence) for sentence in figure.caveats)
