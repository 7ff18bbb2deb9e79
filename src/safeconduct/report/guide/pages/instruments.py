"""Treaties and organisations: one page each, so that what they say in general is said once.

It depends on exposure through the outlook.
A new instrument gets its page by itself; what is true of one host state stands with that state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.exposure.bond import Bound
from safeconduct.exposure.comparison import DISPLACED
from safeconduct.report.markup import joined
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from safeconduct.exposure import InstrumentRules
    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

SECTION: Final = Section(name="instruments", label=marked("Treaties"), order=35)
KIND_MESSAGES: Final[Mapping[str, str]] = {
    "protection": marked("What protects"),
    "cooperation": marked("How states work together"),
    "movement": marked("Movement and papers"),
}
EFFECT_MESSAGES: Final[Mapping[str, str]] = {
    "opens": marked("Opens"),
    "exchanges": marked("Passes on data"),
    "protects": marked("Protects"),
    "refuses": marked("Ground of refusal"),
}
NEED_MESSAGES: Final[Mapping[str, str]] = {
    "both": marked("Both states have to be bound."),
    "host": marked("The host state has to be bound."),
    "origin": marked("The state of origin has to be bound."),
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
class InstrumentRow:
    """One line of the list."""

    link: Link
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentGroup:
    """The instruments of one kind."""

    heading: str
    rows: tuple[InstrumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentView:
    """One instrument, with the host states by how they stand to it on the day."""

    rules: InstrumentRules
    standings: tuple[tuple[str, Markup], ...]
    effects: Mapping[str, str]
    needs: Mapping[str, str]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the list and a page for every instrument."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="instruments",
        title=edition.wording.say("Treaties and organisations"),
        view=tuple(_groups(edition)),
    )
    for identifier, rules in edition.outlook.instruments.items():
        yield Page(
            file=edition.files["instrument"][identifier],
            section=SECTION.name,
            template="instrument",
            title=capital(edition.instrument(identifier)),
            view=InstrumentView(
                rules=rules,
                standings=tuple(_standings(identifier, edition)),
                effects=edition.wording.each_said(EFFECT_MESSAGES),
                needs=edition.wording.each_said(NEED_MESSAGES),
            ),
        )


def _groups(edition: GuideEdition) -> Iterator[InstrumentGroup]:
    for kind, message in KIND_MESSAGES.items():
        yield InstrumentGroup(
            heading=edition.wording.say(message),
            rows=tuple(
                InstrumentRow(link=edition.treaty(each), summary=edition.pick(rules.summary))
                for each, rules in edition.outlook.instruments.items()
                if rules.kind == kind
            ),
        )


def _standings(instrument: str, edition: GuideEdition) -> Iterator[tuple[str, Markup]]:
    by_standing: dict[str, list[str]] = {}
    for host, exposure in edition.outlook.exposures.items():
        tie = next(each for each in exposure.ties if each.instrument == instrument)
        standing = DISPLACED if tie.displaced_by else tie.host.bound.value
        by_standing.setdefault(standing, []).append(host)
    for standing, message in STANDING_MESSAGES.items():
        if standing in by_standing:
            links = edition.sorted_links(map(edition.host, by_standing[standing]))
            yield capital(edition.wording.say(message)), joined(links)
