"""The list of host states, with what ties them to the state of origin laid out by treaty.

It depends on exposure through the outlook.
Every state stands under every treaty that concerns one of them; nothing here counts or ranks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.exposure import compare
from safeconduct.exposure.bond import Bound
from safeconduct.exposure.comparison import DISPLACED
from safeconduct.report.markup import filled, joined
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from safeconduct.exposure import ComparisonCell, ComparisonRow
    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

SECTION: Final = Section(name="hosts", label=marked("Host states"), order=30)
OPENS: Final = "opens"
PROTECTS: Final = "protects"
BARE: Final = "bare"
# How a state stands to an instrument on the day, and what follows from it.
COLUMN_MESSAGES: Final[Mapping[str, str]] = {
    OPENS: marked("Opens something to the state of origin in"),
    PROTECTS: marked("Protects in"),
    BARE: marked("Binds, without a line here"),
    Bound.NOT_KNOWN: marked("Not recorded whether it binds"),
    DISPLACED: marked("Displaced by a later treaty in"),
    Bound.NO: marked("Does not bind"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyRow:
    """One instrument with the states in each column; an empty column is empty."""

    link: Link
    summary: str
    columns: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostsView:
    """The host states and the instruments."""

    links: tuple[Link, ...]
    headings: tuple[str, ...]
    rows: tuple[TreatyRow, ...]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the list."""
    exposures = edition.outlook.exposures
    comparison = compare(
        sorted(exposures.values(), key=lambda each: edition.wording.state(each.host))
    )
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="hosts",
        title=edition.wording.say("Host states"),
        view=HostsView(
            links=edition.sorted_links(map(edition.host, exposures)),
            headings=tuple(edition.wording.each_said(COLUMN_MESSAGES).values()),
            rows=tuple(_row(row, edition) for row in comparison.rows),
        ),
    )


def _row(row: ComparisonRow, edition: GuideEdition) -> TreatyRow:
    return TreatyRow(
        link=edition.treaty(row.instrument),
        summary=edition.pick(edition.outlook.instruments[row.instrument].summary),
        columns=tuple(
            (
                edition.wording.say(message),
                joined(_state(cell, edition) for cell in row.cells if column in columns_of(cell)),
            )
            for column, message in COLUMN_MESSAGES.items()
        ),
    )


def columns_of(cell: ComparisonCell) -> frozenset[str]:
    """Say where a state stands under an instrument: what follows from it, else why nothing does."""
    if cell.standing == DISPLACED:
        return frozenset({DISPLACED})
    follows = {OPENS: cell.open, PROTECTS: cell.protects}
    found = frozenset(column for column, lines in follows.items() if lines)
    if found:
        return found
    return frozenset({BARE if cell.host_standing in (Bound.YES, Bound.MAY) else cell.host_standing})


def _state(cell: ComparisonCell, edition: GuideEdition) -> Link | Markup:
    link = edition.host(cell.host)
    if cell.host_standing != Bound.MAY:
        return link
    return filled(edition.wording.say("{state} (perhaps)"), state=link)
