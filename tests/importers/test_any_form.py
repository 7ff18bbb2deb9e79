"""Whatever somebody gives is read by what it is.

It depends on the importers and on the samples.
A new form is one more line in the first test.
"""

import sys

import pytest

from safeconduct import importers
from safeconduct.errors import NotFound, Unavailable
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.any_form import read
from tests.importers.books import book, open_book
from tests.importers.samples import put


def test_a_folder_and_workbooks_are_read(tmp_path):
    given = (
        put(tmp_path / "corpus"),
        book(tmp_path / "book.xlsx"),
        open_book(tmp_path / "book.ods"),
    )

    assert [read(path) for path in given] == [example_corpus()] * 3


def test_what_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFound):
        read(tmp_path / "nowhere")


def test_without_its_library_a_workbook_is_unavailable_and_a_folder_is_not(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.delitem(sys.modules, "safeconduct.importers.workbook", raising=False)
    monkeypatch.delattr(importers, "workbook", raising=False)

    with pytest.raises(Unavailable, match="workbook"):
        read(book(tmp_path / "book.xlsx"))
    assert read(put(tmp_path / "corpus")) == example_corpus()
