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

from safeconduct.publish.linter.carving import TOO_MUCH, odd_bytes
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
_ARRAY: Final = re.compile(rb"\[([^\[\]]{1,4000})\]\s{0,3}TJ")
_LINE_BROKEN: Final = re.compile(rb"\\\r?\n")
_OCTAL: Final = re.compile(rb"\\([0-3][0-7]{2})")
_END: Final = b"%%EOF"
BESIDE: Final = "does not belong to the PDF, so that something could be hidden in it"
_WHOLE_FILES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"RIFF")
_HEX_PIECE: Final = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
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
            yield from _of_stream(found, place)


def _of_stream(found: StreamObject, place: str) -> Iterator[Part]:
    """A stream as a file where it is one, and as strings where it is a font or a picture."""
    inside = found.get_data()
    if len(inside) > _MOST_BYTES:
        yield Part(place=place, unread=TOO_MUCH)
        return
    # XMP says nothing of itself in some files.
    is_file = found.get("/Type") == "/EmbeddedFile" or inside.startswith(_WHOLE_FILES)
    if is_file or plain_text.reads("", inside):
        yield Part(place=place, octets=inside)
    elif found.get("/Subtype") != "/Image":
        yield from odd_bytes(inside, place=place, whole=False)


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
    room = _MOST_BYTES
    for found in _STREAM.finditer(octets):
        opened = zlib.decompressobj()
        try:
            inside = opened.decompress(octets[found.end() :], room + 1)
        except zlib.error:
            continue
        room -= len(inside)
        if room < 0:
            yield Part(place="the streams of the PDF", unread=TOO_MUCH)
            return
        yield Part(place="a stream of the PDF", text=_literals(inside))
    begins, ends = octets.find(_MAGIC), octets.rfind(_END)
    beside = octets[:begins].strip(), octets[ends + len(_END) :].strip() if ends >= 0 else b""
    for place, rest in zip(("before the PDF", "behind the end of the PDF"), beside, strict=True):
        if rest and begins >= 0:
            yield from odd_bytes(rest, place=place)
            yield Part(place=place, unread=BESIDE)


def _literals(octets: bytes) -> str:
    octets = _OCTAL.sub(_of_octal, _LINE_BROKEN.sub(b"", octets))
    texts = [found[1] for found in _LITERAL.finditer(octets)]
    texts += [bytes.fromhex(_even(found[1])) for found in _HEX.finditer(octets)]
    # Pieces of a word that stand apart in a line of a page belong together too.
    lines = [b"".join(_pieces(found[1])) for found in _ARRAY.finditer(octets)]
    return "\n".join(map(strings_of, (*texts, *lines, b"".join(texts))))


def _of_octal(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8)])


def _pieces(array: bytes) -> Iterator[bytes]:
    """The strings of one line of a page, which kerning has taken apart."""
    for found in re.finditer(_LITERAL.pattern + b"|" + _HEX_PIECE.pattern, array, re.DOTALL):
        yield found[1] if found[1] is not None else bytes.fromhex(_even(found[2]))


def _even(digits: bytes) -> str:
    text = b"".join(digits.split()).decode("ascii")
    return text + "0" * (len(text) % 2)
