"""Statements side by side: who says what, what is adopted, and how they differ, in words.

It depends on the plain cast of the report's tests.
Texts are compared as a reader sees them, without their tags.
"""

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.report.components.statements import even_groups, is_coarser, statement_tables


@pytest.fixture
def tables(edition):
    return statement_tables(edition.reading.assessments["abduction"], edition)


def cells(tables, field):
    """The cells of one field over all tables, as text and note."""
    rows = [row for table in tables for row in table.rows if row.field == field]
    return [
        ("" if cell.is_silent else cell.text.striptags(), cell.note)
        for row in rows
        for cell in row.cells
    ]


def adopted(tables, field):
    return next(row.adopted for row in tables[0].rows if row.field == field)


def test_a_long_list_comes_in_even_tables(tables):
    assert [(table.first, table.last, table.total) for table in tables] == [(1, 2, 5), (3, 5, 5)]
    assert [len(table.columns) for table in tables] == [2, 3]


@pytest.mark.parametrize(
    ("number", "sizes"), [(0, []), (1, [1]), (4, [4]), (5, [2, 3]), (11, [4, 3, 4])]
)
def test_groups_are_even(number, sizes):
    groups = even_groups(number, 4)

    assert [len(group) for group in groups] == sizes
    assert [place for group in groups for place in group] == list(range(number))


def test_a_column_says_who_speaks_how_and_with_which_weight(tables):
    column = tables[0].columns[0]

    assert str(column.publisher) == "The Herald"
    assert column.mode == "reports"
    assert str(column.wording) == "reportedly"
    assert column.voice.striptags() == "It counts as the voice The Herald."
    assert column.is_live


def test_every_value_shows_how_it_stands_to_the_adopted_one(tables):
    assert cells(tables, "Date") == [
        ("1 March 2023", "agrees, more exact"),
        ("March 2023", ""),
        ("", ""),
        ("", ""),
        ("2 March 2023", "agrees, more exact"),
    ]
    assert cells(tables, "Setting")[:2] == [
        ("home", "one side of the conflict"),
        ("street or public place", "one side of the conflict"),
    ]
    assert cells(tables, "Place of the act")[1] == ("Antarctica", "agrees, less exact")
    assert cells(tables, "Technique")[3] == (
        "assault",
        "not adopted: only weak statements name it",
    )
    assert cells(tables, "Tie to a state")[1] == ("not known: not reported", "")


def test_a_decision_shows_who_decided_when_and_why(tables):
    date = adopted(tables, "Date")

    assert date.text.striptags() == "March 2023"
    assert date.support.striptags() == "Decided by a coder, 1 May 2024: Two of three agree."
    assert not date.differ
    assert date.is_known


def test_a_conflict_shows_its_sides_and_no_winner(tables):
    setting = adopted(tables, "Setting")

    assert setting.text == "not known: sources conflict"
    assert setting.support.striptags() == (
        "Voices tie: home (The Herald) · street or public place (Mail). No decision settles it."
    )
    assert setting.differ
    assert not setting.is_known


def test_what_only_weak_statements_add_is_said_apart(tables):
    technique = adopted(tables, "Technique")

    assert technique.text.striptags() == "abduction, threat"
    assert technique.support.striptags() == "Given by 2 strong voices: Mail, The Herald."
    assert technique.additions == "Only weak statements add: assault."
    assert not technique.differ


def test_a_weak_value_and_an_unknown_say_so(edition):
    threat = statement_tables(edition.reading.assessments["threat"], edition)
    rumour = statement_tables(edition.reading.assessments["rumour"], edition)

    assert adopted(threat, "Technique").support == "Only weak statements give it."
    assert adopted(rumour, "Date").text == "not known: withheld"
    assert adopted(rumour, "Date").support == "No statement gives it."


def test_a_place_that_is_abroad_rests_on_whoever_says_so(edition):
    threats = statement_tables(edition.reading.assessments["threats"], edition)
    threat = statement_tables(edition.reading.assessments["threat"], edition)

    assert adopted(threats, "Host state").text == "not known: abroad, not named"
    assert adopted(threats, "Host state").support.striptags() == (
        "Given by one strong voice: Mail."
    )
    assert adopted(threat, "Host state").support == "Only weak statements give it."


def test_a_motive_says_according_to_whom(edition):
    tables = statement_tables(edition.reading.assessments["threat"], edition)

    assert adopted(tables, "Political motive").text.striptags() == "claimed, according to a lawyer"
    assert cells(tables, "Political motive")[0][0] == "claimed, according to a lawyer"


def test_what_was_withdrawn_stays_in_its_column(edition):
    tables = statement_tables(edition.reading.assessments["hoax"], edition)

    assert [column.is_live for column in tables[0].columns] == [False, True]
    assert cells(tables, "Technique") == [("killing", ""), ("", "")]
    assert adopted(tables, "Technique").text == "nothing stands"
    assert "withdrawn" in adopted(tables, "Technique").support


def test_a_value_that_differs_says_so(paper_edition):
    tables = statement_tables(paper_edition.reading.assessments["I26c"], paper_edition)

    assert ("prison or remand centre", "differs") in cells(tables, "Setting")


@pytest.mark.parametrize(
    ("stated", "adopted_value", "coarser"),
    [
        (parse("2023"), parse("2023-10"), True),
        (parse("2023-10"), parse("2023"), False),
        (Place("AQ"), Place("AQ", "Coast"), True),
        (PersonRange(1, None), PersonRange(2, 3), True),
        ("home", "home", False),
    ],
)
def test_of_two_values_that_agree_one_may_be_coarser(stated, adopted_value, coarser):
    assert is_coarser(stated, adopted_value) is coarser
