"""Every release with what became of it, and a page for each.

It depends on the public edition.
Safety: the page of a release that was taken back has the reason, and nothing of what it held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import ALLOWED
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.plain_text import blocks
from safeconduct.report.public.release_pictures import picture_views
from safeconduct.report.public.released_tables import table_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.publish.release import ListedIncident, Release, ReleasedText
    from safeconduct.report.markup import Link, Passage
    from safeconduct.report.public.edition import PublicEdition
    from safeconduct.report.public.history import Published
    from safeconduct.report.public.plain_text import Block
    from safeconduct.report.public.release_pictures import PictureView
    from safeconduct.report.public.released_tables import TableView

SECTION: Final = Section(name="releases", label=marked("All releases"), order=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """One release in the list: what it is, what became of it, why, and what it is about.

    ended_by: the correction or withdrawal about it; concerns: the release that it is about.
    """

    link: Link
    title: Passage
    release: Release
    state: str
    reason: Passage
    ended_by: Link | None
    concerns: Link | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A text of a release, with its language where that is not the page's."""

    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedView:
    """An incident of the public list in words."""

    label: str
    persons: int
    told: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView:
    """One release; everything but the row is empty where it was taken back."""

    row: ReleaseRow
    tables: tuple[TableView, ...]
    texts: tuple[TextView, ...]
    pictures: tuple[PictureView, ...]
    listed: tuple[ListedView, ...]
    caveats: tuple[Passage, ...]


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the list and a page for each release."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="releases",
        title=edition.wording.say("All releases"),
        view=tuple(row(each, edition) for each in edition.history.newest_first),
    )
    for published in edition.history.newest_first:
        yield Page(
            file=edition.files[published.release.id],
            section=SECTION.name,
            template="release",
            title=edition.name(published.release),
            view=_view(published, edition),
        )


def row(published: Published, edition: PublicEdition) -> ReleaseRow:
    """One release as the list has it."""
    release, ended_by = published.release, published.ended_by
    concerns = edition.history.of(release.concerns)
    return ReleaseRow(
        link=edition.named(release),
        title=edition.passage(release.title),
        release=release,
        state=edition.state_of(published),
        reason=edition.passage(ended_by.reason if ended_by else release.reason),
        ended_by=edition.named(ended_by) if ended_by else None,
        concerns=edition.named(concerns.release) if concerns else None,
        is_withdrawn=published.is_withdrawn,
    )


def _view(published: Published, edition: PublicEdition) -> ReleaseView:
    release = published.release
    is_open = published.is_readable
    return ReleaseView(
        row=row(published, edition),
        tables=tuple(table_view(each, edition) for each in release.tables) if is_open else (),
        texts=_texts(release, edition) if is_open else (),
        pictures=picture_views(release, edition) if is_open else (),
        listed=tuple(_listed(each, edition) for each in release.listed) if is_open else (),
        caveats=tuple(map(edition.passage, release.caveats)) if is_open else (),
    )


def _texts(release: Release, edition: PublicEdition) -> tuple[TextView, ...]:
    """Each text once: in the language of the page where there is one, or in those there are."""
    own = edition.wording.language
    spoken = {text.name for text in release.texts if text.language == own}
    chosen = (text for text in release.texts if text.language == own or text.name not in spoken)
    return tuple(_text(text, own) for text in chosen)


def _text(text: ReleasedText, own: str) -> TextView:
    language = "" if text.language == own else text.language
    return TextView(language=language, blocks=tuple(blocks(text.body)))


def _listed(incident: ListedIncident, edition: PublicEdition) -> ListedView:
    return ListedView(
        label=incident.label,
        persons=incident.persons,
        told=tuple(
            (
                edition.dimension(name),
                edition.wording.listed([edition.label(name, label) for label in labels]),
            )
            for name, labels in incident.coordinates
            if name in ALLOWED and labels
        ),
        sources=incident.sources,
    )
