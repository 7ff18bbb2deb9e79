"""Lettering: what the font covers, how texts are cleaned, measured and broken.

It depends on the shipped fonts; a script that the font must keep is one more line.
The widths are those of the font files, so that a changed file is noticed.
"""

import hashlib

import pytest

from safeconduct.pictures.lettering import (
    FONTS,
    drawable,
    embedded,
    plain,
    runs_right_to_left,
    shortened,
    typeface,
    width_of,
    wrapped,
)

# fonts-dejavu-core 2.37-6 of Debian 12.
DIGESTS = {
    "DejaVuSans.ttf": "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322",
    "DejaVuSans-Bold.ttf": "0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96",
}


def test_the_fonts_are_those_of_debian_and_their_licence_stands_beside_them():
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")
    }

    assert found == DIGESTS
    assert "Bitstream" in (FONTS / "LICENCE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Łódź São Türkiye",
        "Щёлково Ґанок қазақ тоҷикӣ",
        "საქართველო",
        "Հայաստան",
        "שלום",
        "سلام ایران",
    ],
)
def test_the_font_covers_the_scripts_of_the_people_concerned(text, bold):
    # The bold weight shapes Georgian and Arabic too; Hebrew is in the regular weight only.
    covered = [typeface(bold=bold).covers(letter) for letter in text]

    assert all(covered) or (bold and "ש" in text)


def test_widths_are_those_of_the_font_file():
    assert width_of("M", 1000) == pytest.approx(862.8, abs=0.1)
    assert width_of("M", 1000, bold=True) == pytest.approx(995.1, abs=0.1)
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("漢", 10) == width_of("□", 10)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\tb\r\nc", "a b  c"),
        ("evil \u202etxt", "evil txt"),
        ("\x00\x1b[31mred", "[31mred"),
        ("1\u202f000", "1\u202f000"),
        ("e\u0301", "é"),
        ("\u2066", ""),
    ],
)
def test_control_and_formatting_characters_are_taken_out(text, clean):
    assert plain(text) == clean


def test_a_letter_of_another_font_becomes_a_box_and_its_marks_go():
    assert drawable("漢字 a") == "□□ a"
    assert drawable("\u0915\u093f") == "□"


def test_a_text_breaks_between_words():
    assert wrapped("one two three", 60, size=12) == ("one two", "three")
    assert wrapped("", 60, size=12) == ("",)


def test_a_word_wider_than_the_line_breaks_inside():
    lines = wrapped("x" * 30, 70, size=12, most_lines=9)

    assert "".join(lines) == "x" * 30
    assert all(width_of(line, 12) <= 70 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrapped("word " * 40, 100, size=12, most_lines=2)

    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width_of(line, 12) <= 100 for line in lines)


def test_a_text_that_fits_is_not_shortened():
    assert shortened("short", 100, size=12) == "short"
    assert shortened("much too long", 40, size=12) == "muc…"
    assert shortened("anything", 1, size=12) == "…"


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("سلام", True), ("2023: שלום", True), ("abc سلام", False), ("12", False)],
)
def test_the_first_letter_with_a_direction_decides(text, leftwards):
    assert runs_right_to_left(text) is leftwards


def test_a_right_to_left_text_is_wrapped_in_its_direction():
    assert embedded("x") == "\u202bx\u202c"
