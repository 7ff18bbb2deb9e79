"""What a CSV file may be: encodings, delimiters, quotation marks and line ends.

It depends on the reading of CSV text only.
A further habit of spreadsheets is one more test here.
"""

import csv

import pytest

from safeconduct.errors import Problem
from safeconduct.importers.csv_text import numbered_rows
from safeconduct.record.columns import UnreadableCell

HEADINGS = ("id", "kind", "title")


def read(octets):
    return list(numbered_rows(octets, "sources.csv", headings=HEADINGS))


def only_problem(octets):
    (problem,) = read(octets)
    assert isinstance(problem, Problem)
    return problem


def test_rows_are_numbered_from_the_header_on():
    assert read(b"id,kind\ns1,press\n") == [(1, ["id", "kind"]), (2, ["s1", "press"])]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_line_end_ends_a_row(end):
    assert read(b"id,kind" + end + b"s1,press" + end)[1] == (2, ["s1", "press"])


def test_a_line_break_inside_quotation_marks_is_no_row_of_a_spreadsheet():
    found = read(b'id,title\ns1,"one\ntwo\n\nthree"\ns2,four\n')

    assert found[1:] == [(2, ["s1", "one\ntwo\n\nthree"]), (3, ["s2", "four"])]


def test_a_blank_line_is_a_row_of_a_spreadsheet():
    assert read(b"id,kind\n\ns1,press\n")[1:] == [(2, []), (3, ["s1", "press"])]


def test_a_byte_order_mark_at_the_beginning_is_none_of_the_text():
    assert read(b"\xef\xbb\xbfid,kind\n") == [(1, ["id", "kind"])]


def test_a_second_byte_order_mark_is_refused_in_its_cell():
    (_, [cell, _]) = read(b"\xef\xbb\xbf\xef\xbb\xbfid,kind\n")[0]

    assert isinstance(cell, UnreadableCell)
    assert "byte order mark" in cell.found


def test_a_byte_that_is_not_utf_8_is_named_in_its_cell():
    rows = read(b"id,title\ns1,caf\xe9\ns2,caf\xc3\xa9\n")

    refused = rows[1][1][1]
    assert isinstance(refused, UnreadableCell)
    assert refused.found == "the byte 0xE9, which is not UTF-8"
    assert rows[2] == (3, ["s2", "café"])


@pytest.mark.parametrize(
    "octets",
    [
        "id,kind\n".encode("utf-16"),
        "id,kind\n".encode("utf-16-le"),
        "id,kind\n".encode("utf-16-be"),
        b"\xfe\xff" + "id,kind\n".encode("utf-16-be"),
    ],
)
def test_utf_16_is_named(octets):
    assert only_problem(octets).found == "text in UTF-16"


@pytest.mark.parametrize(
    ("delimiter", "words"), [(";", "a semicolon"), ("\t", "a tab"), ("|", "a vertical bar")]
)
def test_another_delimiter_is_named(delimiter, words):
    header = delimiter.join(f'"{heading}"' for heading in HEADINGS)

    problem = only_problem(f"{header}\r\ns1{delimiter}press\r\n".encode())

    assert problem.found == f"cells separated by {words}"
    assert "comma" in problem.hint


def test_a_delimiter_inside_a_heading_is_no_delimiter():
    assert read(b"id,kind;of\n") == [(1, ["id", "kind;of"])]


@pytest.mark.parametrize(
    "broken", [b'id,kind\ns1,"press\ns2,press\n', b'id,kind\ns1,"pr"ess\ns2,press\n']
)
def test_a_lonely_quotation_mark_ends_the_reading_with_its_row(broken):
    *sound, problem = read(broken)

    assert sound == [(1, ["id", "kind"])]
    assert (problem.row, problem.found) == (2, "a quotation mark without its partner")


def test_a_very_long_cell_is_read_and_the_limit_of_others_is_left_as_it_was():
    before = csv.field_size_limit()

    found = read(b"id,title\ns1," + b"a" * 200_000 + b"\n")

    assert len(found[1][1][1]) == 200_000
    assert csv.field_size_limit() == before


def test_an_empty_file_has_no_rows():
    assert read(b"") == []
