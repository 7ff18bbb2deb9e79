"""The public site: every page in every language, what can be taken, descriptions and a feed.

It depends on everything else in the package and on the folder of a site.
It is written whole beside an earlier one and put in its place; it needs no server, no key and no
database, and calls nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.exporters.handover import stable_id
from safeconduct.report.catalogue import LANGUAGES, checked
from safeconduct.report.page import sections_of
from safeconduct.report.press import contents, environment, language_names
from safeconduct.report.public import pages
from safeconduct.report.public.deliverables import deliverables
from safeconduct.report.public.description import SCHEMA_ORG, descriptions, urn
from safeconduct.report.public.edition import PublicEdition
from safeconduct.report.public.pages.cite import FOLDER as CITE
from safeconduct.report.public.pages.cite import cited
from safeconduct.report.public.pages.releases import row
from safeconduct.report.site_folder import DOOR, STYLES, written_anew
from safeconduct.report.stylesheet import ICON, stylesheet
from safeconduct.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

    from safeconduct.report.page import Page, Section
    from safeconduct.report.public.history import History
    from safeconduct.report.site_folder import Progress, Site, SiteFolder

FRONT: Final = "front"
FEED: Final = "feed.xml"


def build(
    history: History,
    out: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    progress: Progress | None = None,
) -> Site:
    """Write the public site into a folder, which is replaced if it holds an earlier one.

    Raises:
        InvalidSetting: a language has no catalogue, or the folder holds something else.
        Unavailable: the folder cannot be written.
    """
    wordings = [Wording(language) for language in checked(languages)]
    taken = {each.release.id: deliverables(each) for each in history.published}
    editions = [PublicEdition(history, wording, taken=taken) for wording in wordings]
    with written_anew(out) as folder:
        for given in (each for found in taken.values() for each in found):
            folder.put(given.path, given.octets)
        for name, octets in descriptions(history, taken).items():
            folder.put(name, octets)
        for edition in editions:
            _write_edition(edition, folder, languages=languages, progress=progress)
        folder.put(DOOR, _door(editions).encode())
        folder.put(STYLES, stylesheet().encode())
        folder.put(ICON.name, ICON.read_bytes())
        return folder.close(out)


def _write_edition(
    edition: PublicEdition,
    folder: SiteFolder,
    *,
    languages: Sequence[str],
    progress: Progress | None,
) -> None:
    language = edition.wording.language
    press = PublicPress(edition, languages=languages)
    total = len(languages) * number_of_pages(edition)
    for page in written_pages(edition):
        folder.put_page(f"{language}/{page.file}", press.printed(page))
        if progress is not None:
            progress(folder.n_pages, total)
    folder.put(f"{language}/{FEED}", press.feed().encode())
    for published in edition.history.readable:
        view = cited(published, edition)
        place = f"{CITE}/{published.release.id}/{language}"
        folder.put(f"{place}/CITATION.cff", view.cff.encode())
        folder.put(f"{place}/citation.bib", view.bibtex.encode())


class PublicPress:
    """The templates of the public site in one language."""

    def __init__(self, edition: PublicEdition, *, languages: Sequence[str]) -> None:
        """Set up the templates with the words that every page uses."""
        self._edition = edition
        self._environment = environment(edition.wording)
        self._environment.globals.update(
            edition=edition,
            history=edition.history,
            languages=language_names(languages),
            site_title=edition.site_title,
            front=FRONT,
            feed_file=FEED,
            description_file=f"../{SCHEMA_ORG}",
        )

    def printed(self, page: Page) -> str:
        """Print one page."""
        template = self._environment.get_template(f"public/{page.template}.html")
        wording = self._edition.wording
        listed = contents(sections(), page.section, front=FRONT, wording=wording)
        return template.render(page=page, view=page.view, contents=listed)

    def feed(self) -> str:
        """Print the feed: one line for each release, correction and withdrawal."""
        history, language = self._edition.history, self._edition.wording.language
        first = history.published[0].release
        return self._environment.get_template("public/feed.xml").render(
            rows=[(row(each, self._edition), urn(each.release)) for each in history.newest_first],
            identifier=f"urn:uuid:{stable_id('feed', first.digest, language)}",
        )


def _door(editions: Sequence[PublicEdition]) -> str:
    """Print the page that leads to each language."""
    wordings = [edition.wording for edition in editions]
    return (
        environment(wordings[0])
        .get_template("door.html")
        .render(
            wordings=wordings,
            titles={edition.wording.language: edition.site_title for edition in editions},
            names=language_names([wording.language for wording in wordings]),
            promises={
                wording.language: wording.say(
                    "Counts that name nobody: the tables, how they were made, and every file."
                )
                for wording in wordings
            },
        )
    )


def page_modules() -> tuple[ModuleType, ...]:
    """Every kind of page of the public site."""
    return registry.members(pages, required=("SECTION", "pages"))


def sections() -> tuple[Section, ...]:
    """The lines of the navigation, in order."""
    return sections_of(page_modules())


def written_pages(edition: PublicEdition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for module in page_modules():
        yield from module.pages(edition)


def number_of_pages(edition: PublicEdition) -> int:
    """How many pages an edition has: one a section, and one a release."""
    return len(sections()) + len(edition.files)
