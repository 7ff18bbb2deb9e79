"""An .ods workbook is written as text, with notes, lists and a frozen header, the same each time.

It depends on the writer, on the reader that reads it back, and on the parts of the archive.
A further courtesy of the workbook is one more test on its parts.
"""

import re
import zipfile
from dataclasses import replace
from xml.dom import minidom

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.exporters.open_document import write
from safeconduct.importers.workbook import read
from safeconduct.record.corpus import Corpus, Masthead


@pytest.fixture
def book(tmp_path):
    write(example_corpus(), tmp_path / "book.ods")
    return tmp_path / "book.ods"


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_what_is_written_is_read_back(book):
    assert read(book) == example_corpus()


def test_the_same_corpus_gives_the_same_bytes(book, tmp_path):
    write(example_corpus(), tmp_path / "again.ods")

    assert (tmp_path / "again.ods").read_bytes() == book.read_bytes()


def test_the_archive_says_first_and_plainly_what_it_is(book):
    with zipfile.ZipFile(book) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/vnd.oasis.opendocument.spreadsheet"


def test_every_part_is_sound_xml_and_listed(book):
    found = parts(book)

    for name, text in found.items():
        if name.endswith(".xml"):
            assert minidom.parseString(text).hasChildNodes()  # noqa: S318 - our own text
    listed = re.findall(r'full-path="([^"]+)"', found["META-INF/manifest.xml"])
    assert set(listed) == {"/", *found} - {"mimetype", "META-INF/manifest.xml"}


def test_every_cell_is_text(book):
    """Safety: a colleague who opens a workbook must not run what a stranger wrote into it."""
    content = parts(book)["content.xml"]

    assert set(re.findall(r'office:value-type="(\w+)"', content)) == {"string"}
    assert "table:formula" not in content


def test_columns_are_text_so_that_a_date_stays_as_typed(book):
    content = parts(book)["content.xml"]

    columns = re.findall("<table:table-column .*?/>", content)
    assert all('default-cell-style-name="text"' in column for column in columns)
    assert content.count('style:data-style-name="as-text"') == 3


def test_the_header_and_the_id_stay_when_the_table_moves(book):
    statements, help_sheet = (
        parts(book)["settings.xml"].partition(f'config:name="{name}"')[2].partition("-entry>")[0]
        for name in ("statements", "read me")
    )

    assert re.findall(r'"(\w+SplitMode)" config:type="short">(\d)', statements) == [
        ("VerticalSplitMode", "2"),
        ("HorizontalSplitMode", "2"),
    ]
    assert '"HorizontalSplitMode" config:type="short">0' in help_sheet


def test_headings_have_notes_and_cells_offer_lists(book):
    content = parts(book)["content.xml"]

    assert "<office:annotation><text:p>The stable id of the statement" in content
    assert "cell-content-is-in-list([$vocabulary.$B$" in content
    assert "cell-content-is-in-list([$sources.$A$2:.$A$1048576])" in content


def test_every_list_that_a_cell_names_is_there(book):
    content = parts(book)["content.xml"]

    named = set(re.findall(r'content-validation-name="([\w-]+)"', content))
    assert named == set(re.findall(r'content-validation table:name="([\w-]+)"', content))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one two", "<text:p>one two</text:p>"),
        ("one  two", '<text:p>one <text:s text:c="1"/>two</text:p>'),
        ("a   b", '<text:p>a <text:s text:c="2"/>b</text:p>'),
        ("a\n  b", '<text:p>a</text:p><text:p><text:s text:c="2"/>b</text:p>'),
        ("a  \nb", '<text:p>a<text:s text:c="2"/></text:p><text:p>b</text:p>'),
        ("a\n\nb", "<text:p>a</text:p><text:p></text:p><text:p>b</text:p>"),
        ("a\tb", "<text:p>a<text:tab/>b</text:p>"),
        ("<b> & c", "<text:p>&lt;b&gt; &amp; c</text:p>"),
    ],
)
def test_blanks_and_line_ends_are_told_so_that_no_program_merges_them(tmp_path, text, paragraphs):
    corpus = example_corpus()
    (decision,) = corpus.decisions.values()
    told = replace(corpus, decisions={"decision-1": replace(decision, reason=text)})

    write(told, tmp_path / "book.ods")

    assert paragraphs in parts(tmp_path / "book.ods")["content.xml"]
    assert read(tmp_path / "book.ods") == told


def test_a_masthead_that_no_corpus_can_hold_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(InvalidRecord):
        write(Corpus.of(masthead=Masthead(title="")), tmp_path / "book.ods")

    assert list(tmp_path.iterdir()) == []
