"""What changed from each release to the next, newest first.

It depends on the public edition and on the comparison of releases.
A release that was taken back is compared with nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.address import anchor
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.changes import change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.markup import Link, Passage
    from safeconduct.report.public.changes import Change, TableChange
    from safeconduct.report.public.edition import PublicEdition

SECTION: Final = Section(name="changes", label=marked("What changed"), order=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedTable:
    """One table of both releases: its cells that differ, as label, before and after."""

    title: Passage
    is_comparable: bool
    cells: tuple[tuple[str, str, str], ...]
    n_same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """Two releases side by side."""

    anchor: str
    before: Link
    after: Link
    heading: str
    reason: Passage
    tables: tuple[ChangedTable, ...]
    added: tuple[Passage, ...]
    dropped: tuple[Passage, ...]
    listed: tuple[str, ...]
    n_unlisted: int


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the page."""
    history = edition.history
    pairs = [(history.before(each), each) for each in history.readable]
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="changes",
        title=edition.wording.say("What changed"),
        view=tuple(
            _view(change(before.release, after.release), edition)
            for before, after in pairs
            if before is not None
        ),
    )


def _view(changed: Change, edition: PublicEdition) -> ChangeView:
    before, after = changed.before, changed.after
    return ChangeView(
        anchor=anchor(after.id),
        before=edition.named(before),
        after=edition.named(after),
        heading=edition.wording.say(
            "From {before} to {after}", before=edition.name(before), after=edition.name(after)
        ),
        reason=edition.passage(after.reason),
        tables=tuple(_table(each, edition) for each in changed.tables),
        added=tuple(edition.title_of(table) for table in changed.added),
        dropped=tuple(edition.title_of(table) for table in changed.dropped),
        listed=tuple(incident.label for incident in changed.listed),
        n_unlisted=changed.n_unlisted,
    )


def _table(changed: TableChange, edition: PublicEdition) -> ChangedTable:
    names = [side.name for side in changed.table.dimensions]
    return ChangedTable(
        title=edition.title_of(changed.table),
        is_comparable=changed.is_comparable,
        cells=tuple(
            (
                " · ".join(map(edition.label, names, cell.labels)) or edition.label("", "total"),
                edition.shown(cell.before),
                edition.shown(cell.after),
            )
            for cell in changed.cells
        ),
        n_same=changed.n_same,
    )
