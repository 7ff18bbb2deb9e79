"""Rows that concern the same persons: their numbers of persons must not be added up.

It depends on the assessments and on `groups`.
Rows that nobody would add are left out: those in no bound of a count, and those that are no
incidents
and give no number of persons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.person_range import PersonRange
from safeconduct.record.sentence import Sentence
from safeconduct.record.standing import Standing
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.groups import connected
from safeconduct.verify.sides import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.unknown import Unknown
    from safeconduct.record.values import Value
    from safeconduct.verify.finding import Assessments

NAME: Final = "same-persons-in-two-rows"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper tells of one activist held for extradition and, some lines on, of two persons "
    "given a certificate; the activist is one of the two. Added up they would be three persons. "
    "Counts of persons take linked rows once."
)
HINT: Final = Sentence(
    "Nothing to mend where the rows are linked. Do not add the printed numbers of these rows by "
    "hand."
)


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each group of rows that declare the same persons and could be added up."""
    links = {incident.id: incident.same_person_as for incident in corpus.incidents.values()}
    for group in connected(links):
        numbers = {each: assessments[each].values["persons"].value for each in group}
        addable = [
            each
            for each in group
            if assessments[each].standing > Standing.RETRACTED
            and (
                corpus.incidents[each].kind == "incident" or isinstance(numbers[each], PersonRange)
            )
        ]
        if len(addable) > 1:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "The same persons are in {rows}: they count once.",
                    rows=", ".join(f"{each} ({_shown(numbers[each])})" for each in addable),
                ),
                hint=HINT,
                records=tuple(("incidents", each) for each in addable),
            )


def _shown(persons: Value | Unknown | None) -> str:
    return show(persons) if isinstance(persons, PersonRange) else "?"
