"""The guide as a site: its gate, its links, its languages, and that it calls nobody.

It depends on the fixtures of this folder and on the page gate of the report.
Every page passes the gate; a new kind of page is found by itself.
"""

import re

import pytest

from safeconduct.errors import InvalidSetting
from safeconduct.report import site as report
from safeconduct.report.guide.site import build, number_of_pages, page_modules, sections
from safeconduct.report.site_folder import MANIFEST
from safeconduct.report.supplement import Supplement
from tests.report.casts import everything
from tests.report.page_gate import broken_links, complaints


def pages(site, language):
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in (site.folder / language).glob("*.html")
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_passes_the_gate(guide_site, language):
    found = {name: complaints(text) for name, text in pages(guide_site, language).items()}

    assert {name: problems for name, problems in found.items() if problems} == {}


def test_no_link_leads_nowhere(guide_site):
    assert broken_links(guide_site.folder) == []


def test_both_languages_have_every_page(guide_site, guide):
    english, russian = pages(guide_site, "en"), pages(guide_site, "ru")

    assert english.keys() == russian.keys()
    # The questions have three more: for those who meet people on duty, and both unfolded.
    assert len(english) == number_of_pages(guide) + 3
    assert guide_site.n_pages == 2 * len(english)


def test_no_page_asks_for_a_script_or_for_another_machine(guide_site):
    fetched = re.compile(r'<(?:script|iframe|img|link)[^>]*(?:src|href)="(https?:)?//')
    for language in ("en", "ru"):
        for text in pages(guide_site, language).values():
            assert "<script" not in text
            assert not fetched.search(text)
            assert "default-src 'none'" in text


def test_the_same_outlook_makes_the_same_bytes(guide_site, outlook, tmp_path):
    again = build(outlook, tmp_path / "again")

    assert (again.folder / MANIFEST).read_bytes() == (guide_site.folder / MANIFEST).read_bytes()


def test_progress_is_told_page_by_page(outlook, tmp_path):
    told = []
    site = build(
        outlook,
        tmp_path / "site",
        languages=("ru",),
        progress=lambda done, total: told.append((done, total)),
    )

    assert [done for done, _ in told] == list(range(1, site.n_pages + 1))
    assert all(done <= total for done, total in told)
    assert not (site.folder / "en").exists()


def test_a_language_that_nobody_wrote_is_refused(outlook, tmp_path):
    with pytest.raises(InvalidSetting):
        build(outlook, tmp_path / "site", languages=("tlh",))


def test_every_module_of_pages_stands_in_the_navigation():
    assert [section.name for section in sections()] == [
        *("front", "recognise", "situations", "hosts", "instruments", "definitions", "help"),
        "about",
    ]
    assert {module.SECTION for module in page_modules()} == set(sections())


def test_a_guide_within_a_report_leads_there_and_back(outlook, gallery, tmp_path):
    site = report.build(
        everything(),
        tmp_path / "site",
        pictures=lambda _: gallery,
        supplement=Supplement(guide=outlook),
    )
    overview = (site.folder / "ru" / "index.html").read_text(encoding="utf-8")
    front = (site.folder / "guide" / "ru" / "index.html").read_text(encoding="utf-8")

    assert '<a href="../guide/ru/index.html">Путеводитель</a>' in overview
    assert '<a href="../../ru/index.html">Отчёт</a>' in front
    assert broken_links(site.folder) == []


def test_a_report_without_a_guide_does_not_lead_to_one(small_site):
    overview = (small_site.folder / "en" / "index.html").read_text(encoding="utf-8")

    assert "../guide/" not in overview
    assert not (small_site.folder / "guide").exists()
