"""Whatever somebody asks for is written by what the path is called.

It depends on the exporters and on the readers.
A new form is one more line in the first test.
"""

import sys

import pytest

from safeconduct import exporters
from safeconduct.errors import Refusal, Unavailable
from safeconduct.exporters.any_form import write
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.any_form import read


@pytest.mark.parametrize("name", ["corpus", "book.xlsx", "book.ods", "BOOK.XLSX"])
def test_the_name_says_the_form(tmp_path, name):
    write(example_corpus(), tmp_path / name)

    assert read(tmp_path / name) == example_corpus()
    assert (tmp_path / name).is_dir() == (name == "corpus")


def test_a_folder_with_an_ending_is_a_folder(tmp_path):
    (tmp_path / "corpus.v2").mkdir()

    write(example_corpus(), tmp_path / "corpus.v2")

    assert read(tmp_path / "corpus.v2") == example_corpus()


@pytest.mark.parametrize(
    ("name", "asked"), [("book.pdf", "in the form .pdf"), ("a.letter to Anna", "an export")]
)
def test_a_form_that_is_not_written_is_refused(tmp_path, name, asked):
    with pytest.raises(Refusal) as refused:
        write(example_corpus(), tmp_path / name)

    assert asked in refused.value.asked
    assert "Anna" not in str(refused.value)


def test_without_its_library_only_one_form_is_unavailable(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "safeconduct.exporters.workbook", raising=False)
    monkeypatch.delattr(exporters, "workbook", raising=False)

    with pytest.raises(Unavailable, match="xlsx"):
        write(example_corpus(), tmp_path / "book.xlsx")
    write(example_corpus(), tmp_path / "book.ods")

    assert read(tmp_path / "book.ods") == example_corpus()
