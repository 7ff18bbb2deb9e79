"""Precedents: incidents of a corpus between two states up to a day, by how they ended.

It depends on the record, whose standing and adopted values it takes as they are.
Contradicting outcomes stand side by side and are never counted or averaged; a new outcome of the
vocabulary is sorted into one of the sets below, or is "still open or other".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.place import Place
from safeconduct.record.standing import Standing, assess
from safeconduct.record.unknown import Unknown
from safeconduct.vocabulary import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.incident import Incident
    from safeconduct.record.standing import Assessment

HANDED_OVER: Final = "handed-over"
REFUSED_OR_RESCUED: Final = "refused-or-rescued"
OTHER: Final = "still-open-or-other"
TENDENCIES: Final = (HANDED_OVER, REFUSED_OR_RESCUED, OTHER)

# Expulsion and refusal of entry or asylum hand nobody over, but leave the person to the origin.
# A release counts as a refusal or a rescue only where the host or a third state let the person go:
# whom the origin held on its own soil and let go, nobody protected.
OUTCOMES: Final = {
    HANDED_OVER: frozenset(
        {"asylum-refused", "entry-denied", "expelled", "extradited", "transferred-to-origin"}
    ),
    REFUSED_OR_RESCUED: frozenset(
        {"asylum-seeker-status", "not-extradited", "readmitted", "released"}
    ),
}
_KINDS: Final = frozenset({"incident", "measure", "pattern", "response"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A source of a precedent, and whether it can be found again."""

    citation: Citation
    source_state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """One incident as a precedent.

    tendency: how it ended; an incident that ended both ways stands under both.
    names_origin: false where no source says which state was behind it.
    """

    incident: str
    label: str
    kind: str
    chain: str
    date: str
    techniques: tuple[str, ...]
    outcomes: tuple[str, ...]
    tendency: str
    standing: str
    names_origin: bool
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedents:
    """What a corpus holds: precedents up to the day, and those whose day is not known."""

    found: tuple[Precedent, ...]
    undated: tuple[Precedent, ...]


def precedents(
    corpus: Corpus, *, origin: str, host: str, on: date, technique: str | None = None
) -> Precedents:
    """Find the precedents between two states up to a day, refuted and withdrawn ones left out.

    A technique keeps the whole chain of each incident that shows it: a refusal and the abduction
    that followed it are told together.
    """
    reading = _Reading(corpus, origin=origin, host=host)
    found: list[tuple[date, Precedent]] = []
    undated: list[Precedent] = []
    for incident in reading.concerned(technique):
        begins, ends = reading.days(incident)
        if begins <= on and begins != date.min:
            found += [(begins, each) for each in reading.as_precedents(incident)]
        elif ends <= on:
            found += [(ends, each) for each in reading.as_precedents(incident)]
        elif begins == date.min:
            undated += reading.as_precedents(incident)[:1]
    order = sorted(found, key=lambda pair: (TENDENCIES.index(pair[1].tendency), pair[0]))
    return Precedents(found=tuple(each for _, each in order), undated=tuple(undated))


