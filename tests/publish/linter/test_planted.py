"""What is planted in a release is found every time, wherever it was put and however it is written.

It depends on files made for the purpose, with invented names.
A further hiding place is one more line of `PLACES`; a further spelling one more of `SPELLINGS`.
"""

import base64
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import Refusal
from safeconduct.publish.attacks import r7_linter
from safeconduct.publish.breach import Context
from safeconduct.publish.linter.forbidden import of_never_file
from safeconduct.publish.linter.search import (
    DEEPEST,
    TOO_DEEP,
    UNKNOWN,
    LinterHit,
    lint,
    refuse_hits,
)
from safeconduct.publish.release import Release
from tests.publish.linter.planted import NAME as PLANTED
from tests.publish.linter.planted import (
    chunk,
    jpeg,
    packed,
    pdf,
    png,
    tarred,
    webp,
    zipped,
)

CYRILLIC = "Ахметова"
LINES = """# Invented.
Зарина Ахметова

Сергей Петренко
12.05.1984
+7 916 123-45-67
exile.one@mail.invalid
Қайрат Әлімов
"the green door"
王小明
case 17 of the northern list
"""
NEVER = of_never_file(LINES.encode(), file="never.txt")
CLEAN = {
    "method.en.md": b"Counted are persons, of incidents that one strong voice reports.\n",
    "tables/by-year.csv": b"year,shown,low,high\n1984,under 5,0,4\n2019,5-9,5,12\n",
    "pictures/by-year.png": png(),
}


def origins(octets: bytes, file: str = "a.md") -> set[str]:
    return {hit.origin for hit in lint({file: octets}, NEVER)}


def line(number: int) -> set[str]:
    return {f"never.txt, line {number}"}


