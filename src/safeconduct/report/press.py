"""The press: prints pages from templates, in one language.

It depends on Jinja2; every value is escaped, and a name that a template misses is an error.
What a template may ask for is listed in `Press`: the wording, the corpus's name and the navigation;
everything else comes in the view of its page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from safeconduct.report.address import OVERVIEW
from safeconduct.report.markup import Link, Passage, capitalised, straightened
from safeconduct.report.wording import Wording, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safeconduct.record.corpus import Masthead
    from safeconduct.report.edition import Edition
    from safeconduct.report.gallery import Plate
    from safeconduct.report.page import Page, Section

FRONT: Final = "overview"  # the section whose page is the first of a report
GUIDE: Final = "guide"  # the folder of the guide inside a report
TEMPLATES: Final = Path(__file__).parent / "templates"


class Press:
    """The templates of one language."""

    def __init__(
        self,
        edition: Edition,
        *,
        sections: Sequence[Section],
        languages: Sequence[str],
        plates: Mapping[str, Plate],
        has_guide: bool = False,
    ) -> None:
        """Set up the templates with the words that every page uses."""
        self._edition = edition
        self._has_guide = has_guide
        self._sections = sections
        wording = edition.wording
        self._environment = environment(wording)
        self._environment.globals.update(
            masthead=edition.corpus.masthead,
            site_title=edition.passage(edition.corpus.masthead.title),
            front=FRONT,
            languages=language_names(languages),
            plates=plates,
        )

    def printed(self, page: Page) -> str:
        """Print one page."""
        template = self._environment.get_template(f"pages/{page.template}.html")
        return template.render(page=page, view=page.view, contents=self._contents(page.section))

    def _contents(self, current: str) -> tuple[tuple[Link, bool], ...]:
        """The navigation, with the section of the page marked; the guide comes last."""
        wording = self._edition.wording
        listed = contents(self._sections, current, front=FRONT, wording=wording)
        guide = Link(f"../{GUIDE}/{wording.language}/{OVERVIEW}", wording.say("Guide"))
        return (*listed, (guide, False)) if self._has_guide else listed


def contents(
    sections: Iterable[Section], current: str, *, front: str, wording: Wording
) -> tuple[tuple[Link, bool], ...]:
    """A link to each section of a site, and whether the page stands in it.

    front: the section whose page is the first of the site.
    """
    return tuple(
        (
            Link(
                OVERVIEW if section.name == front else f"{section.name}.html",
                wording.say(section.label),
            ),
            section.name == current,
        )
        for section in sections
    )


def printed_door(masthead: Masthead, *, wordings: Sequence[Wording]) -> str:
    """Print the page that leads to each language."""
    template = environment(wordings[0]).get_template("door.html")
    titles = {
        wording.language: Passage(
            masthead.title, "" if masthead.language == wording.language else masthead.language
        )
        for wording in wordings
    }
    promises = {
        wording.language: wording.say(
            "What was reported, by whom, how well it is supported, and how many incidents that "
            "makes under whose definition."
        )
        for wording in wordings
    }
    names = language_names([wording.language for wording in wordings])
    return template.render(wordings=wordings, titles=titles, names=names, promises=promises)


def environment(wording: Wording) -> Environment:
    """The templates with the words of one language, and nothing of a corpus."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_turns,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(wording=wording, say=wording.say, many=wording.many)
    made.filters.update(capital=capitalised, number=wording.number)
    return made


def language_names(languages: Sequence[str]) -> Mapping[str, str]:
    """Each language by its own name."""
    return {
        language: capital(Wording(language).locale.get_display_name() or language)
        for language in languages
    }


def _without_turns(value: object) -> object:
    # Safety: no text of a corpus may turn the direction of what stands behind it.
    return straightened(value) if isinstance(value, str) else value
