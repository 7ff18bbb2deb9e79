"""A document as a .docx file: headings, lists and tables as styles, so that lawyers can work on it.

It depends on python-docx and on the documents of the responses.
A new kind of block is one more case in `_write`; a test asks for it.

Safety: the file says nothing about who made it, when, or with which program; equal documents are
equal bytes.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from safeconduct.exporters.private_file import write_private
from safeconduct.respond.documents.document import (
    Caution,
    Checklist,
    Heading,
    Lines,
    Paragraph,
    Sources,
    Table,
    cited,
    legible,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docx.document import Document as Page
    from docx.styles.style import BaseStyle, ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written

    from safeconduct.respond.documents.document import Block, Document

# An archive dates its parts, and a document its making: both always say the same.
_MADE_AT: Final = (1980, 1, 1, 0, 0, 0)
_CREATED_AT: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FACE: Final = "Times New Roman"
_INK: Final = RGBColor(0x1C, 0x1B, 0x19)
_RULE: Final = "3B3A36"
_SHADE: Final = "F0EEE8"
_FIRST_COLUMN: Final = Cm(5.2)
_TEXT_WIDTH: Final = Cm(16)
_OF_ANSWERS: Final = 2  # columns
_HEADING_SIZES: Final = (Pt(15), Pt(13), Pt(11.5))
# The library's pattern brings a picture, the name of a word processor and half a megabyte of
# styles for programs of 2010; nobody needs them.
_LEFT_OUT: Final = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
_EMPTY_BOX: Final = "\N{BALLOT BOX}"


def write(document: Document, path: Path, *, replaces: bool = False) -> None:
    """Write a document for its owner alone.

    Raises:
        Refusal: there is something at the path already, and `replaces` is not said.
        Unavailable: the file cannot be written.
    """
    write_private(octets_of(document), path, replaces=replaces)


def octets_of(document: Document) -> bytes:
    """Make the bytes of a document; equal documents are equal bytes."""
    page = docx.Document()
    _prepare(page, document)
    page.add_heading(legible(document.title), level=0)
    for block in document.blocks:
        _write(page, block)
    made = BytesIO()
    page.save(made)
    return _repeatable(made)


def _prepare(page: Page, document: Document) -> None:
    properties = page.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = legible(document.title)
    properties.language = document.language
    properties.created = properties.modified = _CREATED_AT
    properties.revision = 1
    for bonds in (page.part.package.rels, page.part.rels):
        for bond in [name for name, one in bonds.items() if one.reltype.endswith(_LEFT_OUT)]:
            del bonds[bond]
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _number_pages(page)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        _dress(page.styles[name], document.language)
    normal = page.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)


def _dress(style: ParagraphStyle, language: str) -> None:
    """Give a style one face for every script, dark ink and the language of the document."""
    style.font.name, style.font.color.rgb = _FACE, _INK
    properties = style.element.get_or_add_rPr()
    faces = properties.find(qn("w:rFonts"))
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        faces.set(qn(script), _FACE)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        faces.attrib.pop(qn(theme), None)
    spoken = OxmlElement("w:lang")
    properties.append(spoken)
    spoken.set(qn("w:val"), language)
    if style.name == "Title":
        style.font.size, style.font.bold = Pt(18), True
        edge = style.element.pPr.find(qn("w:pBdr"))
        style.element.pPr.remove(edge)
    if style.name and style.name.startswith("Heading"):
        style.font.size = _HEADING_SIZES[int(style.name[-1]) - 1]
        style.font.italic = False


def _write(page: Page, block: Block) -> None:
    match block:
        case Heading(text=text, level=level):
            page.add_heading(legible(text), level=level)
        case Paragraph(text=text):
            page.add_paragraph(legible(text))
        case Caution(text=text):
            _edged(page.add_paragraph(legible(text)))
        case Lines(lines=lines, is_numbered=is_numbered):
            _list(page, lines, is_numbered=is_numbered)
        case Checklist(lines=lines):
            for line in lines:
                _hanging(page.add_paragraph(f"{_EMPTY_BOX}\t{legible(line)}"))
        case Table():
            _table(page, block)
        case Sources(citations=citations):
            _list(page, (cited(one) for one in citations), is_numbered=True)
        case _:  # a new page
            _new_page(page)


def _new_page(page: Page) -> None:
    """Begin a section whose pages count from one, so that nobody misses those kept back."""
    section = page.add_section(WD_SECTION.NEW_PAGE)
    first = OxmlElement("w:pgNumType")
    first.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(first, "w:cols", "w:docGrid")  # noqa: SLF001 - as below


def _number_pages(page: Page) -> None:
    paragraph = page.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    paragraph._p.append(number)  # noqa: SLF001 - the library offers no fields


def _list(page: Page, lines: Iterable[str], *, is_numbered: bool) -> None:
    style = page.styles["List Number" if is_numbered else "List Bullet"]
    paragraphs = [page.add_paragraph(legible(line), style=style) for line in lines]
    if is_numbered:
        _count_from_one(page, style, paragraphs)
    for paragraph in paragraphs:
        paragraph.paragraph_format.space_after = Pt(3)


def _count_from_one(page: Page, style: BaseStyle, paragraphs: Iterable[Written]) -> None:
    """Give a list numbers of its own, or it goes on counting from the list before."""
    kept = page.part.numbering_part.element
    used = style.element.pPr.numPr.numId.val
    pattern = next(one for one in kept.num_lst if one.numId == used).abstractNumId.val
    numbers = kept.add_num(pattern)
    numbers.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        place = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no other way in
        place.get_or_add_ilvl().val = 0
        place.get_or_add_numId().val = numbers.numId


def _hanging(paragraph: Written) -> None:
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = Cm(0.8), Cm(-0.8)
    layout.tab_stops.add_tab_stop(Cm(0.8))
    layout.space_after = Pt(3)


def _edged(paragraph: Written) -> None:
    """Set a caution apart by an edge and a shade, both of which print in black and white."""
    paragraph.paragraph_format.left_indent = Cm(0.3)
    paragraph.paragraph_format.keep_together = True
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library offers no edges
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "6"), ("color", _RULE)):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    properties.insert_element_before(edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc")


def _table(page: Page, block: Table) -> None:
    columns = len(block.headings)
    table = page.add_table(rows=1, cols=columns)
    table.style = page.styles["Table Grid"]
    table.autofit = False
    _fill(table.rows[0].cells, block.headings, is_header=True)
    for row in block.rows:
        _fill(table.add_row().cells, row, is_header=False)
    widths = _widths(columns)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    # Rows may break across pages: LibreOffice 7.4 drops whole rows of a table whose header is
    # repeated and whose rows may not.
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - as above
    page.add_paragraph().paragraph_format.space_after = Pt(2)


def _widths(columns: int) -> list[Length]:
    """Give a table of answers a narrow first column, and any other columns of one width."""
    if columns == _OF_ANSWERS:
        return [_FIRST_COLUMN, Length(_TEXT_WIDTH - _FIRST_COLUMN)]
    return [Length(_TEXT_WIDTH // columns)] * columns


def _fill(cells: tuple[_Cell, ...], texts: tuple[str, ...], *, is_header: bool) -> None:
    for cell, text in zip(cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(legible(text)).bold = is_header
        paragraph.paragraph_format.space_after = Pt(2)


def _repeatable(made: BytesIO) -> bytes:
    """Pack the parts anew, sorted and undated."""
    packed = BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w") as archive:
        # The list of parts stands first: some readers look for it there.
        names = sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            part = zipfile.ZipInfo(name, _MADE_AT)
            archive.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
