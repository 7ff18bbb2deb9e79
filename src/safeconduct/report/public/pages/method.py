"""How the numbers were made: what is counted, under whose definition, and how it is protected.

It depends on the public edition, the protections and the definitions.
What a release says of its own method is printed as it says it; what further a reader needs in order
to distrust a number in the right place belongs in the template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.figures.scheme import schemes
from safeconduct.publish.protecting import protections
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.publish.release import Release
    from safeconduct.report.markup import Passage
    from safeconduct.report.public.edition import PublicEdition

SECTION: Final = Section(name="method", label=marked("Method"), order=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """A definition in its own words."""

    label: str
    publisher: str
    definition: str
    leaves_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """The method of the current release; without one only the words that hold for all."""

    method: Passage
    caveats: tuple[Passage, ...]
    protections: tuple[str, ...]
    schemes: tuple[SchemeView, ...]
    lineage: tuple[tuple[str, str], ...]
    has_list: bool


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the page."""
    current = edition.history.current
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="method",
        title=edition.wording.say("Method"),
        view=_view(current.release, edition) if current else None,
    )


def _view(release: Release, edition: PublicEdition) -> MethodView:
    language = edition.wording.language
    used = dict.fromkeys(table.protection for table in release.tables)
    named = dict.fromkeys(table.scheme for table in release.tables)
    known = protections()
    return MethodView(
        method=edition.passage(release.method),
        caveats=tuple(map(edition.passage, release.caveats)),
        protections=tuple(
            vocabulary.in_language(known[name].PLAIN, language) if name in known else name
            for name in used
        ),
        schemes=tuple(_scheme(name, language) for name in named if name in schemes()),
        lineage=release.lineage,
        has_list=bool(release.listed),
    )


def _scheme(identifier: str, language: str) -> SchemeView:
    known = schemes()[identifier]
    return SchemeView(
        label=vocabulary.in_language(known.label, language),
        publisher=known.publisher,
        definition=vocabulary.in_language(known.definition, language),
        leaves_out=vocabulary.in_language(known.leaves_out, language),
    )
