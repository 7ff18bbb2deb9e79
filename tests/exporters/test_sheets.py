"""Both forms of workbook hold these sheets: tables with notes and lists, and help that is not read.

It depends on the sheets, on the tables and on the vocabulary.
A new column is offered its list by itself; a new help sheet is named in the layout of the record.
"""

from dataclasses import replace

import pytest

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.exporters.sheets import MOST_ROWS, sheets_of, template_sheets
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import DECIDABLE, Decision
from safeconduct.record.layout import HELP_SHEETS
from safeconduct.record.tables import TABLES
from safeconduct.vocabulary import territory

SHEETS = {sheet.name: sheet for sheet in template_sheets(Masthead(title="New"))}
UNKNOWN = ["unknown:not-checked", "unknown:not-reported", "unknown:withheld"]


def offer(table, column):
    sheet = SHEETS[table]
    return next(each for each in sheet.columns if each.heading == column).offer


def offered(table, column):
    """The words of the list that a cell offers."""
    found = offer(table, column)
    rows = SHEETS[found.sheet].rows[found.first_row - 2 : found.last_row - 1]
    return [row[found.column] for row in rows]


def test_a_workbook_has_a_sheet_for_each_table_and_for_help():
    assert [sheet.name for sheet in sheets_of(example_corpus())] == [
        "read me",
        "corpus",
        *TABLES,
        "vocabulary",
    ]
    assert {*SHEETS} == {*HELP_SHEETS, "corpus", *TABLES}


def test_records_stand_in_their_tables():
    sheets = {sheet.name: sheet for sheet in sheets_of(example_corpus())}

    assert [row[0] for row in sheets["statements"].rows] == [*example_corpus().statements]
    assert SHEETS["statements"].rows == []


def test_the_masthead_stands_in_a_sheet():
    masthead = Masthead(title="New", aliases={"DG": "Gull"}, ignored_columns=("colour",))
    sheets = {sheet.name: sheet for sheet in sheets_of(Corpus.of(masthead=masthead))}

    rows = sheets["corpus"].rows
    assert rows[0] == ("title", "New", "")
    assert rows[-2:] == [("alias", "Gull", "DG"), ("ignored_column", "colour", "")]


def test_a_heading_has_a_note_that_says_what_its_column_holds():
    column = SHEETS["statements"].columns[0]

    assert (column.heading, column.is_required) == ("id", True)
    assert column.note.startswith("The stable id of the statement")
    assert "Required." in column.note
    assert column.note.endswith("Example: st1")
    assert "Example" not in SHEETS["sources"].columns[-1].note


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("statements", "mode", sorted(vocabulary.ids("modes"))),
        ("statements", "setting", [*sorted(vocabulary.ids("settings")), *UNKNOWN]),
        ("statements", "techniques", [*sorted(vocabulary.ids("techniques")), *UNKNOWN]),
        ("statements", "origin", [*sorted(territory.codes()), *UNKNOWN]),
        ("statements", "hosts", [*sorted(territory.codes()), *UNKNOWN, "unknown:abroad"]),
        ("statements", "place_of_act", [*sorted(territory.codes()), *UNKNOWN, "unknown:abroad"]),
        ("sources", "organ_of", sorted(territory.codes())),
        ("sources", "reliability", list("ABCDEF")),
        ("statements", "credibility", list("123456")),
        ("decisions", "field", sorted(DECIDABLE)),
    ],
)
def test_a_cell_offers_the_words_that_its_column_admits(table, column, words):
    assert offered(table, column) == words


def test_a_reference_offers_the_ids_of_the_other_sheet():
    found = offer("statements", "source")

    assert (found.sheet, found.column, found.first_row) == ("sources", 0, 2)
    assert not found.is_enforced


@pytest.mark.parametrize(
    ("table", "column", "is_enforced"),
    [
        ("statements", "mode", True),
        ("statements", "origin", True),
        ("statements", "techniques", False),
        ("statements", "place_of_act", False),
    ],
)
def test_a_list_is_enforced_only_where_a_cell_holds_one_word_of_it(table, column, is_enforced):
    assert offer(table, column).is_enforced == is_enforced


@pytest.mark.parametrize("column", ["date", "says", "persons_min"])
def test_free_cells_offer_nothing(column):
    assert offer("statements", column) is None


def test_the_words_are_explained_in_both_languages():
    row = next(row for row in SHEETS["vocabulary"].rows if row[:2] == ("modes", "denies"))

    assert row[2:4] == ("denies", "отрицает")
    assert row[4]


def test_the_example_shows_every_table_and_only_columns_in_use():
    rows = SHEETS["example"].rows
    emphasised = [rows[place] for place in sorted(SHEETS["example"].emphasised)]

    assert [row[0] for row in emphasised[::2]] == [*TABLES]
    assert all(row[0] == "id" for row in emphasised[1::2])
    assert "original_wording" in emphasised[3]
    assert "transit" not in emphasised[3]


def test_the_help_is_written_in_english_and_russian():
    rows = SHEETS["read me"].rows

    assert len(rows) >= 10
    assert all(len(row) == 2 and row[0].isascii() and not row[1].isascii() for row in rows)
    assert "unknown:not-reported" in rows[5][1]
    assert all("unknown:abroad" in text for text in rows[5])


def test_a_masthead_that_no_corpus_can_hold_is_refused():
    with pytest.raises(InvalidRecord, match="title"):
        sheets_of(Corpus.of(masthead=Masthead(title="")))


def test_more_records_than_a_sheet_holds_are_refused():
    class Many(dict[str, Decision]):
        """A table that says it has more records than a sheet has rows."""

        def values(self):
            return [next(iter(super().values()))] * MOST_ROWS

    corpus = example_corpus()

    with pytest.raises(Refusal, match="decisions has 1048576"):
        sheets_of(replace(corpus, decisions=Many(corpus.decisions)))
