"""An .xlsx workbook is written as text, with notes, lists and a frozen header, the same each time.

It depends on the writer, on the reader that reads it back, and on the parts of the archive.
A further courtesy of the workbook is one more test on its parts.
"""

import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from safeconduct.errors import InvalidRecord, Unavailable
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.exporters.sheets import sheets_of
from safeconduct.exporters.workbook import template, write
from safeconduct.importers.workbook import read
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.tables import TABLES


@pytest.fixture
def book(tmp_path):
    write(example_corpus(), tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def sheet(path, name):
    """The XML of the sheet of a name."""
    number = CalamineWorkbook.from_path(path).sheet_names.index(name) + 1
    return part(path, f"xl/worksheets/sheet{number}.xml")


def test_what_is_written_is_read_back(book):
    assert read(book) == example_corpus()


def test_the_same_corpus_gives_the_same_bytes(book, tmp_path):
    write(example_corpus(), tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()


def test_every_cell_is_text(book):
    """Safety: a colleague who opens a workbook must not run what a stranger wrote into it."""
    for name in ("corpus", *TABLES):
        kinds = re.findall(r'<c r="[A-Z]+\d+"[^>]*?( t="\w+")?><', sheet(book, name))
        assert set(kinds) == {' t="s"'}
        assert "<f>" not in sheet(book, name)


def test_columns_are_text_so_that_a_date_stays_as_typed(book):
    formats = re.findall(r'<xf numFmtId="(\d+)"', part(book, "xl/styles.xml"))

    assert formats[-3:] == ["49", "49", "49"]  # 49 is the number of the text format
    assert all("style=" in column for column in re.findall("<col .*?/>", sheet(book, "statements")))


def test_the_header_and_the_id_stay_when_the_table_moves(book):
    assert 'xSplit="1" ySplit="1"' in sheet(book, "statements")
    assert 'state="frozen"' in sheet(book, "statements")


def test_headings_have_notes(book):
    with zipfile.ZipFile(book) as archive:
        notes = [archive.read(name).decode() for name in archive.namelist() if "comments" in name]

    assert any("The stable id of the statement" in note for note in notes)


def test_cells_offer_lists_and_enforce_those_that_bind(book):
    lists = re.findall(r"<dataValidation .*?</dataValidation>", sheet(book, "statements"))
    enforced = re.findall(r'sqref="([A-Z]+)2:', "".join(one for one in lists if "showE" in one))

    offering = [column for column in sheets_of(example_corpus())[3].columns if column.offer]
    assert len(lists) == len(offering)
    modes = TABLES["statements"].headings.index("mode")
    hosts = TABLES["statements"].headings.index("hosts")
    assert chr(ord("A") + modes) in enforced
    assert chr(ord("A") + hosts) not in enforced


def test_a_template_is_a_corpus_without_records(tmp_path):
    template(tmp_path / "book.xlsx", Masthead(title="New"))

    assert read(tmp_path / "book.xlsx") == Corpus.of(masthead=Masthead(title="New"))
    assert "example" in CalamineWorkbook.from_path(tmp_path / "book.xlsx").sheet_names


def test_a_template_needs_no_masthead(tmp_path):
    template(tmp_path / "book.xlsx")

    assert read(tmp_path / "book.xlsx").masthead == Masthead()


def test_rows_are_as_high_as_their_texts_up_to_a_limit(tmp_path):
    corpus = Corpus.of(masthead=Masthead(title="word " * 1_000 + "end", publisher="a\nb\nc"))

    write(corpus, tmp_path / "book.xlsx")

    heights = re.findall(r'<row r="[23]".*? ht="(\d+)"', sheet(tmp_path / "book.xlsx", "corpus"))
    assert heights == ["180", "45"]


def test_a_masthead_that_no_corpus_can_hold_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(InvalidRecord):
        template(tmp_path / "book.xlsx", Masthead(title=""))

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_unavailable(tmp_path):
    with pytest.raises(Unavailable):
        write(example_corpus(), tmp_path / "nowhere" / "book.xlsx")
