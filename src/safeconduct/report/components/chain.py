"""The chain: linked acts as a line of dated stations, the precision of each date drawn.

It depends on the assessments and on the edition.
Acts stand in the order of time, those without a date last; a response branches off the line.
A new precision is one more line in `_PRECISIONS` and one sign in the stylesheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.unknown import Unknown
from safeconduct.report.components.standing import Chip, chip
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link

_LONGER: Final = "longer"
_UNKNOWN: Final = "unknown"
_PRECISIONS: Final = MappingProxyType({"day": "day", "month": "month", "year": "year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One act of a chain; `answers` names what a response responds to."""

    id: str
    link: Link
    when: str
    precision: str
    kind: str
    chip: Chip
    is_here: bool
    is_response: bool
    answers: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainView:
    """The stations of one chain."""

    id: str
    stations: tuple[Station, ...]


def chain_view(name: str, acts: Iterable[str], *, edition: Edition, here: str = "") -> ChainView:
    """Show a chain; `here` is the act on whose page it stands."""
    ordered = sorted(acts, key=lambda act: when_it_began(act, edition))
    return ChainView(id=name, stations=tuple(_station(act, edition, here=here) for act in ordered))


def when_it_began(incident: str, edition: Edition) -> tuple[date, date]:
    """The key of the order of time; what has no date comes last."""
    value = edition.reading.assessments[incident].values["date"]
    spans = [each for each in value.possible if isinstance(each, PartialDate)]
    if not spans:
        return date.max, date.max
    first, last = min(each.earliest for each in spans), max(each.latest for each in spans)
    # What only has a latest day stands there: its earliest is the beginning of the calendar.
    return (last, last) if first == date.min else (first, last)


def when_in_words(incident: str, edition: Edition) -> str:
    """The date of an incident: adopted, tied, or not known."""
    values = edition.reading.assessments[incident].values
    value, extent = values["date"], values["date_extent"].value
    spans = [each for each in value.possible if isinstance(each, PartialDate)]
    said = [edition.wording.date(each, extent if isinstance(extent, str) else "") for each in spans]
    if said:
        return edition.wording.in_context("alternatives", " or ").join(said)
    if isinstance(value.value, Unknown):
        return edition.unknown(value.value)
    return edition.wording.say("date not known")


def _station(incident: str, edition: Edition, *, here: str) -> Station:
    row = edition.corpus.incidents[incident]
    return Station(
        id=incident,
        link=edition.incident(incident),
        when=when_in_words(incident, edition),
        precision=_precision(incident, edition),
        kind=capital(edition.wording.term("incident-kinds", row.kind)),
        chip=chip(incident, edition),
        is_here=incident == here,
        is_response=row.kind == "response",
        answers=tuple(edition.incident(answered) for answered in row.responds_to),
    )


def _precision(incident: str, edition: Edition) -> str:
    """How exactly the date is known, as the sign of its station shows it."""
    value = edition.reading.assessments[incident].values["date"]
    if isinstance(value.value, PartialDate):
        return _PRECISIONS.get(value.value.precision, _LONGER)
    return _LONGER if value.possible else _UNKNOWN
