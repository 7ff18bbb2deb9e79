"""The list of host states side by side, and a page for each: four plain parts, and no score.

It depends on exposure through the outlook.
Lines that contradict each other keep both their places; nothing here counts or ranks states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.exposure import compare
from safeconduct.exposure.bond import Bound
from safeconduct.exposure.comparison import DISPLACED
from safeconduct.exposure.membership_line import NO_MEMBER, NOT_KNOWN
from safeconduct.exposure.precedent import HANDED_OVER, OTHER, REFUSED_OR_RESCUED
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.sayings import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.exposure import Comparison, Exposure
    from safeconduct.exposure.precedent import Precedent
    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

SECTION: Final = Section(name="hosts", label=marked("Host states"), order=30)
TENDENCY_MESSAGES: Final[Mapping[str, str]] = {
    HANDED_OVER: marked("Handed over, expelled or turned away"),
    REFUSED_OR_RESCUED: marked("Refused, released or rescued"),
    OTHER: marked("Still open, or ended otherwise"),
}
# How a state stands in an organisation on the day.
STATUS_MESSAGES: Final[Mapping[str, str]] = {
    "full": marked("full member"),
    "associate": marked("associate member"),
    "observer": marked("observer"),
    "partner": marked("partner"),
    "signatory": marked("signed only"),
    "suspended": marked("part suspended"),
    "withdrawn": marked("left"),
    NO_MEMBER: marked("no member"),
    NOT_KNOWN: marked("not known"),
}
# How a state stands to an instrument on the day.
STANDING_MESSAGES: Final[Mapping[str, str]] = {
    Bound.YES: marked("bound"),
    Bound.MAY: marked("perhaps bound"),
    Bound.NO: marked("not bound"),
    Bound.NOT_KNOWN: marked("not recorded"),
    DISPLACED: marked("displaced by a later treaty"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentGroup:
    """The precedents that ended in one way."""

    heading: str
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView:
    """One host state."""

    exposure: Exposure
    groups: tuple[PrecedentGroup, ...]
    standings: Mapping[str, str]
    statuses: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostsView:
    """The host states and the instruments side by side."""

    links: tuple[Link, ...]
    comparison: Comparison
    words: Mapping[str, str]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the comparison and a page for every host state."""
    exposures = edition.outlook.exposures
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="hosts",
        title=edition.wording.say("Host states"),
        view=HostsView(
            links=edition.sorted_links(map(edition.host, exposures)),
            comparison=compare(
                sorted(exposures.values(), key=lambda each: edition.wording.state(each.host))
            ),
            words=edition.wording.each_said(STANDING_MESSAGES),
        ),
    )
    for code, exposure in exposures.items():
        yield Page(
            file=edition.files["host"][code],
            section=SECTION.name,
            template="host",
            title=edition.wording.state(code),
            view=HostView(
                exposure=exposure,
                groups=tuple(_groups(exposure, edition)),
                standings=edition.wording.each_said(STANDINGS),
                statuses=edition.wording.each_said(STATUS_MESSAGES),
            ),
        )


def _groups(exposure: Exposure, edition: GuideEdition) -> Iterator[PrecedentGroup]:
    for tendency, message in TENDENCY_MESSAGES.items():
        found = tuple(each for each in exposure.precedents if each.tendency == tendency)
        if found:
            yield PrecedentGroup(heading=edition.wording.say(message), precedents=found)
