"""Archives: zip and what is made of it (docx, xlsx, ods, epub), tar, gzip, bzip2, xz.

It depends on the standard library.
Names, remarks and owners are searched beside the contents, which are read as files of their own;
what is locked, damaged or too much is said to be unread. Another archive is one more branch.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from safeconduct.publish.linter.carving import odd_bytes
from safeconduct.publish.linter.decoding import strings_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME: Final = "archive"
MOST_BYTES: Final = 50_000_000  # of one file inside an archive
MOST_FILES: Final = 5_000
_TOO_MUCH: Final = "is too much to be searched"
_DAMAGED: Final = "is damaged, or locked with a password"
BESIDE: Final = "belongs to no file of the archive, so that something could be hidden in it"
_LOCAL: Final = 30  # bytes of the head of a file within a zip
_MOST_HEAD: Final = _LOCAL + 2 * 0xFFFF
_BLOCK: Final = 512  # bytes of a block of a tar
_DESCRIPTOR: Final = b"PK\x07\x08"
_STREAMS: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_FAILURES: Final = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error),
    *(OSError, EOFError, RuntimeError, NotImplementedError, ValueError),
)


def reads(name: str, octets: bytes) -> bool:
    """Whether it is an archive, or has one behind its end."""
    del name
    return octets.startswith(_STREAMS) or _is_tar(octets) or _is_zip(octets)


def parts(octets: bytes) -> Iterator[Part]:
    """The names in an archive, and its files."""
    try:
        if _is_zip(octets):
            yield from _of_zip(octets)
        if _is_tar(octets):
            yield from _of_tar(octets)
        if octets.startswith(_STREAMS):
            yield from _of_stream(octets)
    except _FAILURES:
        yield Part(place="the archive", unread=_DAMAGED)


def _is_zip(octets: bytes) -> bool:
    return octets.startswith(b"PK\x03\x04") or zipfile.is_zipfile(io.BytesIO(octets))


def _is_tar(octets: bytes) -> bool:
    return octets[257:262] == b"ustar"


def _of_zip(octets: bytes) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        yield Part(place="the remark of the archive", text=strings_of(archive.comment))
        for number, member in enumerate(archive.infolist(), start=1):
            place = f"file {number} of the archive"
            yield Part(place=f"the name of {place}", text=member.filename)
            # Safety: the head before a file may say what the list of files does not.
            head = octets[member.header_offset : member.header_offset + _MOST_HEAD]
            beside = strings_of(b"\n".join((member.comment, member.extra, _names_in(head))))
            yield Part(place=f"what stands beside {place}", text=beside)
            if number > MOST_FILES or member.file_size > MOST_BYTES:
                yield Part(place=place, unread=_TOO_MUCH)
                return
            try:
                with archive.open(member) as file:
                    inside = file.read(MOST_BYTES + 1)
            except _FAILURES:
                yield Part(place=place, unread=_DAMAGED)
            else:
                yield Part(place=place, name=member.filename, octets=inside)
        yield from _beside(octets, _gaps_of_zip(octets, archive))


def _of_tar(octets: bytes) -> Iterator[Part]:
    with tarfile.open(fileobj=io.BytesIO(octets), mode="r:") as archive:
        for number, member in enumerate(archive, start=1):
            place = f"file {number} of the archive"
            told = (member.name, member.linkname, member.uname, member.gname)
            beside = "\n".join((*told, *map(str, member.pax_headers.values())))
            yield Part(place=f"the name of {place}", text=beside)
            if number > MOST_FILES or member.size > MOST_BYTES:
                yield Part(place=place, unread=_TOO_MUCH)
                return
            head = octets[member.offset : member.offset_data]
            yield Part(place=f"the head of {place}", text=strings_of(head))
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield Part(place=place, name=member.name, octets=file.read())
            ends = member.offset_data + (member.size if file is not None else 0)
            yield from _beside(octets, [(ends, ends + -ends % _BLOCK)])
        yield from _beside(octets, [(archive.offset, len(octets))])


def _names_in(head: bytes) -> bytes:
    named, extra = struct.unpack("<HH", head[26:_LOCAL])
    return head[_LOCAL : _LOCAL + named + extra]


def _gaps_of_zip(octets: bytes, archive: zipfile.ZipFile) -> Iterator[tuple[int, int]]:
    """What lies before, between and behind the files of a zip and its list of them."""
    at = 0
    for member in sorted(archive.infolist(), key=lambda each: each.header_offset):
        head = octets[member.header_offset : member.header_offset + _LOCAL]
        named, extra = struct.unpack("<HH", head[26:30])
        yield at, member.header_offset
        begins = member.header_offset + _LOCAL + named + extra
        at = max(at, begins + member.compress_size)
        if octets.startswith(_DESCRIPTOR, at):
            at += 16
    yield at, archive.start_dir
    ends = octets.rfind(b"PK\x05\x06")
    yield ends + 22 + len(archive.comment), len(octets)


def _beside(octets: bytes, gaps: Iterable[tuple[int, int]]) -> Iterator[Part]:
    """Bytes that no program opens, where something could be left behind."""
    for begins, ends in gaps:
        rest = octets[begins:ends]
        if rest.strip(b"\0"):
            yield from odd_bytes(rest, place="beside the files of the archive")
            yield Part(place="beside the files of the archive", unread=BESIDE)


def _of_stream(octets: bytes) -> Iterator[Part]:
    # The header of gzip holds the name of the file, and a remark.
    yield Part(place="the head of the archive", text=strings_of(octets[:512]))
    inside = _opened(octets).read(MOST_BYTES + 1)
    if len(inside) > MOST_BYTES:
        yield Part(place="the archive", unread=_TOO_MUCH)
        return
    yield Part(place="in the archive", octets=inside)


def _opened(octets: bytes) -> io.BufferedIOBase:
    file = io.BytesIO(octets)
    if octets.startswith(_STREAMS[0]):
        return gzip.GzipFile(fileobj=file)
    return bz2.BZ2File(file) if octets.startswith(_STREAMS[1]) else lzma.LZMAFile(file)
