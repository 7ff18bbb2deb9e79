"""The report as a browser shows it: readable by everybody, on a phone, in the dark and on paper.

It depends on the built-in corpus, built once, and on the fixtures of this folder.
A new kind of page is found by its template; every kind is opened in both languages, in light and
dark, on a desktop and on a phone.
"""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from safeconduct import corpora
from safeconduct.importers import corpus_folder
from safeconduct.report.estimates.study import study
from safeconduct.report.press import TEMPLATES
from safeconduct.report.site import build
from safeconduct.report.supplement import Supplement
from tests.browser.accessibility import assert_accessible, assert_fits
from tests.report.estimates.conftest import CHECKED, COUNTS, apart, history

KINDS = sorted(path.stem for path in (TEMPLATES / "pages").glob("*.html"))
# One page of each kind, the fullest of them, where there are many.
FULLEST = {
    "figure": "figure-F17.html",
    "incident": "incident-I26c.html",
    "overview": "index.html",
    "scheme": "scheme-freedom-house.html",
    "source": "source-fn69.html",
    "technique": "technique-abduction.html",
}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    half = [count // 2 for count in COUNTS]
    asked = study(
        {"2022": history(half), "2023": history(half), "2024": history([5, 4, 3, 2, *[0] * 8])},
        by="year",
        checked=CHECKED,
        asked=("dga", "lcmcr", "chao"),
    )
    folder = tmp_path_factory.mktemp("report") / "site"
    return build(corpus, folder, supplement=Supplement(study=asked)).folder


def address(site, language, kind):
    return (site / language / FULLEST.get(kind, f"{kind}.html")).as_uri()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_everybody_can_read_a_page_of_every_kind(open_page, site, kind, language, phone, dark):
    page = open_page(address(site, language, kind), phone=phone, dark=dark)

    assert_accessible(page)
    assert_fits(page)


@pytest.fixture(scope="session")
def refused_site(tmp_path_factory):
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    folder = tmp_path_factory.mktemp("refused") / "site"
    supplement = Supplement(study=study({"": apart()}, checked=CHECKED))
    return build(corpus, folder, languages=("ru",), supplement=supplement).folder


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_everybody_can_read_why_there_is_no_number(open_page, refused_site, phone, dark):
    page = open_page(address(refused_site, "ru", "estimate"), phone=phone, dark=dark)

    assert_accessible(page)
    assert_fits(page)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_tables_of_an_estimate_can_be_unfolded_by_keyboard_and_read(open_page, site, language):
    page = open_page(address(site, language, "estimate"), phone=True)
    for summary in page.query_selector_all("main summary"):
        summary.focus()
        page.keyboard.press("Enter")

    assert page.locator("details[open] table").count() == 7
    assert_accessible(page)
    assert_fits(page)


def test_the_door_leads_into_each_language(open_page, site):
    page = open_page((site / "index.html").as_uri(), phone=True)

    assert_accessible(page)
    assert_fits(page)
    page.click("text=Русский")
    assert page.title() == "Distance is Not a Shield, as data"
    assert page.url.endswith("/ru/index.html")


def test_what_is_folded_is_readable_too(open_page, site):
    page = open_page(address(site, "en", "overview"))
    for summary in page.query_selector_all("summary"):
        summary.click()

    assert page.locator("details[open] table").count() == 3
    assert_accessible(page)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_overview_is_one_printed_page(open_page, site, language, dark):
    page = open_page(address(site, language, "overview"), dark=dark)
    printed = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 594\.9\d* 841\.[89]\d*\]", printed)


def test_paper_is_light_whatever_the_screen_was(open_page, site):
    page = open_page(address(site, "en", "overview"), dark=True)
    page.emulate_media(media="print")

    # The pictures for paper take their place a moment after the page is set for it.
    expect(page.locator("img:visible")).to_have_count(3)
    shown = page.locator("img:visible").evaluate_all("all => all.map(one => one.currentSrc)")
    assert len(shown) == 3
    assert all(source.endswith("-light.png") for source in shown)


def test_a_dark_phone_gets_the_picture_made_for_it(open_page, site):
    page = open_page(address(site, "en", "overview"), phone=True, dark=True)
    shown = page.locator("img:visible").evaluate_all("all => all.map(one => one.currentSrc)")

    assert shown
    assert all(source.endswith("-dark-phone.png") for source in shown)


def test_the_keyboard_reaches_the_content_first(open_page, site):
    page = open_page(address(site, "en", "incident"))
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_can_be_seen(open_page, site):
    page = open_page(address(site, "en", "incident"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_on_a_phone_each_statement_is_a_card_that_names_its_fields(open_page, site):
    page = open_page(address(site, "en", "incident"), phone=True)
    tops = page.locator("table.statements").first.evaluate(
        """table => [1, 2, 3].map(column =>
            [...table.querySelectorAll('.in-column-' + column)]
                .filter(cell => cell.offsetHeight > 1).map(cell => cell.offsetTop))"""
    )

    # A card is whole: whatever stands in one column lies above all that stands in the next.
    assert all(max(one) < min(other) for one, other in pairwise(tops))
    assert "Date" in page.locator("td.adopted[data-field]").first.get_attribute("data-field")
