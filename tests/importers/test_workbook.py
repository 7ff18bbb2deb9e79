"""A workbook is read as the text that was meant, or refused by sheet, row and column.

It depends on the reader of workbooks, on the workbooks beside it and on the hostile corpora.
A further thing that spreadsheets make of what is typed is one more line in a test here.
"""

from datetime import date, datetime, time

import pytest

from safeconduct.errors import NotFound, RejectedRows, Unavailable
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.workbook import read
from safeconduct.importers.workbook_scan import LARGEST_WORKBOOK
from tests.importers.books import Formula, book, example_sheets, open_book, with_part, write
from tests.importers.hostile.corpora import HOSTILE, changed
from tests.importers.samples import places, problems_of, rows

IN_CELLS = [name for name in HOSTILE if "encodings" not in name and "200,000" not in name]


def test_the_example_is_read_as_it_was_written(tmp_path):
    assert read(book(tmp_path / "book.xlsx")) == example_corpus()


def test_an_open_document_is_read_as_it_was_written(tmp_path):
    assert read(open_book(tmp_path / "book.ods")) == example_corpus()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (("sources", 2, "title", 2023), "2023"),
        (("sources", 2, "title", 2023.5), "2023.5"),
        (("sources", 2, "title", True), "TRUE"),
        (("sources", 2, "published", date(2023, 10, 17)), "2023-10-17"),
        (("sources", 2, "published", datetime(2023, 10, 17)), "2023-10-17"),  # noqa: DTZ001
        (("sources", 2, "published", 2023), "2023"),
    ],
)
def test_a_typed_cell_comes_back_as_the_text_that_was_meant(tmp_path, cell, text):
    sheet, row, heading, typed = cell

    corpus = read(book(tmp_path / "book.xlsx", {(sheet, row, heading): typed}))

    assert str(getattr(corpus.sources["gull-article"], heading)) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('date" office:date-value="2023-10-17', "2023-10-17"),
        ('date" office:date-value="2023-10-17T00:00:00', "2023-10-17"),
        ('float" office:value="2023', "2023"),
    ],
)
def test_so_does_a_typed_cell_of_an_open_document(tmp_path, typed, text):
    path = open_book(
        tmp_path / "book.ods",
        lambda content: content.replace(
            'office:value-type="string"><text:p>2023-10-19', f'office:value-type="{typed}"><text:p>'
        ),
    )

    assert str(read(path).sources["gull-article"].published) == text


def test_numbers_are_read_as_numbers(tmp_path):
    cells = {
        ("statements", 2, "persons_min"): 1,
        ("statements", 2, "persons_max"): 1.0,
        ("statements", 2, "credibility"): 2,
        ("reported_figures", 2, "minimum"): 3,
    }

    corpus = read(book(tmp_path / "book.xlsx", cells))

    statement = corpus.statements["st-1"]
    assert (statement.persons_min, statement.persons_max, statement.credibility) == (1, 1, 2)
    assert corpus.figures == example_corpus().figures


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (("sources", 2, "published", date(2023, 10, 1)), "first of the month"),
        (("sources", 2, "published", datetime(2023, 10, 17, 9, 30)), "date or time"),  # noqa: DTZ001
        (("sources", 2, "published", time(9, 30)), "date or time"),
        (("statements", 2, "locator", date(2023, 6, 5)), "date or time"),
        (("decisions", 2, "value", date(2023, 6, 5)), "date or time"),
        (("incidents", 2, "label", Formula("=1+6")), "a formula"),
        (("incidents", 2, "label", "=1+6"), "run as a formula"),
        (("incidents", 2, "note", Formula("=1/0")), "a formula"),
    ],
)
def test_what_a_spreadsheet_made_of_the_words_is_refused_by_place(tmp_path, cell, words):
    sheet, row, heading, typed = cell

    problems = problems_of(read, book(tmp_path / "book.xlsx", {(sheet, row, heading): typed}))

    assert places(problems) == [(f"book.xlsx/{sheet}", row, heading)]
    assert words in problems[0].found


@pytest.mark.parametrize("name", IN_CELLS)
def test_hostile_corpora_are_refused_at_the_same_places(tmp_path, name):
    files = changed(name)
    sheets = example_sheets() | {
        file.removesuffix(".csv"): [list(row) for row in rows(octets)]
        for file, octets in files.items()
        if file.removesuffix(".csv") in example_sheets()
    }

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    expected = [
        (f"book.xlsx/{file.removesuffix('.csv')}", row, column)
        for file, row, column in HOSTILE[name].places
    ]
    assert places(problems) == expected


@pytest.mark.parametrize("name", ["corpus", "sources", "statements", "incidents"])
def test_these_sheets_have_to_be_there(tmp_path, name):
    sheets = example_sheets()
    del sheets[name]

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    assert places(problems) == [(f"book.xlsx/{name}", 0, "")]


