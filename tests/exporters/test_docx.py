"""A .docx holds the text of the document in order, the same bytes each time, and no word of who.

It depends on python-docx, which reads back what was written, and on the golden texts.
`python -m tests.exporters.golden_documents` writes the golden texts anew, after a look at each.
"""

import io
import re
from datetime import date
from typing import get_args

import docx as library
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.exporters import docx
from safeconduct.respond.documents.assembly import assemble
from safeconduct.respond.documents.document import (
    Block,
    Caution,
    Checklist,
    Document,
    Heading,
    Lines,
    NewPage,
    Paragraph,
    Sources,
    Table,
)
from safeconduct.vocabulary import Citation
from tests.exporters.golden_documents import FOLDER, documents, goldens
from tests.exporters.opened import parts_of, text_of
from tests.respond.documents.filled import ON, answers

EVERY = Document(
    title="Every kind",
    language="ru",
    blocks=(
        Heading(text="First"),
        Paragraph(text="Two\nlines"),
        Caution(text="Careful"),
        Lines(lines=("a", "b")),
        Lines(lines=("c", "d"), is_numbered=True),
        Lines(lines=("e",), is_numbered=True),
        Checklist(lines=("f",)),
        Table(headings=("g", "h"), rows=(("i", "j"),)),
        Table(headings=("k",), rows=(("l",),)),
        Table(headings=("m", "n", "o"), rows=()),
        Sources(citations=(Citation(title="p", section="whole"),)),
        NewPage(),
        Heading(text="q", level=2),
    ),
)


def test_no_kind_of_block_is_missing_from_these_tests():
    assert {type(block) for block in EVERY.blocks} == set(get_args(Block))


def test_every_kind_of_block_is_written_in_its_style():
    assert text_of(docx.octets_of(EVERY)).splitlines() == [
        "Title: Every kind",
        "Heading1: First",
        "Two / lines",
        "Careful",
        "ListBullet: a",
        "ListBullet: b",
        "ListNumber: c",
        "ListNumber: d",
        "ListNumber: e",
        "☐\tf",
        *"ghijkl",
        *"mno",
        "ListNumber: p",
        "Heading2: q",
    ]


def test_each_numbered_list_counts_from_one():
    written = parts_of(docx.octets_of(EVERY))["word/document.xml"]
    lists = re.findall(rb'<w:ilvl w:val="0"/><w:numId w:val="(\d+)"/>', written)

    assert [lists.count(one) for one in dict.fromkeys(lists)] == [2, 1, 1]


def test_the_pages_that_are_sent_count_from_one():
    octets = docx.octets_of(EVERY)
    read = library.Document(io.BytesIO(octets))

    assert len(read.sections) == 2
    assert parts_of(octets)["word/document.xml"].count(b'<w:pgNumType w:start="1"/>') == 1


def test_the_first_row_of_a_table_is_repeated_on_each_page():
    assert parts_of(docx.octets_of(EVERY))["word/document.xml"].count(b"<w:tblHeader/>") == 3


def test_no_row_is_kept_whole_since_a_word_processor_then_drops_rows():
    assert b"cantSplit" not in parts_of(docx.octets_of(EVERY))["word/document.xml"]


def test_the_document_says_its_language():
    styles = parts_of(docx.octets_of(EVERY))["word/styles.xml"]

    assert styles.count(b'<w:lang w:val="ru"') >= 5


def test_the_same_document_is_the_same_bytes():
    assert docx.octets_of(EVERY) == docx.octets_of(EVERY)


def test_nothing_says_who_made_it_when_or_with_what():
    """Safety: the file says nothing about who made it, when, or with which program."""
    octets = docx.octets_of(EVERY)
    parts = parts_of(octets)
    properties = library.Document(io.BytesIO(octets)).core_properties
    created, changed = properties.created, properties.modified

    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert created is not None
    assert created.date() == date(2000, 1, 1)
    assert changed == created
    assert not [name for name in parts if "thumbnail" in name or name.endswith("app.xml")]
    for octets in parts.values():
        assert not {
            one for one in (b"python", b"Microsoft Macintosh", b"safeconduct") if one in octets
        }


def test_a_file_is_written_for_its_owner(tmp_path):
    path = tmp_path / "letter.docx"
    docx.write(EVERY, path)

    assert path.read_bytes() == docx.octets_of(EVERY)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_text_goes_in_as_text_and_comes_out_the_same(text):
    made = Document(title="T", language="en", blocks=(Paragraph(text=f"<{text}>"),))
    read = library.Document(io.BytesIO(docx.octets_of(made)))

    spoken = "".join(read.paragraphs[1].text.split())
    assert spoken.startswith("<")
    assert spoken.endswith(">")
    if text.isprintable():
        assert spoken == "".join(f"<{text}>".split())


@pytest.mark.parametrize("name", documents())
def test_the_text_of_every_document_is_the_golden_one(name):
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == documents()[name]()


def test_every_golden_text_belongs_to_a_document():
    assert goldens() == set(documents())


def test_a_referral_with_less_consent_is_a_shorter_file():
    whole = text_of(docx.octets_of(assemble(answers("referral"), on=ON)))
    some = assemble(answers("referral", agreed_groups=["needs"]), on=ON)
    text = text_of(docx.octets_of(some))

    assert "parrot" in whole
    assert "parrot" not in text
