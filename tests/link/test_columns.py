"""What a person is compared by: readings and numbers, None where the list says nothing.

It depends on `columns` and on `listed_person`.
A new column is asked for here by what it should meet.
"""

from safeconduct.link.columns import columns_of, table_of
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from tests.link.invented_linkage import person


def test_a_person_of_whom_nothing_is_known_has_no_column():
    assert set(columns_of(person("a", "1")).values()) == {None}


def test_exchanged_columns_meet():
    straight = columns_of(
        ListedPerson(list_name="a", id="1", name=PersonName(surname="Ветров", given="Тихон"))
    )
    turned = columns_of(
        ListedPerson(list_name="b", id="1", name=PersonName(surname="Tihon", given="Vetrov"))
    )

    assert straight["straight"] == turned["turned"] is not None
    assert turned["straight"] == straight["turned"]


def test_words_of_an_address_and_marks_in_numbers_are_put_in_order():
    one = ListedPerson(list_name="a", id="1", address="7 Elm St", identifier="AB-12 3")
    other = ListedPerson(list_name="b", id="1", address="elm st, 7", identifier="ab123")

    assert columns_of(one)["address"] == columns_of(other)["address"]
    assert columns_of(one)["identifier"] == columns_of(other)["identifier"] == "ab123"


def test_a_table_keeps_the_order_of_persons():
    table = table_of([person("a", "1", "Ветров Тихон"), person("a", "2")])

    assert table["surname"].tolist() == ["vetrov", None]


def test_the_repr_of_a_person_names_the_list_only():
    """Safety: a person stands in no repr."""
    assert repr(person("a", "1", "Ветров Тихон", "1970")) == "ListedPerson(list_name='a')"
