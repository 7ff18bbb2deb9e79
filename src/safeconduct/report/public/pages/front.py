"""The front page: the release that holds now, in its totals, with the ways on from there.

It depends on the public edition.
The page with its picture stays under 100 kB: a picture that is heavier stands on its release's page
only. A further way on is one more line of its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.release_pictures import picture_views
from safeconduct.report.public.released_tables import table_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.publish.release import Release
    from safeconduct.report.markup import Link, Passage
    from safeconduct.report.public.edition import PublicEdition
    from safeconduct.report.public.history import Published
    from safeconduct.report.public.release_pictures import PictureView
    from safeconduct.report.public.released_tables import TableView

SECTION: Final = Section(name="front", label=marked("Current release"), order=0)
PICTURE_BYTES: Final = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The current release; without one, the last that was published says why.

    reason: of a correction, or of the withdrawal that left nothing.
    """

    published: Published | None
    link: Link | None
    release: Release
    tables: tuple[TableView, ...]
    method: Passage
    caveats: tuple[Passage, ...]
    reason: Passage
    picture: PictureView | None


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the front page."""
    current = edition.history.current
    release = (current or edition.history.last).release
    tables = release.tables if current else ()
    pictures = picture_views(release, edition) if current else ()
    light = [each for each in pictures if each.n_bytes <= PICTURE_BYTES]
    yield Page(
        file="index.html",
        section=SECTION.name,
        template="front",
        title=str(edition.site_title),
        view=FrontView(
            published=current,
            link=edition.named(release) if current else None,
            release=release,
            tables=tuple(table_view(table, edition) for table in tables),
            method=edition.passage(release.method),
            caveats=tuple(map(edition.passage, release.caveats)),
            reason=edition.passage(release.reason),
            picture=light[0] if light else None,
        ),
    )
