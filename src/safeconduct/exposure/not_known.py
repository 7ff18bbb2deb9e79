"""What is not known, said as lines of its own, so that a gap in the records never reads as safety.

It depends on the bonds, the precedents and the memberships, and on the names of territories.
A new kind of gap is one more function here, with its words in `not_known.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exposure.bond import SIGNATORY, Bond, Bound
from safeconduct.exposure.exposure_line import OPEN, UNKNOWN, ExposureLine
from safeconduct.vocabulary import LANGUAGES, Citation, territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from safeconduct.exposure.instrument_rules import InstrumentRules, Presumption
    from safeconduct.exposure.membership_line import MembershipLine
    from safeconduct.exposure.precedent import Precedent

FILE: Final = Path(__file__).with_name("not_known.toml")
_STATES: Final = frozenset({"state", "origin", "host"})
_INSTRUMENTS: Final = frozenset({"instrument", "other"})


@cache
def sayings() -> Mapping[str, Mapping[str, str]]:
    """Read the words of gaps and doubts, by what they say."""
    return MappingProxyType(tomllib.loads(FILE.read_text(encoding="utf-8")))


def words(saying: str, **places: str) -> Mapping[str, str]:
    """Say something in every language; states and instruments are given by their codes."""
    return MappingProxyType(
        {
            language: sayings()[saying][language].format_map(
                {place: _named(place, value, language) for place, value in places.items()}
            )
            for language in LANGUAGES
        }
    )


def _recorded(saying: str, state: str, standings: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Say something about the standings recorded for a state, each with the date since when."""
    recorded = {
        language: ", ".join(
            f"{sayings()[f'status-{status}'][language]} ({since or '?'})"
            for status, since in standings
        )
        for language in LANGUAGES
    }
    return MappingProxyType(
        {
            language: words(saying, state=state, recorded=recorded[language])[language]
            for language in LANGUAGES
        }
    )


def _named(place: str, value: str, language: str) -> str:
    if place in _STATES:
        return territory.name(value, language)
    return label(value, language) if place in _INSTRUMENTS else value


def label(instrument: str, language: str) -> str:
    """Say what an instrument or organisation is called."""
    known = "instruments" if instrument in vocabulary.ids("instruments") else "organisations"
    return vocabulary.term(known, instrument).label_in(language)


def doubt_of(bond: Bond) -> Mapping[str, str]:
    """Say why it is not certain that a state is bound on the day."""
    return _recorded("bond-doubtful", bond.state, bond.standings)


def doubt_of_dates(since: str, until: str) -> Mapping[str, str]:
    """Say that the dates are too rough to tell whether a line holds on the day."""
    return words("dates-rough", since=since or "?", until=until or "…")


def doubt_of_day(since: str) -> Mapping[str, str]:
    """Say that the date is too rough to tell whether something had happened by the day."""
    return words("day-rough", since=since)


def doubt_of_begin() -> Mapping[str, str]:
    """Say that no beginning is recorded."""
    return words("begin-not-recorded")


def of_bond(bond: Bond) -> ExposureLine:
    """Say that a list of parties leaves open whether a state is bound, or that it is not."""
    if bond.bound is Bound.MAY:
        text = doubt_of(bond)
    elif bond.bound is Bound.NO:
        text = words("bond-outside", state=bond.state)
    else:
        saying = "bond-signed-only" if SIGNATORY in bond.statuses else "bond-not-known"
        text = words(saying, state=bond.state)
    return ExposureLine(
        id=f"{bond.instrument}/party-{bond.state}",
        part=UNKNOWN,
        text=text,
        source=bond.source,
        instrument=bond.instrument,
        doubts=bond.notes,
        is_weak=bond.is_weak,
    )


def of_presumption(presumption: Presumption, bonds: Iterable[Bond]) -> ExposureLine:
    """Say what is probably open where the membership of a state is not recorded."""
    unsettled = [each for each in bonds if each.bound is Bound.NOT_KNOWN]
    return ExposureLine(
        id=f"{unsettled[0].instrument}/presumed",
        part=OPEN,
        text=presumption.text,
        source=presumption.source,
        instrument=unsettled[0].instrument,
        doubts=tuple(words("bond-not-known", state=each.state) for each in unsettled),
        is_weak=True,
    )


