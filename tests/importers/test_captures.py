"""Reading tables of capture histories: what is taken, and every problem at its place.

It depends on files written here, each wrong in ways of its own.
A new way to be wrong is one more row.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import NotFound, RejectedRows, Unavailable
from safeconduct.importers import captures

TABLE = "A,B,C,count\n1,0,0,27\n0,1,0,12\n1,1,0,5\n0,0,1,9\n1,1,1,1\n"


@pytest.fixture
def written(tmp_path):
    def write(text, name="lists.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def problems_of(path, **how):
    with pytest.raises(RejectedRows) as refused:
        captures.read(path, **how)
    return [(p.row, p.column, p.found) for p in refused.value.problems]


def test_each_row_becomes_a_cell_of_the_lists_in_the_order_of_the_header(written):
    found = captures.read(written(TABLE)).strata[""]

    assert found.lists == ("A", "B", "C")
    assert found.counts.tolist() == [0, 27, 12, 5, 9, 0, 0, 1]


def test_the_count_may_stand_anywhere_and_blank_lines_and_a_byte_order_mark_do_no_harm(written):
    path = written(b"\xef\xbb\xbfcount,A,B\r\n3,1,0\r\n\r\n4, 1 ,1\r\n")

    assert captures.read(path).strata[""].counts.tolist() == [0, 3, 0, 4]


def test_a_column_of_strata_makes_a_table_for_each_of_its_values(written):
    path = written("year,A,B,count\n2021,1,0,3\n2022,1,0,4\n2021,1,1,1\n2022,0,1,2\n")

    found = captures.read(path, by="year")

    assert found.by == "year"
    assert {name: table.counts.tolist() for name, table in found.strata.items()} == {
        "2021": [0, 3, 0, 1],
        "2022": [0, 4, 2, 0],
    }


def test_rows_of_single_persons_are_summed_when_that_is_said(written):
    path = written("A,B\n1,0\n1,0\n1,1\n")

    assert captures.read(path, row_per_person=True).strata[""].counts.tolist() == [0, 2, 0, 1]


def test_every_problem_is_named_with_row_and_column_and_without_its_text(written):
    path = written(
        "A,B,count\n1,0,-3\n0,1,2.5\n1,1,NaN\nyes,0,4\n0,0,7\n1,0\n0,1,\n1,0,99999999999\n1,0,1000\n"
        "1,0,1\n"
    )

    assert problems_of(path) == [
        (2, "count", "a negative number"),
        (3, "count", "a number with a separator in it"),
        (4, "count", "a word for a missing or endless number"),
        (5, "A", "text"),
        (6, "", "a pattern of nothing but 0"),
        (7, "", "2 cells"),
        (8, "count", "an empty cell"),
        (9, "count", "a larger number"),
        (11, "", "the pattern of row 10 again"),
    ]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("A,B", (1, "count", "no column of that name")),
        ("A,A,count", (1, "A", "two columns of this name")),
        ("A,,count", (1, "", "a column without a name")),
        ("A,count", (1, "", "1 lists")),
        ("A,B,C,D,E,F,G,H,I,count", (1, "", "9 lists")),
    ],
)
def test_a_header_that_cannot_be_used_is_refused_by_what_is_wrong(written, header, problem):
    assert problem in problems_of(written(f"{header}\n1,0,1\n"))


def test_a_missing_stratum_column_and_a_count_beside_single_persons_are_refused(written):
    assert (1, "year", "no column of that name") in problems_of(written(TABLE), by="year")
    assert (1, "count", "a column of counts") in problems_of(written(TABLE), row_per_person=True)


def test_a_table_without_a_header_is_refused_and_its_first_line_is_not_repeated(written):
    path = written("Петрова Анна 1980,1,0\nПетров Пётр 1970,0,1\n")

    with pytest.raises(RejectedRows) as refused:
        captures.read(path, row_per_person=True)

    (problem,) = refused.value.problems
    assert (problem.row, problem.column) == (1, "")
    assert "Петров" not in str(problem)


def test_an_empty_stratum_is_refused_in_its_row(written):
    found = problems_of(written("year,A,B,count\n,1,0,3\n"), by="year")

    assert found == [(2, "year", "an empty cell")]


def test_more_strata_than_a_table_may_have_are_refused(written):
    rows = "".join(f"s{number},1,0,1\n" for number in range(202))

    assert problems_of(written(f"year,A,B,count\n{rows}"), by="year")[0] == (
        202,
        "year",
        "one more stratum",
    )


def test_a_file_without_rows_or_with_nothing_but_zeros_is_refused(written):
    assert problems_of(written(""))[0][2] == "no row"
    assert problems_of(written("A,B,count\n"))[0][2] == "a header and no row"
    assert problems_of(written("A,B,count\n1,0,0\n"))[0][2] == "0 persons in all"
    assert problems_of(written("y,A,B,count\nx,1,0,0\n"), by="y")[0][2] == "0 persons in all"


def test_other_delimiters_and_bytes_that_are_no_utf_8_are_recognised(written):
    assert "semicolon" in problems_of(written("A;B;count\n1;0;1\n"))[0][2]
    assert (2, "A", "text") in problems_of(written(b"A,B,count\n\xff,0,1\n"))


def test_names_of_lists_in_another_encoding_are_refused_once_and_never_guessed(written):
    header = "Суд,Пресса,count\n1,0,2\n1,1,1\n".encode("cp1251")

    assert problems_of(written(header)) == [(0, "", "text that is not UTF-8")]


def test_a_thousand_problems_are_cut_short_and_counted(written):
    found = problems_of(written("A,B,count\n" + "x,y,z\n" * 500))

    assert len(found) == 201
    assert found[-1][2] == "1300 more problems"


def test_a_file_that_is_not_there_or_cannot_be_opened_is_told(tmp_path, written, monkeypatch):
    with pytest.raises(NotFound):
        captures.read(tmp_path / "none.csv")
    monkeypatch.setattr(captures, "LARGEST_FILE", 10)
    assert problems_of(written(TABLE))[0][2] == "a larger file"
    with pytest.raises(Unavailable):
        captures.read(tmp_path / ("long" * 100))


@given(
    st.dictionaries(
        st.integers(min_value=1, max_value=7), st.integers(min_value=0, max_value=9), min_size=1
    ).filter(lambda counts: any(counts.values()))
)
def test_a_written_table_is_read_as_it_was(tmp_path_factory, counts):
    path = tmp_path_factory.mktemp("t") / "t.csv"
    rows = [f"{c & 1},{c >> 1 & 1},{c >> 2 & 1},{n}" for c, n in counts.items()]
    path.write_text("A,B,C,count\n" + "\n".join(rows) + "\n")

    read = captures.read(path).strata[""]

    assert read.counts.tolist() == [counts.get(code, 0) for code in range(8)]
