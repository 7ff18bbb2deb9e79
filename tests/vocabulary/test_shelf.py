"""What a shelf promises: ids by name, terms read once, neighbours suggested, doubles refused.

It depends on invented shelves only.
A new promise of the shelf is a new test here.
"""

import pytest

from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.vocabulary import Instrument, Organisation, Shelf, Technique
from tests.vocabulary.shelves import TECHNIQUE, plain, plant, shelf_folder


@pytest.fixture
def shelf(tmp_path):
    return Shelf(shelf_folder(tmp_path))


def test_sets_are_the_folders_that_hold_files(tmp_path):
    folder = shelf_folder(tmp_path)
    (folder / "empty").mkdir()

    assert Shelf(folder).sets() == (
        "instruments",
        "modes",
        "organisations",
        "tactics",
        "techniques",
    )


def test_ids_are_the_names_of_the_files_and_open_none(tmp_path):
    folder = shelf_folder(tmp_path)
    plant(folder, "modes/mumbles.toml", text="this is not TOML")

    assert Shelf(folder).ids("modes") == {"asserts", "hints", "mumbles"}


def test_an_unknown_set_names_the_sets_that_there_are(shelf):
    with pytest.raises(NotFound) as refused:
        shelf.ids("planets")

    assert "tactics" in refused.value.hint


def test_terms_come_sorted_and_are_read_once(shelf):
    first = shelf.terms("modes")

    assert list(first) == ["asserts", "hints"]
    assert shelf.terms("modes") is first


def test_terms_cannot_be_changed(shelf):
    with pytest.raises(TypeError):
        shelf.terms("modes")["asserts"] = None


def test_each_set_holds_terms_of_its_kind(shelf):
    technique = shelf.term("techniques", "whispering")
    organisation = shelf.term("organisations", "league")
    instrument = shelf.term("instruments", "accord")

    assert isinstance(technique, Technique)
    assert (technique.tactics, technique.physical, technique.scope) == (
        ("coercion",),
        False,
        "paper",
    )
    assert isinstance(organisation, Organisation)
    assert organisation.memberships[0].since == "1990-05"
    assert isinstance(instrument, Instrument)
    assert dict(instrument.dates) == {"signed": "1990-05-04", "in_force": "1991~"}


def test_a_missing_term_is_answered_with_its_neighbours(shelf):
    with pytest.raises(NotFound) as refused:
        shelf.term("techniques", "wispering")

    assert refused.value.identifier == "wispering"
    assert refused.value.hint == "Nearest: whispering."


def test_a_missing_term_without_neighbours_points_to_the_list(shelf):
    with pytest.raises(NotFound) as refused:
        shelf.term("techniques", "zzz")

    assert refused.value.hint == "See `safeconduct vocabulary techniques`."


@pytest.mark.parametrize("cell", ["Jane Invented, 5 Nowhere Street", "x" * 200_000, ""])
def test_a_cell_that_is_no_id_is_never_repeated(shelf, cell):
    """Safety: a cell may hold anything, a name too; only what looks like an id is repeated."""
    with pytest.raises(NotFound) as refused:
        shelf.term("modes", cell)

    assert refused.value.identifier == "(not in the form of an id)"


@pytest.mark.parametrize(
    "said", ["whispering", "Whispering", "WHISPERING ", "COE-1", "coe 1", "шёпот", "Шёпот"]
)
def test_the_exact_name_in_any_spelling_suggests_one_term(shelf, said):
    assert shelf.nearest("techniques", said) == ("whispering",)


def test_a_slip_suggests_the_nearest_terms(tmp_path):
    folder = shelf_folder(tmp_path)
    plant(folder, "modes/hint.toml", text=plain("hint"))

    assert Shelf(folder).nearest("modes", "hinst", most=1) in {("hint",), ("hints",)}
    assert set(Shelf(folder).nearest("modes", "hinst")) == {"hint", "hints"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (TECHNIQUE.replace('"whispering"\n', '"murmuring"\n', 1), "label.en"),
        (TECHNIQUE.replace('"whispering"', '"murmuring"').replace("шёпот", "ропот"), "code"),
    ],
)
def test_two_files_never_share_a_label_or_a_code(tmp_path, text, key):
    folder = shelf_folder(tmp_path)
    plant(folder, "techniques/murmuring.toml", text=text)

    with pytest.raises(InvalidVocabulary) as refused:
        Shelf(folder).terms("techniques")

    assert refused.value.file == "techniques/whispering.toml"
    assert refused.value.problems == ((key, "is already that of murmuring"),)