def test_figures_and_decisions_may_be_absent(tmp_path):
    sheets = example_sheets()
    del sheets["reported_figures"], sheets["decisions"]

    corpus = read(write(tmp_path / "book.xlsx", sheets))

    assert (dict(corpus.figures), dict(corpus.decisions)) == ({}, {})


def test_help_sheets_and_empty_sheets_are_not_read(tmp_path):
    sheets = example_sheets() | {"read me": [["=1"]], "Sheet1": []}

    assert read(write(tmp_path / "book.xlsx", sheets)) == example_corpus()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Decisions", "Did you mean decisions?"), ("Anna Ivanova", "another workbook")],
)
def test_a_sheet_that_is_no_table_is_not_missed_in_silence(tmp_path, name, hint):
    """Safety: the name of a sheet is free text, so it is not repeated."""
    sheets = example_sheets()
    sheets[name] = sheets.pop("decisions")

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    assert places(problems) == [("book.xlsx/sheet 6", 0, "")]
    assert hint in problems[0].hint
    assert "Anna" not in str(problems[0])


def test_a_hidden_table_is_refused(tmp_path):
    path = book(
        tmp_path / "book.xlsx", touch=lambda made: made.get_worksheet_by_name("decisions").hide()
    )

    problems = problems_of(read, path)

    assert [problem.found for problem in problems] == ["a hidden sheet"]


def test_merged_cells_are_refused(tmp_path):
    def merge(made):
        made.get_worksheet_by_name("incidents").merge_range("I2:I3", "both")

    problems = problems_of(read, book(tmp_path / "book.xlsx", touch=merge))

    assert places(problems) == [("book.xlsx/incidents", 2, "note")]


def test_cells_beyond_what_the_library_sees_are_refused_too(tmp_path):
    def merge(made):
        made.get_worksheet_by_name("incidents").merge_range("L9:M9", "")

    problems = problems_of(read, book(tmp_path / "book.xlsx", touch=merge))

    assert ("book.xlsx/incidents", 9, "L") in places(problems)


def test_a_table_that_does_not_begin_in_the_first_column_is_read(tmp_path):
    sheets = example_sheets()
    sheets["incidents"] = [["", *row] for row in sheets["incidents"]]

    assert read(write(tmp_path / "book.xlsx", sheets)) == example_corpus()


def test_a_table_that_does_not_begin_in_the_first_row_has_no_header(tmp_path):
    sheets = example_sheets()
    sheets["decisions"] = [[""], *sheets["decisions"]]

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    assert places(problems) == [("book.xlsx/decisions", 1, "")]


def test_a_sheet_that_is_blank_has_no_header(tmp_path):
    sheets = example_sheets() | {"decisions": []}

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    assert places(problems) == [("book.xlsx/decisions", 1, "")]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path):
    sheets = example_sheets()
    sheets["incidents"] = [sheets["incidents"][0], [""], [""], ["i 1", "A label", "incident"]]

    problems = problems_of(read, write(tmp_path / "book.xlsx", sheets))

    assert ("book.xlsx/incidents", 4, "id") in places(problems)


def test_a_workbook_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFound):
        read(tmp_path / "book.xlsx")


@pytest.mark.parametrize("name", ["book.xls", "book.xlsm", "book.csv", "book"])
def test_a_file_of_another_name_is_no_workbook(tmp_path, name):
    (tmp_path / name).write_bytes(b"")

    assert places(problems_of(read, tmp_path / name)) == [(name, 0, "")]


def test_a_folder_is_no_workbook(tmp_path):
    folder = tmp_path / "book.xlsx"
    folder.mkdir()

    assert problems_of(read, folder)[0].found == "what is not a file"


def test_a_file_beyond_all_measure_is_refused_unread(tmp_path):
    path = tmp_path / "book.xlsx"
    with path.open("wb") as file:
        file.truncate(LARGEST_WORKBOOK + 1)

    assert "bytes" in problems_of(read, path)[0].found


def test_what_cannot_be_opened_is_unavailable(tmp_path):
    class Locked(type(tmp_path)):  # type: ignore[misc]
        """A file of somebody else."""

        def read_bytes(self) -> bytes:
            raise PermissionError

    with pytest.raises(Unavailable):
        read(Locked(book(tmp_path / "book.xlsx")))


def test_what_the_library_cannot_read_is_refused(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"), "xl/styles.xml", lambda text: text[: len(text) // 2]
    )

    with pytest.raises(RejectedRows) as refused:
        read(path)

    assert refused.value.problems[0].found == "what cannot be read as a workbook"


def test_a_sheet_that_the_library_cannot_read_is_refused(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"),
        "xl/worksheets/sheet2.xml",
        lambda text: text.replace('t="s"', 't="nonsense"', 1),
    )

    assert problems_of(read, path)[0].found == "what cannot be read as a workbook"
