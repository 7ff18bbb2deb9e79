"""Rows of text become records; headers, cells and rows that are wrong are named by their place.

It depends on the shared reading of rows and on the tables of the record.
A further rule between cells is tested with its record; here is how a problem finds its place.
"""

import pytest

from safeconduct.errors import Problem
from safeconduct.importers.corpus_folder import read
from safeconduct.importers.record_rows import (
    Reading,
    TextTable,
    contradiction,
    letter,
    read_table,
)
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.tables import DECISIONS, INCIDENTS
from tests.importers.samples import octets, places, problems_of, put, rows, sample, with_cell

HEADINGS = list(INCIDENTS.headings)
INCIDENT = ["i1", "A label", "incident", "", "", "", "", "", ""]


def reading(*lines, ignored=()):
    problems: list[Problem] = []
    text = TextTable(table=INCIDENTS, file="incidents.csv", rows=list(enumerate(lines, start=1)))
    table = read_table(text, ignored=frozenset(ignored), problems=problems)
    return table, problems


def test_a_sound_row_is_its_record():
    table, problems = reading(HEADINGS, INCIDENT)

    assert [(row.id, row.kind) for row in table.rows] == [("i1", "incident")]
    assert (table.numbers, table.is_whole, problems) == ([2], True, [])


def test_columns_may_stand_in_any_order():
    table, problems = reading(HEADINGS[::-1], INCIDENT[::-1])

    assert (table.rows[0].id, problems) == ("i1", [])


def test_blank_rows_are_passed_over_and_counted():
    table, problems = reading(HEADINGS, [], [" "] * 9, INCIDENT)

    assert (table.numbers, problems) == ([4], [])


@pytest.mark.parametrize(
    ("header", "column", "hint"),
    [
        ([*HEADINGS, "colour"], "colour", "ignored_columns"),
        ([*HEADINGS, "Chain"], "Chain", "Did you mean chain?"),
        ([*HEADINGS, "chain"], "chain", ""),
        ([*HEADINGS, "Anna Ivanova <anna@example.org>"], "J", "ignored_columns"),
        ([*HEADINGS, "n" * 200_000], "J", "ignored_columns"),
        ([*HEADINGS, UnreadableCell("a formula", "text")], "J", ""),
        (["id", "Anna", *["x"] * 7], "B", "ignored_columns"),
    ],
)
def test_a_heading_that_is_wrong_is_named(header, column, hint):
    _, problems = reading(header)

    assert (problems[0].row, problems[0].column) == (1, column)
    assert hint in problems[0].hint


def test_where_most_headings_are_wrong_none_is_quoted():
    """Safety: a first row that is no header holds values, and a value may be a name."""
    _, problems = reading(["id", "Anna", "Boris"])

    assert not {"Anna", "Boris"} & {problem.column for problem in problems}


def test_a_column_to_be_ignored_is_no_problem():
    table, problems = reading([*HEADINGS, "colour"], [*INCIDENT, "=red"], ignored=["colour"])

    assert (len(table.rows), problems) == (1, [])


def test_a_column_without_a_heading_may_be_blank_but_hold_nothing():
    _, problems = reading([*HEADINGS, " "], [*INCIDENT, ""], [*INCIDENT, "x"])

    assert places(problems) == [("incidents.csv", 3, "J")]


def test_a_missing_column_is_named_and_the_other_cells_are_still_read():
    table, problems = reading(HEADINGS[:-1], ["i1", "", "incident", *[""] * 5])

    assert places(problems) == [("incidents.csv", 1, "note"), ("incidents.csv", 2, "label")]
    assert table.is_whole


def test_without_ids_nothing_is_known_of_references_to_the_table():
    table, problems = reading(HEADINGS[1:], INCIDENT[1:], INCIDENT[1:])

    assert places(problems) == [("incidents.csv", 1, "id")]
    assert not table.is_whole


@pytest.mark.parametrize("lines", [(), ([],), ([""],), (INCIDENT, INCIDENT)])
def test_a_table_without_a_header_says_only_that(lines):
    table, problems = reading(*lines)

    assert places(problems) == [("incidents.csv", 1, "")]
    assert (table.rows, table.is_whole) == ([], False)


def test_a_problem_in_place_of_a_row_is_noted():
    broken = Problem(file="incidents.csv", row=3, column="", found="x", allowed="y")
    text = TextTable(table=INCIDENTS, file="incidents.csv", rows=[(1, HEADINGS), broken])
    problems: list[Problem] = []

    table = read_table(text, ignored=frozenset(), problems=problems)

    assert (problems, table.is_whole) == ([broken], False)


def test_a_problem_in_place_of_the_header_is_noted_once():
    broken = Problem(file="incidents.csv", row=0, column="", found="x", allowed="y")
    text = TextTable(table=INCIDENTS, file="incidents.csv", rows=[broken])
    problems: list[Problem] = []

    list(Reading(text, frozenset(), problems=problems).rows())

    assert problems == [broken]


