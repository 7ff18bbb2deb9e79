"""A list is read with every problem at once, and no problem repeats a name.

It depends on the reader of lists only.
A further form of a list is one more line of the accepted ones.
"""

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.link.private import name_list
from safeconduct.link.private.name_list import read_list


@pytest.mark.parametrize(
    "text",
    [
        "surname,given,born\nЛугова,Анна,1981-03-02\n",
        "\ufeffSurname , Given,Patronymic,Born,shoe\nЛугова,Анна,Петровна,1981,39\n\n , ,,,\n",
        "name,born\nАнна Петровна Лугова,1981\n",
        'name,born\r\n"Лугова, Анна",1981-03\r\n',
    ],
)
def test_a_list_is_read_in_each_form(text):
    (person,) = read_list(text.encode(), "list.csv")

    assert (person.name.surname, person.name.given, person.year) == ("Лугова", "Анна", 1981)


def test_a_birth_that_is_not_known_stays_unknown():
    (person,) = read_list("name,born\nАнна Лугова,\n".encode(), "list.csv")

    assert person.year is None


def test_every_problem_is_named_at_once_and_no_value():
    """Safety: a problem names row and column and what kind of thing was found, never a value."""
    text = "surname,given,born\nЛугова,Анна,весной\nПолева,Мира\nГорная,Вера,1990-13\n"

    with pytest.raises(RejectedRows) as caught:
        read_list(text.encode(), "list.csv")

    assert [(each.row, each.column) for each in caught.value.problems] == [
        (2, "born"),
        (3, ""),
        (4, "born"),
    ]
    told = " ".join(map(str, caught.value.problems)) + str(caught.value)
    assert not any(word in told for word in ("Лугова", "весной", "Полева", "1990-13"))


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\xff\xfe",
        b"name\nA\n",
        b"surname,born\nA,1981\n",
        b"name,born,born\nA,1981,1981\n",
        b'name,born\n"A,1981\n',
    ],
)
def test_what_is_no_list_is_refused(octets):
    with pytest.raises(RejectedRows):
        read_list(octets, "list.csv")


def test_a_file_beyond_all_measure_is_not_read():
    class Huge(bytes):
        __slots__ = ()

        def __len__(self):
            return name_list.LARGEST_FILE + 1

    with pytest.raises(RejectedRows, match="not taken in"):
        read_list(Huge(), "list.csv")
