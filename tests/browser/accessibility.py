"""Asks axe-core whether everybody can read a page, and says what is wrong in its own words.

It depends on axe-core, which is handed to the page from outside; the page loads nothing.
No rule is switched off; a page that needs an exception needs a decision first.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Return each violation as rule, impact and the first place; a script is one too."""
    found = Axe().run(page).response["violations"]
    scripts = page.locator("script:not([type='application/ld+json'])").count()
    return [
        *(f"{one['id']} ({one['impact']}): {one['nodes'][0]['html']}" for one in found),
        *["script: a page of ours runs none"] * scripts,
    ]


def assert_accessible(page: Page) -> None:
    """Fail with every violation of the page."""
    assert violations(page) == []


def assert_fits(page: Page) -> None:
    """Fail where a reader must scroll sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"the page is {wide} px too wide"
