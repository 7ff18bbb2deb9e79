"""A whole site: its files, its links, its gate, and what it refuses to overwrite.

It depends on the sites of `conftest` and on the page gate.
Every page of every site passes the gate; a new kind of page is found by itself.
"""

import hashlib
import json
from collections import defaultdict

import pytest

from safeconduct.errors import InvalidRecord, InvalidSetting, Unavailable
from safeconduct.pictures.picture import Table
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.report.gallery import Gallery, Plate, Size
from safeconduct.report.site import build, page_modules, sections
from safeconduct.report.site_folder import MANIFEST
from tests.report.casts import HOSTILE, everything
from tests.report.page_gate import broken_links, complaints

FORMS = ("light", "dark", "light-phone", "dark-phone")


def wrong_pages(site):
    pages = {path: path.read_text(encoding="utf-8") for path in site.folder.rglob("*.html")}
    found = {path.name: complaints(text) for path, text in pages.items()}
    return {name: problems for name, problems in found.items() if problems}


def no_plates(_edition):
    plate = Plate(
        name="none",
        title="Nothing drawn",
        alt="Nothing is drawn in this test.",
        forms={form: Size(file="none.png", width=1, height=1) for form in FORMS},
        svg="none.svg",
        table=Table(headings=(), rows=(), caption=""),
    )
    return Gallery(plates=defaultdict(lambda: plate), files={})


def test_every_page_of_the_built_in_corpus_passes_the_gate(paper_site):
    assert wrong_pages(paper_site) == {}
    assert paper_site.n_pages > 700


def test_every_page_of_a_small_corpus_passes_the_gate(small_site):
    assert wrong_pages(small_site) == {}


def test_every_page_of_a_hostile_corpus_passes_the_gate(hostile_site):
    # Safety: no text of a corpus becomes markup or turns the direction of what follows it.
    assert wrong_pages(hostile_site) == {}
    for path in hostile_site.folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "\u202e" not in text
        assert "\u2066" not in text


def test_what_is_hostile_is_shown_and_not_swallowed(hostile_site):
    page = (hostile_site.folder / "en" / "incident-abduction.html").read_text(encoding="utf-8")

    assert "&lt;script&gt;alert(&#39;run&#39;)&lt;/script&gt;" in page
    assert "{reason} %s" in page
    assert HOSTILE.count("w") == 5_000
    assert "w" * 5_000 in page


def test_every_page_of_an_invented_corpus_passes_the_gate(invented_site):
    assert wrong_pages(invented_site) == {}


@pytest.mark.parametrize("name", ["paper_site", "small_site", "hostile_site", "invented_site"])
def test_no_link_of_a_site_leads_nowhere(name, request):
    assert broken_links(request.getfixturevalue(name).folder) == []


def test_every_record_has_a_page_in_every_language(small_site):
    corpus = everything()

    for language in ("en", "ru"):
        names = {path.name for path in (small_site.folder / language).glob("*.html")}
        assert {f"incident-{each}.html" for each in corpus.incidents} <= names
        assert {f"source-{each}.html" for each in corpus.sources} <= names
        assert {f"figure-{each}.html" for each in corpus.figures} <= names


def test_both_languages_have_the_same_pages_and_lead_to_each_other(paper_site):
    english, russian = (
        {path.name for path in (paper_site.folder / language).glob("*.html")}
        for language in ("en", "ru")
    )
    page = (paper_site.folder / "ru" / "incident-I26c.html").read_text(encoding="utf-8")

    assert english == russian
    assert '<a href="../en/incident-I26c.html" lang="en" hreflang="en">English</a>' in page


def test_a_page_in_russian_marks_what_is_english(paper_site):
    page = (paper_site.folder / "ru" / "incident-I26c.html").read_text(encoding="utf-8")

    assert '<html lang="ru" dir="ltr"' in page
    assert '<h1><bdi lang="en">Asylum applicant abducted in Bishkek</bdi></h1>' in page


