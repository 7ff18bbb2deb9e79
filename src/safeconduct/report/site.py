"""The site: every page of a corpus in every language, written as files that need nothing else.

It depends on everything else in the package. `build` writes a whole new folder beside the old one
and then changes the two, so that a reader never meets half a site; a folder that holds anything
else than a site is left alone.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from safeconduct import registry
from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.exporters import corpus_folder
from safeconduct.report import pages
from safeconduct.report.catalogue import languages as known_languages
from safeconduct.report.edition import Edition
from safeconduct.report.figure_tables import figure_files
from safeconduct.report.gallery import draw_all
from safeconduct.report.press import Press, printed_door
from safeconduct.report.reading import Reading
from safeconduct.report.stylesheet import ICON, stylesheet
from safeconduct.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from safeconduct.record.corpus import Corpus
    from safeconduct.report.gallery import Gallery
    from safeconduct.report.page import Page, Section

# Lists every file with its SHA-256, as `sha256sum -c` reads it; it also marks a folder as a site.
MANIFEST: Final = "SHA256SUMS"
DOOR: Final = "index.html"
STYLES: Final = "style.css"
DOWNLOADS: Final = "downloads"
LANGUAGES: Final = ("en", "ru")


class Progress(Protocol):
    """Whoever wants to know how far it is: how many pages are written, and of how many."""

    def __call__(self, done: int, total: int, /) -> None:
        """Take notice."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that was written: its folder, the page to begin with, and how large it is."""

    folder: Path
    door: Path
    n_pages: int
    n_files: int
    n_bytes: int


def build(
    corpus: Corpus,
    out: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    progress: Progress | None = None,
    pictures: Callable[[Edition], Gallery] = draw_all,
) -> Site:
    """Write the report of a corpus into a folder, which is replaced if it holds an earlier one.

    `pictures` draws those of one language.

    Raises:
        InvalidSetting: a language has no catalogue, or the folder holds something else.
        Unavailable: the folder cannot be written.
    """
    wordings = [Wording(language) for language in checked(languages)]
    refuse_foreign(out)
    reading = Reading(corpus)
    new = out.with_name(f".{out.name}.new")
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        scribe = _Scribe(new, reading, progress=progress)
        scribe.write(wordings, pictures=pictures)
        _exchange(new, out)
    except OSError as cause:
        raise Unavailable(out.name, hint="Check that the folder can be written.") from cause
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Site(
        folder=out,
        door=out / DOOR,
        n_pages=scribe.n_pages,
        n_files=len(scribe.digests) + 1,
        n_bytes=scribe.n_bytes,
    )


def checked(languages: Sequence[str]) -> tuple[str, ...]:
    """The languages asked for, each once.

    Raises:
        InvalidSetting: none is asked for, or one that nobody has translated.
    """
    asked = tuple(dict.fromkeys(languages))
    if not asked or not set(asked) <= set(known_languages()):
        raise InvalidSetting("languages", ", ".join(known_languages()))
    return asked


def refuse_foreign(out: Path) -> None:
    """Refuse a folder that holds anything that this module did not write.

    Raises:
        InvalidSetting: it is a file, or holds other files than those of a site.
    """
    if not out.exists():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / MANIFEST).is_file()):
        raise InvalidSetting("output folder", "a new or empty folder, or an earlier report")
    listed = {MANIFEST, *_listed(out)} if any(out.iterdir()) else set()
    foreign = [
        path
        for path in out.rglob("*")
        if path.is_file() and str(path.relative_to(out)) not in listed
    ]
    if foreign:
        raise InvalidSetting(
            "output folder",
            "a new or empty folder, or an earlier report",
            hint="It holds files that no report wrote; they would be lost.",
        )


def page_modules() -> tuple[ModuleType, ...]:
    """Every kind of page."""
    return registry.members(pages, required=("SECTION", "pages"))


def sections() -> tuple[Section, ...]:
    """The lines of the navigation, in order."""
    found = {module.SECTION.name: module.SECTION for module in page_modules()}
    return tuple(sorted(found.values(), key=lambda section: section.order))


def _listed(out: Path) -> set[str]:
    lines = (out / MANIFEST).read_text(encoding="utf-8").splitlines()
    return {line.partition("  ")[2] for line in lines}


def _exchange(new: Path, out: Path) -> None:
    """Put the new site in the place of the old one."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


class _Scribe:
    """Writes the files of one site and keeps their digests."""

    def __init__(self, folder: Path, reading: Reading, *, progress: Progress | None) -> None:
        self.folder = folder
        self.reading = reading
        self.progress = progress
        self.digests: dict[str, str] = {}
        self.n_bytes = 0
        self.n_pages = 0

    def write(self, wordings: Sequence[Wording], *, pictures: Callable[[Edition], Gallery]) -> None:
        # The tables come first: a corpus that no folder could hold is refused before any page.
        tables = {**corpus_folder.files(self.reading.corpus), **figure_files(self.reading)}
        for name, octets in tables.items():
            self._file(f"{DOWNLOADS}/{name}", octets)
        spoken = [wording.language for wording in wordings]
        for wording in wordings:
            edition = Edition(self.reading, wording)
            self._write_edition(edition, gallery=pictures(edition), languages=spoken)
        masthead = self.reading.corpus.masthead
        self._file(DOOR, printed_door(masthead, wordings=wordings).encode())
        self._file(STYLES, stylesheet().encode())
        self._file(ICON.name, ICON.read_bytes())
        lines = "".join(f"{self.digests[name]}  {name}\n" for name in sorted(self.digests))
        (self.folder / MANIFEST).write_text(lines, encoding="utf-8")

    def _write_edition(
        self, edition: Edition, *, gallery: Gallery, languages: Sequence[str]
    ) -> None:
        language = edition.wording.language
        for name, octets in gallery.files.items():
            self._file(f"{language}/{name}", octets)
        press = Press(edition, sections=sections(), languages=languages, plates=gallery.plates)
        total = len(languages) * number_of_pages(edition)
        for page in written_pages(edition):
            self._file(f"{language}/{page.file}", press.printed(page).encode())
            self.n_pages += 1
            if self.progress is not None:
                self.progress(self.n_pages, max(total, self.n_pages))

    def _file(self, name: str, octets: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(octets)
        self.digests[name] = hashlib.sha256(octets).hexdigest()
        self.n_bytes += len(octets)


def written_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for module in page_modules():
        yield from module.pages(edition)


def number_of_pages(edition: Edition) -> int:
    """About how many pages an edition has: one a record, and the indexes."""
    kinds: Mapping[str, Mapping[str, str]] = edition.files
    return sum(len(files) for files in kinds.values()) + len(sections())
