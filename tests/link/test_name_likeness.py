"""Names are alike across alphabets, strangers with one given name are not, and order is nothing.

It depends on `name_likeness` and on invented names.
The shares are the ones that the benchmarks measure on more names.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link.exile_names import in_latin
from safeconduct.link.name_likeness import AGREE, likeness
from safeconduct.link.names import PersonName, parse
from tests.link.invented_linkage import invented

WORDS = st.sampled_from(("Ветров", "Vetrov", "Sergei", "Сергій", "Petrovich", "Петрович", "A"))
NAMES = st.builds(PersonName, surname=WORDS, given=WORDS, patronymic=st.just("") | WORDS)


def cyrillic_names():
    persons = [one.name for one in invented()[0].persons]
    return [one for one in persons if "а" <= one.surname.lower()[:1] <= "я"]


def test_cyrillic_names_are_found_in_latin_letters():
    dice = np.random.default_rng(3)
    found = [
        likeness(
            name,
            PersonName(
                surname=in_latin(name.surname, "ru", dice=dice),
                given=in_latin(name.given, "ru", dice=dice),
            ),
        )
        >= AGREE
        for name in cyrillic_names()
    ]

    assert np.mean(found) >= 0.85


def test_strangers_with_one_given_name_are_not_alike():
    surnames = sorted({one.surname for one in cyrillic_names()})
    strangers = [
        likeness(PersonName(surname=one, given="Сергей"), PersonName(surname=other, given="Serhii"))
        for at, one in enumerate(surnames)
        for other in surnames[at + 1 :]
        if one[:4] != other[:4]
    ]

    assert np.mean(np.array(strangers) >= AGREE) <= 0.005


@given(NAMES, NAMES)
def test_likeness_is_symmetric_and_a_share(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


def test_another_father_is_another_person_and_an_initial_may_fit():
    name = parse("Ветров Сергей Петрович")

    assert likeness(name, parse("Vetrov Sergei Nikolaevich")) < AGREE
    assert likeness(name, parse("Ветров С.П.")) < likeness(name, parse("Vetrov Sergey"))
    assert likeness(PersonName(given="Сергей", surname="Ветров", patronymic="П"), name) == 1


def test_exchanged_columns_are_alike():
    assert (
        likeness(
            PersonName(surname="Ветров", given="Тихон"),
            PersonName(surname="Tikhon", given="Vetrov"),
        )
        >= AGREE
    )


def test_another_spelling_of_a_surname_is_nearly_the_same():
    one = PersonName(surname="Григоренко", given="Тихон")

    assert AGREE < likeness(one, PersonName(surname="Hryhorenko", given="Tykhon")) < 1
