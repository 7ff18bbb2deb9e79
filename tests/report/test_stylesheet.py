"""The stylesheet: its colours are those of the pictures, and stand in one file only.

It depends on the stylesheets and on the palette.
A component and its stylesheet share a name.
"""

import re

from safeconduct.pictures.palette import TOKENS
from safeconduct.report.press import TEMPLATES
from safeconduct.report.stylesheet import FOLDER, LAYERS, stylesheet

TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6});")


def colours(text):
    return dict(TOKEN.findall(text))


def test_the_tokens_of_pages_are_the_palette_of_the_pictures():
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)")

    for palette, block in ((TOKENS["light"], light), (TOKENS["dark"], dark)):
        found = colours(block)
        assert found == {name: palette[name] for name in found}
        assert {"paper", "ink", "accent", "danger"} <= set(found)
        assert {name for name in palette if name.startswith("standing-")} <= set(found)


def test_no_other_stylesheet_names_a_colour():
    # Paper is black on white whatever the screen was, so print sets the tokens anew.
    found = [
        path.name
        for path in sorted(FOLDER.rglob("*.css"))
        if path.name not in ("tokens.css", "print.css")
        and re.search(r"#[0-9a-f]{3}|rgb|hsl", path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_nothing_is_fetched_from_anywhere():
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()


def test_the_layers_come_in_their_order():
    text = stylesheet()
    places = [text.index(f"@layer {layer} {{") for layer in LAYERS]

    assert text.startswith(f"@layer {', '.join(LAYERS)};")
    assert places == sorted(places)
    assert text.count("{") == text.count("}")


def test_every_share_of_a_bar_has_a_class():
    text = stylesheet()

    assert ".from-0 { inset-inline-start: 0%; }" in text
    assert ".to-37 { inset-inline-end: 63%; }" in text


def test_stylesheets_are_short_and_named_for_what_they_style():
    components = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    pages = {path.stem for path in (TEMPLATES / "pages").glob("*.html")}
    styled = {path.stem: path for path in (FOLDER / "components").glob("*.css")}
    lengths = {name: path.read_text("utf-8").count("\n") for name, path in styled.items()}

    assert set(styled) - components - pages - {"tally", "door", "guide", "public"} == set()
    assert max(lengths.values()) <= 180
