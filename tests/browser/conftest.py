"""Opens pages in Debian's headless Chromium, on a desktop or a phone, light or dark.

It depends on playwright; a page that fetches anything from elsewhere fails its test.
A new page is one test that takes `open_page` and ends in `assert_accessible`.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 900}
OWN = ("file:", "data:", "about:", "http://127.0.0.1:")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once; where there is none the tests fail, they are never skipped."""
    program = shutil.which("chromium")
    assert program, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        # Root in a container has no namespace for Chromium's sandbox; the pages are our own.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address; the test fails in the end if it fetched from elsewhere or complained."""
    pages: list[Page] = []
    fetched: list[str] = []
    complained: list[str] = []

    def hear(told: ConsoleMessage) -> None:
        complained.append(told.text)

    def opened(address: str, *, phone: bool = False, dark: bool = False) -> Page:
        page = chromium.new_page(
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if dark else "light",
        )
        page.on("request", lambda request: fetched.append(request.url))
        page.on("console", hear)
        page.goto(address)
        # From here on axe-core speaks too: it asks for the stylesheet again, which the policy of
        # the page forbids.
        page.remove_listener("console", hear)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert [address for address in fetched if not address.startswith(OWN)] == []
    assert complained == []
