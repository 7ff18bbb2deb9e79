"""A document is read aloud block by block, cites in one line, and shows nothing in messages.

It depends on `safeconduct.respond.documents.document`.
A new kind of block is one more line in `BLOCKS`.
"""

from typing import get_args

import pytest

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
    cited,
    legible,
    plain_lines,
)
from safeconduct.vocabulary import Citation

BLOCKS: list[tuple[Block, list[str]]] = [
    (Heading(text="Who"), ["## Who"]),
    (Heading(text="Who", level=3), ["#### Who"]),
    (Paragraph(text="Ilya"), ["Ilya"]),
    (Caution(text="Ilya"), ["! Ilya"]),
    (Lines(lines=("Ilya", "Maria")), ["- Ilya", "- Maria"]),
    (Lines(lines=("Ilya", "Maria"), is_numbered=True), ["1. Ilya", "2. Maria"]),
    (Checklist(lines=("Ilya",)), ["[ ] Ilya"]),
    (Table(headings=("a", "b"), rows=(("Ilya", "d"),)), ["a | b", "Ilya | d"]),
    (Sources(citations=(Citation(title="Ilya"),)), ["[1] Ilya"]),
    (NewPage(), ["-----"]),
]


def of(block: Block) -> Document:
    return Document(title="T", language="en", blocks=(block,))


@pytest.mark.parametrize(("block", "lines"), BLOCKS)
def test_every_kind_of_block_is_read_aloud(block, lines):
    assert [*plain_lines(of(block))] == ["# T", *lines]


def test_no_kind_of_block_is_missing_from_these_tests():
    assert {type(block) for block, _ in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize(("block", "_"), BLOCKS)
def test_no_representation_says_what_stands_in_it(block, _):
    """Safety: the representation names the title and the number of blocks, never what they say."""
    assert "Ilya" not in f"{block!r}{of(block)!r}"


def test_a_citation_is_one_line_of_what_is_known_of_it():
    whole = Citation(title="T", section="whole", url="https://example.org")
    exact = Citation(title="T", section="Article 3", page="4", footnote="97", date="2024")

    assert cited(whole) == "T, https://example.org"
    assert cited(exact) == "T, Article 3, p. 4, fn. 97, 2024"


def test_what_no_page_can_carry_becomes_the_sign_of_replacement():
    assert legible("a\tb\nc\x00d\ufffee\ud800") == "a\tb\nc\ufffdd\ufffde\ufffd"
    assert legible("Илья 日本 \U0001f600") == "Илья 日本 \U0001f600"
