"""An edition of the public site says cells, labels and states of releases in its language.

It depends on the releases of this folder.
A further way in which a cell shows itself is one more line here.
"""

import pytest

from safeconduct.publish.release import ReleasedCell
from safeconduct.report.public.edition import PublicEdition
from safeconduct.report.wording import Wording
from tests.report.public.shelves import by_technique


@pytest.fixture(scope="module")
def russian(history, taken):
    return PublicEdition(history, Wording("ru"), taken=taken)


@pytest.mark.parametrize(
    ("shown", "english", "words"),
    [
        ("under 5", "under 5", "меньше 5"),
        ("15 or more", "15 or more", "15 и более"),
        ("not shown", "not shown", "не показано"),
        ("10–14", "10–14", "10–14"),
    ],
)
def test_a_cell_shows_itself_in_the_language_of_the_page(edition, russian, shown, english, words):
    cell = ReleasedCell(labels=(), shown=shown, low=0, high=None)

    assert edition.shown(cell) == english
    assert russian.shown(cell) == words
    assert russian.shown(None) == "–"


@pytest.mark.parametrize(
    ("dimension", "label", "words"),
    [
        ("technique", "abduction", "Abduction"),
        ("technique", "abduction+other", "Abduction + other"),
        ("host", "AQ", "Antarctica"),
        ("host", "unknown", "Not known"),
        ("standing", "alleged", "Alleged"),
        ("standing", "sure", "Sure"),
        ("year", "2023", "2023"),
        ("technique", "no-such", "No-such"),
        ("host", "h0", "H0"),
    ],
)
def test_a_label_is_said_in_words(edition, dimension, label, words):
    assert edition.label(dimension, label) == words


def test_words_come_in_the_language_of_the_page_or_say_which_they_are_in(edition, russian):
    both = (("ru", "ворота"), ("en", "gate"))

    assert str(russian.passage(both)) == "ворота"
    assert edition.passage((("ru", "ворота"),)).language == "ru"
    assert russian.passage((("fr", "porte"), ("en", "gate"))).language == "en"
    assert edition.passage(()).text == ""


def test_a_definition_and_a_dimension_that_are_not_known_are_called_by_their_ids(edition):
    assert edition.scheme("someone's") == "someone's"
    assert edition.dimension("colour") == "colour"


def test_a_table_without_a_title_is_called_by_its_id(edition, history):
    plain = history.current.release.by_table["all"]

    assert str(edition.title_of(plain)) == "all"
    assert str(edition.title_of(by_technique())) == "Persons by technique"
