"""One name has one reading, in whatever letters and by whatever schema it is written.

It depends on `spelling` and on the schemas of `iuliia`.
A spelling that was read wrongly is one more line of a table.
"""

import iuliia
import pytest

from safeconduct.link.spelling import is_cyrillic, language_of, latin, read, read_family_name

NAMES = ("Юрий", "Алексеевич", "Соловьёв", "Чайковский", "Майоров", "Иванова", "Мария", "Дмитрий")
SCHEMAS = (
    iuliia.WIKIPEDIA,
    iuliia.ALA_LC,
    iuliia.BGN_PCGN,
    iuliia.GOST_7034,
    iuliia.ICAO_DOC_9303,
    iuliia.ISO_9_1968,
    iuliia.MVD_782,
    iuliia.MVD_310_FR,
    iuliia.SCIENTIFIC,
    iuliia.UNGEGN_1987,
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_every_schema_of_a_name_has_the_reading_of_the_name(name, schema):
    assert read_family_name(schema.translate(name)).fine == read_family_name(name).fine


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Қасым", "Qasym"),
        ("Шыңғыс", "Şyñğys"),
        ("Жапаров", "Japarov"),
        ("Ахметов", "Achmetow"),
        ("Ахметов", "Axmetov"),
        ("Григоренко", "Hryhorenko"),
        ("Хрущёв", "Khrushchev"),
        ("Щукин", "Schtschukin"),
    ],
)
def test_what_alphabets_write_otherwise_has_one_coarse_reading(one, other):
    assert read_family_name(one).coarse == read_family_name(other).coarse


@pytest.mark.parametrize("other", ["Ivanoff", "Ivanov", "Ivanow", "Иванова", "IVANOVA", "Іванов"])
def test_endings_of_family_names_are_read_alike(other):
    assert read_family_name(other).fine == "ivanov"


def test_a_skeleton_has_no_vowels_and_neither_j_nor_zh():
    assert (read("Jusupow").skeleton, read("Юсупов").skeleton) == ("Aspv", "Aspv")
    assert read("Жанар").skeleton == read("Janar").skeleton


@pytest.mark.parametrize("word", ["", "…", "12", "Ж"])
def test_a_word_of_little_has_a_reading_of_little(word):
    assert len(read(word).skeleton) == 0


def test_only_cyrillic_is_turned_into_latin():
    assert (latin("Żółw"), is_cyrillic("Żółw"), is_cyrillic("Їжак")) == ("żółw", False, True)


def test_a_repr_does_not_give_the_name_away():
    """Safety: the sounds of a name are the name."""
    assert "ivan" not in repr(read("Иван")).lower()


def test_a_word_with_letters_of_two_neighbours_is_of_the_language_that_has_both():
    assert language_of("тілеудің").LANGUAGE == "kk"
    assert language_of("тілеу").LANGUAGE == "uk"
    assert latin("Тілеудің") == "tileuding"
