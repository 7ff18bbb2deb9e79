"""PDF: properties, XMP, the text of the pages, remarks, outlines, attachments, earlier states.

It depends on pypdf, and is its only door: pure Python, one wheel, kept up by many, and it gives the
text as well as every object, where pikepdf has no text and pdfium shows no objects.
Every string of every object is searched, whatever it belongs to, and every compressed stream of the
file as it lies there, so that what an earlier saving left behind is found too.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part
from safeconduct.publish.linter.readers import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "PDF"
_MAGIC: Final = b"%PDF-"
_HEAD: Final = 1024
_MOST_BYTES: Final = 20_000_000
_STREAM: Final = re.compile(rb"stream\r?\n")
_LITERAL: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]{6,})>")
_UNREAD: Final = "is damaged, or locked with a password"


def reads(name: str, octets: bytes) -> bool:
    """Whether it is a PDF."""
    return name.lower().endswith(".pdf") or _MAGIC in octets[:_HEAD]


def parts(octets: bytes) -> Iterator[Part]:
    """Everything that the file says."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    yield from _as_it_lies(octets)
    try:
        reader = PdfReader(io.BytesIO(octets))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Part(place="the PDF", unread=_UNREAD)
            return
        for number, page in enumerate(reader.pages, start=1):
            yield Part(place=f"PDF page {number}", text=page.extract_text())
        yield from _objects(reader)
    # A malformed file makes any error of a parser; nothing of it may be taken for searched.
    except Exception:  # noqa: BLE001
        yield Part(place="the PDF", unread=_UNREAD)


def _objects(reader: PdfReader) -> Iterator[Part]:
    """The strings of every object, those of the properties told as such; streams of text too."""
    info = reader.trailer.get("/Info")
    properties = getattr(info, "idnum", 0)
    numbers = {number for each in reader.xref.values() for number in each}
    for number in sorted(numbers | set(reader.xref_objStm)):
        found = reader.get_object(number)
        place = "PDF properties" if number == properties else f"PDF object {number}"
        yield Part(place=place, text="\n".join(_strings(found)))
        if isinstance(found, StreamObject):
            inside = found.get_data()[:_MOST_BYTES]
            is_attached = found.get("/Type") == "/EmbeddedFile"
            # XMP says nothing of itself in some files; fonts and pictures are no text.
            if is_attached or plain_text.reads("", inside):
                yield Part(place=place, octets=inside)


def _strings(found: PdfObject | None) -> Iterator[str]:
    if isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, ByteStringObject):
        yield strings_of(bytes(found))
    elif isinstance(found, DictionaryObject):
        for name, value in found.items():
            yield str(name)
            yield from _strings(value)
    elif isinstance(found, ArrayObject):
        for value in found:
            yield from _strings(value)


def _as_it_lies(octets: bytes) -> Iterator[Part]:
    """The strings of the file and of its compressed streams, without following any reference."""
    yield Part(place="the PDF as it lies", text=_literals(octets))
    for found in _STREAM.finditer(octets):
        try:
            inside = zlib.decompressobj().decompress(octets[found.end() :], _MOST_BYTES)
        except zlib.error:
            continue
        yield Part(place="a stream of the PDF", text=_literals(inside))


def _literals(octets: bytes) -> str:
    texts = [found[1] for found in _LITERAL.finditer(octets)]
    texts += [bytes.fromhex(_even(found[1])) for found in _HEX.finditer(octets)]
    # Pieces of a word that stand apart in a line of a page belong together too.
    return "\n".join((*map(strings_of, texts), strings_of(b"".join(texts))))


def _even(digits: bytes) -> str:
    text = b"".join(digits.split()).decode("ascii")
    return text + "0" * (len(text) % 2)
