"""Lists of persons: what is read, and problems that name the place and never the person.

It depends on files about invented people.
A new column is one more cell, and one more way in which it is wrong.
"""

import pytest

from safeconduct.errors import NotFound, RejectedRows, Unavailable
from safeconduct.importers import person_lists

WHOLE = "id,name,born,place\n1,Петрова Анна Сергеевна,1980-05,RU/Тверь\n\n2,Anna Petrova,,\n"
PARTS = "id,surname,given,patronymic,identifier\nx,Petrova,Anna,,77\n"


@pytest.fixture
def written(tmp_path):
    def write(text, name="ngo.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def problems_of(*paths, **how):
    with pytest.raises(RejectedRows) as refused:
        person_lists.read_lists(paths, **how)
    return [(p.row, p.column, p.found) for p in refused.value.problems]


def test_a_whole_name_is_parted_and_what_the_list_knows_is_kept(written):
    (ngo,) = person_lists.read_lists([written(WHOLE)])

    first, second = ngo.persons
    assert ngo.name == "ngo"
    assert (first.name.surname, first.name.given, first.name.patronymic) == (
        "Петрова",
        "Анна",
        "Сергеевна",
    )
    assert (str(first.born), str(first.place)) == ("1980-05", "RU/Тверь")
    assert (second.list_name, second.id, second.born, second.place) == ("ngo", "2", None, None)


def test_a_name_in_parts_stays_in_its_parts(written):
    (ngo,) = person_lists.read_lists([written(PARTS)])

    assert (ngo.persons[0].name.surname, ngo.persons[0].identifier) == ("Petrova", "77")


def test_several_lists_are_read_in_their_order_and_one_name_stands_once(written, tmp_path):
    press = written(WHOLE, "press.csv")

    found = person_lists.read_lists([press, written(PARTS)])

    assert [each.name for each in found] == ["press", "ngo"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "press.csv").write_text(WHOLE)
    assert problems_of(press, other / "press.csv") == [(0, "", "a second list of this name")]


def test_an_unknown_column_is_refused_until_it_is_ignored(written):
    path = written("id,name,phone\n1,Anna Petrova,123\n")

    assert problems_of(path) == [(1, "phone", "an unknown column")]
    assert person_lists.read_lists([path], ignored=frozenset({"phone"}))[0].persons


def test_a_file_without_a_header_tells_nobodys_name(written):
    """Safety: its first row is a person, and a message is read by others."""
    path = written("Петрова,Анна,1980-05\nСидорова,Ольга,1981\n")

    with pytest.raises(RejectedRows) as refused:
        person_lists.read_lists([path])

    assert [(p.row, p.column, p.found) for p in refused.value.problems] == [(1, "", "no header")]
    assert "Петрова" not in str(refused.value)


@pytest.mark.parametrize("name", ["count.csv", "ngo+press.csv"])
def test_a_list_whose_name_a_table_of_captures_uses_itself_is_refused(written, name):
    """Two columns count could not be read back, nor a pattern of lists with a + in them."""
    assert problems_of(written(WHOLE, name)) == [
        (0, "", "a name that a table of captures uses itself")
    ]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("name", (1, "id", "no column of that name")),
        ("id,born", (1, "name", "no name")),
        ("id,name,surname", (1, "name", "a name whole and in parts")),
        ("id,id,name", (1, "id", "two columns of this name")),
        ("id,name,a phone", (1, "", "an unknown column")),
    ],
)
def test_a_header_that_cannot_be_used_is_refused_by_what_is_wrong(written, header, problem):
    assert problem in problems_of(written(f"{header}\n1,Anna\n"))


def test_every_problem_of_every_file_is_named_at_once_and_no_name_is_repeated(written):
    one = written(
        "id,name,born,place\n1,Anna Petrova,5 May 1980,\n1,Olga Orlova,,Tver\n,Ivan Ivanov,,\n"
        f"4,{'x' * 500},,\n5,Anna\n",
        "one.csv",
    )
    two = written(b"id,name\n1,\xff\n", "two.csv")

    with pytest.raises(RejectedRows) as refused:
        person_lists.read_lists([one, two])

    told = "\n".join(map(str, refused.value.problems))
    assert [(p.file, p.row, p.column) for p in refused.value.problems] == [
        ("one.csv", 2, "born"),
        ("one.csv", 3, "id"),
        ("one.csv", 3, "place"),
        ("one.csv", 4, "id"),
        ("one.csv", 5, "name"),
        ("one.csv", 6, ""),
        ("two.csv", 2, "name"),
    ]
    assert not any(name in told for name in ("Petrova", "Orlova", "Ivanov", "Tver", "May"))


@pytest.mark.parametrize("identifier", ["=1+1", "+7", "-x", "@cmd"])
def test_an_id_that_a_spreadsheet_would_run_is_refused(written, identifier):
    found = problems_of(written(f"id,name\n{identifier},Anna Petrova\n"))

    assert found == [(2, "id", "the beginning of a formula")]


def test_an_empty_file_a_wrong_quotation_and_a_long_name_are_refused(written):
    assert problems_of(written(""))[0][2] == "no row"
    assert "quotation" in problems_of(written('id,name\n1,"Anna\n'))[0][2]
    assert problems_of(written(PARTS, f"{'n' * 41}.csv"))[0][2] == "a longer name"


def test_a_list_of_a_header_alone_is_told_to_have_no_row(written):
    found = problems_of(written("id,name,born\n"))

    assert [(row, problem) for row, _, problem in found] == [(0, "a header and no row")]


def test_a_file_that_is_not_there_or_cannot_be_opened_is_told(tmp_path, written, monkeypatch):
    with pytest.raises(NotFound):
        person_lists.read_lists([tmp_path / "none.csv"])
    with pytest.raises(Unavailable):
        person_lists.read_lists([tmp_path / ("long" * 100)])
    monkeypatch.setattr(person_lists, "LARGEST_FILE", 10)
    assert problems_of(written(PARTS))[0][2] == "a larger file"


def test_the_repr_of_a_list_names_nobody(written):
    assert "Петрова" not in repr(person_lists.read_lists([written(WHOLE)]))


CYRILLIC = "id,name\n" + "".join(f"{at},Петрова Анна\n" for at in range(50))


def test_a_list_in_another_encoding_is_told_once_with_the_way_to_convert_it(written):
    with pytest.raises(RejectedRows) as refused:
        person_lists.read_lists([written(CYRILLIC.encode("cp1251"))])

    (problem,) = refused.value.problems
    assert (problem.row, problem.allowed) == (0, "text in UTF-8")
    assert "Windows-1251" in problem.found
    assert "iconv -f WINDOWS-1251 -t UTF-8" in problem.hint


def test_western_letters_are_not_taken_for_cyrillic_ones(written):
    file = written("id,name\n1,Müller Zoë\n2,Böhme Jörg\n".encode("latin-1"))

    assert problems_of(file) == [(0, "", "text that is not UTF-8")]


def test_a_wrong_byte_in_a_list_of_utf_8_is_told_where_it_stands(written):
    ((row, column, found),) = problems_of(written(CYRILLIC.encode() + b"51,Mariya \xff\n"))

    assert (row, column) == (52, "name")
    assert "0xFF" in found
