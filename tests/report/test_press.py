"""The press: pages are printed as the language runs, and a template that asks too much fails.

It depends on the press and on the plain cast.
Right to left is tried with English words, since no catalogue has such a script yet.
"""

import pytest
from jinja2 import UndefinedError

from safeconduct.report.edition import Edition
from safeconduct.report.press import TEMPLATES, Press, environment, language_names
from safeconduct.report.site import sections, written_pages
from safeconduct.report.stylesheet import FOLDER
from safeconduct.report.wording import Wording
from tests.report.page_gate import complaints


@pytest.fixture
def mirrored(edition):
    return Edition(edition.reading, Wording("en", right_to_left=True))


def test_a_page_of_a_script_that_runs_left_says_so_at_its_root(mirrored, gallery):
    press = Press(mirrored, sections=sections(), languages=["en"], plates=gallery.plates)
    printed = [press.printed(page) for page in written_pages(mirrored)]

    assert all('<html lang="en" dir="rtl"' in page for page in printed)
    assert [problem for page in printed[:10] for problem in complaints(page)] == []


def test_no_stylesheet_names_a_side_that_a_mirrored_page_would_turn():
    sided = ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left")
    found = [
        (path.name, each)
        for path in sorted(FOLDER.rglob("*.css"))
        for each in (*sided, "text-align: right", "border-left", "border-right", "float:")
        if each in path.read_text(encoding="utf-8")
    ]

    assert found == []


def test_a_name_that_a_template_misses_is_an_error():
    with pytest.raises(UndefinedError):
        environment(Wording("en")).from_string("{{ nothing }}").render()


def test_what_is_printed_is_escaped_and_straightened():
    printed = environment(Wording("en")).from_string("{{ text }}").render(text="<b>\u202e{{ x }}")

    assert printed == "&lt;b&gt;{{ x }}"


def test_every_language_goes_by_its_own_name():
    assert language_names(["en", "ru"]) == {"en": "English", "ru": "Русский"}


def test_templates_are_short_and_style_nothing_themselves():
    lengths = {
        path.name: path.read_text(encoding="utf-8").count("\n")
        for path in TEMPLATES.rglob("*.html")
    }
    median = sorted(lengths.values())[len(lengths) // 2]

    assert median <= 40
    assert {name for name, length in lengths.items() if length > 100} == set()
    assert not any("style=" in path.read_text("utf-8") for path in TEMPLATES.rglob("*.html"))