class _Reading:
    """One corpus as it is assessed, read for two states."""

    def __init__(self, corpus: Corpus, *, origin: str, host: str) -> None:
        self.corpus = corpus
        self.assessments: Mapping[str, Assessment] = assess(corpus)
        self.origin = origin
        self.host = host

    def concerned(self, technique: str | None) -> list[Incident]:
        """Find the incidents between the two states, of chains in which one shows the technique."""
        between = [each for each in self.corpus.incidents.values() if self.concerns(each)]
        chains = {
            each.chain_id
            for each in between
            if technique is None or technique in self.techniques(each)
        }
        return [each for each in between if each.chain_id in chains]

    def concerns(self, incident: Incident) -> bool:
        """Tell whether an incident lies between the two states and may be told."""
        answered = [self.corpus.incidents[name] for name in incident.responds_to]
        return (
            incident.kind in _KINDS
            and self.assessments[incident.id].standing >= Standing.CONTESTED
            and any(self.is_from_origin(each) for each in (incident, *answered))
            and any(self.is_at_host(each) for each in (incident, *answered))
        )

    def is_from_origin(self, incident: Incident) -> bool:
        """Tell whether the origin stands behind it, as said or because nobody says who does."""
        origin = self.values(incident, "origin")
        return self.origin in origin or (not origin and self.is_unnamed(incident))

    def is_unnamed(self, incident: Incident) -> bool:
        """Tell whether a source says that the state behind it is not known."""
        return isinstance(self.assessments[incident.id].values["origin"].value, Unknown)

    def names_origin(self, incident: Incident) -> bool:
        """Tell whether a source says that the origin is behind it, or behind what it answers."""
        answered = [self.corpus.incidents[name] for name in incident.responds_to]
        return any(self.origin in self.values(each, "origin") for each in (incident, *answered))

    def is_at_host(self, incident: Incident) -> bool:
        """Tell whether the host took part in it or it took place there."""
        hosts = self.values(incident, "hosts") + self.values(incident, "transit")
        return self.host in hosts or any(
            self.host in self.values(incident, field)
            for field in ("place_of_act", "place_of_target")
        )

    def techniques(self, incident: Incident) -> tuple[str, ...]:
        """Name its techniques; a response has those of what it answers."""
        own = self.values(incident, "techniques")
        answered = (
            self.values(self.corpus.incidents[i], "techniques") for i in incident.responds_to
        )
        return own or tuple(dict.fromkeys(name for names in answered for name in names))

    def values(self, incident: Incident, field: str) -> tuple[str, ...]:
        """Give the values of a field as words; several where voices tie."""
        found: list[str] = []
        for value in self.assessments[incident.id].values[field].possible:
            if isinstance(value, tuple):
                found += value
            else:
                found.append(value.state if isinstance(value, Place) else str(value))
        return tuple(dict.fromkeys(found))

    def days(self, incident: Incident) -> tuple[date, date]:
        """Give the first and last day on which it may have happened."""
        dates = [
            value
            for value in self.assessments[incident.id].values["date"].possible
            if isinstance(value, PartialDate)
        ]
        return (
            min((each.earliest for each in dates), default=date.min),
            max((each.latest for each in dates), default=date.max),
        )

    def is_on_own_soil(self, incident: Incident) -> bool:
        """Tell whether it took place in the origin state alone, to a person who lives elsewhere."""
        return self.values(incident, "place_of_act") == (self.origin,)

    def as_precedents(self, incident: Incident) -> tuple[Precedent, ...]:
        """Write it as a precedent, once under each way in which it ended."""
        outcomes = self.values(incident, "outcome")
        return tuple(
            Precedent(
                incident=incident.id,
                label=incident.label,
                kind=incident.kind,
                chain=incident.chain_id,
                date=" | ".join(self.values(incident, "date")),
                techniques=self.techniques(incident),
                outcomes=outcomes,
                tendency=tendency,
                standing=self.assessments[incident.id].standing.word,
                names_origin=self.names_origin(incident),
                sources=tuple(self.sources(incident)),
            )
            for tendency in _tendencies(
                outcomes, without={REFUSED_OR_RESCUED} if self.is_on_own_soil(incident) else set()
            )
        )

    def sources(self, incident: Incident) -> Iterable[CitedSource]:
        """Cite the sources of its statements, each once, with the place in it."""
        seen: set[str] = set()
        for statement in self.corpus.statements_on[incident.id]:
            source = self.corpus.sources[statement.source]
            if source.id not in seen:
                seen.add(source.id)
                yield CitedSource(
                    citation=Citation(
                        title=source.title or source.id,
                        section=statement.locator or "",
                        url=source.url or "",
                        date=str(source.published or ""),
                    ),
                    source_state=source.locator_state,
                )


def _tendencies(outcomes: tuple[str, ...], *, without: set[str]) -> tuple[str, ...]:
    found = (name for name, words in OUTCOMES.items() if words & set(outcomes))
    return tuple(name for name in found if name not in without) or (OTHER,)
