"""What every picture keeps, whatever it draws: one test for the set, found by itself.

It depends on the picture modules and on the samples; a picture is a module with a `QUESTION`.
A promise to every reader of every picture is one more test here.
"""

import hashlib
import importlib
import json
import pkgutil
import re
import subprocess
import sys

import pytest
import vl_convert

from safeconduct import pictures
from safeconduct.pictures import page
from safeconduct.pictures.lettering import FAMILY, plain, typeface
from safeconduct.pictures.picture import Picture
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import HOSTILE, MANY, USUAL

KINDS = sorted(
    name
    for name in (module.name for module in pkgutil.iter_modules(pictures.__path__))
    if hasattr(importlib.import_module(f"safeconduct.pictures.{name}"), "QUESTION")
)
SIZES = {page.TITLE_SIZE, page.TEXT_SIZE, page.SMALL_SIZE}
SHEETS = [
    Sheet(),
    Sheet(theme="dark", width=340),
    Sheet(right_to_left=True),
]


def draw(kind, rows, sheet=None):
    return importlib.import_module(f"safeconduct.pictures.{kind}").draw(rows, sheet or Sheet())


def labels(number):
    return [f"{HOSTILE[i % len(HOSTILE)]} {i}" for i in range(number)]


def digest(picture):
    return hashlib.sha256(picture.png + picture.svg).hexdigest()


@pytest.fixture
def specifications(monkeypatch):
    """Keep every specification that reaches vl-convert, beside drawing it."""
    kept = []
    convert = vl_convert.vegalite_to_svg

    def keep(specification, **settings):
        assert settings["allowed_base_urls"] == []
        kept.append(specification)
        return convert(specification, **settings)

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", keep)
    return kept


def test_every_picture_has_its_samples():
    assert set(KINDS) == set(USUAL) == set(MANY)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_has_an_alternative_in_words_a_table_and_both_drawings(kind, theme):
    picture = draw(kind, USUAL[kind](), Sheet(theme=theme))

    assert isinstance(picture, Picture)
    assert picture.name == kind
    assert picture.alt.startswith(picture.title)
    assert len(picture.alt) > len(picture.title) + 20
    assert picture.png.startswith(b"\x89PNG")
    assert f"<title>{picture.title}</title>".encode() in picture.svg
    assert {len(row) for row in picture.table.rows} == {len(picture.table.headings)}
    assert all(column < len(picture.table.headings) for column in picture.table.numeric)


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_alternative_does_not_depend_on_the_theme(kind):
    light, dark = (draw(kind, USUAL[kind](), Sheet(theme=theme)) for theme in ("light", "dark"))

    assert light.alt == dark.alt
    assert light.table == dark.table
    assert light.png != dark.png


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rows_give_the_same_bytes(kind):
    assert digest(draw(kind, USUAL[kind]())) == digest(draw(kind, USUAL[kind]()))


def test_the_same_rows_give_the_same_bytes_in_another_process():
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from tests.pictures.test_conformance import KINDS, USUAL, digest, draw\n"
        "print([digest(draw(kind, USUAL[kind]())) for kind in reversed(KINDS)])"
    )

    other = subprocess.run(
        [sys.executable, "-c", code, *sys.path], capture_output=True, text=True, check=True
    )

    here = [digest(draw(kind, USUAL[kind]())) for kind in reversed(KINDS)]
    assert other.stdout.strip() == str(here)


@pytest.mark.parametrize("kind", KINDS)
def test_no_rows_give_a_calm_sheet(kind):
    picture = draw(kind, [])

    assert "There is nothing to draw" in drawing.words(picture)
    assert "There is nothing to draw" in picture.alt
    assert picture.table.rows == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [8, 5000])
def test_hostile_labels_in_any_number_are_drawn_on_a_sheet_of_bounded_height(kind, number):
    picture = draw(kind, MANY[kind](labels(number)), Sheet(width=340, theme="dark", sharpness=1))

    assert picture.height < 6000
    assert picture.alt == plain(picture.alt)
    assert "\u202e" not in picture.svg.decode()
    assert b"<script" not in picture.svg


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_no_text_leaves_the_sheet(kind, sheet):
    for rows in (USUAL[kind](), MANY[kind](labels(24))):
        picture = draw(kind, rows, sheet)

        for text in drawing.texts(picture):
            width = typeface(bold=text.bold).width(text.text) * text.size
            left = text.x - {"start": 0, "middle": 0.5, "end": 1}[text.anchor] * width
            # Letters of joined scripts are narrower than their single forms, never wider.
            assert left >= -1, text
            assert left + width <= picture.width + 1, text
            assert 0 < text.y < picture.height


@pytest.mark.parametrize("kind", KINDS)
def test_type_has_three_sizes_of_one_family_and_no_letter_from_another_font(kind):
    picture = draw(kind, MANY[kind](labels(24)))

    families = set(re.findall(r'font-family="([^"]*)"', picture.svg.decode()))
    assert families == {FAMILY}
    assert {text.size for text in drawing.texts(picture)} <= SIZES
    for text in drawing.texts(picture):
        assert all(typeface(bold=text.bold).covers(letter) for letter in text.text)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_can_be_fetched_and_nothing_points_outside(kind, specifications):
    picture = draw(kind, MANY[kind](labels(24)))

    assert specifications
    for specification in specifications:
        assert {"url", "$schema", "href", "name"} & keys(specification) == set()
    addresses = re.findall(r'(?:href|src|url)\s*[=(]\s*"?([^">)]*)', picture.svg.decode())
    assert addresses == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_is_plain_json(kind, specifications):
    draw(kind, USUAL[kind]())

    assert json.loads(json.dumps(specifications[0])) == specifications[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_is_drawn_unless_the_page_prints_it(kind):
    titled, untitled = (draw(kind, USUAL[kind](), Sheet(titled=titled)) for titled in (True, False))

    assert titled.title in drawing.words(titled)
    assert titled.title not in drawing.words(untitled)
    assert untitled.title == titled.title


@pytest.mark.parametrize("kind", KINDS)
def test_the_source_line_is_drawn_at_the_foot(kind):
    picture = draw(kind, USUAL[kind](), Sheet(source="Invented corpus, June 2025."))

    assert "Invented corpus, June 2025." in drawing.words(picture)


def keys(value):
    """Collect every key of a nested value."""
    match value:
        case dict():
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        case list():
            return {key for inner in value for key in keys(inner)}
        case _:
            return set()
