"""The guide as a browser shows it: readable by everybody, on a phone, in the dark and on paper.

It depends on what the program knows and on the fixtures of this folder.
A new kind of page is found by its template; every kind is opened in both languages, in light and
dark, on a desktop and on a phone.
"""

from datetime import date

import pytest

from safeconduct import corpora
from safeconduct.importers import corpus_folder
from safeconduct.report.guide.outlook import Outlook
from safeconduct.report.guide.site import build
from safeconduct.report.press import TEMPLATES
from tests.browser.accessibility import assert_accessible, assert_fits

KINDS = sorted(path.stem for path in (TEMPLATES / "guide").glob("*.html") if path.stem != "layout")
# One page of each kind where there are many, or where it has another name.
FULLEST = {
    "front": "index.html",
    "host": "host-KZ.html",
    "situation": "situation-red-notice-or-diffusion.html",
}


@pytest.fixture(scope="session")
def guide(tmp_path_factory):
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    outlook = Outlook(origin="RU", on=date(2026, 11, 1), corpus=corpus)
    return build(outlook, tmp_path_factory.mktemp("guide") / "site").folder


def address(guide, language, kind):
    return (guide / language / FULLEST.get(kind, f"{kind}.html")).as_uri()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_everybody_can_read_a_page_of_every_kind(open_page, guide, kind, language, phone, dark):
    page = open_page(address(guide, language, kind), phone=phone, dark=dark)

    assert_accessible(page)
    assert_fits(page)


def test_the_door_leads_into_each_language(open_page, guide):
    page = open_page((guide / "index.html").as_uri(), phone=True)

    assert_accessible(page)
    page.click("text=Русский")
    assert page.title() == "Охранная грамота: путеводитель"


def test_on_paper_every_question_keeps_its_answer(open_page, guide):
    page = open_page(address(guide, "en", "recognise"))
    page.emulate_media(media="print")

    assert page.locator(".question").count() > 20
    assert page.locator(".question >> visible=true").count() == page.locator(".question").count()
    assert page.locator(".question dd >> visible=true").count() > 100


def test_the_danger_line_of_a_step_stands_above_it(open_page, guide):
    page = open_page(address(guide, "en", "situation"), phone=True)
    tops = page.eval_on_selector_all(
        ".step",
        "steps => steps.map(it => [it.querySelector('.danger').getBoundingClientRect().top,"
        " it.querySelector('.step-text').getBoundingClientRect().top])",
    )

    assert tops
    assert all(danger < text for danger, text in tops)
