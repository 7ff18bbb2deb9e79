"""A law, program or capability entered as an incident, or a measure that was used on somebody.

It depends on the assessments.
A technique that is a capability until it is used on somebody is added to `CAPABILITIES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.person_range import PersonRange
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment
    from safeconduct.verify.finding import Assessments

NAME: Final = "measure-counted-as-incident"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "A bill, a data agreement or a program that can be used is not an act against a person. The "
    "paper tells of several such measures beside its incidents; a count that adds them counts "
    "intentions."
)
HINT: Final = Sentence(
    "Enter the capability as a measure, and each use of it on somebody as an incident of its own."
)
CAPABILITIES: Final = frozenset(
    {"surveillance-application", "surveillance-data-exchange", "facial-recognition"}
)


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find incidents that show capabilities only, and measures with persons or an outcome."""
    for incident in corpus.incidents.values():
        assessment = assessments[incident.id]
        if incident.kind == "incident" and _is_capability_only(assessment):
            message = Sentence(
                "{incident} is counted as an incident, but all that is said of it is a capability.",
                incident=incident.id,
            )
        elif incident.kind == "measure" and _reaches_somebody(assessment):
            message = Sentence(
                "{incident} is a measure, but statements give it persons or an outcome.",
                incident=incident.id,
            )
        else:
            continue
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=message,
            hint=HINT,
            records=(("incidents", incident.id),),
        )


def _is_capability_only(assessment: Assessment) -> bool:
    techniques = assessment.values["techniques"].value
    return isinstance(techniques, tuple) and CAPABILITIES.issuperset(techniques)


def _reaches_somebody(assessment: Assessment) -> bool:
    persons = assessment.values["persons"].value
    outcome = assessment.values["outcome"].value
    return (isinstance(persons, PersonRange) and persons.minimum > 0) or isinstance(outcome, tuple)
