"""A reading of one incident: its accounts, standing and values, and what each scheme says of it.

It depends on the record and the figures; text and JSON take what they show from here.
A new thing to show about an incident is a field here, and a part of each form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.figures.clause import judge
from safeconduct.figures.coded import coded_incident
from safeconduct.figures.figure import CENTRAL, HIGH, LOW, NOT_COUNTED, level
from safeconduct.figures.scheme import schemes
from safeconduct.record.standing import assess_incident
from safeconduct.record.voice import Voices

if TYPE_CHECKING:
    from safeconduct.figures.clause import Verdict
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.decision import Decision
    from safeconduct.record.incident import Incident
    from safeconduct.record.standing import Assessment

BOUNDS = {
    NOT_COUNTED: (),
    HIGH: ("high",),
    CENTRAL: ("central", "high"),
    LOW: ("low", "central", "high"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one scheme says of an incident, and in which bounds of its count it then stands."""

    scheme: str
    verdict: Verdict
    bounds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReading:
    """One incident, read."""

    incident: Incident
    chain: tuple[str, ...]
    assessment: Assessment
    decisions: tuple[Decision, ...]
    rulings: tuple[Ruling, ...]


def read_incident(corpus: Corpus, identifier: str) -> IncidentReading:
    """Read one incident of a corpus."""
    incident = corpus.incidents[identifier]
    assessment = assess_incident(corpus, identifier, voices=Voices(corpus))
    # Whom it shares its persons with decides a sum of persons and no verdict.
    coded = coded_incident(incident, assessment, persons_group=identifier)
    rulings = []
    for scheme in schemes().values():
        verdict = judge(scheme, coded)
        reached = level(verdict.says, coded.standing) if incident.kind == "incident" else 0
        rulings.append(Ruling(scheme=scheme.id, verdict=verdict, bounds=BOUNDS[reached]))
    return IncidentReading(
        incident=incident,
        chain=corpus.chains[incident.chain_id],
        assessment=assessment,
        decisions=tuple(corpus.decisions_on[identifier].values()),
        rulings=tuple(rulings),
    )
