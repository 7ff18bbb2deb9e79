"""Files with something planted in them, made byte by byte or by the standard library.

It depends on the standard library and pypdf.
A further kind of file is one more function that takes the text to hide.
"""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

from pypdf import PdfWriter
from pypdf.generic import ByteStringObject, DecodedStreamObject, DictionaryObject, NameObject

NAME = "Zarina Akhmetova"
MAGIC = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checked


def png(*chunks: bytes, behind: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return MAGIC + head + b"".join(chunks) + dot + chunk(b"IEND", b"") + behind


def zipped(files: Mapping[str, bytes], *, remark: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = remark
        for name, octets in files.items():
            archive.writestr(zipfile.ZipInfo(name), octets)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], *, owner: str = "", folder: str = "") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        if folder:
            member = tarfile.TarInfo(folder)
            member.type = tarfile.DIRTYPE
            archive.addfile(member)
        for name, octets in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.uname = len(octets), owner
            archive.addfile(member, io.BytesIO(octets))
    return out.getvalue()


def packed(octets: bytes, form: str) -> bytes:
    if form == "gz":
        return gzip.compress(octets)
    return bz2.compress(octets) if form == "bz2" else lzma.compress(octets)


def jpeg(*segments: tuple[int, bytes], behind: bytes = b"") -> bytes:
    told = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content
        for marker, content in segments
    )
    return b"\xff\xd8" + told + b"\xff\xda\x00\x02picture\xff\xd9" + behind


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    told = b"".join(
        kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for kind, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(told) + 4) + b"WEBP" + told


def pdf(  # noqa: PLR0913  # each argument is a place to hide something
    *,
    title: str = "",
    page: str = "",
    attachment: bytes = b"",
    xmp: bytes = b"",
    password: str = "",
    entry: str = "",
    picture: bytes = b"",
) -> bytes:
    writer = PdfWriter()
    sheet = writer.add_blank_page(200, 200)
    if page:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 10 Td ({page}) Tj ET".encode("latin-1"))
        sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001
    if entry:
        sheet[NameObject(f"/{entry}")] = NameObject("/X")
    if picture:
        drawn = DecodedStreamObject()
        drawn.set_data(picture)
        drawn[NameObject("/Mark")] = ByteStringObject(picture)
        writer._add_object(drawn)  # noqa: SLF001
    if title:
        writer.add_metadata({"/Title": title})
    if attachment:
        writer.add_attachment("plain.txt", attachment)
    if xmp:
        writer.xmp_metadata = xmp
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
