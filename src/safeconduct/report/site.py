"""The site: every page of a corpus in every language, written as files that need nothing else.

It depends on everything else in the package. `build` writes a whole new folder beside the old one
and then changes the two, so that a reader never meets half a site; a folder that holds anything
else than a site is left alone.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.exporters import corpus_folder
from safeconduct.report import pages
from safeconduct.report.catalogue import LANGUAGES, checked
from safeconduct.report.edition import Edition
from safeconduct.report.estimates import page as estimate_page
from safeconduct.report.estimates.plates import draw_study
from safeconduct.report.figure_tables import figure_files
from safeconduct.report.gallery import Gallery, draw_all
from safeconduct.report.guide.site import write as write_guide
from safeconduct.report.page import sections_of
from safeconduct.report.press import GUIDE, Press, printed_door
from safeconduct.report.reading import Reading
from safeconduct.report.site_folder import DOOR, STYLES, written_anew
from safeconduct.report.stylesheet import ICON, stylesheet
from safeconduct.report.supplement import NOTHING
from safeconduct.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from safeconduct.record.corpus import Corpus
    from safeconduct.report.estimates.study import Study
    from safeconduct.report.page import Page, Section
    from safeconduct.report.site_folder import Progress, Site, SiteFolder
    from safeconduct.report.supplement import Supplement

DOWNLOADS: Final = "downloads"


def build(
    corpus: Corpus,
    out: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    progress: Progress | None = None,
    pictures: Callable[[Edition], Gallery] = draw_all,
    supplement: Supplement = NOTHING,
) -> Site:
    """Write the report of a corpus into a folder, which is replaced if it holds an earlier one.

    `pictures` draws those of one language; `supplement` is what stands beside the corpus, if any.

    Raises:
        InvalidSetting: a language has no catalogue, or the folder holds something else.
        Unavailable: the folder cannot be written.
    """
    wordings = [Wording(language) for language in checked(languages)]
    reading = Reading(corpus)
    with written_anew(out) as folder:
        _Scribe(folder, reading, progress=progress, supplement=supplement).write(
            wordings, pictures=pictures
        )
        if supplement.guide is not None:
            write_guide(supplement.guide, folder, wordings=wordings, within=GUIDE)
        return folder.close(out)


def page_modules() -> tuple[ModuleType, ...]:
    """Every kind of page."""
    return registry.members(pages, required=("SECTION", "pages"))


def sections() -> tuple[Section, ...]:
    """The lines of the navigation, in order."""
    return sections_of(page_modules())


def modules_with(study: Study | None) -> tuple[ModuleType, ...]:
    """Every kind of page, that of an estimate included where there is one."""
    return page_modules() if study is None else (*page_modules(), estimate_page)


class _Scribe:
    """Writes the files of one site."""

    def __init__(
        self,
        folder: SiteFolder,
        reading: Reading,
        *,
        progress: Progress | None,
        supplement: Supplement,
    ) -> None:
        self.has_guide = supplement.guide is not None
        self.study = supplement.study
        self.folder = folder
        self.reading = reading
        self.progress = progress

    def write(self, wordings: Sequence[Wording], *, pictures: Callable[[Edition], Gallery]) -> None:
        # The tables come first: a corpus that no folder could hold is refused before any page.
        tables = {**corpus_folder.files(self.reading.corpus), **figure_files(self.reading)}
        if self.study is not None:
            tables[estimate_page.JSON_FILE] = estimate_page.study_json(self.study)
        for name, octets in tables.items():
            self.folder.put(f"{DOWNLOADS}/{name}", octets)
        spoken = [wording.language for wording in wordings]
        for wording in wordings:
            edition = Edition(self.reading, wording)
            self._write_edition(edition, gallery=pictures(edition), languages=spoken)
        masthead = self.reading.corpus.masthead
        self.folder.put(DOOR, printed_door(masthead, wordings=wordings).encode())
        self.folder.put(STYLES, stylesheet().encode())
        self.folder.put(ICON.name, ICON.read_bytes())

    def _write_edition(
        self, edition: Edition, *, gallery: Gallery, languages: Sequence[str]
    ) -> None:
        language, study = edition.wording.language, self.study
        estimates = draw_study(study, edition.wording) if study else Gallery(plates={}, files={})
        for name, octets in {**gallery.files, **estimates.files}.items():
            self.folder.put(f"{language}/{name}", octets)
        press = Press(
            edition,
            sections=sections_of(modules_with(study)),
            languages=languages,
            plates={**gallery.plates, **estimates.plates} if study else gallery.plates,
            has_guide=self.has_guide,
        )
        total = len(languages) * number_of_pages(edition)
        written = written_pages(edition)
        if study is not None:
            written = chain(written, [estimate_page.page(study, edition, plates=estimates.plates)])
        for page in written:
            self.folder.put_page(f"{language}/{page.file}", press.printed(page))
            if self.progress is not None:
                self.progress(self.folder.n_pages, max(total, self.folder.n_pages))


def written_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for module in page_modules():
        yield from module.pages(edition)


def number_of_pages(edition: Edition) -> int:
    """About how many pages an edition has: one a record, and the indexes."""
    kinds: Mapping[str, Mapping[str, str]] = edition.files
    return sum(len(files) for files in kinds.values()) + len(sections())
