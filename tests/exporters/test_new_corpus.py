"""A new corpus is an empty folder of tables and a workbook to type into, and overwrites nothing.

It depends on the beginning of corpora and on the readers.
A further file for beginners is named in the first test.
"""

import pytest

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.exporters.new_corpus import begin
from safeconduct.importers import corpus_folder, workbook
from safeconduct.record.corpus import Corpus, Masthead

EMPTY = Corpus.of(masthead=Masthead(title="Border {returns}"))


def test_folder_and_workbook_hold_the_same_empty_corpus(tmp_path):
    opened_first = begin(tmp_path / "new", "Border {returns}")

    assert corpus_folder.read(tmp_path / "new") == EMPTY
    assert workbook.read(tmp_path / "new" / "workbook.xlsx") == EMPTY
    assert [path.name for path in opened_first] == ["README.txt", "workbook.xlsx"]


def test_the_readme_begins_with_the_title_and_says_how_to_go_on(tmp_path):
    begin(tmp_path, "Border {returns}")

    text = (tmp_path / "README.txt").read_text()
    assert text.startswith("Border {returns}\n")
    assert "safeconduct import workbook.xlsx --into ." in text


@pytest.mark.parametrize("in_the_way", ["notes.txt", ".git"])
def test_a_folder_that_holds_something_is_refused(tmp_path, in_the_way):
    (tmp_path / in_the_way).touch()

    with pytest.raises(Refusal) as refused:
        begin(tmp_path, "Border returns")

    assert "empty folder" in refused.value.rule
    assert [path.name for path in tmp_path.iterdir()] == [in_the_way]


def test_a_file_is_no_folder_to_begin_in(tmp_path):
    (tmp_path / "corpus").touch()

    with pytest.raises(Refusal):
        begin(tmp_path / "corpus", "Border returns")


@pytest.mark.parametrize("title", ["", "  ", " Border", "=1+1", "a\x00b"])
def test_a_title_that_no_cell_can_hold_is_refused(tmp_path, title):
    with pytest.raises(InvalidRecord, match="title"):
        begin(tmp_path / "new", title)

    assert not (tmp_path / "new").exists()
