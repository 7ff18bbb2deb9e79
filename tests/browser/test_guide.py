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
    "instrument": "instrument-interpol-ccf-statute.html",
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


@pytest.mark.parametrize("width", [320, 660, 768, 1000])
@pytest.mark.parametrize("kind", ["hosts", "definitions", "front", "host"])
def test_nothing_is_cut_off_between_a_phone_and_a_desk(open_page, guide, kind, width):
    page = open_page(address(guide, "ru", kind))
    page.set_viewport_size({"width": width, "height": 900})

    assert_fits(page)
    # What scrolls by itself can be reached by the keyboard, has a name, and says so.
    for region in page.locator(".scroll >> visible=true").all():
        if region.evaluate("it => it.scrollWidth > it.clientWidth"):
            assert region.get_attribute("tabindex") == "0"
            assert region.get_attribute("aria-label")
            assert page.locator(".scroll-hint").is_visible()


def screens(page):
    return page.evaluate("document.documentElement.scrollHeight / innerHeight")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_host_is_longer_than_ten_screens_of_a_phone(open_page, guide, language, capsys):
    found = {
        path.stem: screens(open_page(path.as_uri(), phone=True))
        for path in sorted((guide / language).glob("host-[A-Z]*.html"))
    }
    longest = max(found, key=found.__getitem__)

    median = sorted(found.values())[len(found) // 2]
    told = f"{longest} ({language}): {found[longest]:.1f} screens of 360 × 740, median {median:.1f}"
    with capsys.disabled():
        print("", told, sep="\n")  # noqa: T201  # a person reads it beside the result
    assert found[longest] <= 10


def test_the_emergency_number_and_the_first_question_need_no_scrolling(open_page, guide):
    page = open_page(address(guide, "ru", "front"), phone=True)

    assert page.locator(".dial dt").first.bounding_box()["y"] < 740
    assert page.locator("#situations").bounding_box()["y"] < 1.5 * 740


def test_a_folded_line_opens_by_the_keyboard_and_is_readable(open_page, guide):
    page = open_page(address(guide, "en", "host"), phone=True)
    page.locator(".brief summary").first.focus()
    page.keyboard.press("Enter")

    assert page.locator(".brief details[open] .cited").count() == 1
    assert page.locator(".brief details[open] .cited").is_visible()
    for summary in page.query_selector_all("details:not([open]) > summary"):
        summary.click()
    assert_accessible(page)
    assert_fits(page)


def test_on_paper_the_short_page_keeps_its_lines_and_the_full_one_their_sources(open_page, guide):
    short, full = (
        open_page((guide / "en" / f"{name}.html").as_uri())
        for name in ("host-KZ", "host-in-full-KZ")
    )
    for page in (short, full):
        page.emulate_media(media="print")
        lines = page.locator(".brief-line")
        assert lines.count() > 50
        assert page.locator(".brief-line >> visible=true").count() == lines.count()

    assert full.locator(".brief .cited >> visible=true").count() > 30


@pytest.mark.parametrize("name", ["host-in-full-KZ", "recognise-in-full", "recognise-for-workers"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_everybody_can_read_the_pages_of_the_other_length(open_page, guide, language, name):
    page = open_page((guide / language / f"{name}.html").as_uri(), phone=True)

    assert_accessible(page)
    assert_fits(page)


def test_on_paper_every_question_keeps_its_answer(open_page, guide):
    page = open_page((guide / "en" / "recognise-in-full.html").as_uri())
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
