"""The guide as a site: every page in every language, as files that need nothing else.

It depends on everything else in the package and on the folder of a site.
It opens from a disk or a stick, asks for no script and calls nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.report.catalogue import LANGUAGES, checked
from safeconduct.report.guide import pages
from safeconduct.report.guide.edition import GuideEdition
from safeconduct.report.markup import Link
from safeconduct.report.page import sections_of
from safeconduct.report.press import contents, environment, language_names
from safeconduct.report.site_folder import DOOR, STYLES, written_anew
from safeconduct.report.stylesheet import ICON, stylesheet
from safeconduct.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

    from safeconduct.report.guide.outlook import Outlook
    from safeconduct.report.page import Page, Section
    from safeconduct.report.site_folder import Progress, Site, SiteFolder

FRONT: Final = "front"


def build(
    outlook: Outlook,
    out: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    progress: Progress | None = None,
) -> Site:
    """Write the guide into a folder, which is replaced if it holds an earlier site.

    Raises:
        InvalidSetting: a language has no catalogue, or the folder holds something else.
        Unavailable: the folder cannot be written.
    """
    wordings = [Wording(language) for language in checked(languages)]
    with written_anew(out) as folder:
        write(outlook, folder, wordings=wordings, progress=progress)
        return folder.close(out)


def write(
    outlook: Outlook,
    folder: SiteFolder,
    *,
    wordings: Sequence[Wording],
    progress: Progress | None = None,
    within: str = "",
) -> None:
    """Write the guide into a folder, or `within` a folder of it beside another site."""
    spoken = [wording.language for wording in wordings]
    place = f"{within}/" if within else ""
    for wording in wordings:
        edition = GuideEdition(outlook, wording)
        press = GuidePress(edition, languages=spoken, is_within=bool(within))
        total = len(wordings) * number_of_pages(edition)
        for page in written_pages(edition):
            folder.put_page(f"{place}{wording.language}/{page.file}", press.printed(page))
            if progress is not None:
                progress(folder.n_pages, max(total, folder.n_pages))
    folder.put(f"{place}{DOOR}", printed_door(wordings).encode())
    folder.put(f"{place}{STYLES}", stylesheet().encode())
    folder.put(f"{place}{ICON.name}", ICON.read_bytes())


class GuidePress:
    """The templates of the guide in one language."""

    def __init__(
        self, edition: GuideEdition, *, languages: Sequence[str], is_within: bool = False
    ) -> None:
        """Set up the templates with the words that every page uses.

        is_within: whether the guide lies inside a report, to which its last link leads back.
        """
        self._edition = edition
        self._is_within = is_within
        self._environment = environment(edition.wording)
        self._environment.globals.update(
            edition=edition,
            outlook=edition.outlook,
            languages=language_names(languages),
            site_title=edition.wording.say("Safe conduct: a guide"),
            front=FRONT,
        )
        self._environment.filters.update(pick=edition.pick)

    def printed(self, page: Page) -> str:
        """Print one page."""
        template = self._environment.get_template(f"guide/{page.template}.html")
        return template.render(page=page, view=page.view, contents=self._contents(page.section))

    def _contents(self, current: str) -> tuple[tuple[Link, bool], ...]:
        """The navigation, with the section of the page marked."""
        wording = self._edition.wording
        listed = contents(sections(), current, front=FRONT, wording=wording)
        report = Link(f"../../{wording.language}/{DOOR}", wording.say("Report"))
        return (*listed, (report, False)) if self._is_within else listed


def printed_door(wordings: Sequence[Wording]) -> str:
    """Print the page that leads to each language."""
    titles = {wording.language: wording.say("Safe conduct: a guide") for wording in wordings}
    promises = {
        wording.language: wording.say(
            "What may be happening to you, what to do next and what each step can cost, which "
            "borders are dangerous and what protects."
        )
        for wording in wordings
    }
    names = language_names([wording.language for wording in wordings])
    template = environment(wordings[0]).get_template("door.html")
    return template.render(wordings=wordings, titles=titles, names=names, promises=promises)


def page_modules() -> tuple[ModuleType, ...]:
    """Every kind of page of the guide."""
    return registry.members(pages, required=("SECTION", "pages"))


def sections() -> tuple[Section, ...]:
    """The lines of the navigation, in order."""
    return sections_of(page_modules())


def written_pages(edition: GuideEdition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for module in page_modules():
        yield from module.pages(edition)


def number_of_pages(edition: GuideEdition) -> int:
    """How many pages an edition has: one a host and a situation, and one a section."""
    return sum(len(files) for files in edition.files.values()) + len(sections())