def test_the_same_corpus_makes_the_same_bytes(small_site, gallery, tmp_path):
    again = build(everything(), tmp_path / "again", pictures=lambda _: gallery)

    first = (small_site.folder / MANIFEST).read_bytes()
    assert (again.folder / MANIFEST).read_bytes() == first
    assert again.n_bytes == small_site.n_bytes


def test_the_manifest_lists_every_file_with_its_digest(small_site):
    lines = (small_site.folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ")) for line in lines)
    files = {
        str(path.relative_to(small_site.folder)): path
        for path in small_site.folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }

    assert listed == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }
    assert small_site.n_files == len(files) + 1
    assert small_site.door.is_file()


def test_the_downloads_are_the_corpus_itself(small_site):
    downloads = small_site.folder / "downloads"
    figures = json.loads((downloads / "figures.json").read_text(encoding="utf-8"))

    assert (downloads / "statements.csv").read_text(encoding="utf-8").startswith("id,source,")
    assert (downloads / "corpus.toml").is_file()
    assert {"scheme", "total", "rows", "caveats", "lineage"} <= set(figures[0])


def test_an_earlier_report_is_replaced_and_nothing_of_it_is_left(tmp_path):
    out = tmp_path / "report"
    build(everything(), out, languages=("en", "ru"), pictures=no_plates)
    build(everything(), out, languages=("ru",), pictures=no_plates)

    assert not (out / "en").exists()
    assert (out / "ru" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report"]


def test_an_empty_folder_is_taken(tmp_path):
    out = tmp_path / "report"
    out.mkdir()

    assert build(everything(), out, languages=("en",), pictures=no_plates).n_pages > 50


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting, match="output folder"):
        build(everything(), tmp_path, pictures=no_plates)

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_report_into_which_somebody_put_a_file_is_left_alone(tmp_path):
    out = tmp_path / "report"
    build(everything(), out, languages=("en",), pictures=no_plates)
    (out / "en" / "thesis.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting, match="no report wrote"):
        build(everything(), out, languages=("en",), pictures=no_plates)

    assert (out / "en" / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "report").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting, match="output folder"):
        build(everything(), tmp_path / "report", pictures=no_plates)


@pytest.mark.parametrize("languages", [(), ("tlh",), ("en", "de")])
def test_a_language_without_a_catalogue_is_refused(languages, tmp_path):
    with pytest.raises(InvalidSetting, match="en, ru"):
        build(everything(), tmp_path / "report", languages=languages, pictures=no_plates)


def test_a_folder_that_cannot_be_written_is_said_to_be_unavailable(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")

    with pytest.raises(Unavailable, match="report"):
        build(everything(), tmp_path / "file" / "report", pictures=no_plates)


def test_a_corpus_that_no_folder_could_hold_is_refused_before_anything_is_written(tmp_path):
    corpus = Corpus.of(masthead=Masthead(title="=1+1"))

    with pytest.raises(InvalidRecord, match="title"):
        build(corpus, tmp_path / "report", pictures=no_plates)

    assert list(tmp_path.iterdir()) == []


def test_an_empty_corpus_has_a_report_too(gallery, tmp_path):
    site = build(Corpus.of(), tmp_path / "report", pictures=lambda _: gallery)

    assert wrong_pages(site) == {}
    assert broken_links(site.folder) == []


def test_whoever_asks_is_told_how_far_it_is(tmp_path):
    told = []
    site = build(
        everything(),
        tmp_path / "report",
        languages=("en",),
        pictures=no_plates,
        progress=lambda done, total: told.append((done, total)),
    )

    assert [done for done, _ in told] == list(range(1, site.n_pages + 1))
    assert told[-1] == (site.n_pages, site.n_pages)


def test_every_kind_of_page_belongs_to_a_section_of_the_navigation():
    names = [section.name for section in sections()]

    assert names == sorted(set(names), key=names.index)
    assert names[0] == "overview"
    assert {module.SECTION.name for module in page_modules()} == set(names)
