"""Holds a whole site to what every page must be, whatever corpus it shows.

It depends on the report, the synthetic corpora and the built-in one.
A new promise of every page is another test here; what one kind of page says is tested beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from safeconduct import corpora
from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.importers import corpus_folder
from safeconduct.record.corpus import Corpus
from safeconduct.report.site import build
from safeconduct.synthetic import Plan, invent

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source")
    + ("track", "wbr")
)
HOSTILE = "\u202e<script>alert(1)</script> \u0645\u0631\u062d\u0628\u0627 " + "x" * 5_000


@dataclass
class Read(HTMLParser):
    """What a page holds, as a strict reader sees it."""

    opened: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=lambda: {"title": "", "h1": ""})
    root: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element and what is wrong with it."""
        given = dict(attrs)
        if tag == "html":
            self.root = given
        if tag not in VOID:
            self.opened.append(tag)
        self.faults += [
            f"{tag} has {name}" for name in given if name == "style" or name[:2] == "on"
        ]
        if tag in {"script", "svg"}:
            self.faults.append(f"a {tag} element")
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("img", "source", "link"):
            self.assets += [
                (given.get(name) or "").split(" ")[0]
                for name in ("src", "srcset", "href")
                if name in given
            ]
        if tag == "img" and not (given.get("alt") and given.get("width") and given.get("height")):
            self.faults.append("an img without alt, width or height")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        """Hold an end against what is open."""
        if not self.opened or self.opened.pop() != tag:
            self.faults.append(f"{tag} is closed where it is not open")

    def handle_data(self, data: str) -> None:
        """Keep the text of the title and of the first heading."""
        for name in self.texts:
            if name in self.opened:
                self.texts[name] += data


def read(path: Path) -> Read:
    page = Read()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def pages_of(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*.html")))


def hostile(corpus: Corpus) -> Corpus:
    """The corpus with hostile text in every free field that a page shows."""
    return Corpus.of(
        masthead=replace(corpus.masthead, title=f"Title {HOSTILE}"),
        sources=[
            replace(
                row, title=f"A {HOSTILE}", note=f"A {HOSTILE}", reliability_reason=f"A {HOSTILE}"
            )
            for row in corpus.sources.values()
        ],
        statements=[
            replace(
                row, says=f"A {HOSTILE}", locator=f"A {HOSTILE}", original_wording=f"A {HOSTILE}"
            )
            for row in corpus.statements.values()
        ],
        incidents=[
            replace(row, label=f"A {HOSTILE}", note=f"A {HOSTILE}")
            for row in corpus.incidents.values()
        ],
        figures=[
            replace(row, label=f"A {HOSTILE}", scope=f"A {HOSTILE}", caveats=f"A {HOSTILE}")
            for row in corpus.figures.values()
        ],
        decisions=[replace(row, reason=f"A {HOSTILE}") for row in corpus.decisions.values()],
    )


@pytest.fixture(scope="module")
def built_in() -> Corpus:
    return corpus_folder.read(corpora.folder("distance-is-not-a-shield"))


@pytest.fixture(scope="module")
def sites(built_in: Corpus, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The built-in corpus, an invented one, a hostile one and an empty one."""
    folder = tmp_path_factory.mktemp("sites")
    invented = invent(Plan(seed=4, n_incidents=60))
    small = invent(Plan(seed=5, n_incidents=6, figures=1.0, decisions=0.5))
    made = {
        "built-in": built_in,
        "invented": invented,
        "hostile": hostile(small),
        "empty": Corpus.of(),
    }
    for name, corpus in made.items():
        build(corpus, folder / name)
    return [folder / name for name in made]


@pytest.fixture(scope="module")
def read_pages(sites: list[Path]) -> dict[Path, Read]:
    return {path: read(path) for site in sites for path in pages_of(site)}


def test_every_page_is_whole_and_carries_no_script_style_or_svg(
    read_pages: dict[Path, Read],
) -> None:
    faults = {path: page.faults + page.opened for path, page in read_pages.items()}

    assert {path: found for path, found in faults.items() if found} == {}


def test_every_page_says_its_language_and_has_one_heading_that_is_its_title(
    read_pages: dict[Path, Read],
) -> None:
    for path, page in read_pages.items():
        assert page.root.get("lang") in ("en", "ru"), path
        assert page.root.get("dir") == "ltr", path
        assert page.headings.count(1) == 1, path
        assert page.texts["h1"].split()[0] in page.texts["title"], path
        assert len(set(page.ids)) == len(page.ids), path


def test_no_heading_skips_a_step(read_pages: dict[Path, Read]) -> None:
    skipped = [
        path
        for path, page in read_pages.items()
        if any(
            after - before > 1
            for before, after in zip(page.headings, page.headings[1:], strict=False)
        )
    ]

    assert skipped == []


def test_every_link_and_asset_leads_to_a_file_of_the_site_or_to_a_source(
    read_pages: dict[Path, Read],
) -> None:
    broken = []
    for path, page in read_pages.items():
        for target in [*page.links, *page.assets]:
            parts = urlsplit(target)
            if parts.scheme:
                if target in page.assets:
                    broken.append((path, target))
                continue
            is_here = not parts.path or (path.parent / unquote(parts.path)).is_file()
            if not is_here or (not parts.path and parts.fragment not in ("", *page.ids)):
                broken.append((path, target))

    assert broken == []


def test_every_page_forbids_whatever_does_not_come_from_the_site(sites: list[Path]) -> None:
    for path in pages_of(sites[0]):
        assert "default-src 'none'" in path.read_text(encoding="utf-8"), path


def test_hostile_text_is_shown_as_text(sites: list[Path]) -> None:
    for path in pages_of(sites[2]):
        assert "<script" not in path.read_text(encoding="utf-8"), path


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    corpus = invent(Plan(seed=6, n_incidents=5))
    first, second = (build(corpus, tmp_path / name).folder for name in ("one", "two"))

    names = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}

    assert names == {path.relative_to(second) for path in second.rglob("*") if path.is_file()}
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)


def test_an_earlier_report_is_replaced_and_anything_else_is_left_alone(tmp_path: Path) -> None:
    corpus = invent(Plan(seed=6, n_incidents=3))
    told: list[tuple[int, int]] = []
    build(
        corpus,
        tmp_path / "site",
        languages=["en"],
        progress=lambda done, total: told.append((done, total)),
    )
    site = build(corpus, tmp_path / "site", languages=["ru"])
    (tmp_path / "site" / "diary.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting):
        build(corpus, tmp_path / "site")

    assert told[-1][0] == told[-1][1] > 0
    assert not (tmp_path / "site" / "en").exists()
    assert site.door.is_file()
    assert site.n_files > site.n_pages > 0


def test_a_language_nobody_translated_and_a_folder_nobody_can_write_are_refused(
    tmp_path: Path,
) -> None:
    corpus = Corpus.of()
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(InvalidSetting):
        build(corpus, tmp_path / "site", languages=["xx"])
    with pytest.raises(InvalidSetting):
        build(corpus, tmp_path / "file")
    with pytest.raises(Unavailable):
        build(corpus, tmp_path / "file" / "below")
