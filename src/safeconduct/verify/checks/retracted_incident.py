"""An incident that was withdrawn by those who reported it, or that a decision refutes.

It depends on the assessments only.
It stays in the corpus as history; no bound of any count holds it.
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

NAME: Final = "retracted-incident"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The killing of a blogger was reported, and the same outlet later reported that it had been "
    "staged. Deleting the row would hide that lists made in between contain it; keeping it in a "
    "count would be false. It is kept, in no bound."
)
HINT: Final = Sentence(
    "Leave the statements. When you compare with an older list, expect the incident to be in it."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident whose standing is retracted or refuted."""
    for incident, assessment in assessments.items():
        if assessment.standing is Standing.RETRACTED:
            message = Sentence(
                "{incident} was reported and withdrawn; it stands in no bound of any count.",
                incident=incident,
            )
        elif assessment.standing is Standing.REFUTED:
            message = Sentence(
                "A decision says that {incident} did not happen; it stands in no bound of any "
                "count.",
                incident=incident,
            )
        else:
            continue
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=message,
            hint=HINT,
            records=(
                ("incidents", incident),
                *(
                    ("statements", account.statement.id)
                    for account in assessment.accounts
                    if account.withdrawn or account.fallen
                ),
            ),
        )
