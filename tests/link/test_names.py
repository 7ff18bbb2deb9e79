"""Names are parted into surname, given name and patronymic in whatever order they stand.

It depends on `names` only.
A name that was parted wrongly is one more row of the table.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link.names import PersonName, is_patronymic, keys, parse


@pytest.mark.parametrize(
    ("text", "surname", "given_name", "patronymic"),
    [
        ("Ветров Сергей Петрович", "Ветров", "Сергей", "Петрович"),
        ("Serhii Petrovych Vetrov", "Vetrov", "Serhii", "Petrovych"),
        ("Vetrov, Sergey", "Vetrov", "Sergey", ""),
        ("Vetrov, Sergey Petrovich", "Vetrov", "Sergey", "Petrovich"),
        ("Vetrov, Sergey X", "Vetrov", "Sergey", ""),
        ("Vetrov,", "Vetrov", "", ""),
        ("Sergei Vetrov", "Vetrov", "Sergei", ""),
        ("Ветрова Анна", "Ветрова", "Анна", ""),
        ("Roman Vetrovich", "Vetrovich", "Roman", ""),
        ("Асанбаев Бакыт Нурлан уулу", "Асанбаев", "Бакыт", "Нурлан уулу"),
        ("Бакыт Нурлан уулу", "", "Бакыт", "Нурлан уулу"),
        ("Qasym Toqtarov Zhomartuly", "Toqtarov", "Qasym", "Zhomartuly"),
        ("Ветров С.П.", "Ветров", "С", "П"),
        ("С. П. Ветров", "Ветров", "С", "П"),
        ("Anna Maria Neumann", "Neumann", "Anna", ""),
        ("Мариям", "", "Мариям", ""),
        ("Ветров", "Ветров", "", ""),
        ("Зубр Клён", "Зубр", "Клён", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_parted(text, surname, given_name, patronymic):
    assert parse(text) == PersonName(surname=surname, given=given_name, patronymic=patronymic)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сергей", "Serhii"),
        ("Александр", "Саша"),
        ("Володимир", "Vladimir"),
        ("Жанибек", "Janibek"),
        ("Екатерина", "Kateryna"),
    ],
)
def test_equivalent_given_names_have_one_key(one, other):
    assert keys(PersonName(given=one)).given == keys(PersonName(given=other)).given


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("Петрович", "Petr"),
        ("Petrovna", "Petr"),
        ("Serhiivna", "Sergei"),
        ("Ilyinichna", "Ilia"),
        ("Николаевна", "Nikolai"),
        ("Нурлан уулу", "Nurlan"),
        ("Нұрланұлы", "Nurlan"),
        ("А", "a"),
    ],
)
def test_a_patronymic_has_the_key_of_the_father(patronymic, father):
    assert keys(PersonName(patronymic=patronymic)).father == father


def test_only_words_with_a_father_in_them_are_patronymics():
    assert [is_patronymic(word) for word in ("Иванович", "Ич", "Иван")] == [True, False, False]


def test_the_words_of_a_name_do_not_depend_on_its_order():
    assert keys(parse("Vetrov, Sergei")).words == keys(parse("Sergei Vetrov")).words


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_be_parted_and_no_repr_says_it(text):
    """Safety: a name stands in no repr."""
    name = parse(text)

    assert repr(name) in {
        "PersonName()", "PersonName(surname)", "PersonName(given)", "PersonName(surname, given)",
        "PersonName(given, patronymic)", "PersonName(surname, given, patronymic)",
        "PersonName(surname, patronymic)", "PersonName(patronymic)",
    }  # fmt: skip
    assert repr(keys(name)) == "NameKeys(…)"
