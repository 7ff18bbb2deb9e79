"""A page for each host state: four plain parts in short, and the same in full; no score.

It depends on exposure through the outlook, and on respond for the number to dial.
Lines that contradict each other keep both their places; what is missing stands first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.exposure.membership_line import NO_MEMBER, NOT_KNOWN
from safeconduct.exposure.precedent import HANDED_OVER, OTHER, REFUSED_OR_RESCUED
from safeconduct.report.guide.brief import brief_line, brief_part, is_gap
from safeconduct.report.guide.pages.hosts import SECTION
from safeconduct.report.messages import marked
from safeconduct.report.page import Page
from safeconduct.report.sayings import STANDINGS
from safeconduct.respond.calling import call_for_help

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.exposure import Exposure
    from safeconduct.exposure.precedent import Precedent
    from safeconduct.report.guide.brief import BriefLine, BriefPart
    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

__all__ = ["SECTION", "pages"]

TENDENCY_MESSAGES: Final[Mapping[str, str]] = {
    HANDED_OVER: marked("Handed over, expelled or turned away"),
    REFUSED_OR_RESCUED: marked("Request refused, person released or rescued"),
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
    "outside": marked("no member"),
    NO_MEMBER: marked("no member"),
    NOT_KNOWN: marked("not known"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentGroup:
    """The precedents that ended in one way."""

    heading: str
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView:
    """One host state, in short or in full.

    call: which number to dial there. gaps: the treaties that concern it and lack something.
    other: the file of the same page in the other length.
    """

    exposure: Exposure
    is_full: bool
    other: str
    call: tuple[str, ...]
    open: BriefPart
    protects: BriefPart
    happened: BriefPart
    groups: tuple[PrecedentGroup, ...]
    unknown: tuple[BriefLine, ...]
    gaps: tuple[Link, ...]
    standings: Mapping[str, str]
    statuses: Mapping[str, str]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write two pages for every host state."""
    for code, exposure in edition.outlook.exposures.items():
        for is_full in (False, True):
            kinds = ("host-in-full", "host") if is_full else ("host", "host-in-full")
            own, other = (edition.files[kind][code] for kind in kinds)
            name = edition.wording.state(code)
            yield Page(
                file=own,
                section=SECTION.name,
                template="host",
                title=edition.wording.say("{page}, in full", page=name) if is_full else name,
                view=_view(exposure, edition, is_full=is_full, other=other),
            )


def _view(exposure: Exposure, edition: GuideEdition, *, is_full: bool, other: str) -> HostView:
    unknown = [line for line in exposure.unknown if not is_gap(line)]
    lacking = dict.fromkeys(line.instrument for line in exposure.unknown if is_gap(line))
    return HostView(
        exposure=exposure,
        is_full=is_full,
        other=other,
        call=call_for_help(exposure.host, language=edition.wording.language),
        open=brief_part(exposure.open, edition),
        protects=brief_part(exposure.protects, edition),
        happened=brief_part(exposure.happened, edition),
        groups=tuple(_groups(exposure, edition)),
        unknown=tuple(brief_line(line, edition) for line in unknown),
        gaps=tuple(map(edition.treaty, lacking)),
        standings=edition.wording.each_said(STANDINGS),
        statuses=edition.wording.each_said(STATUS_MESSAGES),
    )


def _groups(exposure: Exposure, edition: GuideEdition) -> Iterator[PrecedentGroup]:
    for tendency, found in exposure.by_tendency.items():
        if found:
            heading = edition.wording.say(TENDENCY_MESSAGES[tendency])
            yield PrecedentGroup(heading=heading, precedents=found)
