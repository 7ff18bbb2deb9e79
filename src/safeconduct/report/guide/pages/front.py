"""The front page: where a person begins who does not know the words of the field.

It depends on the edition of the guide.
A new door is one more paragraph of its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

SECTION: Final = Section(name="front", label=marked("Begin here"), order=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The doors: the situations and the host states."""

    situations: tuple[Link, ...]
    hosts: tuple[Link, ...]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the front page."""
    yield Page(
        file="index.html",
        section=SECTION.name,
        template="front",
        title=edition.wording.say("Safe conduct: a guide"),
        view=FrontView(
            situations=edition.sorted_links(map(edition.situation, edition.outlook.pathways)),
            hosts=edition.sorted_links(map(edition.host, edition.outlook.exposures)),
        ),
    )
