"""A question that cannot be answered is refused before anything is counted, with all its faults.

It depends on the question only.
A new part of a question is refused here in each way in which it can be wrong.
"""

from datetime import date

import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.question import Question

SCHEMES = ("aaad",)


def problems_of(**asked):
    with pytest.raises(InvalidQuery) as refused:
        Question(**{"schemes": SCHEMES, **asked})
    return refused.value.problems


@pytest.mark.parametrize(
    ("asked", "part", "said"),
    [
        ({"schemes": ("abc",)}, "scheme", "abc is not one of aaad, cape"),
        ({"schemes": ()}, "scheme", "needs at least one scheme, each once"),
        ({"schemes": ("aaad", "aaad")}, "scheme", "needs at least one scheme, each once"),
        ({"by": ("colour",)}, "by", "colour is not one of year, tactic"),
        ({"by": ("year", "year")}, "by", "takes at most three dimensions, each once"),
        ({"by": DIMENSIONS[:4]}, "by", "takes at most three dimensions, each once"),
        ({"measure": "cases"}, "measure", "is not one of incidents, chains, persons"),
        ({"since": "May 2023"}, "since", ""),
        ({"until": "2023-13"}, "until", ""),
        ({"since": "2024", "until": "2023"}, "until", "lies before since"),
        ({"where": (("colour", "red"),)}, "where", "colour is not one of year, tactic"),
        ({"where": (("year", "23"),)}, "where", "year takes a year of four digits"),
        ({"where": (("year", "٢٠٢٣"),)}, "where", "year takes a year of four digits"),
        ({"where": (("year", "2023\n"),)}, "where", "year takes a year of four digits"),
        ({"where": (("standing", "certain"),)}, "where", "standing takes one of refuted"),
        ({"where": (("host", "ZZ"),)}, "where", "it takes a term of territories"),
        ({"where": (("technique", "menace"),)}, "where", "it takes a term of techniques"),
    ],
)
def test_each_fault_is_named(asked, part, said):
    found = problems_of(**asked)

    assert [named for named, _ in found] == [part]
    assert said in found[0][1]
    assert found[0][1]


def test_all_faults_are_said_at_once():
    found = problems_of(
        schemes=("abc", "abc"),
        by=("colour",),
        measure="cases",
        since="x",
        until="y",
        where=(("host", "ZZ"), ("colour", "red")),
    )

    assert [part for part, _ in found] == [
        *("scheme", "scheme", "scheme", "by", "measure", "since", "until", "where", "where")
    ]


@pytest.mark.parametrize(
    "where", [("year", "2023"), ("standing", "reported"), ("host", "KG"), ("technique", "threat")]
)
def test_a_filter_takes_a_value_of_its_dimension(where):
    assert Question(schemes=SCHEMES, where=(where,)).where == (where,)


def test_the_window_goes_from_the_first_day_of_the_one_to_the_last_of_the_other():
    asked = Question(schemes=SCHEMES, since="2022", until="2023-06")

    assert asked.window == (date(2022, 1, 1).toordinal(), date(2023, 6, 30).toordinal())
    assert asked.has_window


def test_a_window_that_is_not_asked_for_is_the_whole_calendar():
    assert Question(schemes=SCHEMES).window == (date.min.toordinal(), date.max.toordinal())
    assert not Question(schemes=SCHEMES).has_window
    assert Question(schemes=SCHEMES, until="2023").has_window
