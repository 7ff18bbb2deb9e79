"""A format is found by its name, and its files go where they belong.

It depends on the formats; the command line's own list of names is held to them here.
A further way to go wrong with a name is one more test.
"""

import json

import pytest

from safeconduct.cli.verbs import export
from safeconduct.errors import NotFound, Refusal, Unavailable
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import all_formats, in_format, named, write
from tests.exporters.whole_corpus import whole_corpus


def test_the_help_page_names_every_format():
    assert export.FORMATS.split(", ") == list(all_formats())
    assert export.FORMATS in str(export.run.help)


@pytest.mark.parametrize(("name", "hint"), [("stixx", "Did you mean stix?"), ("zzz", "hxl, ")])
def test_an_unknown_name_is_answered_with_those_that_are_known(name, hint):
    with pytest.raises(NotFound) as missing:
        named(name)

    assert hint in missing.value.hint


def test_one_file_goes_to_a_file_and_several_to_a_folder(tmp_path):
    handed = Handover(from_corpus=whole_corpus())

    write("stix", handed, path=tmp_path / "bundle.json")
    write("followthemoney", handed, path=tmp_path / "ftm")

    assert json.loads((tmp_path / "bundle.json").read_text("utf-8"))["type"] == "bundle"
    assert {path.name for path in (tmp_path / "ftm").iterdir()} == {
        "entities.ftm.json",
        "statements.csv",
    }


def test_words_alone_take_no_corpus_and_a_corpus_is_not_words_alone():
    with pytest.raises(Refusal, match="no record"):
        in_format("misp-galaxy", Handover(from_corpus=whole_corpus()))
    with pytest.raises(Refusal, match="made of a corpus"):
        in_format("stix", Handover())


def test_what_is_not_for_everybody_is_for_its_owner_alone(tmp_path):
    """Safety: another user of the machine cannot read what was marked for a few."""
    handed = Handover(from_corpus=whole_corpus(), audience="amber")
    bundle, folder = tmp_path / "bundle.json", tmp_path / "ftm"

    for _ in range(2):
        write("stix", handed, path=bundle)
        write("followthemoney", handed, path=folder)

    assert bundle.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path):
    (tmp_path / "taken").write_text("here already", encoding="utf-8")

    with pytest.raises(Unavailable):
        write(
            "followthemoney",
            Handover(from_corpus=whole_corpus(), audience="red"),
            path=tmp_path / "taken",
        )
