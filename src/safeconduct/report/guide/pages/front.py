"""The front page: where a person begins who does not know the words of the field.

It depends on the edition of the guide.
A new door is one more paragraph of its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.respond.emergency import POLICE, emergency_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link
    from safeconduct.respond.emergency import EmergencyNumber

SECTION: Final = Section(name="front", label=marked("Begin here"), order=0)
# Where hours count, a person should not have to search; the others follow by name.
URGENT: Final = ("poisoning-suspected", "detention-for-extradition", "physical-following")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The doors: the situations and the host states, with the numbers to dial in an emergency.

    numbers: each host state with the number that is dialled there, where it is recorded.
    """

    numbers: tuple[tuple[str, str], ...]
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
            numbers=tuple(_numbers(edition)),
            situations=tuple(map(edition.situation, _by_urgency(edition))),
            hosts=edition.sorted_links(map(edition.host, edition.outlook.exposures)),
        ),
    )


def _by_urgency(edition: GuideEdition) -> Iterable[str]:
    def place(identifier: str) -> tuple[int, str]:
        waits = URGENT.index(identifier) if identifier in URGENT else len(URGENT)
        return waits, str(edition.situation(identifier)).casefold()

    return sorted(edition.outlook.pathways, key=place)


def _numbers(edition: GuideEdition) -> Iterator[tuple[str, str]]:
    known = emergency_numbers()
    states = {
        edition.wording.state(host): _dialled(known[host], edition)
        for host in edition.outlook.exposures
        if host in known
    }
    yield from sorted(states.items())


def _dialled(number: EmergencyNumber, edition: GuideEdition) -> str:
    say = edition.wording.say
    text = say("{number} (police)", number=number.number)
    if number.reaches != POLICE:
        text = number.number
    if number.ambulance:
        text = edition.wording.listed([text, say("{number} (ambulance)", number=number.ambulance)])
    return say("{numbers}; from a weak source", numbers=text) if number.is_weak else text
