"""Territories: which codes there are, how they are called, and which spellings find them.

It depends on Babel's copy of the Unicode CLDR.
A spelling that a source uses and that is not found becomes one more line in a table here.
"""

import pytest

from safeconduct.errors import NotFound
from safeconduct.vocabulary import territory


def test_codes_are_those_of_iso_with_kosovo_and_the_soviet_union():
    assert len(territory.codes()) == 249 + 2
    assert {"RU", "XK", "SU", "TW", "PS"} <= territory.codes()
    assert not {"EU", "UN", "ZZ", "QO", "XA", "AC"} & territory.codes()


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("RU", "en", "Russia"),
        ("RU", "ru", "Россия"),
        ("RU", "ru-RU", "Россия"),
        ("RU", "kk", "Ресей"),
        ("RU", "xx", "Russia"),
        ("RU", "not a language", "Russia"),
        ("SU", "en", "Soviet Union"),
        ("SU", "ru", "СССР"),
        ("SU", "fa", "Soviet Union"),
    ],
)
def test_a_territory_has_a_name_in_every_language(code, language, name):
    assert territory.name(code, language) == name


@pytest.mark.parametrize("code", ["EU", "ZZ", "ru", "", "RUS"])
def test_a_code_that_is_none_is_refused(code):
    with pytest.raises(NotFound):
        territory.name(code)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("RU", "RU"),
        ("kg", "KG"),
        ("Russia", "RU"),
        ("russian federation", "RU"),
        ("РФ", "RU"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Турция", "TR"),
        ("США", "US"),
        ("Соединенные Штаты", "US"),
        ("Белоруссия", "BY"),
        ("Беларусь", "BY"),
        ("Киргизия", "KG"),
        ("Кыргызстан", "KG"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("the  Netherlands", "NL"),
        ("Trinidad and Tobago", "TT"),
        ("USSR", "SU"),
        ("Советский Союз", "SU"),
        ("Косово", "XK"),
    ],
)
def test_a_territory_is_found_by_the_names_that_sources_use(said, code):
    assert territory.find(said) == code


@pytest.mark.parametrize("said", ["Atlantis", "", "Европа", "x" * 200_000])
def test_what_is_no_territory_is_not_found(said):
    assert territory.find(said) is None


def test_no_name_belongs_to_two_territories():
    for code in territory.codes():
        for language in ("en", "ru"):
            assert territory.find(territory.name(code, language)) == code
