"""A .docx read back without the library that wrote it: its parts, and its text in order.

It depends on the standard library.
A new kind of paragraph that must be read differently is one more line in `text_of`.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(octets: bytes) -> Mapping[str, bytes]:
    """Unpack every part by its name."""
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(octets: bytes) -> str:
    """Read the text, one paragraph a line, with the style of those that have one."""
    body = ET.fromstring(parts_of(octets)["word/document.xml"]).find(f"{_W}body")  # noqa: S314 - written here
    assert body is not None
    return "\n".join(_paragraphs(body)) + "\n"


def _paragraphs(body: ET.Element) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = "" if style is None else f"{style.get(f'{_W}val')}: "
        said = "".join(_pieces(paragraph))
        if said:
            yield f"{name}{said}"


def _pieces(paragraph: ET.Element) -> Iterator[str]:
    for piece in paragraph.iter():
        if piece.tag == f"{_W}t":
            yield piece.text or ""
        elif piece.tag == f"{_W}tab" and piece.get(f"{_W}val") is None:
            yield "\t"
        elif piece.tag == f"{_W}br":
            yield " / "
