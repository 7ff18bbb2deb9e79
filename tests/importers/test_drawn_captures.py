"""Drawn linkages read back, whichever order their columns have.

It depends on small files written here.
Another form of draws has tests of its own.
"""

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.importers import drawn_captures

LISTS = ("A", "B")


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "linkages.csv"
        path.write_text(text)
        return path

    return write


def test_each_row_is_the_table_of_one_linkage(written):
    found = drawn_captures.read(written("A,A+B,B\n5,1,3\n4,2,2\n"), lists=LISTS)

    assert [history.counts.tolist() for history in found] == [[0, 5, 3, 1], [0, 4, 2, 2]]


def test_no_file_holds_no_linkage(tmp_path):
    assert drawn_captures.read(tmp_path / "linkages.csv", lists=LISTS) == ()


def test_columns_of_other_lists_and_an_empty_file_are_refused(written):
    for text in ("A,C,A+C\n1,1,1\n", ""):
        with pytest.raises(RejectedRows):
            drawn_captures.read(written(text), lists=LISTS)


def test_every_cell_that_is_no_count_is_named(written):
    with pytest.raises(RejectedRows) as refused:
        drawn_captures.read(written("A,B,A+B\n1,x,2\n1,2\n999999999,1,1\n"), lists=LISTS)

    assert [(p.row, p.column) for p in refused.value.problems] == [(2, "B"), (3, ""), (4, "A")]


def test_a_quotation_without_end_is_refused(written):
    with pytest.raises(RejectedRows):
        drawn_captures.read(written('A,B,A+B\n"1,2,3\n'), lists=LISTS)
