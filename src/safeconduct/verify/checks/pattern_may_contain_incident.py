"""A pattern that may contain counted incidents, judged by technique, host state and date.

It depends on the assessments; it is a hint, not a declaration.
Declared overlaps are the matter of `pattern_contains_incident` and are left out here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.place import Place
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed
from safeconduct.verify.sides import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.incident import Incident
    from safeconduct.record.standing import Assessment
    from safeconduct.verify.finding import Assessments

NAME: Final = "pattern-may-contain-incident"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "A summary such as the expulsions from one state and the single cases told beside it may be "
    "the same acts. Technique, host state and date cannot prove it; they tell where to look."
)
HINT: Final = Sentence(
    "Read both. If the pattern contains the incident, enter it under overlaps; if not, leave it."
)

Trait = tuple[str, str]
Dated = tuple[str, list[PartialDate]]


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find patterns that share technique, host state and time with incidents not named."""
    counted: dict[Trait, list[Dated]] = {}
    for incident in corpus.incidents.values():
        if incident.kind == "incident":
            dated = (incident.id, _dates(assessments[incident.id]))
            for trait in _traits(assessments[incident.id]):
                counted.setdefault(trait, []).append(dated)
    for pattern in corpus.incidents.values():
        if pattern.kind == "pattern":
            likely = _likely(pattern, counted, assessment=assessments[pattern.id])
            if likely:
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=Sentence(
                        "{pattern} shares technique, host state and time with {incidents}: they "
                        "may be in it.",
                        pattern=pattern.id,
                        incidents=listed(likely),
                    ),
                    hint=HINT,
                    records=tuple(("incidents", each) for each in (pattern.id, *likely)),
                )


def _likely(
    pattern: Incident, counted: Mapping[Trait, list[Dated]], *, assessment: Assessment
) -> list[str]:
    span = _dates(assessment)
    alike = dict(dated for trait in _traits(assessment) for dated in counted.get(trait, ()))
    return [
        identifier
        for identifier, dates in alike.items()
        if identifier not in pattern.overlaps
        and any(mine.overlaps(theirs) for mine in span for theirs in dates)
    ]


def _traits(assessment: Assessment) -> list[Trait]:
    """Each technique with each host state; the origin state would match half a corpus."""
    values = assessment.values
    techniques, hosts, place = (
        values[field].value for field in ("techniques", "hosts", "place_of_act")
    )
    states = {
        *(hosts if isinstance(hosts, tuple) else ()),
        *((place.state,) if isinstance(place, Place) else ()),
    } - {values["origin"].value}
    named = techniques if isinstance(techniques, tuple) else ()
    return [(technique, str(state)) for technique in named for state in sorted(map(str, states))]


def _dates(assessment: Assessment) -> list[PartialDate]:
    """Every date that somebody gives; a pattern's finest date alone would hide its span."""
    return [value for _, value in said(assessment, "date") if isinstance(value, PartialDate)]
