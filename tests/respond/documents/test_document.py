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
    Packet,
    Paragraph,
    Sources,
    Table,
    cited,
    legible,
    packet_of,
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


def test_what_is_sent_and_what_is_kept_back_are_two_documents_with_titles_of_their_own():
    """Safety: whoever sends a file sends all of it, with the warnings in it."""
    kept = (Caution(text="Beware"), Heading(text="For you"), Heading(text="Before", level=2))
    sent = (Heading(text="To them"), Heading(text="Who", level=2), Paragraph(text="I."))
    both = Document(title="Letter", language="en", blocks=(*kept, NewPage(), *sent))

    made = packet_of(both, worksheet_title="Not to be sent")

    assert [*plain_lines(made.sent)] == ["# To them", "## Who", "I."]
    assert made.worksheet is not None
    assert [*plain_lines(made.worksheet)] == ["# Not to be sent", "! Beware", "## Before"]


def test_a_part_with_two_headings_or_none_keeps_them():
    blocks = (NewPage(), Heading(text="One"), Heading(text="Two"))
    both = Document(title="Letter", language="en", blocks=blocks)

    made = packet_of(both, worksheet_title="Kept")

    assert [*plain_lines(made.sent)] == ["# Letter", "## One", "## Two"]
    assert made.worksheet == Document(title="Kept", language="en", blocks=())


def test_a_document_that_keeps_nothing_back_is_sent_as_it_is():
    whole = Document(title="Letter", language="en", blocks=(Paragraph(text="I."),))

    assert packet_of(whole, worksheet_title="Kept") == Packet(sent=whole, worksheet=None)
