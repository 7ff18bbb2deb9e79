"""A document as a PDF: tagged, with its language and headings, for reading, printing and filing.

It depends on typst, on the page `document.typ` beside it and on the documents of the responses.
A new kind of block is one more case in `_told` and one more line in the page.

Safety: what the document says goes in as values, never as markup; typst reads no file but the page
and the fonts of the package, fetches nothing and writes nothing. Its own messages quote the text,
so they go no further than this module.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typst

from safeconduct.errors import Refusal
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
    from collections.abc import Iterable, Mapping

    from safeconduct.respond.documents.document import Block, Document

_PAGE: Final = Path(__file__).with_name("document.typ")
# Beside the face that typst carries, the one of the pictures: Armenian, Georgian, Arabic.
_FONTS: Final = Path(__file__).parent.parent / "pictures" / "fonts"
_STANDARD: Final = "ua-1"


def write(document: Document, path: Path, *, replaces: bool = False) -> None:
    """Write a document for its owner alone.

    Raises:
        Refusal: there is something at the path already, or a letter that no font of it can show.
        Unavailable: the file cannot be written.
    """
    write_private(octets_of(document), path, replaces=replaces)


def octets_of(document: Document) -> bytes:
    """Make the bytes of a document; equal documents are equal bytes.

    Raises:
        Refusal: it has a letter that none of the fonts can show.
    """
    told = {
        "title": legible(document.title),
        "language": document.language,
        "blocks": [_told(block) for block in document.blocks],
    }
    made = None
    with contextlib.suppress(typst.TypstError):
        made = typst.compile(
            _PAGE,
            root=_PAGE.parent,
            font_paths=[_FONTS],
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(told, ensure_ascii=False)},
            pdf_standards=_STANDARD,
            timestamp=0,
            format="pdf",
        )
    if not isinstance(made, bytes):
        # Safety: the error of typst quotes the text, so it is not kept as the cause of this one.
        raise Refusal(
            "a PDF of this document",
            rule="every letter of it must be readable, and a script in it has no font here",
            remedy="Write a .docx instead, or put names into Latin or Cyrillic letters.",
        )
    return made


def _told(block: Block) -> Mapping[str, object]:
    told: dict[str, object]
    match block:
        case Heading(text=text, level=level):
            told = {"kind": "heading", "text": legible(text), "level": level}
        case Paragraph(text=text):
            told = {"kind": "paragraph", "text": legible(text)}
        case Caution(text=text):
            told = {"kind": "caution", "text": legible(text)}
        case Lines(lines=lines, is_numbered=is_numbered):
            told = {"kind": "numbered" if is_numbered else "list", "lines": _legible(lines)}
        case Checklist(lines=lines):
            told = {"kind": "checklist", "lines": _legible(lines)}
        case Table(headings=headings, rows=rows):
            cells = [_legible(row) for row in rows]
            told = {"kind": "table", "headings": _legible(headings), "rows": cells}
        case Sources(citations=citations):
            told = {"kind": "numbered", "lines": _legible(map(cited, citations))}
        case _:  # a new page
            told = {"kind": "new-page"}
    return told


def _legible(texts: Iterable[str]) -> list[str]:
    return [legible(text) for text in texts]
