"""An incident for which no statement speaks.

It depends on the assessments only.
An incident whose support was withdrawn is another matter: `retracted_incident`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.record.standing import Standing
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "incident-without-support"
SEVERITY: Final = Severity.ERROR
EXPLANATION: Final = Sentence(
    "An incident exists in a corpus because a source says so. One without a supporting statement "
    "is in no count, and its label alone would tell a reader that something happened."
)
HINT: Final = Sentence("Enter the statement with its source, or remove the incident.")


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident without any supporting statement."""
    for incident, assessment in assessments.items():
        if assessment.standing is Standing.UNSUPPORTED:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence("No statement says that {incident} happened.", incident=incident),
                hint=HINT,
                records=(("incidents", incident),),
            )
