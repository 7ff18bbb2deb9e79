"""Sheets and CSV files of other tools, as they come: separators, types of cells, and none at all.

It depends on the books of spreadsheets.
A further type of cell is one more cell in the first table here.
"""

import sys
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from safeconduct.errors import Problem, RejectedRows, Unavailable
from safeconduct.importers.foreign_sheets import csv_table, workbook_tables
from safeconduct.importers.foreign_table import FirstOfMonth, ForeignTable, octets_of
from tests.importers.books import with_part, write


def read(path: Path) -> list[ForeignTable]:
    problems: list[Problem] = []
    tables = workbook_tables(path.read_bytes(), path.name, problems=problems)
    assert not problems
    return tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_finds_known_headings(delimiter):
    octets = f"When{delimiter}Where, then\n2023{delimiter}SJ\n".encode()
    problems: list[Problem] = []

    table = csv_table(
        octets.replace(b", then", b""),
        "x.csv",
        headings=frozenset({"When", "Where"}),
        problems=problems,
    )

    assert (problems, table.rows[0].cells) == ([], {"When": ("2023",), "Where": ("SJ",)})


def test_every_type_of_cell_becomes_the_text_that_was_meant(tmp_path):
    cells = ["x", 3, 2.5, True, date(2023, 5, 7), datetime(2023, 5, 7, 10, 30), time(10, 30)]  # noqa: DTZ001
    path = write(tmp_path / "book.xlsx", {"a": [list("abcdefg"), cells]})

    (table,) = read(path)

    texts = [table.rows[0].cells[heading][0] for heading in "abcdef"]
    assert texts == ["x", "3", "2.5", "True", "2023-05-07", "2023-05-07T10:30:00"]


def test_the_midnight_of_a_day_is_the_day(tmp_path):
    def touch(made: xlsxwriter.Workbook) -> None:
        page = made.add_worksheet("a")
        page.write(0, 0, "When")
        day = made.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        page.write_datetime(1, 0, datetime(2023, 5, 7), day)  # noqa: DTZ001

    path = write(tmp_path / "book.xlsx", {}, touch=touch)

    assert read(path)[0].rows[0].cells["When"] == ("2023-05-07",)


def test_a_first_of_the_month_keeps_its_day_for_who_asks(tmp_path):
    path = write(tmp_path / "book.xlsx", {"a": [["When"], [date(2023, 5, 1)]]})

    (cell,) = read(path)[0].rows[0].cells["When"]

    assert isinstance(cell, FirstOfMonth)
    assert cell.day == "2023-05-01"


def test_a_table_that_does_not_begin_in_the_corner_keeps_its_rows(tmp_path):
    path = write(tmp_path / "book.xlsx", {"a": [[], ["", "When"], [], ["", "2023"]], "b": []})

    (table,) = read(path)

    assert [(row.number, row.cells) for row in table.rows] == [(4, {"When": ("2023",)})]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/styles.xml", lambda text: text[: len(text) // 2]),
        ("xl/worksheets/sheet1.xml", lambda text: text.replace('t="s"', 't="nonsense"', 1)),
    ],
)
def test_what_the_library_cannot_read_is_refused(tmp_path, part, change):
    path = with_part(write(tmp_path / "book.xlsx", {"a": [["When"], ["2023"]]}), part, change)

    with pytest.raises(RejectedRows):
        read(path)


def test_a_workbook_without_its_library_is_unavailable(tmp_path, monkeypatch):
    path = write(tmp_path / "book.xlsx", {"a": [["When"]]})
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(Unavailable):
        read(path)


class Locked(type(Path())):  # type: ignore[misc]
    """A path that nobody may read."""

    def read_bytes(self) -> bytes:
        """Decline, as the system does."""
        raise PermissionError


def test_a_file_that_nobody_may_read_is_unavailable(tmp_path):
    (tmp_path / "x.csv").write_text("x")

    with pytest.raises(Unavailable):
        octets_of(Locked(tmp_path / "x.csv"))


def test_a_file_beyond_all_measure_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "x.csv"
    with path.open("wb") as file:
        file.truncate(2**28 + 1)

    with pytest.raises(RejectedRows):
        octets_of(path)