@pytest.mark.parametrize("row", [INCIDENT[:5], [*INCIDENT, ""], [*INCIDENT, "more"]])
def test_a_row_of_another_length_is_named_and_its_id_is_kept(row):
    table, problems = reading(HEADINGS, row)

    assert places(problems) == [("incidents.csv", 2, "")]
    assert [record.id for record in table.rows] == ["i1"]


def test_a_row_without_even_an_id_is_nobody_s_double():
    table, problems = reading(HEADINGS, ["", "x"], ["", "x"])

    assert len({record.id for record in table.rows}) == 2
    assert ("incidents.csv", 2, "id") in places(problems)


def test_every_cell_of_a_row_that_is_wrong_is_named():
    _, problems = reading(
        HEADINGS, ["i 1", "", "act", "", "", "", "", "minsk", UnreadableCell("a formula", "text")]
    )

    assert [problem.column for problem in problems] == [
        "id",
        "label",
        "kind",
        "instruments",
        "note",
    ]
    assert problems[-1].found == "a formula"


def test_a_cell_that_comes_again_is_refused_again():
    _, problems = reading(
        HEADINGS, [*INCIDENT[:2], "act", *INCIDENT[3:]], ["i2", "b", "act", *[""] * 6]
    )

    assert places(problems) == [("incidents.csv", 2, "kind"), ("incidents.csv", 3, "kind")]


def test_a_record_that_contradicts_itself_is_named_by_its_column():
    _, problems = reading(HEADINGS, ["i1", "A label", "incident", "", "i2", "", "", "", ""])

    assert places(problems) == [("incidents.csv", 2, "responds_to")]
    assert problems[0].allowed == "a row in which responds_to is for responses only"


@pytest.mark.parametrize(
    ("problem", "found", "allowed"),
    [
        ("is not a date", "a value that does not fit here", "a date"),
        (
            "is below the minimum",
            "a row in which maximum is below the minimum",
            "a row that does not contradict itself",
        ),
        (
            "is a number exactly where there is a unit",
            "a value that does not fit the rest of the row",
            "a row in which maximum is a number exactly where there is a unit",
        ),
    ],
)
def test_what_a_record_says_against_itself_is_told_as_found_or_as_allowed(problem, found, allowed):
    told = contradiction("maximum", problem, file="f.csv", row=2)

    assert (told.found, told.allowed) == (found, allowed)


def test_a_decision_for_a_value_that_its_column_does_not_admit_is_named(tmp_path):
    table = with_cell(sample()["decisions.csv"], 2, value="yesterday")

    problems = problems_of(read, put(tmp_path, {"decisions.csv": table}))

    assert places(problems) == [("decisions.csv", 2, "value")]
    assert problems[0].allowed.startswith("a date as exact as it is known")


def test_references_of_a_row_with_another_problem_are_judged_too(tmp_path):
    table = with_cell(
        sample()["statements.csv"], 2, date="yesterday", source="s9", incident="abduction-9"
    )

    problems = problems_of(read, put(tmp_path, {"statements.csv": table}))

    assert places(problems) == [
        ("statements.csv", 2, "date"),
        ("statements.csv", 2, "source"),
        ("statements.csv", 2, "incident"),
    ]


def test_a_row_with_a_problem_still_stands_for_its_id(tmp_path):
    table = with_cell(sample()["incidents.csv"], 2, kind="act")

    problems = problems_of(read, put(tmp_path, {"incidents.csv": table}))

    assert places(problems) == [("incidents.csv", 2, "kind")]


def test_a_missing_table_does_not_make_every_reference_wrong(tmp_path):
    table = with_cell(sample()["statements.csv"], 2, revises="st-9")

    problems = problems_of(read, put(tmp_path, {"sources.csv": None, "statements.csv": table}))

    assert ("statements.csv", 2, "source") not in places(problems)
    assert ("statements.csv", 2, "revises") in places(problems)


def test_a_second_decision_on_a_field_is_named_though_its_incidents_are_unread(tmp_path):
    table = rows(sample()["decisions.csv"])
    doubled = octets([*table, ["decision-2", *table[1][1:]]])

    problems = problems_of(read, put(tmp_path, {"incidents.csv": None, "decisions.csv": doubled}))

    assert places(problems) == [("incidents.csv", 0, ""), ("decisions.csv", 3, "field")]


def test_columns_are_lettered_as_a_spreadsheet_letters_them():
    assert [letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_the_table_of_decisions_is_read_by_the_same_walk():
    text = TextTable(table=DECISIONS, file="decisions.csv", rows=[(1, list(DECISIONS.headings))])

    assert read_table(text, ignored=frozenset(), problems=[]).rows == []
