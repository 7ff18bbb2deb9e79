"""The public site as a browser shows it: readable by everybody, on a phone, in the dark, by keys.

It depends on the invented releases of the report's tests and on the fixtures of this folder.
A new kind of page is found by its template; every kind is opened in both languages, in light and
dark, on a desktop and on a phone.
"""

import pytest

from safeconduct.report.press import TEMPLATES
from safeconduct.report.public.history import read_history
from safeconduct.report.public.site import build
from tests.browser.accessibility import assert_accessible, assert_fits
from tests.report.public.shelves import laid_out

KINDS = sorted(path.stem for path in (TEMPLATES / "public").glob("*.html") if path.stem != "layout")
# Where a kind has another name, or many pages: the fullest, one corrected and one taken back.
FULLEST = {"front": "index.html", "release": "release-quarter-3.html"}
OTHERS = ("release-quarter-0", "release-quarter-1", "release-quarter-4")


@pytest.fixture(scope="session")
def public(tmp_path_factory):
    history = read_history(laid_out(tmp_path_factory.mktemp("releases")))
    return build(history, tmp_path_factory.mktemp("public") / "site").folder


def address(public, language, kind):
    return (public / language / FULLEST.get(kind, f"{kind}.html")).as_uri()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", [*KINDS, *OTHERS])
def test_everybody_can_read_a_page_of_every_kind(open_page, public, kind, language, phone, dark):
    page = open_page(address(public, language, kind), phone=phone, dark=dark)

    assert_accessible(page)
    assert_fits(page)


def test_the_door_leads_into_each_language(open_page, public):
    page = open_page((public / "index.html").as_uri(), phone=True)

    assert_accessible(page)
    page.click("text=Русский")
    assert page.title() == "Люди, против которых действовали"


def test_the_keyboard_reaches_the_content_first_and_every_link(open_page, public):
    page = open_page(address(public, "en", "front"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"

    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))
    wanted = page.eval_on_selector_all("a", "links => links.map(it => it.getAttribute('href'))")

    assert set(wanted) - {"#main", "#contents"} <= reached


def test_everything_opened_on_the_data_page_fits_a_phone(open_page, public):
    page = open_page(address(public, "ru", "data"), phone=True)
    for part in page.locator("summary").all():
        part.click()

    assert_accessible(page)
    assert_fits(page)
