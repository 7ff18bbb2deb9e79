"""How to cite a release, in words and as files that reference managers read.

It depends on the public edition and the forms of citing.
A release that was taken back is not offered for citing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.address import anchor
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.citation import as_bibtex, as_cff, as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.public.edition import PublicEdition
    from safeconduct.report.public.history import Published

SECTION: Final = Section(name="cite", label=marked("Cite"), order=60)
FOLDER: Final = "cite"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedView:
    """One release as it is cited, and the files that say the same."""

    heading: str
    state: str
    anchor: str
    sentence: str
    cff: str
    cff_file: str
    bibtex: str
    bibtex_file: str


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the page."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="cite",
        title=edition.wording.say("Cite"),
        view=tuple(cited(each, edition) for each in edition.history.readable),
    )


def cited(published: Published, edition: PublicEdition) -> CitedView:
    """One release in every form of citing."""
    release = published.release
    title = edition.passage(release.title)
    place = f"../{FOLDER}/{release.id}"
    return CitedView(
        heading=edition.name(release),
        state=edition.state_of(published),
        anchor=anchor(release.id),
        sentence=as_sentence(release, title=title),
        cff=as_cff(release, title=title),
        cff_file=f"{place}/{edition.wording.language}/CITATION.cff",
        bibtex=as_bibtex(release, title=title),
        bibtex_file=f"{place}/{edition.wording.language}/citation.bib",
    )
