"""A PDF is tagged and repeats byte for byte; a text in it is never read as markup.

It depends on typst; where pdftotext is on the machine, the text is read back too.
A new kind of block is one more line in `test_docx.EVERY`.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import Refusal
from safeconduct.exporters import pdf
from safeconduct.respond.documents.assembly import assemble
from safeconduct.respond.documents.document import Document, Heading, Lines, Paragraph, Table
from tests.exporters.test_docx import EVERY
from tests.respond.documents.filled import ANSWERS, ON, answers

READER = shutil.which("pdftotext")
needs_reader = pytest.mark.skipif(READER is None, reason="pdftotext is not on this machine")


def of(*texts: str) -> Document:
    blocks = tuple(Paragraph(text=text) for text in texts)
    return Document(title="T", language="en", blocks=blocks)


def read(octets: bytes, folder: Path) -> str:
    path = folder / "made.pdf"
    path.write_bytes(octets)
    done = subprocess.run(
        [str(READER), "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


def test_a_pdf_is_tagged_and_says_its_language():
    octets = pdf.octets_of(EVERY)

    assert octets.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in octets
    assert b"/Lang(ru)" in octets
    assert b"<pdfuaid:part>1</pdfuaid:part>" in octets


def test_the_same_document_is_the_same_bytes_in_another_process_too():
    made = "from tests.exporters.test_docx import EVERY\nfrom safeconduct.exporters import pdf\n"
    made += "import sys\nsys.stdout.buffer.write(pdf.octets_of(EVERY))"
    done = subprocess.run([sys.executable, "-c", made], capture_output=True, check=True)

    assert pdf.octets_of(EVERY) == pdf.octets_of(EVERY) == done.stdout


def test_nothing_is_written_beside_the_file_that_was_asked_for(tmp_path):
    """Safety: nothing is kept; neither a cache nor a temporary file is left anywhere."""
    made = (
        "from tests.exporters.test_docx import EVERY\nfrom safeconduct.exporters import docx, pdf\n"
    )
    made += "pdf.octets_of(EVERY), docx.octets_of(EVERY)"
    kept = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    env = {**os.environ, **dict.fromkeys(kept, str(tmp_path)), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", made], env=env, check=True)

    assert [*tmp_path.iterdir()] == []


def test_a_pdf_names_no_person_and_no_time():
    """Safety: the file says nothing about who made it or when."""
    octets = pdf.octets_of(EVERY)

    assert not re.search(rb"/Author|/CreationDate \(D:20|<dc:creator>", octets)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("document", sorted(ANSWERS))
def test_every_document_becomes_a_pdf(document, language):
    assert pdf.octets_of(assemble(answers(document), on=ON, language=language))


@pytest.mark.parametrize("name", ["Անի", "ანი", "آنا", "Анна", "Ánna", "אנה"])
def test_names_in_the_scripts_of_the_region_can_be_shown(name):
    assert pdf.octets_of(of(name))


def test_a_letter_without_a_font_is_refused_without_being_repeated():
    """Safety: the messages of typst quote the text, so they go no further than the module."""
    with pytest.raises(Refusal, match=r"Write a \.docx instead") as refused:
        pdf.octets_of(of("Anna 安娜"))

    assert "安" not in f"{refused.value}{refused.value.__cause__}{refused.value.__context__}"


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from("#$*_`<>@[]{}\\/=-+\"'~:;&%!\n aeж"), max_size=30))
def test_a_text_is_never_read_as_markup(text):
    """Safety: what the document says goes in as values, never as markup."""
    hostile = f'#panic("read") {text}'
    blocks = (
        Heading(text=hostile),
        Lines(lines=(hostile,)),
        Table(headings=(hostile, "b"), rows=((hostile, hostile),)),
    )

    assert pdf.octets_of(Document(title=hostile, language="en", blocks=blocks))


def test_a_text_cannot_read_a_file_of_the_machine():
    assert pdf.octets_of(of('#read("/etc/hostname")', '#include "document.typ"'))


@needs_reader
def test_a_text_is_shown_as_it_was_written(tmp_path):
    said = 'Plain #eval("1") *bold* $x^2$ <b>&amp;</b> – [1] @x'

    assert said in read(pdf.octets_of(of(said)), tmp_path)


@needs_reader
def test_every_kind_of_block_is_shown(tmp_path):
    text = read(pdf.octets_of(EVERY), tmp_path)

    for said in ("Every kind", "First", "Two lines", "Careful", "1. c", "2. d", "1. e", "g", "p"):
        assert said in text


@needs_reader
def test_what_consent_leaves_out_is_not_in_the_text(tmp_path):
    made = assemble(answers("referral", agreed_groups=["needs"]), on=ON)
    text = read(pdf.octets_of(made), tmp_path)

    assert "sleep in peace" in text
    for said in ("Example", "theremin", "messenger", "wreath", "Passport, valid", "parrot"):
        assert said not in text


def test_a_file_is_written_for_its_owner(tmp_path):
    path = tmp_path / "letter.pdf"
    pdf.write(EVERY, path)

    assert path.read_bytes() == pdf.octets_of(EVERY)
