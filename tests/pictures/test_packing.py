"""Packing loses nothing: the stream is the same, the chunks are sound.

It depends on the standard library; the PNG is made here, in the slow and plain way.
A chunk that must survive is one more line.
"""

import struct
import zlib

from safeconduct.pictures.packing import packed


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def invented(stream):
    half = len(stream) // 2
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", 100, 10, 8, 0, 0, 0, 0)),
            chunk(b"pHYs", struct.pack(">IIB", 5669, 5669, 1)),
            chunk(b"IDAT", stream[:half]),
            chunk(b"IDAT", stream[half:]),
            chunk(b"IEND", b""),
        ]
    )


def test_the_stream_is_the_same_and_smaller():
    pixels = (b"\x00" + bytes(range(100))) * 10

    png = packed(invented(zlib.compress(pixels, 0)))

    start = png.index(b"IDAT")
    length = struct.unpack_from(">I", png, start - 4)[0]
    assert zlib.decompress(png[start + 4 : start + 4 + length]) == pixels
    assert len(png) < len(invented(zlib.compress(pixels, 0)))
    assert png.count(b"IDAT") == png.count(b"IHDR") == png.count(b"pHYs") == 1
    assert png.endswith(chunk(b"IEND", b""))
