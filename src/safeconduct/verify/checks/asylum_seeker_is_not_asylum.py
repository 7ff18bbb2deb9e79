"""An asylum seeker's certificate is protection for a while, not asylum.

It depends on the assessments only.
The outcome that is meant is the vocabulary's `asylum-seeker-status`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "asylum-seeker-is-not-asylum"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper reports that two persons were given asylum-seeker status; such a certificate "
    "suspends a decision on extradition and ends with the procedure. Whoever counts it as asylum "
    "counts a safety that nobody granted."
)
HINT: Final = Sentence(
    "Keep the outcome as it is, and add a statement when the procedure ends, with its own outcome."
)
OUTCOME: Final = "asylum-seeker-status"


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Name, in one finding, every incident for which somebody reports the status."""
    found = [
        incident
        for incident, assessment in assessments.items()
        if any(
            candidate.value == (OUTCOME,) for candidate in assessment.values["outcome"].candidates
        )
    ]
    if found:
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "The outcome of {incidents} is the status of an asylum seeker, which is not "
                "asylum.",
                incidents=listed(found),
            ),
            hint=HINT,
            records=tuple(("incidents", incident) for incident in found),
        )