def of_displacement(doubtful: Bond, displaced: str) -> ExposureLine:
    """Say what governs instead, should a doubtful bond not hold."""
    return ExposureLine(
        id=f"{displaced}/displaced-{doubtful.state}",
        part=UNKNOWN,
        text=words(
            "displaced-in-doubt",
            state=doubtful.state,
            instrument=doubtful.instrument,
            other=displaced,
        ),
        source=doubtful.source,
        instrument=displaced,
        is_weak=doubtful.is_weak,
    )


def of_gaps(rules: InstrumentRules) -> Iterable[ExposureLine]:
    """Say what an instrument that is shown lacks."""
    for number, gap in enumerate(rules.gaps, start=1):
        yield ExposureLine(
            id=f"{rules.id}/gap-{number}",
            part=UNKNOWN,
            text=gap.text,
            source=gap.source,
            source_state=gap.source_state,
            instrument=rules.id,
        )


def of_memberships(lines: Iterable[MembershipLine]) -> Iterable[ExposureLine]:
    """Say where a standing in an organisation is doubted: suspended, or dated too roughly."""
    for line in lines:
        if line.status == "suspended" or (line.since and not line.is_certain):
            yield ExposureLine(
                id=f"{line.organisation}/{line.status}-{line.state}",
                part=UNKNOWN,
                text=_recorded("membership-doubtful", line.state, ((line.status, line.since),)),
                source=Citation(title=line.source, section=line.organisation),
                instrument=line.organisation,
                doubts=(line.doubt,) if line.doubt else (),
                since=line.since,
                until=line.until,
            )


def of_missing_host(host: str, *, as_of: str) -> ExposureLine:
    """Say that no file speaks of the host."""
    return _of_records(f"{host}/no-file", words("host-missing", state=host), as_of)


def of_missing_origin(origin: str, *, as_of: str) -> ExposureLine:
    """Say that no list of parties names the origin."""
    return _of_records(f"{origin}/no-party", words("origin-missing", state=origin), as_of)


def of_empty_part(
    part: str, *, origin: str, host: str, technique: str | None, as_of: str
) -> ExposureLine:
    """Say that a part is empty because nothing is recorded, which is not an answer."""
    saying = f"nothing-{part}" if technique is None else f"nothing-{part}-of-it"
    text = words(saying, origin=origin, host=host)
    return _of_records(f"{host}/nothing-{part}", text, as_of)


def of_untied(part: str, *, host: str, as_of: str) -> ExposureLine:
    """Say, in the part itself, that nothing of it is tied to the technique asked about."""
    line = _of_records(f"{host}/untied-{part}", words(f"untied-{part}"), as_of)
    return replace(line, part=part)


def of_no_corpus(host: str, *, as_of: str) -> ExposureLine:
    """Say that no corpus was asked for precedents."""
    return _of_records(f"{host}/no-corpus", words("no-corpus", state=host), as_of)


def of_later_day(on: date, *, as_of: str) -> ExposureLine:
    """Say that the day asked about lies after the last check of the records."""
    text = words("checked-earlier", as_of=as_of, on=on.isoformat())
    return _of_records("records/checked-earlier", text, as_of)


def of_undated(precedent: Precedent) -> ExposureLine:
    """Say that an incident may lie before the day or after it."""
    first = precedent.sources[0]
    return ExposureLine(
        id=f"incident/{precedent.incident}",
        part=UNKNOWN,
        text=words("incident-undated", date=precedent.date or "–", label=precedent.label),
        source=first.citation,
        source_state=first.source_state,
        techniques=precedent.techniques,
    )


def _of_records(identifier: str, text: Mapping[str, str], as_of: str) -> ExposureLine:
    source = Citation(title="Safeconduct, records of exposure", section="as checked", date=as_of)
    return ExposureLine(id=identifier, part=UNKNOWN, text=text, source=source)
