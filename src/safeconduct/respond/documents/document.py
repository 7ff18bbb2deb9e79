"""A document as it stands on paper: headings, paragraphs, lists, tables, checklists, cautions.

It depends on the standard library and on the citation of the vocabulary.
A new kind of block is one class here, joined to `Block`; tests then ask for it in `plain_lines` and
in both exporters.

Safety: a block has no representation of its own, so that no log and no message repeats its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from safeconduct.respond.general_title import title_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.vocabulary import Citation

# What neither XML nor a font can carry; a line break and a tab stay.
_ILLEGIBLE: Final = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Heading:
    """A heading; the title of the document stands above all of them."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Paragraph:
    """Running text; a line break in it is kept."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Caution:
    """What must be read before anything is sent: set apart, and never left out."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lines:
    """A list, numbered where its order matters or its lines are referred to."""

    lines: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Checklist:
    """What must be at hand or done; each line has a box to tick on paper."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Table:
    """Rows below a header; the first column names its row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sources:
    """What the document rests on, numbered in the order given."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NewPage:
    """What stands before is for the person alone, and what follows is what is sent."""


Block: TypeAlias = Heading | Paragraph | Caution | Lines | Checklist | Table | Sources | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document in one language, from its title to its last block."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    def __repr__(self) -> str:
        """Say which document it is and how long, and nothing that stands in it."""
        return f"Document({self.title!r}, {self.language!r}, {len(self.blocks)} blocks)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What is sent, and the sheet that is not: its checklist and warnings, where there is one."""

    sent: Document
    worksheet: Document | None


def packet_of(document: Document, *, worksheet_title: str) -> Packet:
    """Part what is sent from what stays with the person, so that neither file holds the other.

    Safety: whoever sends a file sends all of it, with the warnings in it.
    """
    marks = [place for place, block in enumerate(document.blocks) if isinstance(block, NewPage)]
    if not marks:
        return Packet(sent=document, worksheet=None)
    title, sent = _headed(document.blocks[marks[0] + 1 :])
    _, kept = _headed(document.blocks[: marks[0]])
    return Packet(
        sent=Document(title=title or document.title, language=document.language, blocks=sent),
        worksheet=Document(title=worksheet_title, language=document.language, blocks=kept),
    )


def _headed(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Make the heading of a part its title, which stands above, and lift those below it by one."""
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    if len(heads) != 1:
        return "", blocks
    lifted = (
        Heading(text=block.text, level=block.level - 1) if isinstance(block, Heading) else block
        for block in blocks
    )
    rest = (block for block in lifted if not isinstance(block, Heading) or block.level)
    return heads[0], tuple(rest)


def legible(text: str) -> str:
    """Put the sign of replacement for each character that no page can carry."""
    return _ILLEGIBLE.sub("\ufffd", text)


def cited(source: Citation, language: str = "en") -> str:
    """Write a citation as one line: title, section, page, footnote, date, address.

    A section `whole` says that the whole work is meant, which the line leaves unsaid.
    """
    section = "" if source.section == "whole" else source.section
    footnote = f"fn. {source.footnote}" if source.footnote else ""
    page = f"p. {source.page}" if source.page else ""
    parts = (title_in(source.title, language), section, page, footnote, source.date, source.url)
    return ", ".join(part for part in parts if part)


def plain_lines(document: Document) -> Iterator[str]:
    """Read a document aloud: every text of it in order, one a line, as the golden files hold it."""
    yield f"# {document.title}"
    for block in document.blocks:
        yield from _spoken(block)


def _spoken(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * (level + 1)} {text}"
        case Paragraph(text=text):
            yield text
        case Caution(text=text):
            yield f"! {text}"
        case Lines(lines=lines, is_numbered=is_numbered):
            for number, line in enumerate(lines, 1):
                yield f"{number}. {line}" if is_numbered else f"- {line}"
        case Checklist(lines=lines):
            yield from (f"[ ] {line}" for line in lines)
        case Table(headings=headings, rows=rows):
            yield from (" | ".join(row) for row in (headings, *rows) if row)
        case Sources(citations=citations):
            yield from (f"[{number}] {cited(one)}" for number, one in enumerate(citations, 1))
        case _:  # a new page
            yield "-----"