WINDOWS = CYRILLIC.encode("cp1251")
SPLIT = f"<w:p><w:r>{CYRILLIC[:4]}</w:r><w:r>{CYRILLIC[4:]}</w:r></w:p>".encode()
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CYRILLIC}</x:xmpmeta>".encode()
PLACES = {
    "a caption": ("texts/caption.en.md", f"Photo: {PLANTED}.".encode()),
    "a Cyrillic spelling": ("texts/caption.ru.md", f"О деле {CYRILLIC}.".encode()),
    "a file in an old encoding": ("texts/caption.ru.md", WINDOWS),
    "a file in UTF-16": ("a.csv", PLANTED.encode("utf-16")),
    "a name of a file": (f"pictures/{PLANTED}.png", png()),
    "PNG tEXt": ("a.png", png(chunk(b"tEXt", b"Author\0" + PLANTED.encode()))),
    "PNG tEXt in UTF-8": ("a.png", png(chunk(b"tEXt", b"Author\0" + CYRILLIC.encode()))),
    "PNG zTXt": ("a.png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(WINDOWS)))),
    "PNG iTXt, damaged before": (
        "a.png",
        png(chunk(b"iTXt", b"x\0x\0" + zlib.compress(PLANTED.encode()))),
    ),
    "a chunk of another kind": ("a.png", png(chunk(b"x\xffX1", PLANTED.encode()))),
    "PNG zTXt that is not compressed": ("a.png", png(chunk(b"zTXt", b"x" + PLANTED.encode()))),
    "a PNG without an end": ("a.png", png(chunk(b"tEXt", PLANTED.encode()))[:-12]),
    "a JPEG without a scan": ("a.jpg", jpeg((0xFE, PLANTED.encode()))[:-13]),
    "PNG eXIf": ("a.png", png(chunk(b"eXIf", b"MM\0*" + PLANTED.encode()))),
    "behind the end of a PNG": ("a.png", png(behind=PLANTED.encode())),
    "a zip behind the end of a PNG": ("a.png", png(behind=zipped({"a.txt": WINDOWS}))),
    "JPEG EXIF": ("a.jpg", jpeg((0xE1, b"Exif\0\0" + PLANTED.encode()))),
    "a JPEG remark in UTF-16": ("a.jpg", jpeg((0xFE, PLANTED.encode("utf-16-le")))),
    "behind the end of a JPEG": ("a.jpg", jpeg(behind=PLANTED.encode())),
    "WebP XMP": ("a.webp", webp((b"VP8 ", b"odd"), (b"XMP ", XMP))),
    "SVG": ("a.svg", f"<svg><title>{CYRILLIC}</title></svg>".encode()),
    "a picture inside an SVG": (
        "a.svg",
        b"<image href='data:image/png;base64,"
        + base64.b64encode(png(chunk(b"tEXt", b"a\0" + PLANTED.encode())))
        + b"'/>",
    ),
    "PDF properties": ("a.pdf", pdf(title=PLANTED)),
    "PDF properties in Cyrillic": ("a.pdf", pdf(title=CYRILLIC)),
    "a PDF page": ("a.pdf", pdf(page=PLANTED)),
    "a PDF page, letter by letter": ("a.pdf", pdf(page="Akh) Tj (metova")),
    "a PDF attachment": ("a.pdf", pdf(attachment=zipped({"b.txt": PLANTED.encode()}))),
    "PDF XMP": ("a.pdf", pdf(xmp=XMP)),
    "a key in a PDF": ("a.pdf", pdf(entry="Akhmetova")),
    "a mark in a PDF": ("a.pdf", pdf(picture=b"\0\1\xff" + PLANTED.encode())),
    "an earlier state of a PDF": (
        "a.pdf",
        pdf().replace(b"%%EOF", b"%%EOF\n99 0 obj (" + PLANTED.encode() + b") endobj", 1),
    ),
    "a zip": ("a.zip", zipped({"a.txt": PLANTED.encode()})),
    "a name in a zip": ("a.zip", zipped({f"{CYRILLIC}.txt": b""})),
    "a remark of a zip": ("a.zip", zipped({}, remark=PLANTED.encode())),
    "a zip in a zip": ("a.zip", zipped({"b.zip": zipped({"a.txt": CYRILLIC.encode()})})),
    "a docx": ("a.docx", zipped({"word/document.xml": SPLIT})),
    "an ods": ("a.ods", zipped({"meta.xml": f"<dc:creator>{CYRILLIC}</dc:creator>".encode()})),
    "a tar": ("a.tar", tarred({"a.txt": PLANTED.encode()}, folder="folder")),
    "an owner in a tar": ("a.tar", tarred({"a.txt": b""}, owner="akhmetova")),
    "a tar.gz": ("a.tar.gz", packed(tarred({"a.txt": PLANTED.encode()}), "gz")),
    "a bz2": ("a.bz2", packed(PLANTED.encode(), "bz2")),
    "an xz": ("a.xz", packed(PLANTED.encode(), "xz")),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_wherever_it_was_put(place):
    file, octets = PLACES[place]

    found = {hit.origin for hit in lint({**CLEAN, file: octets}, NEVER)}

    assert found - {""} == line(2)


@pytest.mark.parametrize("place", PLACES)
def test_a_hit_never_repeats_what_was_found(place):
    file, octets = PLACES[place]

    for hit in lint({**CLEAN, file: octets}, NEVER):
        told = f"{hit!r}{hit.found}".lower()
        assert "akhmetova" not in told
        assert "ахметов" not in told


def test_a_clean_release_has_no_hit():
    assert lint(CLEAN, NEVER) == ()


SPELLINGS = {
    "AKHMETOVA": 2,
    "Axmetova": 2,
    "Achmetowa": 2,
    "Ахмєтова": 2,
    "Ахметовой": 2,
    "Ахметову": 2,
    "З\u0430рины": 2,
    "Zaryna": 2,
    "Ах\u00adме\u200bто\u2060ва": 2,
    "Ахме\u0301това": 2,
    "Ахмeтoвa": 2,
    "Ａｋｈｍｅｔｏｖａ": 2,
    "А х м е т о в а": 2,
    "Ахме-\nтова": 2,
    "Ахме**това**": 2,
    "&#1040;хметова": 2,
    "&amp;#1040;хметова": 2,
    r"\u0410\u0445\u043c\u0435\u0442\u043e\u0432\u0430": 2,
    r"\xc0khmetova Akhmetova \ud83d\ude00 \u{110000}": 2,
    "%D0%90%D1%85%D0%BC%D0%B5%D1%82%D0%BE%D0%B2%D0%B0": 2,
    "by_akhmetova_2": 2,
    "photoZarinaAkhmetova": 2,
    "Сергій": 4,
    "Петренками": 4,
    "born 1984-05-12": 5,
    "12/5/84": 5,
    "5/12/1984": 5,
    "19840512": 5,
    "12051984": 5,
    "12 мая 1984 года": 5,
    "May 12th, 1984": 5,
    "the twelfth of May 1984": 5,
    "двенадцатого мая 1984": 5,
    "1984 жылғы 12 мамыр": 5,
    "12. Mai 1984": 5,
    "12 травня 1984 року": 5,
    "8 (916) 123 45 67": 6,
    "tel:+79161234567": 6,
    "Exile.One @ mail.invalid": 7,
    "exile.one [at] mail [dot] invalid": 7,
    "exile one собака mail.invalid": 7,
    "Kairat": 8,
    "Alimov": 8,
    "behind The  Green, Door": 9,
    "я видел王小明先生": 10,
    "it is case 17 of the Northern list.": 11,
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_spelling_is_found(text):
    assert origins(text.encode()) == line(SPELLINGS[text])


@pytest.mark.parametrize(
    "text",
    [
        "Ова",
        "a green door, the door",
        "May 1984",
        "13 May 1984",
        "31 June 1984",
        "12 May 9999999",
        "2019,5,12",
        "9161234568",
        "Only what was reported and found is counted.",
        "王",
    ],
)
def test_what_is_something_else_is_not_a_hit(text):
    assert origins(text.encode()) == set()


def test_a_hit_says_the_file_the_line_and_whose_value_it_is():
    (hit,) = lint({"texts/a.md": b"one\ntwo Akhmetova\n"}, NEVER)

    assert hit == LinterHit(file="texts/a.md", place="line 2", origin="never.txt, line 2")
    assert hit.found == "the value of never.txt, line 2"


def test_a_file_whose_name_says_too_much_is_told_by_its_number():
    hits = lint({"a.md": b"", "akhmetova.md": b"Akhmetova"}, NEVER)

    assert {hit.file for hit in hits} == {"file 2"}
    assert [hit.place for hit in hits] == ["its name", "line 1"]


@given(
    st.integers(0, 200),
    st.sampled_from([text for text in SPELLINGS if "\n" not in text]),
    st.sampled_from(["md", "csv", "html", "zip"]),
)
@settings(max_examples=60, deadline=None)
def test_a_spelling_is_found_on_any_line_of_any_kind_of_text(before, text, ending):
    octets = ("words of no meaning\n" * before + f"{text}\nmore").encode()
    if ending == "zip":
        octets = zipped({"a.txt": octets})

    assert line(SPELLINGS[text]) <= origins(octets, f"a.{ending}")


# What could not be read ──────────────────────────────────────────────────────

LOCKED = bytearray(zipped({"a.txt": b"words"}))
LOCKED[6] |= 1
LOCKED[LOCKED.index(b"PK\x01\x02") + 8] |= 1


@pytest.mark.parametrize(
    ("file", "octets"),
    [
        ("a.bin", b"\0\1\2\3"),
        ("a.xyz", b"words\x01\x02"),
        ("a.zip", zipped({"vba.bin": b"\0\1"})),
        ("a.zip", b"PK\x03\x04damaged"),
        ("a.zip", bytes(LOCKED)),
        ("a.gz", b"\x1f\x8bdamaged"),
        ("a.tar", b"\1" * 257 + b"ustar" + b"\1" * 300),
        ("a.pdf", b"%PDF-1.7 damaged"),
        ("a.pdf", b"words"),
        ("a.pdf", pdf(password="closed")),  # noqa: S106  # It locks a file with nothing in it.
        ("a.svg", b"<image href='data:image/png;base64,AAAAA'/>"),
    ],
)
def test_what_cannot_be_read_is_a_hit_of_its_own(file, octets):
    hits = lint({file: octets}, NEVER)

    assert hits
    assert all(hit.unread for hit in hits)
    assert hits[0].found.startswith("a part that ")


@given(st.sampled_from(sorted(PLACES)), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_is_searched_or_said_to_be_unread_and_breaks_nothing(place, chance):
    file, octets = PLACES[place]
    damaged = bytearray(octets)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)

    for hit in lint({file: bytes(damaged[: chance.randint(1, len(damaged))])}, NEVER):
        assert hit.origin or hit.unread


def test_what_is_packed_too_deep_is_not_passed_over():
    octets = b"words"
    for _ in range(DEEPEST + 1):
        octets = zipped({"a.zip": octets})

    (hit,) = lint({"a.zip": octets}, NEVER)

    assert hit.unread == TOO_DEEP


def test_an_archive_of_too_much_is_not_unpacked(monkeypatch):
    from safeconduct.publish.linter.readers import archive  # noqa: PLC0415  # for its limits

    monkeypatch.setattr(archive, "MOST_BYTES", 10)
    long = b"words " * 10

    for file, octets in {
        "a.zip": zipped({"a.txt": long}),
        "a.tar": tarred({"a.txt": long}),
        "a.gz": packed(long, "gz"),
    }.items():
        assert {hit.unread for hit in lint({file: octets}, NEVER)} == {archive._TOO_MUCH}  # noqa: SLF001


def test_an_empty_file_of_any_name_is_fine():
    assert lint({"a.bin": b""}, NEVER) == ()
    assert lint({"a.bin": b"\0"}, NEVER)[0].unread == UNKNOWN


# The attack, and the refusal ─────────────────────────────────────────────────


def a_release() -> Release:
    return Release(
        id="release-1",
        version="1",
        title=(("en", "Persons"),),
        publisher="Example Monitor",
        made_on="2026-06-30",
        as_of="2026-03-31",
        licence="CC-BY-4.0",
    )


def test_the_attack_tells_the_file_the_place_and_the_remedy():
    context = Context(
        bundle={"a.md": b"Akhmetova", "b.md": b"17 May 1999"},
        never=("Зарина Ахметова", "17.05.1999"),
    )

    one, two = r7_linter.attack(a_release(), context)

    assert (one.attack, one.table, one.cell) == ("R7", "a.md", ("line 1",))
    assert one.found == "the value of the never-file, line 1"
    assert two.found == "the value of the never-file, line 2"
    assert one.remedy


def test_an_address_has_no_line():
    context = Context(bundle={"a.md": b"one@two.invalid"}, never=("one@two.invalid",))

    (breach,) = r7_linter.attack(a_release(), context)

    assert breach.cell == ()


def test_a_hit_is_a_refusal_that_says_where_and_not_what():
    hits = lint({"a.md": b"Akhmetova\nPetrenko"}, NEVER)

    with pytest.raises(Refusal) as caught:
        refuse_hits(hits, "release-1")

    assert "a.md, line 1 holds the value of never.txt, line 2, and 1 more" in caught.value.message
    refuse_hits((), "release-1")


@pytest.mark.parametrize(
    "text",
    ["Testov's", "Testov’s", "Testovs", "O'Testov", "Tästov", "TESTOV'S", "Testov's house"],
)
def test_a_name_is_found_with_an_ending_a_prefix_or_an_accent(text):
    never = of_never_file(b"Oleg Testov\nAkylbek\nT\xc3\xa4stov\n", file="never.txt")

    assert lint({"a.md": f"It was {text} letter.".encode()}, never)
    assert lint({"a.md": b"It was Tastov who wrote."}, never)
    assert lint({"a.md": b"In Akylbek's words."}, never)
    assert not lint({"a.md": b"It was the testimony of the tests."}, never)


def test_a_profile_in_hexadecimal_digits_is_read():
    profile = b"\nexif\n      32\n" + b"Exif\0\0 Artist Akhmetova, Zarina".hex().encode()
    packed_text = b"Raw profile type exif\0\0" + zlib.compress(profile)

    for planted in (chunk(b"zTXt", packed_text), chunk(b"tEXt", b"Raw\0" + profile)):
        assert lint({"a.png": png(planted)}, NEVER)


def test_a_text_is_named_before_the_file_that_repeats_them_all():
    first, _ = lint({"release.json": b"Akhmetova", "texts/a.en.md": b"Akhmetova"}, NEVER)

    assert first.file == "texts/a.en.md"
