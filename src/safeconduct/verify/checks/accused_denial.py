"""A denial by an organ of the accused state: recorded, shown, without weight of its own.

It depends on the assessments only.
Denials by anybody else change the standing and are shown there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.account import OPPOSES
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "accused-denial"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "A state whose organ is named as the actor rarely admits it. Its denial is kept on the page, "
    "also where a neutral outlet relays it, but it lowers no standing: otherwise the accused "
    "could delete a record by denying it."
)
HINT: Final = Sentence(
    "Leave the denial as it is. If it rests on evidence of its own, enter that evidence as a "
    "statement of its source."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each live denial that goes back to an accused state."""
    for incident, assessment in assessments.items():
        for account in assessment.accounts:
            speakers = account.provenance.organs & assessment.accused
            if account.role == OPPOSES and account.is_live and speakers:
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=Sentence(
                        "{statement} denies {incident} on behalf of {states}, which is accused "
                        "there.",
                        statement=account.statement.id,
                        incident=incident,
                        states=listed(sorted(speakers)),
                    ),
                    hint=HINT,
                    records=(("incidents", incident), ("statements", account.statement.id)),
                )
