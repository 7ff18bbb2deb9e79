"""Bytes that no viewer shows, codes and disguises hide nothing, and what is not read is refused.

It depends on files made for the purpose, with invented names.
A further hiding place is one more line of `HIDDEN`; a further disguise one more of `DISGUISES`.
"""

import base64
import gzip
import io
import quopri
import struct
import time
import zipfile
import zlib

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from safeconduct.publish.linter.forbidden import of_never_file
from safeconduct.publish.linter.readers import archive, pdf, photograph, png
from safeconduct.publish.linter.search import lint
from tests.publish.linter import planted
from tests.publish.linter.planted import MAGIC, chunk, jpeg, tarred, webp, zipped

LATIN = "Zarina Akhmetova"
CYRILLIC = "Ахметова"
NEVER = of_never_file(
    "Зарина Ахметова\n+7 916 123-45-67\n12.05.1984\nexile.one@mail.invalid".encode(), file="n"
)
OCTETS = CYRILLIC.encode()
END = chunk(b"IEND", b"")


def head(width: int = 1, *, height: int = 1, depth: int = 8, colour: int = 0, laced: int = 0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced))


def picture(packed_dots: bytes, header: bytes = b"") -> bytes:
    return MAGIC + (header or head()) + chunk(b"IDAT", packed_dots) + END


