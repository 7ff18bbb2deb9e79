"""The public site: its gate, its links, its weight, and that nothing taken back is left on it.

It depends on the releases of this folder and on the page gate of the report.
Every page passes the gate; a new kind of page is found by itself.
"""

import ast
import hashlib
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from safeconduct.publish.release import ListedIncident, ReleasedText
from safeconduct.report.public.history import History
from safeconduct.report.public.pages.front import PICTURE_BYTES
from safeconduct.report.public.site import build, number_of_pages
from safeconduct.report.site_folder import MANIFEST
from tests.house.checkout import modules
from tests.report.page_gate import broken_links, complaints
from tests.report.public.shelves import REASON, by_technique, told, whole_series

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST_PAGE_BYTES = 100_000


def pages(site, language):
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in (site.folder / language).glob("*.html")
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_passes_the_gate(public_site, language):
    found = {name: complaints(text) for name, text in pages(public_site, language).items()}

    assert {name: problems for name, problems in found.items() if problems} == {}


def test_no_link_leads_nowhere(public_site):
    assert broken_links(public_site.folder) == []


def test_both_languages_have_every_page(public_site, edition):
    english, russian = pages(public_site, "en"), pages(public_site, "ru")

    assert english.keys() == russian.keys()
    assert public_site.n_pages == 2 * len(english) == 2 * number_of_pages(edition)


def test_no_page_asks_for_a_script_a_drawing_or_another_machine(public_site):
    fetched = re.compile(r'<(?:script|iframe|img|link)[^>]*(?:src|href)="(https?:)?//')
    for language in ("en", "ru"):
        for text in pages(public_site, language).values():
            assert "<script" not in text
            assert "<svg" not in text
            assert not fetched.search(text)
            assert "default-src 'none'; style-src 'self'; img-src 'self'" in text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_first_page_weighs_less_than_100_kb_with_its_picture(public_site, language):
    own = ("style.css", "icon.png", f"{language}/index.html")
    weight = sum((public_site.folder / name).stat().st_size for name in own)

    assert weight + PICTURE_BYTES < FIRST_PAGE_BYTES


def test_nothing_of_a_release_that_was_taken_back_is_left_but_its_reason(public_site):
    first = whole_series()[0]
    left = [
        path for path in public_site.folder.rglob("*") if first.id in str(path) and path.is_file()
    ]

    assert {path.name for path in left} == {"release-quarter-0.html"}
    for language, reason in first_reasons():
        page = (public_site.folder / language / "release-quarter-0.html").read_text("utf-8")
        assert reason in page
        assert "<table" not in page
        assert reason in (public_site.folder / language / "releases.html").read_text("utf-8")
    # Its three cells said 5–9, which no later release of the series says of all three.
    assert "5–9" not in (public_site.folder / "en" / "release-quarter-0.html").read_text("utf-8")


def first_reasons():
    return dict(whole_series()[-1].reason).items()


def test_a_correction_says_why_where_it_stands_and_where_it_is_looked_for(public_site):
    for name in ("release-quarter-1.html", "release-quarter-2.html", "changes.html"):
        assert REASON in pages(public_site, "en")[name]


def test_a_release_lies_there_as_it_was_signed(public_site, history):
    folder = public_site.folder / "releases" / "release-quarter-3"
    lines = (folder / "MANIFEST").read_text().splitlines()

    assert len(lines) > 5
    for line in lines:
        digest, path = line.split("  ")
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest
    assert (folder / "release.json").read_bytes() == history.current.release.canonical


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_feed_tells_of_every_release_once(public_site, language, history):
    feed = ET.fromstring((public_site.folder / language / "feed.xml").read_bytes())  # noqa: S314 our own
    ids = [each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry")]

    assert len(set(ids)) == len(history.published)
    assert all(each and each.startswith("urn:uuid:") for each in ids)
    for link in feed.iter(f"{ATOM}link"):
        assert (public_site.folder / language / link.get("href")).is_file()
    assert feed.findtext(f"{ATOM}updated") == f"{history.last.release.made_on}T00:00:00Z"


def test_the_same_releases_make_the_same_bytes(public_site, history, tmp_path):
    again = build(history, tmp_path / "again", progress=lambda done, total: done <= total)

    assert (again.folder / MANIFEST).read_bytes() == (public_site.folder / MANIFEST).read_bytes()


def test_a_site_of_which_all_was_taken_back_says_so_on_every_page(tmp_path):
    first = told(0, by_technique())
    gone = told(
        1,
        kind="withdrawal",
        concerns=first.digest,
        reason=(("en", "It named a town."),),
        previous=(first.digest,),
    )
    # The folder of the first is gone too.
    site = build(History([(gone, {})]), tmp_path / "site")

    assert "It named a town." in pages(site, "en")["index.html"]
    assert "It named a town." in pages(site, "en")["release-quarter-1.html"]
    assert broken_links(site.folder) == []
    for text in (*pages(site, "en").values(), *pages(site, "ru").values()):
        assert complaints(text) == []


def test_a_current_correction_says_so_on_the_front_page(tmp_path):
    series = whole_series()[:3]
    site = build(History([(each, {}) for each in series]), tmp_path / "site")

    assert REASON in pages(site, "en")["index.html"]


def test_hostile_words_of_a_release_are_shown_and_never_read(tmp_path):
    evil = '"><script>alert(1)</script>\u202e'
    release = replace(
        told(0, by_technique()),
        title=(("en", evil),),
        publisher=evil,
        version=evil,
        licence=f"javascript:{evil}",
        method=(("en", evil),),
        caveats=((("en", evil),),),
        lineage=((evil, evil),),
        texts=(ReleasedText(name="note", language='en"><b', body=f"# {evil}\n\n- {evil}"),),
        listed=(
            ListedIncident(
                label=evil,
                persons=1,
                coordinates=(("host", (evil,)), ("year", ()), ("town", ("x",))),
                sources=((evil, "javascript:alert(1)"), (evil, f"https://kestrel.example/{evil}")),
            ),
        ),
    )
    site = build(History([(release, {})]), tmp_path / "site")

    for text in (*pages(site, "en").values(), *pages(site, "ru").values()):
        assert complaints(text) == []
        assert "<script" not in text
        assert "\u202e" not in text
    ET.fromstring((site.folder / "en" / "feed.xml").read_bytes())  # noqa: S314 our own


def test_no_module_of_the_public_site_knows_a_record():
    """Safety: what is public is written from releases, so that no record can slip in."""
    known = {
        (path, name)
        for path, source in modules("src/safeconduct/report/public")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        for name in [node.module or ""]
        if name.startswith(("safeconduct.record", "safeconduct.importers", "safeconduct.corpora"))
    }

    assert known == set()