def with_stream(filtered: str, octets: bytes, kind: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    stream = DecodedStreamObject()
    stream.set_data(octets)
    for name, value in (("/Filter", filtered), ("/Subtype", kind)):
        if value:
            stream[NameObject(name)] = NameObject(value)
    writer._add_object(stream)  # noqa: SLF001
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_a_file_that_is_not_listed() -> bytes:
    hidden = zipped({"b.txt": OCTETS})
    return hidden[: hidden.index(b"PK\x01\x02")] + zipped({"a.txt": b"words"})


def with_padding() -> bytes:
    octets = tarred({"a.txt": b"x"})
    return octets[:513] + OCTETS + octets[513 + len(OCTETS) :]


HIDDEN = {
    "between the scans of a JPEG": jpeg(behind=b"")[:-2] + b"\xff\xfe\0\x20" + OCTETS + b"\xff\xd9",
    "behind a second end of a JPEG": jpeg(behind=OCTETS + b"\xff\xd9"),
    "a JPEG with filling before a remark": b"\xff\xd8\xff\xff" + jpeg((0xFE, OCTETS))[3:],
    "packed in a JPEG segment": jpeg((0xEF, zlib.compress(OCTETS))),
    "a picture in a JPEG segment": jpeg((0xE1, b"Exif\0\0" + jpeg((0xFE, OCTETS)))),
    "coded in a JPEG remark": jpeg((0xFE, base64.b64encode(OCTETS))),
    "behind the dots of a PNG": picture(zlib.compress(b"\0\0") + OCTETS),
    "more dots than a PNG has": picture(zlib.compress(b"\0\0" + OCTETS)),
    "in the end of a PNG": planted.png()[:-12] + chunk(b"IEND", OCTETS),
    "in the colours of a PNG": planted.png(chunk(b"PLTE", OCTETS + b"..")),
    "packed in an odd PNG chunk": planted.png(chunk(b"zzZz", zlib.compress(OCTETS))),
    "a file in an odd PNG chunk": planted.png(chunk(b"zzZz", gzip.compress(OCTETS))),
    "a PNG behind a PNG": planted.png(
        behind=planted.png(chunk(b"zTXt", b"a\0\0" + zlib.compress(OCTETS)))
    ),
    "behind a WebP": webp((b"EXIF", b"odd")) + b"XMP " + struct.pack("<I", 16) + OCTETS,
    "before a PDF": OCTETS + b"\n" + planted.pdf(),
    "behind a PDF": planted.pdf() + OCTETS,
    "packed behind a PDF": planted.pdf() + gzip.compress(OCTETS),
    "kerned in a PDF": planted.pdf(page="x) Tj [(a Akh) 20 <6d6574> -20 (ova b)] TJ (y"),
    "in octal digits in a PDF": planted.pdf(
        page="".join(f"\\{byte:03o}" for byte in LATIN.encode())
    ),
    "a broken line of a PDF": planted.pdf(page="Akh\\\nmetova"),
    "in odd bytes in a PDF": with_stream("", b"\0\1" + LATIN.encode()),
    "a picture in a PDF": with_stream("/DCTDecode", jpeg((0xFE, OCTETS))),
    "before a zip": OCTETS + zipped({"a.txt": b"words"}),
    "behind a zip": zipped({"a.txt": b"words"}) + OCTETS,
    "a file of a zip that is not listed": with_a_file_that_is_not_listed(),
    "behind a tar": tarred({"a.txt": b"words"}) + OCTETS,
    "between the files of a tar": with_padding(),
    "in Mac Cyrillic": CYRILLIC.encode("mac-cyrillic"),
    "in ISO 8859-5": CYRILLIC.encode("iso8859-5"),
    "in a Kazakh code page": CYRILLIC.encode("ptcp154"),
}


@pytest.mark.parametrize("place", HIDDEN)
def test_what_no_viewer_shows_is_found(place):
    assert "n, line 1" in {hit.origin for hit in lint({"a.file": HIDDEN[place]}, NEVER)}


NOT_WHOLE = {
    "a JPEG": (jpeg(), photograph.UNREAD),
    "a WebP": (webp((b"VP8 ", b"odd")), photograph.UNREAD),
    "a GIF": (b"GIF89a\1\0\1\0\0\0\0;", photograph.UNREAD),
    "a TIFF": (b"II*\0\x08\0\0\0", photograph.UNREAD),
    "a bitmap": (b"BM\x46\0\0\0\0\0\0\0", photograph.UNREAD),
    "a HEIC": (b"\0\0\0\x18ftypheic", photograph.UNREAD),
    "a PNG with too many dots": (picture(zlib.compress(b"\0\0\0")), png.NOT_WHOLE),
    "a PNG with too few dots": (picture(zlib.compress(b"\0")), png.NOT_WHOLE),
    "a PNG with damaged dots": (picture(b"dots"), png.NOT_WHOLE),
    "a PNG of no colour": (picture(zlib.compress(b"\0\0"), head(colour=5)), png.NOT_WHOLE),
    "a PNG of no head": (MAGIC + chunk(b"IDAT", zlib.compress(b"\0\0")) + END, png.NOT_WHOLE),
    "a PNG of no dots": (MAGIC + head(width=0, height=0) + END, png.NOT_WHOLE),
    "a PNG that goes on": (planted.png(behind=b"\0"), png.NOT_WHOLE),
    "a PNG that stops": (planted.png()[:-12], png.NOT_WHOLE),
    "a PNG with an odd chunk": (planted.png(chunk(b"abCd", b"")), png.UNKNOWN_KIND),
    "a PDF with something behind": (planted.pdf() + b"\0\1", pdf.BESIDE),
    "a zip with something behind": (zipped({"a": b"b"}) + b"\1", archive.BESIDE),
    "RTF": (b"{\\rtf1 \\u1040?}", "writes letters as numbers; save it as PDF or plain text"),
}


@pytest.mark.parametrize("kind", NOT_WHOLE)
def test_what_cannot_be_looked_into_to_the_last_byte_is_refused(kind):
    octets, unread = NOT_WHOLE[kind]

    assert {hit.unread for hit in lint({"a.file": octets}, NEVER)} == {unread}


def test_a_whole_picture_is_passed_plain_and_laced_in_every_depth():
    for colour, samples in {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.items():
        octets = picture(
            zlib.compress((b"\0" + b"\1" * 3 * samples) * 2), head(3, height=2, colour=colour)
        )
        assert lint({"a.png": octets}, NEVER) == ()
    # Of 3 by 2 dots in seven passes: rows of 1, then of 2 and 1, then of 3 dots.
    laced = picture(zlib.compress(bytes(2 + 2 + 2 + 4)), head(3, height=2, laced=1))
    assert lint({"a.png": laced}, NEVER) == ()


def test_a_zip_that_was_written_as_a_stream_and_a_text_that_begins_like_a_picture_are_passed():
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Stream()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", b"words")

    assert lint({"a.zip": out.getvalue(), "b.md": b"BMW and others\n"}, NEVER) == ()


def test_the_dots_of_a_picture_in_a_pdf_are_no_text():
    assert lint({"a.pdf": with_stream("", b"\0\1" + LATIN.encode(), "/Image")}, ()) == ()


def test_what_unpacks_to_too_much_is_refused_in_little_time(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_BYTES", 10_000)
    monkeypatch.setattr("safeconduct.publish.linter.carving.MOST_BYTES", 10_000)
    bomb = zlib.compress(b" " * 20_000)

    for octets in (
        with_stream("/FlateDecode", bomb),
        planted.png(chunk(b"zTXt", b"a\0\0" + bomb)),
        planted.png(chunk(b"iTXt", b"a\0\1\0\0\0" + bomb)),
    ):
        assert "is too much to be searched" in {hit.unread for hit in lint({"a": octets}, NEVER)}


@pytest.mark.parametrize(
    "sign", [" ", "[", "<", "(", "&", "\\", "- ", "a ", "<!--", '<"', "=\n", "1", "a"]
)
def test_a_long_text_of_one_sign_is_searched_in_little_time(sign):
    began = time.monotonic()

    lint({"a.md": (sign * 100_000).encode()}, NEVER)

    assert time.monotonic() - began < 10


DISGUISES = {
    "base64": base64.b64encode(OCTETS).decode(),
    "base64 in lines": base64.encodebytes(b"They said that " + OCTETS * 8).decode(),
    "base64 of base64": base64.b64encode(base64.b64encode(OCTETS)).decode(),
    "base64 of UTF-16": base64.b64encode(CYRILLIC.encode("utf-16")).decode(),
    "base64 of an address": "q=" + base64.urlsafe_b64encode(OCTETS).decode().rstrip("="),
    "base64 of a file": base64.b64encode(gzip.compress(OCTETS)).decode(),
    "base64 of a windows text": base64.b64encode(CYRILLIC.encode("cp1251")).decode(),
    "base32": base64.b32encode(LATIN.encode()).decode(),
    "hexadecimal digits": OCTETS.hex(),
    "quoted-printable": quopri.encodestring(OCTETS).decode(),
    "a name of a host": f"http://{CYRILLIC.lower().encode('idna').decode()}.invalid",
    "CSS": "".join(f"\\{ord(sign):04x} " for sign in CYRILLIC),
    "octal": "".join(f"\\{byte:03o}" for byte in LATIN.encode()),
    "names of letters": "\\N{CYRILLIC CAPITAL LETTER A}хметова",
    "long escapes": "".join(f"\\U{ord(sign):08x}" for sign in CYRILLIC),
    "an entity in entities": "&amp;amp;#1040;хметова",
    "percent thrice": "%252541khmetova",
    "a remark within": "Ахме<!-- a > b -->това",
    "a tag with a sign within": "Ахме<i title='a>b'>това</i>",
    "letters far apart": "А  х  м  е  т  о  в  а",
    "letters with hyphens": "А-х-м-е-т-о-в-а",
    "letters on lines": "\n".join(CYRILLIC),
    "letters of a table": '["А","х","м","е","т","о","в","а"]',
    "a broken line": "Ахме\nтова",
    "a blank within": "Ахм етова",
    "a hyphen within": "Ахме-това",
    "a dash at the end": "Akh\u2014\nmetova",
    "a link within": "[Akhm](x)etova",
    "LaTeX": "Akhm{\\'e}tova",
    "a Greek letter": "Akhmet\u03bfva",
    "an Armenian letter": "Akhmet\u0585va",
    "Greek among Cyrillic": "\u0391хмет\u03bfва",
    "small capitals": "ᴀᴋʜᴍᴇᴛᴏᴠᴀ",
    "signs of regions": "🇦🇰🇭🇲🇪🇹🇴🇻🇦",
    "a figure": "Ахмет0ва",
    "a figure for a first letter": "3арина",
    "enclosing marks": "".join(f"{sign}\u20dd" for sign in CYRILLIC),
    "a blank of Braille": "Ахме\u2800това",
    "tags": "".join(chr(0xE0000 + ord(sign)) for sign in LATIN),
    "turned around": f"\u202e{CYRILLIC[::-1]}\u202c",
    "read in another encoding": OCTETS.decode("latin-1"),
    "read in a Cyrillic encoding": "".join(
        bytes([byte]).decode("cp1251", "ignore") for byte in "Ахметова".encode()
    ),
    "run together": "zarinaakhmetova",
    "the family name first": "akhmetovazarina",
    "with an initial": "zakhmetova@host.invalid",
    "Georgian": "ახმეტოვა",
    "Greek": "Αχμέτοβα",
    "Armenian": "Ախմետովա",
}


@pytest.mark.parametrize("kind", DISGUISES)
def test_a_name_in_disguise_is_found(kind):
    assert {hit.origin for hit in lint({"a.md": DISGUISES[kind].encode()}, NEVER)} == {"n, line 1"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+7 916\u2012123\u201245\u201267", 2),
        ("+7 916\u2014123\u201445\u201467", 2),
        ("+7\u00b7916\u00b7123\u00b745\u00b767", 2),
        ("[7][916][123][45][67]", 2),
        ("123-45-67", 2),
        ("12.V.1984", 3),
        ("12 v 1984", 3),
        ("1984年5月12日", 3),
        ("1984:05:12 10:00:00", 3),
        ("12·05·1984", 3),
        ("19840512101500", 3),
        ("12 maja 1984", 3),
        ("12 مايو 1984", 3),
        ("exile dot one at mail dot invalid", 4),
        ("exile точка one собака mail точка invalid", 4),
        ("exile.one@NOSPAM.mail.invalid", 4),
        ("exile.one+x@mail.invalid", 4),
        ("\u0435xile.\u043ene@mail.invalid", 4),
        ("exile.one ät mail.invalid", 4),
    ],
)
def test_a_number_a_day_and_an_address_in_disguise_are_found(text, line):
    assert {hit.origin for hit in lint({"a.md": text.encode()}, NEVER)} == {f"n, line {line}"}


@pytest.mark.parametrize(
    "text",
    [
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "12:05:19 and 10:12:84",
        "1234568 and 9-12-34-56",
        "\\N{NO SUCH SIGN} xn--99999999999 &notanentity;",
        "%2525252525252525250",
        "in the metropolis of Zar, in Arina",
        "dot, at, and dash",
        "ABCDEFGHIJKLMNOPQRSTUVWXY and abcdefghijkl",
        "Ö\u00fc \u00c3",
    ],
)
def test_what_is_something_else_is_no_hit(text):
    assert lint({"a.md": text.encode()}, NEVER) == ()
